// Request targets through Boost.URL: RFC 3986 grammar first, then one decoding per segment.
#include "api/http/target.hpp"

#include <algorithm>
#include <boost/url/encoding_opts.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <optional>

#include "engine/codec/text.hpp"

namespace vinhdanh {
namespace {

namespace urls = boost::urls;

std::optional<std::string> decoded(urls::pct_string_view encoded, bool plus_is_space) {
  urls::encoding_opts options;
  options.space_as_plus = plus_is_space;
  std::string text = encoded.decode(options);
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
  });
  if (control || normalise_text(text) != TextFault::none) return std::nullopt;
  return text;
}

std::optional<TargetFault> read_segments(const urls::url_view& url, Target& target) {
  bool dots = false;
  for (const auto encoded : url.encoded_segments()) {
    auto segment = decoded(encoded, false);
    if (!segment) return TargetFault::malformed;
    dots = dots || *segment == "." || *segment == "..";
    target.segments.push_back(std::move(*segment));
  }
  if (dots) return TargetFault::not_found;
  return std::nullopt;
}

std::optional<TargetFault> read_query(const urls::url_view& url, Target& target) {
  if (url.encoded_query().empty()) return std::nullopt;
  for (const auto& parameter : url.encoded_params()) {
    auto name = decoded(parameter.key, true);
    auto value = decoded(parameter.value, true);
    if (!name || !value || name->empty()) return TargetFault::malformed;
    // "state[]=a" is a way to repeat a name.
    if (name->find('[') != std::string::npos) return TargetFault::parameter_repeated;
    if (!target.query.emplace(std::move(*name), std::move(*value)).second) return TargetFault::parameter_repeated;
  }
  return std::nullopt;
}

}  // namespace

std::variant<Target, TargetFault> parse_target(std::string_view text) {
  // "//host/path" would be read as a path with an empty first segment; no route has one, so it is plainly refused.
  if (!text.starts_with('/') || text.starts_with("//")) return TargetFault::malformed;
  const auto parsed = urls::parse_origin_form(urls::string_view(text.data(), text.size()));
  if (!parsed) return TargetFault::malformed;
  Target target;
  target.path = text.substr(0, text.find('?'));
  if (const auto fault = read_segments(*parsed, target)) return *fault;
  if (const auto fault = read_query(*parsed, target)) return *fault;
  return target;
}

}  // namespace vinhdanh
