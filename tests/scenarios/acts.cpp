// The acts that are no command on one dossier: papers of a submission, drafts, decisions, the closing of a round.
#include "tests/scenarios/payloads.hpp"
#include "tests/scenarios/play.hpp"

namespace vinhdanh::scenarios {

std::optional<Payload> Play::payload(const Row& row) {
  const Dossier of = dossier(row);
  static const SubjectCategory none;
  const SubjectCategory* category = plan().category(of.category);
  return read_payload({.line = row.line,
                       .date = row.date,
                       .dossier = of,
                       .category = category ? *category : none,
                       .office = [&](const std::string& word) { return office(word, row.line); },
                       .decision =
                           [&](const std::string& name) {
                             if (!decisions_.contains(name)) fault(row.line, "no such decision: " + name);
                             return decisions_.at(name);
                           }},
                      row.what);
}

/// Papers of the submission are attached by whoever has the dossier.
Came Play::attach(const Row& row, const std::string& slot) {
  const Actor who = actor(row.who, row.line);
  const Dossier of = dossier(row);
  const AwardForm* form = plan().award_form(of.form);
  for (const PaperRequirement& paper : form ? form->papers : std::vector<PaperRequirement>{}) {
    if (paper.slot != slot || paper.level != PaperLevel::submission) continue;
    desk_.attach_to_submission(who, of.submission, slot);
    return {};
  }
  return {desk_.act(who, of.id, AttachPaper{desk_.paper(slot)})};
}

Came Play::edit(const Row& row, const std::vector<std::string>& parts) {
  constexpr std::string_view keys[] = {"nominee", "title", "nominee person", "nominee office", "achievement",
                                       "from",    "to",    "figure"};
  const DossierId& id = dossier_id(row);
  const auto refusal = desk_.act(actor(row.who, row.line), id, EditContent{});
  if (!refusal) desk_.edit(id, content_of(details_of(parts, keys, row.line), desk_.content(id), row.line));
  return {refusal};
}

Came Play::open_decision(const Row& row, const std::string& name, const std::string& form) {
  decisions_[name] = desk_.open_decision(actor(row.who, row.line), dossier(row).occasion, form);
  return {};
}

std::optional<Came> Play::other_act(const Row& row) {
  auto parts = parts_of(row.what, ';');
  const std::string head = parts.front();
  parts.erase(parts.begin());
  std::string object;
  if (head == "look") return Came{};
  if (takes(head, "check", object)) return Came{.answer = check(row, object)};
  if (takes(head, "attach paper", object)) return attach(row, object);
  if (head == "edit content") return edit(row, parts);
  if (takes(head, "open decision", object)) {
    constexpr std::string_view keys[] = {"form"};
    return open_decision(row, object, details_of(parts, keys, row.line).at(0).value);
  }
  if (takes(head, "sign", object)) {
    return Came{desk_.act_on_decision(actor(row.who, row.line), decisions_.at(object), Sign{})};
  }
  if (takes(head, "number", object)) {
    const auto as = object.find(" as ");
    if (as == std::string::npos) fault(row.line, "a decision is numbered as something");
    const Number payload{trimmed(object.substr(as + 4)), row.date};
    return Came{desk_.act_on_decision(actor(row.who, row.line), decisions_.at(object.substr(0, as)), payload)};
  }
  if (takes(head, "close the occasion", object)) {
    return Came{desk_.close(actor(row.who, row.line), occasions_.at(object))};
  }
  return std::nullopt;
}

}  // namespace vinhdanh::scenarios
