// A paper on its way in: checked, committed to with a salt, not stored yet.
#include "api/desk/request/upload.hpp"

#include "api/desk/request/media_type.hpp"
#include "api/desk/request/query.hpp"
#include "api/http/header_syntax.hpp"
#include "api/http/problems.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {

namespace {

std::string media_type_of(const HttpRequest& request) {
  const auto header = request.header("content-type").value_or("");
  return lower_case(trimmed(header.substr(0, header.find(';'))));
}

std::optional<HttpResponse> fault_of(const HttpRequest& request, const std::string& media_type) {
  if (!is_known_media_type(media_type)) return respond_with(known_problem("unsupported_media_type"), request);
  if (request.body.empty()) {
    return problem(request, "file_rejected");
  }
  if (request.body.size() > kLargestPaper) return respond_with(known_problem("payload_too_large"), request);
  if (!matches_media_type(request.body, media_type)) {
    return problem(request, "file_type_mismatch");
  }
  return std::nullopt;
}

}  // namespace

Or<Upload> read_upload(const Deps& deps, const HttpRequest& request, StreamKind stream, const std::string& id,
                       const std::string& slot) {
  QueryReader query(request);
  const auto kind = query.name<PaperKind>("kind").value_or(PaperKind::scanned);
  if (auto fault = query.end()) return std::move(*fault);
  const auto media_type = media_type_of(request);
  if (auto fault = fault_of(request, media_type)) return std::move(*fault);
  const auto sha256 = sha256_hex(request.body);
  Upload upload;
  upload.entry.id = deps.fresh.id();
  upload.entry.slot = slot;
  upload.entry.kind = kind;
  upload.entry.media_type = media_type;
  upload.entry.size = static_cast<std::int64_t>(request.body.size());
  upload.salt = {upload.entry.id, stream, id, "paper", deps.fresh.salt(), "\"" + sha256 + "\""};
  upload.entry.commitment = paper_commitment(upload.salt.salt, sha256);
  return upload;
}

}  // namespace vinhdanh
