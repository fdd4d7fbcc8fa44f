// What is sent, to the byte.
#include "api/webhooks/message.hpp"

#include "tests/api/webhooks/hooked_province.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

SealedEvent recalled(std::int64_t n) {
  SealedEvent sealed;
  sealed.event.stream = StreamKind::dossier;
  sealed.event.stream_id = "0190b0b0-0000-7000-8000-00000000000d";
  sealed.event.id = "0190b0b0-0000-7000-8000-00000000000e";
  sealed.event.at = *Instant::parse("2025-02-12T02:00:00.005Z");
  sealed.event.body = DossierRecalled{};
  sealed.n = n;
  return sealed;
}

Webhook webhook() {
  Webhook made;
  made.id = "w";
  made.url = "https://hook.example.vn/in";
  made.secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  return made;
}

}  // namespace

TEST_CASE("an event is a CloudEvent whose sequence compares as its number does", "[webhooks]") {
  CHECK(cloud_event(recalled(12), "https://vinhdanh.example.vn") ==
        R"({"specversion":"1.0","id":"0190b0b0-0000-7000-8000-00000000000e","source":"https://vinhdanh.example.vn",)"
        R"("type":"vn.vinhdanh.dossier_recalled","subject":"dossier/0190b0b0-0000-7000-8000-00000000000d",)"
        R"("time":"2025-02-12T02:00:00.005Z","sequence":"0000000012","datacontenttype":"application/json",)"
        R"("data":{"stream":"dossier","id":"0190b0b0-0000-7000-8000-00000000000d","n":12,"type":"dossier_recalled",)"
        R"("at":"2025-02-12T02:00:00.005Z"}})");
  const auto sequence = [](std::int64_t n) { return Json::parse(cloud_event(recalled(n), "/"))["sequence"].get<std::string>(); };
  CHECK(sequence(0) == "0000000000");
  CHECK(sequence(9) < sequence(10));
  CHECK(sequence(99'999) < sequence(100'000));
}

TEST_CASE("a ping is a CloudEvent about the webhook", "[webhooks]") {
  CHECK(ping_event("p", "w", *Instant::parse("2025-02-12T02:00:00.000Z"), "/") ==
        R"({"specversion":"1.0","id":"p","source":"/","type":"vn.vinhdanh.ping","subject":"webhook/w",)"
        R"("time":"2025-02-12T02:00:00.000Z","datacontenttype":"application/json","data":{"webhook":"w"}})");
}

TEST_CASE("a message is signed for its attempt, with both secrets while one is being replaced", "[webhooks]") {
  // The vector of the specification's libraries.
  const Post post = signed_post(webhook(), "msg_p5jXN8AQM9LWM0D4loKWxJek", {1'614'265'330'999}, R"({"test": 2432232314})");
  CHECK(post.url == "https://hook.example.vn/in");
  CHECK(post.body == R"({"test": 2432232314})");
  CHECK(post.headers == std::vector<std::pair<std::string, std::string>>{
                            {"Content-Type", "application/cloudevents+json"},
                            {"webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"},
                            {"webhook-timestamp", "1614265330"},
                            {"webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}});
  Webhook rotating = webhook();
  rotating.earlier_secret = "whsec_//79/Pv6+fj39vX08/Lx8O/u7ezr6uno";
  rotating.earlier_until = {1'000};
  const auto signatures = [&](Instant now) { return HookedProvince::header(signed_post(rotating, "x", now, "Bằng khen"), "webhook-signature"); };
  CHECK(signatures({0}).ends_with(" v1,bI/7a3FLaAOwt8qm/1YADOGSF33cJoKZR9evSzfj3V8="));
  CHECK(signatures({1'000}).find(' ') == std::string::npos);
}
