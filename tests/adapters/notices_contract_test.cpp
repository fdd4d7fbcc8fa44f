// What every store promises of notices: each occurrence told to a person once, the feed in order, an e-mail with one worker.
#include "adapters/memory/memory_notices.hpp"
#include "adapters/sql/sql_notices.hpp"
#include "tests/adapters/support/changes.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

struct NoticesInMemory : InMemory {
  MemoryNotices notices{store};
};
struct NoticesInSqlite : InSqlite {
  SqlNotices notices{store};
};
struct NoticesInPostgres : InPostgres {
  SqlNotices notices{store};
};

#define NOTICE_HOMES NoticesInMemory, NoticesInSqlite, NoticesInPostgres

Notice notice(const std::string& id, const std::string& key, const std::string& person, bool mail = false) {
  Notice it;
  it.id = id;
  it.key = key;
  it.person = person;
  it.kind = "overdue";
  it.stream_id = "d1";
  it.at = Instant{1'737'684'184'005};
  it.details = {{"code", "HS-2025-00001"}, {"due", "2025-02-07"}};
  it.mail = mail;
  return it;
}

template <class Home>
int put(Home& home, std::vector<Notice> notices, std::optional<std::pair<std::string, FeedPlace>> cursor = {}) {
  return home.notices.put(notices, cursor);
}

std::string ids(const std::vector<Notice>& notices) {
  std::string text;
  for (const Notice& it : notices) text += (text.empty() ? "" : " ") + it.id;
  return text;
}

}  // namespace

TEMPLATE_TEST_CASE("the same occurrence is told to a person once", "[contract]", NOTICE_HOMES) {
  TestType home;
  CHECK(put(home, {notice("n1", "k1", "p1"), notice("n2", "k1", "p2")}) == 2);
  CHECK(put(home, {notice("n3", "k1", "p1"), notice("n4", "k2", "p1")}) == 1);
  CHECK(ids(home.notices.of("p1", false, "", 10)) == "n4 n1");
  CHECK(ids(home.notices.of("p2", false, "", 10)) == "n2");
  const auto kept = home.notices.of("p2", false, "", 10).at(0);
  CHECK(kept.key == "k1");
  CHECK(kept.kind == "overdue");
  CHECK(kept.stream == StreamKind::dossier);
  CHECK(kept.stream_id == "d1");
  CHECK(kept.at == Instant{1'737'684'184'005});
  CHECK(kept.details.at("due") == "2025-02-07");
  CHECK_FALSE(kept.read);
}

TEMPLATE_TEST_CASE("pages go on behind the last one seen, newest first", "[contract]", NOTICE_HOMES) {
  TestType home;
  for (const char* id : {"n1", "n2", "n3", "n4", "n5"}) put(home, {notice(id, id, "p1")});
  CHECK(ids(home.notices.of("p1", false, "", 2)) == "n5 n4");
  CHECK(ids(home.notices.of("p1", false, "n4", 2)) == "n3 n2");
  CHECK(ids(home.notices.of("p1", false, "n2", 2)) == "n1");
}

TEMPLATE_TEST_CASE("a person reads his own, some or all", "[contract]", NOTICE_HOMES) {
  TestType home;
  put(home, {notice("n1", "k1", "p1"), notice("n2", "k2", "p1"), notice("n3", "k3", "p1"), notice("n4", "k1", "p2")});
  const std::vector<std::string> some = {"n2", "n4", "no such"};
  home.notices.mark_read("p1", some, Instant{5});
  CHECK(home.notices.unread("p1") == 2);
  CHECK(home.notices.unread("p2") == 1);
  CHECK(ids(home.notices.of("p1", true, "", 10)) == "n3 n1");
  home.notices.mark_read("p1", {}, Instant{7});
  CHECK(home.notices.unread("p1") == 0);
  const auto all = home.notices.of("p1", false, "", 10);
  CHECK(all.at(1).read == Instant{5});  // not read a second time
  CHECK(all.at(0).read == Instant{7});
}

TEMPLATE_TEST_CASE("the feed gives what was committed, in that order, from where one stopped", "[contract]", NOTICE_HOMES) {
  TestType home;
  lay_ground(home.store);
  const auto start = home.notices.feed({}, 10);
  const FeedPlace before = start.empty() ? FeedPlace{} : start.back().place;
  commit_one(home.store, opening("d1"));
  commit_one(home.store, opening("d2"));
  commit_one(home.store, withdrawing("d1", 0));
  const auto fed = home.notices.feed(before, 2);
  REQUIRE(fed.size() == 2);
  CHECK(fed[0].event.event.stream_id == "d1");
  CHECK(fed[1].event.event.stream_id == "d2");
  CHECK(fed[0].place < fed[1].place);
  const auto rest = home.notices.feed(fed[1].place, 2);
  REQUIRE(rest.size() == 1);
  CHECK(rest[0].event.n == 1);
  CHECK(std::holds_alternative<DossierWithdrawn>(rest[0].event.event.body));
  CHECK(rest[0].event.hash == home.store.events(StreamKind::dossier, "d1", 1, 1).at(0).hash);
  CHECK(home.notices.feed(rest[0].place, 2).empty());
}

TEMPLATE_TEST_CASE("a cursor moves with what was told", "[contract]", NOTICE_HOMES) {
  TestType home;
  CHECK(home.notices.cursor("other") == FeedPlace{});
  put(home, {notice("n1", "k1", "p1")}, std::pair(std::string("other"), FeedPlace{4, 17}));
  CHECK(home.notices.cursor("other") == FeedPlace{4, 17});
  put(home, {}, std::pair(std::string("other"), FeedPlace{5, 2}));
  CHECK(home.notices.cursor("other") == FeedPlace{5, 2});
  CHECK(home.notices.cursor("third") == FeedPlace{});

  // A slower node comes later with less.
  put(home, {}, std::pair(std::string("other"), FeedPlace{5, 1}));
  CHECK(home.notices.cursor("other") == FeedPlace{5, 2});
  put(home, {}, std::pair(std::string("other"), FeedPlace{4, 90}));
  CHECK(home.notices.cursor("other") == FeedPlace{5, 2});
}

TEMPLATE_TEST_CASE("an e-mail is leased to one worker, tried again when told, and not after it was sent", "[contract]",
                   NOTICE_HOMES) {
  TestType home;
  put(home, {notice("n1", "k1", "p1", true), notice("n2", "k2", "p1", false), notice("n3", "k3", "p1", true)});
  put(home, {notice("n9", "k1", "p1", true)});  // the same occurrence: no second e-mail
  const auto taken = home.notices.take_mail(Instant{100}, Instant{200}, 10);
  REQUIRE(taken.size() == 2);
  CHECK(taken[0].notice.id == "n1");
  CHECK(taken[0].attempts == 0);
  CHECK(home.notices.take_mail(Instant{100}, Instant{200}, 10).empty());
  CHECK(home.notices.take_mail(Instant{199}, Instant{300}, 10).empty());

  home.notices.mail_sent("n3", Instant{150});
  home.notices.mail_failed("n1", Instant{500}, "refused");
  CHECK(home.notices.take_mail(Instant{499}, Instant{600}, 10).empty());
  const auto again = home.notices.take_mail(Instant{500}, Instant{600}, 10);
  REQUIRE(again.size() == 1);
  CHECK(again[0].notice.id == "n1");
  CHECK(again[0].attempts == 1);

  // Whoever held it never came back: its lease runs out.
  const auto third = home.notices.take_mail(Instant{600}, Instant{700}, 10);
  REQUIRE(third.size() == 1);
  CHECK(third[0].attempts == 2);
  home.notices.mail_failed("n1", std::nullopt, "refused for ever");
  CHECK(home.notices.take_mail(Instant{10'000}, Instant{20'000}, 10).empty());
}

TEST_CASE("an upgraded folder tells nothing of what happened before") {
  InSqlite home;
  lay_ground(home.store);
  SqlNotices notices(home.store);
  CHECK(notices.cursor("notices") == FeedPlace{});  // a new folder has no past
}

TEST_CASE("notices and cursors outlive the process") {
  TemporaryFolder folder;
  const SqliteOptions options{folder.path() / "data", false, std::nullopt, {}};
  {
    SqliteStore store(options);
    SqlNotices notices(store);
    const std::vector<Notice> some = {notice("n1", "k1", "p1", true)};
    notices.put(some, std::pair(std::string("notices"), FeedPlace{0, 3}));
    CHECK(notices.take_mail(Instant{1}, Instant{50}, 1).size() == 1);
  }
  SqliteStore store(options);
  SqlNotices notices(store);
  CHECK(notices.cursor("notices") == FeedPlace{0, 3});
  const std::vector<Notice> same = {notice("n2", "k1", "p1", true)};
  CHECK(notices.put(same, std::nullopt) == 0);
  CHECK(notices.take_mail(Instant{49}, Instant{90}, 1).empty());
  CHECK(notices.take_mail(Instant{50}, Instant{90}, 1).size() == 1);
}
