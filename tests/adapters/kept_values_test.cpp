// Values and papers that events only commit to: changed ones are named by event, erased ones are no fault.
#include "adapters/memory/memory_blobs.hpp"
#include "engine/codec/digest.hpp"
#include "engine/invariants/kept_values.hpp"
#include "engine/model/content.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

const std::string scan = "%PDF-1.7 report";

std::string nominee(const std::string& name) {
  Content content;
  content.nominee.name = name;
  return encode(content);
}

PersonalValue value_of(const std::string& id, const std::string& path, const std::string& value) {
  return {id, StreamKind::dossier, "d1", path, "salt of " + id, value};
}

/// What the store keeps of one dossier: a paper, a frozen content, an opinion.
struct Told {
  PersonalValue paper = value_of("paper-1", "paper", "\"" + sha256_hex(scan) + "\"");
  PersonalValue content = value_of("content-1", "content", nominee("Xã An Thịnh"));
  PersonalValue opinion = value_of("opinion-1", "opinion", "\"Nhất trí\"");
};

PersonalRef ref_to(const PersonalValue& it) { return {it.id, commitment(it.salt, it.path, it.value)}; }

std::vector<Event> history() {
  const Told told;
  PaperEntry paper{.id = "paper-1", .slot = "report", .size = static_cast<std::int64_t>(scan.size())};
  paper.commitment = paper_commitment(told.paper.salt, sha256_hex(scan));
  DossierSubmitted submitted;
  submitted.to_stage = "review";
  submitted.content = {1, ref_to(told.content), {}};
  submitted.content.hash = content_hash(submitted.content.value.commitment, {paper});
  OpinionGiven opinion;
  opinion.stage = "review";
  opinion.text = ref_to(told.opinion);
  return {opened("d1"), event(StreamKind::dossier, "d1", PaperAttached{paper}),
          event(StreamKind::dossier, "d1", submitted), event(StreamKind::dossier, "d1", opinion)};
}

/// The faults of the history when the store keeps `personal` beside it.
template <class Home>
std::string faults(const std::vector<Event>& events, std::vector<PersonalValue> personal,
                   const std::optional<std::string>& bytes = scan, bool look_at_papers = true) {
  Home home;
  lay_ground(home.store);
  Change change = opening("d1");
  change.events = events;
  change.personal = std::move(personal);
  REQUIRE(commit_one(home.store, change).status == CommitStatus::done);
  MemoryBlobs blobs;
  if (bytes) blobs.put("paper-1", *bytes);
  std::string text;
  const auto stored = home.store.events(StreamKind::dossier, "d1", 0, 100);
  const StreamRef stream{StreamKind::dossier, "d1"};
  for (const Violation& one : check_kept_values(home.store, look_at_papers ? &blobs : nullptr, stream, stored)) {
    text += one.invariant + " at " + std::to_string(one.n) + ": " + one.text + "\n";
  }
  return text;
}

}  // namespace

#define STORES InMemory, InSqlite, InPostgres

TEMPLATE_TEST_CASE("values as they were committed to are no fault", "[verification]", STORES) {
  const Told told;
  CHECK(faults<TestType>(history(), {told.paper, told.content, told.opinion}).empty());
  CHECK(faults<TestType>(history(), {told.paper, told.content, told.opinion}, {}, false).empty());
}

TEMPLATE_TEST_CASE("erased values are withheld, not altered", "[verification]", STORES) {
  CHECK(faults<TestType>(history(), {}, {}).empty());
}

TEMPLATE_TEST_CASE("another opinion is named by its event", "[verification]", STORES) {
  Told told;
  told.opinion.value = "\"Không nhất trí\"";
  CHECK(faults<TestType>(history(), {told.paper, told.content, told.opinion}) ==
        "INV-16 at 3: the personal value 'opinion' (opinion-1) is not the one committed to\n");
}

TEMPLATE_TEST_CASE("another nominee in the frozen content is named by its event", "[verification]", STORES) {
  Told told;
  told.content.value = nominee("Xã An Bình");
  CHECK(faults<TestType>(history(), {told.paper, told.content, told.opinion}) ==
        "INV-16 at 2: the personal value 'content' (content-1) is not the one committed to\n");
}

TEMPLATE_TEST_CASE("another salt or path is another value", "[verification]", STORES) {
  Told told;
  told.opinion.salt = "pepper";
  told.content.path = "reason";
  const std::string text = faults<TestType>(history(), {told.paper, told.content, told.opinion});
  CHECK(text.find("INV-16 at 2") == 0);
  CHECK(text.find("INV-16 at 3") != std::string::npos);
}

TEMPLATE_TEST_CASE("a value filed under another stream would be read by others", "[verification]", STORES) {
  Told told;
  told.opinion.stream_id = "d2";
  CHECK(faults<TestType>(history(), {told.paper, told.content, told.opinion}) ==
        "INV-16 at 3: the personal value opinion-1 is filed under dossier/d2\n");
}

TEMPLATE_TEST_CASE("a paper whose bytes were changed, lengthened or lost is named", "[verification]", STORES) {
  const Told told;
  std::string other = scan;
  other.back() = 'x';
  CHECK(faults<TestType>(history(), {told.paper}, other) ==
        "INV-22 at 1: the paper 'report' (paper-1) is not the one committed to\n");
  CHECK(faults<TestType>(history(), {told.paper}, scan + "!") ==
        "INV-22 at 1: the paper 'report' (paper-1) has 16 bytes, but was recorded with 15\n");
  CHECK(faults<TestType>(history(), {told.paper}, {}) == "INV-22 at 1: the paper 'report' (paper-1) is not there\n");
}

TEMPLATE_TEST_CASE("the hash kept of a paper is held against its commitment too", "[verification]", STORES) {
  Told told;
  told.paper.value = "\"" + sha256_hex("another") + "\"";
  CHECK(faults<TestType>(history(), {told.paper}, {}, false) ==
        "INV-16 at 1: the hash kept of the paper 'report' (paper-1) is not the one committed to\n");
}

TEMPLATE_TEST_CASE("the content's hash is over its commitment and the papers that stood", "[verification]", STORES) {
  auto events = history();
  std::swap(events[1], events[2]);  // the paper came only after the content was frozen
  CHECK(faults<TestType>(events, {}) ==
        "INV-16 at 1: the hash of content version 1 is not over its commitment and the unit's papers\n");
}
