// What a caller is shown of a submission, occasion and decision, and the parts that views share.
#include "api/desk/dossier/views.hpp"

#include "api/desk/caller/acting_for.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/commands/case.hpp"
#include "engine/codec/reflect.hpp"

namespace vinhdanh {

Json source_json(const Source& source) {
  Json json{{"confidence", name_of(source.confidence)}};
  if (source.clause) json["clause"] = *source.clause;
  if (source.assumed) json["assumed"] = true;
  if (source.basis) json["basis"] = *source.basis;
  return json;
}

Json reasons_json(const std::vector<RefusalReason>& reasons) {
  auto list = Json::array();
  for (const auto& reason : reasons) {
    const auto sentence = sentence_of(reason);
    Json json{{"code", name_of(reason.code)}, {"sentence", {{"vi", sentence.vi}, {"en", sentence.en}}}};
    json["details"] = reason.details;
    if (reason.pointer) json["pointer"] = *reason.pointer;
    if (reason.source) {
      if (reason.source->clause) json["citation"] = *reason.source->clause;
      if (reason.source->assumed) json["assumed"] = true;
      if (reason.source->basis) json["basis"] = *reason.source->basis;
      json["confidence"] = name_of(reason.source->confidence);
    }
    list.push_back(std::move(json));
  }
  return list;
}

Json state_json(const Deps& deps, const Dossier& dossier) {
  const auto state = visible_state(dossier, rules_for(deps, dossier.plan).plan);
  return {{"code", state.code}, {"vi", state.vi}, {"en", state.en}};
}

namespace {

/// Who signed KT. for whom is in the event of the signature.
Json signer_for(const Deps& deps, const Decision& decision) {
  if (decision.signed_as != Capacity::deputy) return nullptr;
  for (std::int64_t from = 0;;) {
    const auto page = deps.store.events(StreamKind::decision, decision.id, from, 200);
    for (const auto& sealed : page) {
      if (std::holds_alternative<DecisionSigned>(sealed.event.body)) return acting_for(deps, sealed.event.actor);
    }
    if (page.size() < 200) return nullptr;
    from = page.back().n + 1;
  }
}

void add_names(const Deps& deps, Json& view) {
  NameList names;
  names.note(view);
  view["names"] = names.json(deps, today(deps));
}

}  // namespace

Json submission_line(const Deps& deps, const Submission& submission) {
  auto line = to_json_value(submission);
  line["unit_name"] = office_name(deps.rulebook.organisation(), submission.unit, today(deps));
  if (const auto occasion = deps.store.occasion(submission.occasion)) line["occasion_name"] = occasion->name;
  return line;
}

Json submission_view(const Deps& deps, const Submission& submission, const std::vector<Dossier>& dossiers) {
  auto view = submission_line(deps, submission);
  view["dossiers"] = dossier_lines(deps, dossiers);
  return view;
}

Json occasion_view(const Deps& deps, const Occasion& occasion) {
  auto view = to_json_value(occasion);
  const auto& plan = rules_for(deps, occasion.plan).plan;
  view["plan_title"] = plan.title;
  view["office_name"] = office_name(deps.rulebook.organisation(), occasion.office, today(deps));
  auto forms = Json::object();
  for (const auto& code : occasion.forms) {
    if (const auto* form = plan.award_form(code)) forms[code] = form->name;
  }
  view["form_names"] = std::move(forms);
  return view;
}

Json decision_line(const Deps& deps, const Decision& decision) {
  auto line = to_json_value(decision);
  line["authority_name"] = office_name(deps.rulebook.organisation(), decision.authority, today(deps));
  line["form_name"] = decision.form;
  if (const auto occasion = deps.store.occasion(decision.occasion)) {
    line["form_name"] = form_name(rules_for(deps, occasion->plan).plan, decision.form);
    line["occasion_name"] = occasion->name;
  }
  return line;
}

Json decision_view(const Deps& deps, const Decision& decision, const std::vector<Dossier>& dossiers) {
  auto view = decision_line(deps, decision);
  view["dossiers"] = dossier_lines(deps, dossiers);
  if (auto holder = signer_for(deps, decision); !holder.is_null()) view["acting_for"] = std::move(holder);
  add_names(deps, view);
  return view;
}

}  // namespace vinhdanh
