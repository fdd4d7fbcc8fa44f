// Offices and office roles that the plan names: are they there, in its territory, in its period?
#include <algorithm>
#include <map>
#include <set>

#include "workflows/proof/findings.hpp"

namespace vinhdanh::detail {
namespace {

/// Who holds what for the offices of a territory, on every day of a period on which it may change.
class Roles {
 public:
  Roles(const Plan& plan, const Organisation& organisation) : plan_(plan), organisation_(organisation) {
    std::set<Date> days{plan.period.from};
    const auto note = [&](std::optional<Date> day, int later = 0) {
      if (day && plan.period.from <= day->plus(later) && day->plus(later) <= plan.period.to)
        days.insert(day->plus(later));
    };
    const auto note_both = [&](const Validity& validity) {
      note(validity.from);
      note(validity.to, 1);
    };
    for (const Holding& holding : organisation.holdings) note_both(holding.validity);
    for (const auto& [id, office] : organisation.offices) {
      if (office.dissolution) note(office.dissolution->date);
      for (const DatedParent& parent : office.parents) note_both(parent.validity);
    }
    days_.assign(days.begin(), days.end());
  }

  [[nodiscard]] bool is_ever_held(const std::string& role) { return days_without(role).size() < days_.size(); }
  /// The first day of the period on which it passes to nobody.
  [[nodiscard]] std::optional<Date> first_gap(const std::string& role) {
    const auto& without = days_without(role);
    return without.empty() ? std::nullopt : std::optional(without.front());
  }

 private:
  const std::vector<Date>& days_without(const std::string& role) {
    const auto [found, fresh] = without_.try_emplace(role);
    if (!fresh) return found->second;
    for (const Date day : days_) {
      if (!is_held(role, day)) found->second.push_back(day);
    }
    return found->second;
  }
  [[nodiscard]] bool is_held(const std::string& role, Date day) const {
    return std::ranges::any_of(organisation_.offices, [&](const auto& entry) {
      return organisation_.is_within(entry.first, plan_.territory, day) && organisation_.holder(role, entry.first, day);
    });
  }

  const Plan& plan_;
  const Organisation& organisation_;
  std::vector<Date> days_;
  std::map<std::string, std::vector<Date>> without_;
};

struct ReferenceCheck {
  const Plan& plan;
  Roles roles;
  ProofFindings& findings;

  Words nobody(const std::string& role) const {
    return {"Trong địa bàn và thời gian của kế hoạch không cơ quan nào giữ vai trò " + quoted(role) + ".",
            "Expected an office role that is held in the plan's territory and period, but nobody holds " +
                quoted(role) + "."};
  }
  void need(const char* code, const std::string& role, const Spot& spot) {
    if (!roles.is_ever_held(role)) findings.error(code, spot, nobody(role));
  }

  void stage(const Stage& stage, const Spot& spot) {
    need("stage_office_unheld", stage.office_role, spot["office_role"]);
    const auto gap = roles.first_gap(stage.office_role);
    if (gap && roles.is_ever_held(stage.office_role)) {
      findings.warn("stage_office_gap", spot["office_role"],
                    {"Từ " + gap->text() + " không cơ quan nào giữ vai trò " + quoted(stage.office_role) + ".",
                     "From " + gap->text() + " on nobody holds " + quoted(stage.office_role) + " for a while."});
    }
    for (std::size_t i = 0; i < stage.accompanying.size(); ++i) {
      need("accompanying_office_unheld", stage.accompanying[i], spot["accompanying"][i]);
      if (stage.accompanying[i] != stage.office_role) continue;
      findings.error("accompanies_itself", spot["accompanying"][i],
                     {"Cơ quan không phối hợp với chính mình.", "Expected another office role than the stage's own."});
    }
  }
  void duty(const Duty& duty, const Spot& spot) {
    if (duty.who != "units") need("duty_of_nobody", duty.who, spot["who"]);
    for (std::size_t i = 0; i < duty.to.size(); ++i) need("duty_to_nobody", duty.to[i], spot["to"][i]);
  }
  void oversight(const Oversight& oversight, const Spot& spot) {
    if (oversight.office_role == "units" || roles.is_ever_held(oversight.office_role)) return;
    findings.warn("oversight_by_nobody", spot["office_role"], nobody(oversight.office_role));
  }

  void all() {
    for (std::size_t i = 0; i < plan.routes.size(); ++i) {
      const auto& stages = plan.routes[i].stages;
      for (std::size_t j = 0; j < stages.size(); ++j) stage(stages[j], Spot("routes")[i]["stages"][j]);
    }
    for (std::size_t i = 0; i < plan.quotas.size(); ++i) {
      need("quota_of_nobody", plan.quotas[i].organisation_role, Spot("quotas")[i]["organisation_role"]);
    }
    for (std::size_t i = 0; i < plan.occasions.size(); ++i) {
      need("occasion_opened_by_nobody", plan.occasions[i].opened_by, Spot("occasions")[i]["opened_by"]);
    }
    for (std::size_t i = 0; i < plan.duties.size(); ++i) duty(plan.duties[i], Spot("duties")[i]);
    for (std::size_t i = 0; i < plan.oversight.size(); ++i) oversight(plan.oversight[i], Spot("oversight")[i]);
    for (std::size_t i = 0; i < plan.recorded_results.size(); ++i) {
      const auto& path = plan.recorded_results[i].path;
      for (std::size_t j = 0; j < path.size(); ++j)
        need("result_path_to_nobody", path[j], Spot("recorded_results")[i]["path"][j]);
    }
  }
};

void check_office(const Organisation& organisation, const OfficeId& office, const char* code, const Spot& spot,
                  ProofFindings& findings) {
  if (organisation.office(office)) return;
  findings.error(code, spot,
                 {quoted(office) + " không có trong tổ chức.",
                  "Expected an office of the organisation, but " + quoted(office) + " is none."});
}

}  // namespace

void check_references(const Plan& plan, const Organisation& organisation, ProofFindings& findings) {
  check_office(organisation, plan.issuer.office, "issuer_unknown", Spot("issuer")["office"], findings);
  check_office(organisation, plan.territory, "territory_unknown", Spot("territory"), findings);
  if (!organisation.office(plan.territory)) return;
  ReferenceCheck{plan, Roles(plan, organisation), findings}.all();
}

}  // namespace vinhdanh::detail
