/// Lạng Sơn with limits of days at its stages, and a runner that is started anew for every pass.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "api/runner/pass.hpp"
#include "tests/api/desk/province.hpp"

namespace vinhdanh::test {

inline constexpr int kAppraisalDays = 5;
inline constexpr int kAdviceDays = 3;

/// The shipped plan in a second version, whose first two stages state limits.
inline const Definitions& definitions_with_limits() {
  static const Definitions definitions = [] {
    Definitions made;
    auto plan = Json::parse(made.text_of(*made.latest_plan("lang-son-2021-2025")).bytes);
    plan["version"] = 2;
    for (auto& route : plan["routes"]) {
      for (auto& stage : route["stages"]) {
        if (stage["id"] == "home_affairs_appraisal") stage["limit_working_days"] = kAppraisalDays;
        if (stage["id"] == "council_advice") stage["limit_working_days"] = kAdviceDays;
      }
    }
    const auto errors = made.add(plan.dump());
    if (!errors.empty()) throw std::runtime_error(errors.front().pointer + " " + errors.front().message_en);
    return made;
  }();
  return definitions;
}

class SteadyProvince : public Province {
 public:
  SteadyProvince() : Province(definitions_with_limits()) {
    for (const auto& token : {officer(), clerk(), head(), intake(), appraiser(), director(), secretary()}) (void)token;
  }

  [[nodiscard]] Date today() const { return clock.business_now().legal_date(); }
  /// Nine in the morning of that day.
  void go_to(Date day) { clock.move_to(Instant{(day.days() * 24LL + 2) * 3'600'000}); }

  RunnerOptions options;

  Pass new_pass() {
    return Pass(*deps, options, Logger(clock, [this](const std::string& line) { lines.push_back(line); }));
  }
  /// As after a restart: nothing is remembered but what the store keeps.
  void pass() { new_pass().run(); }

  /// "kind stream_id" of the person's notices, oldest first.
  std::vector<std::string> told(const std::string& token, const std::string& kind = "") {
    std::vector<std::string> found;
    for (const Notice& it : notices.of(person_of(token), false, "", 100'000)) {
      if (kind.empty() || it.kind == kind) found.push_back(it.kind + " " + it.stream_id);
    }
    std::ranges::reverse(found);
    return found;
  }
  std::size_t count(const std::string& token, const std::string& kind) { return told(token, kind).size(); }
  bool told_of(const std::string& token, const std::string& kind, const std::string& path) {
    const auto all = told(token, kind);
    return std::ranges::find(all, kind + " " + path.substr(path.rfind('/') + 1)) != all.end();
  }

  /// A dossier that was sent today.
  std::string sent_dossier(const std::string& occasion, const std::string& name = "Trường THPT Bình Gia") {
    const auto submission = open_submission(occasion);
    attach_letter(submission);
    const auto dossier = ready_dossier(submission, name);
    done(dossier, "submit", head(), {{"letter", letter_of_today()}});
    return dossier;
  }
  [[nodiscard]] Json letter_of_today() const { return {{"number", "12/TTr"}, {"date", today().text()}}; }

  void return_it(const std::string& dossier) {
    done(dossier, "return-for-rework", director(),
         {{"letter", letter_of_today()},
          {"points", {{{"code", "content_unclear"}, {"pointer", "/achievement"}, {"text", "Nêu rõ hơn"}}}}});
  }
  void resubmit(const std::string& dossier) {
    const auto point = get(dossier, head()).body["points"][0]["id"];
    done(dossier, "resubmit", head(), {{"answers", {{{"point", point}, {"text", "Đã nêu"}}}}});
  }
  void hold(const std::string& dossier, Date review) {
    done(dossier, "hold", officer(),
         {{"document", {{"number", "3/TTr"}, {"date", today().text()}}},
          {"review", review.text()},
          {"reason", "Thanh tra đang xác minh"}});
  }
  void lift(const std::string& dossier) {
    done(dossier, "lift-hold", officer(),
         {{"document", {{"number", "4/TTr"}, {"date", today().text()}}}, {"reason", "Đã kết luận"}});
  }
};

}  // namespace vinhdanh::test
