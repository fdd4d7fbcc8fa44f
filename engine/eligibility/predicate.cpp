// Evaluation of predicates in exact integer arithmetic.
#include "engine/eligibility/predicate.hpp"

#include <algorithm>

namespace vinhdanh {
namespace {

using enum CriterionVerdict;

// 14-digit figures times 100 · 10^4 exceed 64 bits.
__extension__ using Wide = __int128;

bool holds(Comparison comparison, Wide left, Wide right) {
  return comparison == Comparison::at_least ? left >= right : left > right;
}

/// Whether (from − to) / from, in percent, compares with the threshold: both sides times `from`, which is positive.
bool falls_by_percent(Decimal from, Decimal to, Comparison comparison, Decimal threshold) {
  constexpr Wide percent = 100;
  constexpr Wide unit = 10'000;
  return holds(comparison, (Wide{from.units()} - to.units()) * percent * unit, Wide{threshold.units()} * from.units());
}

/// (from − to) / from in percent; nothing where nothing can be taken from.
Decimal percent_fallen(Decimal from, Decimal to) {
  constexpr Wide percent = 100;
  constexpr Wide unit = 10'000;
  if (from.units() <= 0) return Decimal();
  return Decimal::of_units(static_cast<std::int64_t>((Wide{from.units()} - to.units()) * percent * unit / from.units()));
}

class Evaluation {
 public:
  Evaluation(const PlanSettings& settings, const Figures& figures, const FigureChecks& checks)
      : settings_(settings), figures_(figures), checks_(checks) {}

  PredicateResult run(const Predicate& predicate) const {
    switch (predicate.kind) {
      case PredicateKind::consecutive_drops: return consecutive_drops(predicate);
      case PredicateKind::reduction: return reduction(predicate);
      case PredicateKind::yearly_plan: return yearly_plan(predicate);
      case PredicateKind::range: return range(predicate);
      case PredicateKind::any: return combined(predicate, met, not_met);
      case PredicateKind::all: return combined(predicate, not_met, met);
    }
    return {};
  }

 private:
  [[nodiscard]] bool is_usable(const std::string& id, const YearFigure& figure) const {
    if (figure.source.find_first_not_of(" \t\r\n") == std::string::npos) return false;
    const auto found = std::ranges::find(checks_.definitions, id, &FigureDefinition::id);
    if (found == checks_.definitions.end()) return true;
    return (!found->minimum || *found->minimum <= figure.value) && (!found->maximum || figure.value <= *found->maximum);
  }

  /// The figure if anything can rest on it; noted as used or as missing.
  const YearFigure* noted(const std::string& id, std::optional<int> year, const YearFigure* figure,
                          PredicateResult& result) const {
    if (!figure || !is_usable(id, *figure)) {
      result.missing.push_back({id, year, figure != nullptr});
      return nullptr;
    }
    result.figures.push_back({id, year, figure->value, figure->source});
    return figure;
  }

  const YearFigure* single(const std::string& id, PredicateResult& result) const {
    const auto found = figures_.single.find(id);
    return noted(id, std::nullopt, found == figures_.single.end() ? nullptr : &found->second, result);
  }

  const YearFigure* of_year(const std::string& id, int year, PredicateResult& result) const {
    const auto series = figures_.yearly.find(id);
    const bool given = series != figures_.yearly.end() && series->second.contains(year);
    return noted(id, year, given ? &series->second.at(year) : nullptr, result);
  }

  /// The year that a series before sending ends with: the last one given, but none after the sending and, where the
  /// plan is read so, none before the year that was announced last.
  [[nodiscard]] std::optional<int> last_year(const std::string& id) const {
    std::optional<int> last;
    if (checks_.as_of && settings_.latest_year == "previous_year") last = checks_.as_of->year() - 1;
    const auto series = figures_.yearly.find(id);
    if (series == figures_.yearly.end()) return last;
    for (const auto& [year, figure] : series->second) {
      if (checks_.as_of && year > checks_.as_of->year()) continue;
      last = std::max(last.value_or(year), year);
    }
    return last;
  }

  static void derive(const Predicate& predicate, const std::string& figure, std::optional<int> year, Decimal value,
                     bool holds, PredicateResult& result) {
    const auto usual = predicate.kind == PredicateKind::reduction ? Comparison::more_than : Comparison::at_least;
    result.derived.push_back({predicate.kind, figure, year, value, predicate.comparison.value_or(usual),
                              predicate.threshold.value_or(Decimal()), std::nullopt, holds});
  }

  static void conclude(PredicateResult& result, bool failed) {
    result.verdict = failed ? not_met : result.missing.empty() ? met : unknown;
  }

  PredicateResult consecutive_drops(const Predicate& predicate) const {
    PredicateResult result;
    const auto last = last_year(predicate.series);
    if (!last) {
      result.missing.push_back({predicate.series, std::nullopt});
      return result;
    }
    const int first = *last - predicate.years.value_or(1);
    std::vector<const YearFigure*> rates;
    for (int year = first; year <= *last; ++year) rates.push_back(of_year(predicate.series, year, result));
    if (settings_.consecutive_reading == "mean") return mean_drop(predicate, rates, std::move(result));
    for (std::size_t i = 1; i < rates.size(); ++i) {
      if (!rates[i - 1] || !rates[i]) continue;
      const Decimal before = rates[i - 1]->value;
      const Decimal after = rates[i]->value;
      const bool enough = drops_enough(predicate, before, after);
      const int year = first + static_cast<int>(i);
      const bool relative = settings_.drop_reading == "relative_percent";
      derive(predicate, predicate.series, year, relative ? percent_fallen(before, after) : before - after, enough, result);
      if (!enough) result.failing_years.push_back(year);
    }
    conclude(result, !result.failing_years.empty());
    return result;
  }

  bool drops_enough(const Predicate& predicate, Decimal before, Decimal after) const {
    const Comparison comparison = predicate.comparison.value_or(Comparison::at_least);
    const Decimal threshold = predicate.threshold.value_or(Decimal());
    if (settings_.drop_reading != "relative_percent") {
      return holds(comparison, (before - after).units(), threshold.units());
    }
    return before.units() > 0 && falls_by_percent(before, after, comparison, threshold);
  }

  /// The mean of drops in a row is the whole drop over their number; no single year fails it.
  static PredicateResult mean_drop(const Predicate& predicate, const std::vector<const YearFigure*>& rates,
                                   PredicateResult result) {
    const bool known = rates.front() && rates.back();
    const auto drops = static_cast<Wide>(rates.size() - 1);
    if (!known) {
      conclude(result, false);
      return result;
    }
    const std::int64_t whole = (rates.front()->value - rates.back()->value).units();
    const bool enough = holds(predicate.comparison.value_or(Comparison::at_least), whole,
                              drops * predicate.threshold.value_or(Decimal()).units());
    const auto mean = Decimal::of_units(drops == 0 ? 0 : whole / static_cast<std::int64_t>(drops));
    derive(predicate, predicate.series, std::nullopt, mean, enough, result);
    conclude(result, !enough);
    return result;
  }

  PredicateResult reduction(const Predicate& predicate) const {
    PredicateResult result;
    const YearFigure* baseline = single(predicate.baseline, result);
    const YearFigure* current = single(predicate.current, result);
    const bool failed = baseline && current &&
                        (baseline->value.units() <= 0 ||
                         !falls_by_percent(baseline->value, current->value,
                                           predicate.comparison.value_or(Comparison::more_than),
                                           predicate.threshold.value_or(Decimal())));
    if (baseline && current) {
      const auto fallen = percent_fallen(baseline->value, current->value);
      derive(predicate, predicate.current, std::nullopt, fallen, !failed, result);
    }
    conclude(result, failed);
    return result;
  }

  PredicateResult yearly_plan(const Predicate& predicate) const {
    PredicateResult result;
    // "Đạt và vượt": reaching the planned value is enough unless the plan says otherwise.
    const Comparison comparison = predicate.comparison.value_or(Comparison::at_least);
    for (int year = predicate.from_year.value_or(0); year <= predicate.to_year.value_or(-1); ++year) {
      const YearFigure* actual = of_year(predicate.series, year, result);
      const YearFigure* planned = of_year(predicate.plan_series, year, result);
      if (!actual || !planned) continue;
      const bool enough = holds(comparison, actual->value.units(), planned->value.units());
      derive(predicate, predicate.series, year, actual->value, enough, result);
      result.derived.back().comparison = comparison;
      result.derived.back().threshold = planned->value;
      if (!enough) result.failing_years.push_back(year);
    }
    conclude(result, !result.failing_years.empty());
    return result;
  }

  PredicateResult range(const Predicate& predicate) const {
    PredicateResult result;
    const YearFigure* figure = single(predicate.figure, result);
    const bool failed = figure && ((predicate.minimum && figure->value < *predicate.minimum) ||
                                   (predicate.maximum && *predicate.maximum < figure->value));
    if (figure) {
      derive(predicate, predicate.figure, std::nullopt, figure->value, !failed, result);
      result.derived.back().comparison.reset();
      result.derived.back().threshold = predicate.minimum;
      result.derived.back().maximum = predicate.maximum;
    }
    conclude(result, failed);
    return result;
  }

  /// `decisive` of one part decides the whole; without it an unknown part leaves it unknown; else it is `otherwise`.
  PredicateResult combined(const Predicate& predicate, CriterionVerdict decisive, CriterionVerdict otherwise) const {
    PredicateResult result{.verdict = otherwise, .figures = {}, .failing_years = {}, .derived = {}, .missing = {}};
    for (const Predicate& part : predicate.of) {
      const PredicateResult inner = run(part);
      append(result.figures, inner.figures);
      append(result.missing, inner.missing);
      append(result.derived, inner.derived);
      append(result.failing_years, inner.failing_years);
      if (inner.verdict == decisive) result.verdict = decisive;
      if (inner.verdict == unknown && result.verdict != decisive) result.verdict = unknown;
    }
    return result;
  }

  template <class T>
  static void append(std::vector<T>& to, const std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
  }

  const PlanSettings& settings_;
  const Figures& figures_;
  const FigureChecks& checks_;
};

/// Two alternatives may ask for the same figure: it is told once.
template <class T>
void keep_first_of_each(std::vector<T>& items) {
  std::vector<T> kept;
  for (T& item : items) {
    const auto same = [&](const T& other) { return other.figure == item.figure && other.year == item.year; };
    if (std::ranges::none_of(kept, same)) kept.push_back(std::move(item));
  }
  items = std::move(kept);
}

}  // namespace

PredicateResult evaluate(const Predicate& predicate, const PlanSettings& settings, const Figures& figures,
                         const FigureChecks& checks) {
  PredicateResult result = Evaluation(settings, figures, checks).run(predicate);
  keep_first_of_each(result.figures);
  keep_first_of_each(result.missing);
  if (result.verdict != not_met) result.failing_years.clear();
  if (result.verdict != unknown) result.missing.clear();
  std::ranges::sort(result.failing_years);
  const auto repeated = std::ranges::unique(result.failing_years);
  result.failing_years.erase(repeated.begin(), repeated.end());
  return result;
}

}  // namespace vinhdanh
