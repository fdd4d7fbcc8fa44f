// Counting of a stage's working days: day by day, over the calendar, around the pauses.
#include "engine/deadline/stage_due.hpp"

#include <algorithm>
#include <charconv>

namespace vinhdanh {
namespace {

std::optional<int> whole_number(const std::optional<std::string>& text) {
  if (!text || text->empty()) return std::nullopt;
  int value = 0;
  const char* end = text->data() + text->size();
  const auto [at, fault] = std::from_chars(text->data(), end, value);
  if (fault != std::errc{} || at != end || value < 0) return std::nullopt;
  return value;
}

/// The day on which a pause begins has been had; the day on which it ends is not counted, as the first day of a limit.
struct QuietDays {
  Date after;
  std::optional<Date> last;
  [[nodiscard]] bool covers(Date day) const { return after < day && (!last || day <= *last); }
};

std::vector<QuietDays> quiet_days(const StageClock& clock) {
  std::vector<QuietDays> all;
  for (const Pause& pause : clock.pauses) {
    std::optional<Date> last;
    if (pause.to) last = pause.to->legal_date();
    all.push_back({pause.from.legal_date(), last});
  }
  return all;
}

class Count {
 public:
  Count(const StageClock& clock, const Calendar& calendar)
      : calendar_(calendar), start_(clock.since.legal_date()), quiet_(quiet_days(clock)) {}

  [[nodiscard]] bool paused() const {
    return std::ranges::any_of(quiet_, [](const QuietDays& quiet) { return !quiet.last; });
  }

  /// Days that count up to `last`, it included.
  int elapsed(Date last) {
    int days = 0;
    for (Date day = start_.plus(1); day <= last && touch(day); day = day.plus(1)) days += counts(day) ? 1 : 0;
    return days;
  }

  /// The day at whose end `limit` days have been had; nothing where the calendar ends.
  std::optional<Date> due(int limit) {
    int left = limit;
    for (Date day = limit == 0 ? start_ : start_.plus(1); touch(day); day = day.plus(1)) {
      if (counts(day) && --left <= 0) return day;
    }
    return std::nullopt;
  }

  [[nodiscard]] Confidence confidence() const { return confidence_; }

 private:
  [[nodiscard]] bool counts(Date day) const {
    const auto covers = [day](const QuietDays& quiet) { return quiet.covers(day); };
    return calendar_.is_working_day(day) && std::ranges::none_of(quiet_, covers);
  }

  bool touch(Date day) {
    if (day.year() == year_) return true;
    const auto year = calendar_.years.find(day.year());
    if (year == calendar_.years.end()) return false;
    year_ = day.year();
    confidence_ = std::max(confidence_, year->second.confidence);
    return true;
  }

  const Calendar& calendar_;
  Date start_;
  std::vector<QuietDays> quiet_;
  int year_ = 0;
  Confidence confidence_ = Confidence::confirmed;
};

const Stage* stage_in(const Plan& plan, const Dossier& dossier) {
  const AwardForm* form = plan.award_form(dossier.form);
  const Route* route = form ? plan.route(form->route) : nullptr;
  if (!route) return nullptr;
  const auto found = std::ranges::find(route->stages, dossier.clock->stage, &Stage::id);
  return found == route->stages.end() ? nullptr : &*found;
}

}  // namespace

std::optional<StageLimit> limit_of(const Stage& stage, const Era& era) {
  if (stage.limit_working_days) return StageLimit{*stage.limit_working_days, stage.source};
  if (!stage.limit_rule) return std::nullopt;
  const LegalRule* rule = era.rule(*stage.limit_rule);
  const auto days = rule ? whole_number(rule->value) : std::nullopt;
  if (!days) return std::nullopt;
  return StageLimit{*days, rule->source};
}

std::optional<StageDue> stage_due(const Dossier& dossier, const Plan& plan, const Era& era, const Calendar& calendar,
                                  Date today) {
  if (is_final(dossier.phase) || dossier.phase == Phase::drafting || !dossier.clock) return std::nullopt;
  const Stage* stage = stage_in(plan, dossier);
  const auto limit = stage ? limit_of(*stage, era) : std::nullopt;
  if (!limit) return std::nullopt;

  Count count(*dossier.clock, calendar);
  StageDue result{.limit = *limit, .paused = count.paused()};
  if (!result.paused) result.due = count.due(limit->working_days);
  result.elapsed = count.elapsed(today);
  result.overdue = result.due && *result.due < today;
  result.confidence = count.confidence();
  return result;
}

int days_had(const StageClock& clock, const Calendar& calendar, Date last) {
  return Count(clock, calendar).elapsed(last);
}

std::optional<int> days_left(const Calendar& calendar, Date today, Date due) {
  int days = 0;
  for (Date day = std::min(today, due).plus(1); day <= std::max(today, due); day = day.plus(1)) {
    if (!calendar.covers(day)) return std::nullopt;
    days += calendar.is_working_day(day) ? 1 : 0;
  }
  return today <= due ? days : -days;
}

}  // namespace vinhdanh
