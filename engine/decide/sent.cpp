// What was sent with the command: reasons, documents, dates, choices from lists.
#include <algorithm>

#include "engine/decide/findings.hpp"
#include "engine/decide/return_codes.hpp"
#include "engine/decide/technical.hpp"

namespace vinhdanh::detail {
namespace {

std::string at(const std::string& list, std::size_t place, const std::string& member = "") {
  return "/" + list + "/" + std::to_string(place) + (member.empty() ? "" : "/" + member);
}

void need_text(Findings& found, const std::string& text, std::string pointer) {
  if (is_blank(text)) found.push_back({.code = Reason::reason_missing, .pointer = std::move(pointer)});
}

template <class P>
Findings missing_reasons(const Case&, const P& payload) {
  Findings found;
  if constexpr (requires {
                  { payload.reason } -> std::convertible_to<std::string>;
                })
    need_text(found, payload.reason, "/reason");
  return found;
}
Findings missing_reasons(const Case&, const Comment& payload) {
  Findings found;
  need_text(found, payload.text, "/text");
  return found;
}
Findings missing_reasons(const Case&, const Attest& payload) {
  Findings found;
  for (const auto& [criterion, entry] : payload.attestations) {
    if (entry.value != Attestation::met) need_text(found, entry.reason, "/attestations/" + criterion + "/reason");
  }
  return found;
}
Findings missing_reasons(const Case&, const GiveOpinion& payload) {
  Findings found;
  need_text(found, payload.text, "/text");
  return found;
}
Findings missing_reasons(const Case&, const ConcludeIneligible& payload) {
  Findings found;
  need_text(found, payload.text, "/text");
  return found;
}
Findings missing_reasons(const Case&, const Propose& payload) {
  Findings found;
  const bool plain = payload.kind == ProposalKind::forward || payload.kind == ProposalKind::approve;
  if (!plain) need_text(found, payload.text.value_or(""), "/text");
  return found;
}
Findings missing_reasons(const Case&, const ForwardWithDisagreement& payload) {
  Findings found;
  need_text(found, payload.opinion.value_or(""), "/opinion");
  return found;
}
Findings missing_reasons(const Case&, const ReturnForRework& payload) {
  Findings found;
  if (payload.points.empty()) need_text(found, "", "/points");
  for (std::size_t i = 0; i < payload.points.size(); ++i)
    need_text(found, payload.points[i].text, at("points", i, "text"));
  return found;
}
Findings missing_reasons(const Case&, const RecordCorrection& payload) {
  Findings found;
  need_text(found, payload.value, "/value");
  return found;
}

void need_document(Findings& found, const std::string& number, const std::optional<Date>& date,
                   const std::string& root) {
  if (is_blank(number)) found.push_back({.code = Reason::document_incomplete, .pointer = root + "/number"});
  if (!date) found.push_back({.code = Reason::document_incomplete, .pointer = root + "/date"});
}

/// The council speaks by its minutes: number, date, and votes that can be true.
void need_minutes(Findings& found, const Case& asked, const std::optional<CouncilMinutes>& minutes) {
  const auto add = [&](const char* pointer) {
    found.push_back({.code = Reason::document_incomplete, .pointer = pointer});
  };
  if (!minutes) {
    if (asked.stage && asked.stage->kind == StageKind::advise) add("/minutes");
    return;
  }
  need_document(found, minutes->number, minutes->date, "/minutes");
  if (minutes->members_total <= 0) add("/minutes/members_total");
  if (minutes->members_present <= 0 || minutes->members_present > minutes->members_total)
    add("/minutes/members_present");
  if (minutes->votes_for < 0 || minutes->votes_for > minutes->members_total) add("/minutes/votes_for");
}

template <class P>
Findings incomplete_documents(const Case& asked, const P& payload) {
  Findings found;
  if constexpr (requires { payload.letter; })
    need_document(found, payload.letter.number, payload.letter.date, "/letter");
  if constexpr (requires { payload.document; })
    need_document(found, payload.document.number, payload.document.date, "/document");
  if constexpr (requires { payload.minutes; }) need_minutes(found, asked, payload.minutes);
  if constexpr (requires { payload.sent; }) {
    if (payload.sent) need_document(found, payload.sent->number, payload.sent->date, "/sent");
  }
  if constexpr (requires { payload.number; }) need_document(found, payload.number, payload.date, "");
  if constexpr (requires { payload.review; }) {
    if (!payload.review) found.push_back({.code = Reason::document_incomplete, .pointer = "/review"});
  }
  return found;
}

RefusalReason unknown(std::string member, std::string value, std::string pointer) {
  return {.code = Reason::unknown_choice,
          .details = {{"member", std::move(member)}, {"value", std::move(value)}},
          .pointer = std::move(pointer)};
}

template <class P>
Findings unknown_choices(const Case&, const P&) {
  return {};
}
Findings unknown_choices(const Case& asked, const AttachPaper& payload) {
  const bool known = std::ranges::any_of(asked.form.papers, [&](const PaperRequirement& required) {
    return required.slot == payload.paper.slot && required.level == PaperLevel::dossier;
  });
  return only_if(!known, unknown("slot", payload.paper.slot, "/slot"));
}
Findings unknown_choices(const Case& asked, const Resubmit& payload) {
  Findings found;
  for (std::size_t i = 0; i < payload.answers.size(); ++i) {
    const std::string& point = payload.answers[i].point;
    if (std::ranges::find(asked.dossier.points, point, &ReturnPoint::id) != asked.dossier.points.end()) continue;
    found.push_back(unknown("point", point, at("answers", i, "point")));
  }
  return found;
}
Findings unknown_choices(const Case& asked, const Attest& payload) {
  const SubjectCategory* category = asked.rules.plan.category(asked.dossier.category);
  Findings found = only_if(payload.attestations.empty(), unknown("attestations", "", "/attestations"));
  for (const auto& [id, entry] : payload.attestations) {
    const bool known = category && std::ranges::any_of(category->criteria, [&](const Criterion& criterion) {
                         return criterion.id == id && criterion.kind == CriterionKind::attested;
                       });
    if (!known) found.push_back(unknown("attestations", id, "/attestations/" + id));
  }
  return found;
}
Findings unknown_choices(const Case&, const Rank& payload) {
  return only_if(payload.rank < 1, unknown("rank", std::to_string(payload.rank), "/rank"));
}
/// What may be proposed is what the head could do at this stage.
Findings unknown_choices(const Case& asked, const Propose& payload) {
  const StageKind kind = asked.stage ? asked.stage->kind : StageKind::review;
  const bool decides = kind == StageKind::decide;
  const bool forwards = !decides && kind != StageKind::record_result;
  bool known = true;
  if (payload.kind == ProposalKind::forward || payload.kind == ProposalKind::forward_with_disagreement)
    known = forwards;
  if (payload.kind == ProposalKind::approve) known = decides;
  const bool may_end = decides || kind == StageKind::endorse;
  if (payload.kind == ProposalKind::approve_lower_form) known = may_end && !lower_forms_here(asked).empty();
  if (payload.kind == ProposalKind::decline) known = may_end;
  return only_if(!known, unknown("kind", std::string(name_of(payload.kind)), "/kind"));
}
Findings unknown_choices(const Case& asked, const ReturnForRework& payload) {
  Findings found;
  const std::size_t here = asked.stage ? place_of(asked.route, asked.stage->id) : 0;
  if (payload.to_stage && place_of(asked.route, *payload.to_stage) >= here) {
    found.push_back(unknown("to_stage", *payload.to_stage, "/to_stage"));
  }
  for (std::size_t i = 0; i < payload.points.size(); ++i) {
    const std::string& code = payload.points[i].code;
    if (std::ranges::find(kReturnCodes, code) == kReturnCodes.end())
      found.push_back(unknown("code", code, at("points", i, "code")));
  }
  return found;
}
Findings unknown_choices(const Case& asked, const Assign& payload) {
  const auto& people = asked.facts.office_people;
  const bool known = std::ranges::find(people, payload.person) != people.end();
  return only_if(!known, unknown("person", payload.person, "/person"));
}
Findings unknown_choices(const Case& asked, const ApproveLowerForm& payload) {
  const std::vector<FormCode> lower = lower_forms_here(asked);
  return only_if(std::ranges::find(lower, payload.form) == lower.end(), unknown("form", payload.form, "/form"));
}

void need_past(Findings& found, const Case& asked, const std::optional<Date>& date, std::string pointer) {
  if (!date || *date <= asked.today) return;
  found.push_back({.code = Reason::date_in_future,
                   .details = {{"date", date->text()}, {"today", asked.today.text()}},
                   .pointer = std::move(pointer)});
}

template <class Question>
Findings ask(const Case& asked, Question question) {
  return std::visit([&](const auto& payload) { return question(asked, payload); }, asked.payload);
}

}  // namespace

Findings reason_missing(const Case& asked) {
  return ask(asked, [](const Case& c, const auto& payload) { return missing_reasons(c, payload); });
}

Findings document_incomplete(const Case& asked) {
  return ask(asked, [](const Case& c, const auto& payload) { return incomplete_documents(c, payload); });
}

Findings unknown_choice(const Case& asked) {
  return ask(asked, [](const Case& c, const auto& payload) { return unknown_choices(c, payload); });
}

Findings date_in_future(const Case& asked) {
  Findings found;
  if (const auto* number = std::get_if<Number>(&asked.payload)) need_past(found, asked, number->date, "/date");
  if (const auto* result = std::get_if<RecordResult>(&asked.payload)) {
    need_past(found, asked, result->document.date, "/document/date");
    if (result->sent) need_past(found, asked, result->sent->date, "/sent/date");
  }
  return found;
}

Findings date_in_past(const Case& asked) {
  const auto* hold = std::get_if<PutOnHold>(&asked.payload);
  if (!hold || !hold->review || asked.today <= *hold->review) return {};
  return {{.code = Reason::date_in_past,
           .details = {{"date", hold->review->text()}, {"today", asked.today.text()}},
           .pointer = "/review"}};
}

Findings late_without_reason(const Case& asked) {
  const auto* submit = std::get_if<Submit>(&asked.payload);
  const Date deadline = asked.facts.occasion.receipt_deadline;
  if (!submit || asked.today <= deadline || !is_blank(submit->late_reason.value_or(""))) return {};
  return {{.code = Reason::late_without_reason,
           .details = {{"deadline", deadline.text()}},
           .pointer = "/late_reason",
           .source = Source{.clause = asked.facts.occasion.document.number}}};
}

/// A resubmission answers every open point; at a stage no point may be open any more.
Findings point_open(const Case& asked) {
  const auto* resubmit = std::get_if<Resubmit>(&asked.payload);
  Findings found;
  for (const ReturnPoint& point : asked.dossier.points) {
    const bool answered = resubmit && std::ranges::any_of(resubmit->answers, [&](const Answer& answer) {
                            return answer.point == point.id && !is_blank(answer.text);
                          });
    if (!point.open || answered) continue;
    found.push_back({.code = Reason::point_open, .details = {{"point", point.id}}, .pointer = "/answers"});
  }
  return found;
}

Findings not_technical(const Case& asked) {
  const auto* correction = std::get_if<RecordCorrection>(&asked.payload);
  if (!correction) return {};
  const std::string& pointer = correction->pointer;
  return only_if(!technical_member(pointer),
                 {.code = Reason::not_technical, .details = {{"pointer", pointer}}, .pointer = "/pointer"});
}

}  // namespace vinhdanh::detail
