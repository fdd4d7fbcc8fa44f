// Idempotency-Key: one effect and one answer.
#include <future>
#include <set>

#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::size_t submissions_of(Province& p) { return p.inner.find_submissions({}).size(); }

}  // namespace

TEST_CASE("a POST that is repeated with its key has one effect, and gets the first answer again", "[desk]") {
  Province p;
  const Json body{{"occasion", p.open_occasion()}};
  const auto first = p.post("/v1/submissions", p.clerk(), body, {{"idempotency-key", "abc"}});
  REQUIRE(first.status == 201);
  CHECK_FALSE(first.headers.contains("idempotency-replayed"));
  const auto again = p.post("/v1/submissions", p.clerk(), body, {{"idempotency-key", "abc"}});
  CHECK(again.status == 201);
  CHECK(again.text == first.text);
  CHECK(again.etag() == first.etag());
  CHECK(again.headers.at("location") == first.headers.at("location"));
  CHECK(again.headers.at("idempotency-replayed") == "true");
  CHECK(submissions_of(p) == 1);
}

TEST_CASE("a key that was used for another body is refused without effect", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion();
  REQUIRE(p.post("/v1/submissions", p.clerk(), {{"occasion", occasion}}, {{"idempotency-key", "abc"}}).status == 201);
  const auto other = p.post("/v1/submissions", p.clerk(), {{"occasion", occasion}, {"external_ref", "x"}},
                            {{"idempotency-key", "abc"}});
  CHECK(other.status == 422);
  CHECK(other.code() == "idempotency_key_reused");
  CHECK(submissions_of(p) == 1);
}

TEST_CASE("a key belongs to one appointment and is forgotten after 48 hours of system time", "[desk]") {
  Province p;
  const Json body{{"occasion", p.open_occasion()}};
  REQUIRE(p.post("/v1/submissions", p.clerk(), body, {{"idempotency-key", "abc"}}).status == 201);
  CHECK(p.post("/v1/submissions", p.head(), body, {{"idempotency-key", "abc"}}).status == 201);
  CHECK(submissions_of(p) == 2);
  p.clock.system.milliseconds += 48LL * 3'600'000;
  const auto later = p.post("/v1/submissions", p.clerk(), body, {{"idempotency-key", "abc"}});
  CHECK(later.status == 201);
  CHECK_FALSE(later.headers.contains("idempotency-replayed"));
  CHECK(submissions_of(p) == 3);
}

TEST_CASE("a POST needs a usable key, and a refusal is not kept under it", "[desk]") {
  Province p;
  const Json body{{"occasion", p.open_occasion()}};
  CHECK(p.call("POST", "/v1/submissions", p.clerk(), body.dump()).code() == "idempotency_key_missing");
  CHECK(p.post("/v1/submissions", p.clerk(), body, {{"idempotency-key", "a b"}}).code() == "idempotency_key_invalid");
  REQUIRE(p.post("/v1/submissions", p.clerk(), {{"occasion", "no-such"}}, {{"idempotency-key", "abc"}}).status == 422);
  CHECK(p.post("/v1/submissions", p.clerk(), body, {{"idempotency-key", "abc"}}).status == 201);
}

TEST_CASE("twins sent at the same time have one effect and one answer", "[desk]") {
  Province p;
  const auto submission = p.open_submission(p.open_occasion());
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  const auto tag = p.get(dossier, p.head()).etag();
  const auto head = p.head();
  const Json body{{"letter", a_letter()}};
  auto send = [&] {
    return p.post(dossier + "/actions/submit", head, body, {{"idempotency-key", "twin"}, {"if-match", tag}});
  };
  std::vector<std::future<Answer>> twins;
  for (int i = 0; i < 6; ++i) twins.push_back(std::async(std::launch::async, send));
  std::set<std::string> texts;
  for (auto& twin : twins) {
    const auto answer = twin.get();
    CHECK(answer.status == 200);
    texts.insert(answer.text);
  }
  CHECK(texts.size() == 1);
  CHECK(p.get(dossier, p.head()).body["version"] == 2);
}

TEST_CASE("a twin that was done after the other's key was looked up is no reason to refuse it", "[desk]") {
  Province p;
  const auto occasion = p.open_occasion();
  const auto submission = p.open_submission(occasion);
  p.attach_letter(submission);
  const auto dossier = p.ready_dossier(submission);
  const auto tag = p.get(dossier, p.head()).etag();
  const auto twice = [&](const std::string& target, const std::string& token, const Json& body, const Headers& headers) {
    Answer first;
    p.store.after_answer = [&] { first = p.post(target, token, body, headers); };
    const Answer second = p.post(target, token, body, headers);
    CHECK(first.status < 300);
    CHECK(second.status == first.status);
    CHECK(second.text == first.text);
    CHECK(second.headers.at("idempotency-replayed") == "true");
  };
  SECTION("though its version is no longer the one named") {
    twice(dossier + "/actions/submit", p.head(), {{"letter", a_letter()}}, {{"idempotency-key", "twin"}, {"if-match", tag}});
  }
  SECTION("though its reference is taken") {
    twice("/v1/submissions", p.clerk(), {{"occasion", occasion}, {"external_ref", "HS-1"}}, {{"idempotency-key", "twin"}});
  }
}

TEST_CASE("when the outcome is unknown the answer says so, and the same key settles it", "[desk]") {
  Province p;
  const Json body{{"occasion", p.open_occasion()}};
  p.store.lose_next_answer = true;
  const auto lost = p.post("/v1/submissions", p.clerk(), body, {{"idempotency-key", "abc"}});
  CHECK(lost.status == 503);
  CHECK(lost.code() == "outcome_unknown");
  CHECK(lost.headers.contains("retry-after"));
  p.restart();
  const auto settled = p.post("/v1/submissions", p.clerk(), body, {{"idempotency-key", "abc"}});
  CHECK(settled.status == 201);
  CHECK(settled.headers.at("idempotency-replayed") == "true");
  CHECK(submissions_of(p) == 1);
}
