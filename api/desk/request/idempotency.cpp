// Idempotency-Key: one effect and one answer, however often a POST is sent.
#include "api/desk/request/idempotency.hpp"

#include "api/http/preconditions.hpp"
#include "api/http/problems.hpp"
#include "engine/codec/digest.hpp"

namespace vinhdanh {

namespace {

std::optional<std::string> key_of(const HttpRequest& request) {
  return request.method == "POST" ? request.header("idempotency-key") : std::nullopt;
}

Json headers_json(const Prepared& prepared) {
  Json headers = Json::object();
  for (const auto& [name, value] : prepared.headers) headers[name] = value;
  return headers;
}

}  // namespace

std::string id_of_key(std::string_view noun, const HttpRequest& request, const Actor& actor) {
  const std::string key = request.header("idempotency-key").value_or("");
  std::string id =
      sha256_hex("vinhdanh/" + std::string(noun) + "/v1\n" + actor.appointment + "\n" + key).substr(0, 32);
  id[12] = '8';
  id[16] = '8';
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) id.insert(dash, 1, '-');
  return id;
}

std::string fingerprint_of(const HttpRequest& request) {
  return sha256_hex(request.method + '\n' + request.path + '\n' + request.body);
}

std::optional<HttpResponse> check_key(const HttpRequest& request) {
  if (request.method != "POST") return std::nullopt;
  const auto key = idempotency_key(request);
  if (const auto* fault = std::get_if<Problem>(&key)) return respond_with(*fault, request);
  return std::nullopt;
}

std::optional<HttpResponse> replay(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  const auto key = key_of(request);
  if (!key) return std::nullopt;
  const auto kept = deps.store.answer(actor.appointment, *key, deps.clock.system_now());
  if (!kept) return std::nullopt;
  if (kept->fingerprint != fingerprint_of(request)) {
    return respond_with(known_problem("idempotency_key_reused"), request);
  }
  auto response = answer_with(kept->status, kept->body, kept->receipts, Json::parse(kept->headers));
  response.set("Idempotency-Replayed", "true");
  return response;
}

std::optional<KeptAnswer> answer_to_keep(const Deps& deps, const HttpRequest& request, const Actor& actor,
                                         const Prepared& prepared) {
  const auto key = key_of(request);
  if (!key) return std::nullopt;
  KeptAnswer answer;
  answer.principal = actor.appointment;
  answer.key = *key;
  answer.fingerprint = fingerprint_of(request);
  answer.status = prepared.status;
  answer.headers = headers_json(prepared).dump();
  answer.body = prepared.body.dump();
  answer.expires = Instant{deps.clock.system_now().milliseconds + kAnswersKept};
  return answer;
}

HttpResponse answer_with(int status, const std::string& body, const std::string& receipts, const Json& headers) {
  const auto open = body.substr(0, body.size() - 1);
  auto response = json_text(status, open + (body == "{}" ? "" : ",") + "\"receipts\":" + receipts + "}");
  for (const auto& [name, value] : headers.items()) response.set(name, value.get<std::string>());
  return response;
}

}  // namespace vinhdanh
