// A pass that is cut off anywhere, as by kill -9, and goes on later: the same tasks, closings and notices as without.
#include <chrono>
#include <thread>

#include "tests/api/runner/steady_province.hpp"
#include "tests/api/runner/wrapped_notices.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

/// Storage that fails once `left` more writes were asked for: before the write, or after it, when its answer is lost.
struct Cut {
  int left = -1;
  bool after = false;
  template <class F>
  auto write(F run) -> decltype(run()) {
    const bool now = left == 0;
    if (left >= 0) --left;
    if (now && !after) throw StorageUnavailable("cut off before");
    auto result = run();
    if (now) throw StorageUnavailable("cut off after");
    return result;
  }
};

class CutNotices final : public WrappedNotices {
 public:
  CutNotices(Notices& inner, Cut& cut) : WrappedNotices(inner), cut_(cut) {}
  int put(std::span<const Notice> notices, const std::optional<std::pair<std::string, FeedPlace>>& at) override {
    return cut_.write([&] { return WrappedNotices::put(notices, at); });
  }

 private:
  Cut& cut_;
};

/// A province on the day after much has fallen due: a draft to lapse, a late dossier, a hold to review, tasks to assign.
struct BusyDay : SteadyProvince {
  std::string draft;
  std::string late;
  std::string held;

  BusyDay() {
    pass();
    const auto opened = post("/v1/occasions", officer(),
                             {{"plan", "lang-son-2021-2025"},
                              {"milestone", "final_review"},
                              {"name", "Tổng kết"},
                              {"document", {{"number", "15/HD-SNV"}, {"date", "2025-01-15"}}},
                              {"forms", {"provincial_merit"}},
                              {"opens", "2025-01-20"},
                              {"receipt_deadline", "2025-03-20"},
                              {"closes", "2025-03-31"}});
    REQUIRE(opened.status == 201);
    const std::string occasion = opened.body["id"];
    late = sent_dossier(occasion, "Một");
    held = sent_dossier(occasion, "Hai");
    done(late, "receive", intake());
    hold(held, day(2025, 3, 3));
    draft = ready_dossier(open_submission(occasion), "Ba");
    (void)token("huyen_van_quan", Role::unit_head);
    go_to(day(2026, 1, 5));
  }

  /// What everybody was told, without the ids that differ from run to run.
  std::multiset<std::string> all_told() {
    const std::map<std::string, std::string> names = {{draft, "draft"}, {late, "late"}, {held, "held"}};
    std::multiset<std::string> found;
    for (const auto& account : inner.accounts()) {
      for (const Notice& it : notices.of(account.person, false, "", 100'000)) {
        const auto known = names.find("/v1/dossiers/" + it.stream_id);
        found.insert(account.login + " " + it.kind + " " +
                     (known == names.end() ? std::string(name_of(it.stream)) : known->second));
      }
    }
    return found;
  }
  std::size_t tasks() { return duties.find({}).size(); }
};

}  // namespace

TEST_CASE("a pass that is cut off at any of its writes is made good by the next", "[runner]") {
  BusyDay whole;
  whole.pass();
  const auto expected = whole.all_told();
  REQUIRE(expected.size() > 20);
  CHECK(whole.count(whole.clerk(), "dossier_lapsed") == 1);
  CHECK(whole.count(whole.director(), "overdue") == 1);
  CHECK(whole.count(whole.officer(), "hold_review") == 1);
  CHECK(whole.count(whole.clerk(), "duty_overdue") == 1);

  int cuts = 0;
  for (const bool after : {false, true}) {
    for (int left = 0;; ++left) {
      BusyDay p;
      Cut cut{left, after};
      CutNotices notices(p.notices, cut);
      Deps deps{p.store, p.lists, notices,  p.webhooks, p.duties, p.sign_in, p.access_log, *p.committer,
                p.blobs, p.clock, p.fresh,  p.deps->rulebook,    p.deps->lifecycle, {},       {}};
      // The store's own writes, too: every second cut loses the answer of a commit.
      p.store.lose_next_answer = left % 2 == 1;
      bool failed = false;
      const auto pass = [&] {
        try {
          Pass(deps, p.options, Logger(p.clock, [](const std::string&) {})).run();
        } catch (const StorageUnavailable&) {
          failed = true;
        }
      };
      for (int tries = 0; tries < 3; ++tries) pass();
      // On PostgreSQL the newest events are not read while an older transaction of the cluster runs, such as a vacuum's.
      for (int waited = 0; waited < 200 && p.all_told().size() < expected.size(); ++waited) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        pass();
      }
      INFO((after ? "after write " : "before write ") << left);
      CHECK(p.all_told() == expected);
      CHECK(p.tasks() == whole.tasks());
      CHECK(p.get(p.draft, p.clerk()).body["phase"] == "lapsed");
      if (!failed || cut.left >= 0) break;
      ++cuts;
    }
  }
  CHECK(cuts >= 8);
}
