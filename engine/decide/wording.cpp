// Names what a reason's details only number.
#include "engine/decide/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/refusal/words.hpp"

namespace vinhdanh::detail {
namespace {

using Said = std::optional<Sentence>;

Sentence proper(const std::string& name) { return {name, name}; }

Said office_words(const Case& asked, const std::string& offices) {
  std::string names;
  for (std::size_t from = 0; from < offices.size();) {
    const auto to = std::min(offices.find(", ", from), offices.size());
    if (const Office* office = asked.rules.organisation.office(offices.substr(from, to - from)))
      names += (names.empty() ? "" : "; ") + office->name_on(asked.today);
    from = to + 2;
  }
  if (names.empty()) return std::nullopt;
  return proper(names);
}

Said stage_words(const Case& asked, const std::string& id) {
  const Stage* stage = stage_of(asked.route, id);
  if (!stage) return std::nullopt;
  return proper(stage->name);
}

Said criterion_words(const Case& asked, const std::string& id) {
  const SubjectCategory* category = asked.rules.plan.category(asked.dossier.category);
  if (!category) return std::nullopt;
  const auto found = std::ranges::find(category->criteria, id, &Criterion::id);
  if (found == category->criteria.end()) return std::nullopt;
  return proper("“" + found->text + "”");
}

Said point_words(const Case& asked, const std::string& id) {
  const auto& points = asked.dossier.points;
  const auto found = std::ranges::find(points, id, &ReturnPoint::id);
  if (found == points.end()) return std::nullopt;
  const auto place = std::to_string(found - points.begin() + 1);
  return Sentence{"điểm " + place, "point " + place};
}

Said form_words(const Case& asked, const std::string& code) {
  const AwardForm* form = asked.rules.plan.award_form(code);
  if (!form) return std::nullopt;
  return proper(form->name);
}

Said decision_words(const Case& asked, const std::string&) {
  const Decision* decision = named_decision(asked);
  if (!decision) return std::nullopt;
  if (decision->number) return Sentence{"quyết định số " + *decision->number, "decision " + *decision->number};
  const Said form = form_words(asked, decision->form);
  if (!form) return std::nullopt;
  return Sentence{"dự thảo quyết định " + form->vi, "draft decision on " + form->en};
}

Said number_words(const Case&, const std::string& number) { return proper(number); }

Said proposal_kind_words(const Case&, const std::string& name) {
  const auto kind = parse_name<ProposalKind>(name);
  if (!kind) return std::nullopt;
  const Words words = proposal_words(*kind);
  return Sentence{std::string(words.vi), std::string(words.en)};
}

using Wording = Said (*)(const Case&, const std::string&);
using Entry = std::pair<std::string_view, Wording>;

constexpr auto kDetails = std::to_array<Entry>({{"office", office_words},
                                                {"sender", office_words},
                                                {"stage", stage_words},
                                                {"criterion", criterion_words},
                                                {"ground", criterion_words},
                                                {"point", point_words},
                                                {"decision", decision_words}});

/// By the member that the value was given for; any other value is a code that nobody here knows.
constexpr auto kValues = std::to_array<Entry>({{"form", form_words},
                                               {"to_stage", stage_words},
                                               {"attestations", criterion_words},
                                               {"rank", number_words},
                                               {"kind", proposal_kind_words}});

std::vector<std::string> parts_of(const std::string& pointer) {
  std::vector<std::string> parts;
  for (std::size_t from = 1; from < pointer.size();) {
    const auto to = std::min(pointer.find('/', from), pointer.size());
    parts.push_back(pointer.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

/// "/figures/yearly/<id>/<year>", "/figures/single/<id>", either perhaps with the member "source".
Said figure_words(const Case& asked, std::vector<std::string> parts) {
  const auto& figures = asked.rules.plan.figures;
  const auto figure = std::ranges::find(figures, parts[2], &FigureDefinition::id);
  if (figure == figures.end()) return std::nullopt;
  Sentence said = proper(figure->name);
  const bool of_source = parts.back() == "source";
  if (of_source) parts.pop_back();
  if (parts.size() > 3) said = {said.vi + ", năm " + parts[3], said.en + ", " + parts[3]};
  if (of_source) said = {"nguồn của số liệu: " + said.vi, "source of the figure: " + said.en};
  return said;
}

Said place_words(const Case& asked, const std::string& pointer) {
  const auto parts = parts_of(pointer);
  if (parts.size() >= 3 && parts[0] == "figures") return figure_words(asked, parts);
  const bool of_criterion = parts.size() >= 2 && parts[0] == "attestations";
  const Said criterion = of_criterion ? criterion_words(asked, parts[1]) : std::nullopt;
  if (!criterion) return std::nullopt;
  return Sentence{"lý do của tiêu chí " + criterion->vi, "reason for the criterion " + criterion->en};
}

void say(RefusalReason& reason, const std::string& name, const Said& said) {
  if (!said) return;
  reason.details.try_emplace(name + "_vi", said->vi);
  reason.details.try_emplace(name + "_en", said->en);
}

}  // namespace

void put_into_words(const Case& asked, RefusalReason& reason) {
  const auto detail = [&](std::string_view name) {
    const auto found = reason.details.find(std::string(name));
    return found == reason.details.end() ? std::string() : found->second;
  };
  for (const auto& [name, words] : kDetails) {
    if (!detail(name).empty()) say(reason, std::string(name), words(asked, detail(name)));
  }
  for (const auto& [member, words] : kValues) {
    if (detail("member") == member && !detail("value").empty()) say(reason, "value", words(asked, detail("value")));
  }
  const std::string place = detail("pointer").empty() ? reason.pointer.value_or("") : detail("pointer");
  say(reason, "pointer", place_words(asked, place));
}

}  // namespace vinhdanh::detail
