// Re-computes the chain of a stream.
#include "engine/invariants/chain.hpp"

#include <algorithm>
#include <exception>
#include <optional>

#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"
#include "engine/codec/json_guard.hpp"

namespace vinhdanh {
namespace {

bool holds_null(const nlohmann::json& value) {
  if (value.is_null()) return true;
  return value.is_structured() && std::ranges::any_of(value, holds_null);
}

/// Passes over canonical text made of ASCII: one look at each byte, no value built. Says no too often rather than too
/// seldom.
class PlainText {
 public:
  explicit PlainText(std::string_view text) : rest_(text) {}
  bool is_canonical_object() { return !rest_.empty() && rest_.front() == '{' && pass_value(0) && rest_.empty(); }

 private:
  static constexpr int kDeepest = 60;
  static constexpr std::size_t kMostDigits = 15;

  bool eat(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool eat_word(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  /// What stands between the quotes, escapes undecoded.
  std::optional<std::string_view> pass_string() {
    if (!eat('"')) return std::nullopt;
    for (std::size_t i = 0; i < rest_.size(); ++i) {
      const auto byte = static_cast<unsigned char>(rest_[i]);
      if (byte < 0x20 || byte >= 0x80) return std::nullopt;
      if (byte == '\\' && (++i == rest_.size() || std::string_view("\"\\bfnrt").find(rest_[i]) == std::string_view::npos))
        return std::nullopt;
      if (byte != '"') continue;
      const auto text = rest_.substr(0, i);
      rest_.remove_prefix(i + 1);
      return text;
    }
    return std::nullopt;
  }
  bool pass_integer() {
    const bool negative = eat('-');
    const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    if (digits == 0 || digits > kMostDigits || (rest_.front() == '0' && (digits > 1 || negative))) return false;
    rest_.remove_prefix(digits);
    return true;
  }
  bool pass_object(int depth) {
    if (eat('}')) return true;
    std::optional<std::string_view> last;
    do {
      const auto key = pass_string();
      const bool ordered = key && (!last || *last < *key) && key->find('\\') == std::string_view::npos;
      if (!ordered || !eat(':') || !pass_value(depth + 1)) return false;
      last = key;
    } while (eat(','));
    return eat('}');
  }
  bool pass_array(int depth) {
    if (eat(']')) return true;
    do {
      if (!pass_value(depth + 1)) return false;
    } while (eat(','));
    return eat(']');
  }
  bool pass_value(int depth) {
    if (depth > kDeepest || rest_.empty()) return false;
    if (rest_.front() == '"') return pass_string().has_value();
    if (eat('{')) return pass_object(depth);
    if (eat('[')) return pass_array(depth);
    return eat_word("true") || eat_word("false") || pass_integer();
  }

  std::string_view rest_;
};

/// Canonical text is the one text that its own value is written as: sorted members, no space, NFC, no absent member.
bool is_canonical(std::string_view bytes) {
  if (bytes.size() <= JsonLimits{}.bytes && PlainText(bytes).is_canonical_object()) return true;
  const auto parsed = parse_strict(bytes);
  return !parsed.error && parsed.value.is_object() && !holds_null(parsed.value) && parsed.value.dump() == bytes;
}

struct LinkFault {
  std::string text;
  std::string expected;
  std::string found;
};

std::optional<LinkFault> fault_of_link(const SealedEvent& sealed, const std::string& prev, StreamKind kind,
                                       std::string_view stream_id) {
  const auto hash = sha256_hex(sealed.bytes);
  if (hash != sealed.hash) return LinkFault{"the bytes do not hash to the hash that is stored with them", sealed.hash, hash};
  if (sealed.prev != prev) return LinkFault{"the event does not follow the one before it", prev, sealed.prev};
  if (!is_canonical(sealed.bytes)) return LinkFault{"the bytes are not canonical", {}, {}};
  if (sealed.event.stream != kind || sealed.event.stream_id != stream_id)
    return LinkFault{"the event belongs to another stream", {}, {}};
  return std::nullopt;
}

}  // namespace

Violations check_chain(std::span<const SealedEvent> events, std::string_view instance, StreamKind kind,
                       std::string_view stream_id) {
  Violations found;
  std::string prev = genesis(instance, kind, stream_id);
  std::int64_t n = 0;
  std::optional<Instant> before;  // of the last event whose bytes are its own
  for (const SealedEvent& sealed : events) {
    if (sealed.n != n) {
      found.push_back({"INV-13", sealed.n, "expected event " + std::to_string(n) + ", but it is " + std::to_string(sealed.n), {},
                       sealed.event.id, std::to_string(n), std::to_string(sealed.n)});
    }
    const auto fault = fault_of_link(sealed, prev, kind, stream_id);
    if (fault) found.push_back({"INV-16", sealed.n, fault->text, {}, sealed.event.id, fault->expected, fault->found});
    if (!fault && before && sealed.event.at < *before) {
      found.push_back({"INV-24", sealed.n, "it happened at " + sealed.event.at.text() + ", before " + before->text()});
    }
    if (!fault) before = sealed.event.at;
    prev = sealed.hash;
    n = sealed.n + 1;
  }
  return found;
}

ChainReading read_chain(std::span<const Store::RawEvent> rows, std::string_view instance, StreamKind kind,
                        std::string_view stream_id) {
  ChainReading reading;
  for (const Store::RawEvent& row : rows) {
    try {
      SealedEvent sealed = read_event(row.bytes);
      if (sealed.n != row.n) {
        reading.violations.push_back({"INV-16", row.n, "the bytes say they are event " + std::to_string(sealed.n)});
        break;
      }
      sealed.hash = row.hash;
      reading.events.push_back(std::move(sealed));
    } catch (const std::exception&) {
      reading.violations.push_back({"INV-16", row.n, "the bytes cannot be read as an event"});
      break;
    }
  }
  auto chain = check_chain(reading.events, instance, kind, stream_id);
  reading.violations.insert(reading.violations.begin(), chain.begin(), chain.end());
  return reading;
}

bool is_broken(const Violations& violations) {
  return std::ranges::any_of(violations, [](const Violation& one) { return one.invariant == "INV-16" || one.invariant == "INV-13"; });
}

}  // namespace vinhdanh
