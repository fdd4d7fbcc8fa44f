// The authorising document of a deputy, brought and read through the API.
#include "api/desk/people/authorisation.hpp"

#include <memory>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/commands/run.hpp"
#include "api/desk/people/admin.hpp"
#include "api/desk/people/people.hpp"
#include "api/desk/people/role_rules.hpp"
#include "api/desk/request/if_match.hpp"
#include "api/desk/request/media_type.hpp"
#include "api/desk/request/query.hpp"
#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {

namespace {

/// Takes the bytes away again unless their change was, or may have been, committed.
class Brought {
 public:
  Brought(BlobStore& blobs, PaperId id, const std::string& bytes) : blobs_(blobs), id_(std::move(id)) {
    blobs_.put(id_, bytes);
  }
  Brought(const Brought&) = delete;
  Brought& operator=(const Brought&) = delete;
  ~Brought() {
    if (kept_) return;
    try {
      blobs_.remove(id_);
    } catch (const std::exception&) {
      // An orphan is harmless, and the request has its answer.
    }
  }
  void keep() { kept_ = true; }

 private:
  BlobStore& blobs_;
  PaperId id_;
  bool kept_ = false;
};

std::optional<HttpResponse> fault_of_file(const HttpRequest& request) {
  if (request.body.empty()) return problem(request, "file_rejected");
  const auto header = request.header("content-type").value_or("");
  const auto type = header.substr(0, header.find(';'));
  if (!is_known_media_type(type)) return problem(request, "unsupported_media_type");
  if (authorisation_type(request.body) != type) return problem(request, "file_type_mismatch");
  return std::nullopt;
}

Or<Prepared> bring(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  const auto asked = deps.store.appointment(path_parameter(request, "id"));
  if (!asked) return not_found(request);
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto stale = check_if_match(request, asked->version, [&] { return appointment_view(deps, *asked); });
  if (stale) return std::move(*stale);
  if (state_of(*asked, today(deps)) != AppointmentState::waiting) return problem(request, "appointment_settled");
  // Who grants must not be who brought what he judges.
  if (asked->requested_by != actor.person) return problem(request, "dual_control_required");
  if (auto fault = fault_of_file(request)) return std::move(*fault);
  auto made = with_authorisation(deps.fresh, *asked, request.body);
  auto brought = std::make_shared<Brought>(deps.blobs, *made.appointment.document_file, request.body);
  Prepared prepared;
  prepared.change = amend_request(deps.clock, deps.fresh, actor, *asked, std::move(made.appointment));
  prepared.change.personal.push_back(std::move(made.salt));
  prepared.keep = [brought] { brought->keep(); };
  prepared.body = {{"id", asked->id}, {"version", asked->version + 1}};
  prepared.headers = {{"ETag", etag_of(asked->version + 1)}};
  return prepared;
}

}  // namespace

Authorisation with_authorisation(Fresh& fresh, Appointment appointment, const std::string& bytes) {
  const auto sha256 = sha256_hex(bytes);
  const auto id = fresh.id();
  PersonalValue salt{id, StreamKind::organisation, appointment.office, "paper", fresh.salt(), "\"" + sha256 + "\""};
  appointment.document_file = id;
  appointment.document_hash = paper_commitment(salt.salt, sha256);
  return {std::move(appointment), std::move(salt)};
}

std::string authorisation_type(const std::string& bytes) {
  for (const char* type : {"application/pdf", "image/png", "image/jpeg"}) {
    if (matches_media_type(bytes, type)) return type;
  }
  return {};
}

void put_authorisation(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor](const HttpRequest& request, const Before&) { return bring(deps, request, actor); },
      std::move(respond));
}

HttpResponse get_authorisation(const Deps& deps, const HttpRequest& request, const Actor&) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  const auto appointment = deps.store.appointment(path_parameter(request, "id"));
  if (!appointment || !appointment->document_file) return not_found(request);
  auto bytes = deps.blobs.get(*appointment->document_file);
  if (!bytes) return not_found(request);
  HttpResponse response;
  const auto type = authorisation_type(*bytes);
  response.set("Content-Type", type);
  response.set("Content-Disposition", attachment_named("authorisation", type));
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Cache-Control", "no-store");
  response.body = std::move(*bytes);
  return response;
}

}  // namespace vinhdanh
