// Hashes against published vectors and against texts put together by hand.
#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"
#include "tests/engine/codec/samples.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;
using namespace std::string_literals;

namespace {

PaperEntry paper(const std::string& slot, char digit) {
  PaperEntry entry;
  entry.slot = slot;
  entry.commitment = hex(digit);
  return entry;
}

}  // namespace

TEST_CASE("SHA-256 gives the published vectors", "[codec]") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("an event's hash is that of its bytes", "[codec]") { CHECK(event_hash("abc") == sha256_hex("abc")); }

TEST_CASE("a genesis belongs to one installation and one stream", "[codec]") {
  const auto first = genesis("here", StreamKind::dossier, "d1");
  CHECK(first == sha256_hex("vinhdanh/stream/v1\0here\0dossier\0d1"s));
  CHECK(first != genesis("there", StreamKind::dossier, "d1"));
  CHECK(first != genesis("here", StreamKind::decision, "d1"));
  CHECK(first != genesis("here", StreamKind::dossier, "d2"));
}

TEST_CASE("commitments part their fields with NUL under their own tag", "[codec]") {
  CHECK(commitment("00ff", "opinion", "\"Đồng ý\"") == sha256_hex("vinhdanh/v1\00000ff\0opinion\0\"Đồng ý\""s));
  CHECK(commitment("00ff", "opinion", "1") != commitment("00ff", "opinio", "n1"));
  CHECK(commitment("", "opinion", "1") != commitment("opinion", "", "1"));
  CHECK(commitment("00fe", "opinion", "1") != commitment("00ff", "opinion", "1"));
  CHECK(paper_commitment("00ff", hex('a')) == sha256_hex("vinhdanh/paper/v1\00000ff\0"s + hex('a')));
}

TEST_CASE("a content hash covers the unit's standing papers in any order", "[codec]") {
  const auto report = paper("achievement_report", '1');
  const auto list = paper("nomination_list", '2');
  const auto both = content_hash(hex('c'), {report, list});
  CHECK(both == sha256_hex("vinhdanh/content/v1\0"s + hex('c') + "\0achievement_report\0"s + hex('1') +
                           "\0nomination_list\0"s + hex('2')));
  CHECK(both == content_hash(hex('c'), {list, report}));
  CHECK(both != content_hash(hex('c'), {report}));
  CHECK(both != content_hash(hex('d'), {report, list}));

  auto old = paper("nomination_list", '3');
  old.superseded = true;
  auto minutes = paper("council_minutes", '4');
  minutes.stage = "council";
  CHECK(both == content_hash(hex('c'), {report, old, list, minutes}));
}
