// Signatures against vectors that others computed.
#include "adapters/webhooks/signature.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

using namespace vinhdanh;

TEST_CASE("signatures agree with the vector of the Standard Webhooks libraries and with those of another implementation",
          "[webhooks]") {
  // Of the specification's reference libraries.
  CHECK(webhook_signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1'614'265'330,
                          R"({"test": 2432232314})") == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  // By Node's crypto.createHmac over the same text, and by `openssl dgst -sha256 -mac HMAC`.
  CHECK(webhook_signature("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==",
                          "0190b0b0-0000-7000-8000-000000000001", 1'700'000'000,
                          R"({"specversion":"1.0","type":"vn.vinhdanh.dossier_submitted"})") ==
        "v1,NAwYnb1h/BuPfuqbDx2BCNT/0lUuzMJQZYZboEcE3o8=");
  CHECK(webhook_signature("whsec_//79/Pv6+fj39vX08/Lx8O/u7ezr6uno", "x", 0, "Bằng khen") ==
        "v1,bI/7a3FLaAOwt8qm/1YADOGSF33cJoKZR9evSzfj3V8=");
  CHECK(webhook_signature("whsec_AAcOFRwjKjE4P0ZNVFtiaXB3foWMk5qhqK+2vcTL0tk=", "msg", 4'102'444'800, "") ==
        "v1,NMlHNbWkO+n+7nuBT06JB7sbT+IxQHwhKkROTIJv5RI=");
}

TEST_CASE("a new secret is a key of 32 bytes that nobody has yet", "[webhooks]") {
  const auto one = new_webhook_secret();
  CHECK(one.starts_with("whsec_"));
  REQUIRE(webhook_key(one));
  CHECK(webhook_key(one)->size() == 32);
  CHECK(one != new_webhook_secret());
}

TEST_CASE("what is no secret signs nothing", "[webhooks]") {
  for (const char* wrong : {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS",
                            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa", "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}) {
    INFO(wrong);
    CHECK_FALSE(webhook_key(wrong));
    CHECK_THROWS_AS(webhook_signature(wrong, "a", 1, "{}"), std::invalid_argument);
  }
  CHECK_FALSE(webhook_key("whsec_" + std::string(88, 'A')));  // 66 bytes
}
