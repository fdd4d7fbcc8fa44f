// From draft to decision in memory: a department of Ninh Bình gives one of its officials a Giấy khen.
#include <iostream>

#include "examples/support/desk.hpp"

using namespace vinhdanh;
using example::Desk;

namespace {

void show(const Desk& desk, const DossierId& id, std::string_view act, const std::optional<Refusal>& refusal = {}) {
  const Dossier dossier = *desk.store.dossier(id);
  std::cout << desk.today.text() << "  " << act << ": ";
  if (refusal) std::cout << "refused, " << name_of(refusal->reasons.front().code) << "; still ";
  std::cout << name_of(dossier.phase) << " (" << visible_state(dossier, desk.rules(dossier).plan).vi << ")\n";
}

}  // namespace

int main() {
  Desk desk{Definitions()};
  desk.today = *Date::of(2018, 9, 3);

  // People hold roles in offices; one person may not do everything.
  const OfficeId unit = "so_khcn_ninh_binh";
  const Actor officer = desk.appoint("officer", unit, Role::board_officer);
  const Actor clerk = desk.appoint("clerk", unit, Role::unit_clerk);
  const Actor registry = desk.appoint("registry", unit, Role::registry_clerk);
  const Actor head = desk.appoint("head", unit, Role::decider);

  // A review round is opened by a numbered document; a submission (tờ trình) carries dossiers, one nominee each.
  const OccasionId occasion = desk.open_occasion(officer, {.plan = {"ninh-binh-2016-2020", 1, ""},
                                                           .milestone = MilestoneKind::interim_review,
                                                           .name = "Sơ kết 2018",
                                                           .document = {"20/SKHCN", desk.today},
                                                           .forms = {"unit_commendation"},
                                                           .opens = desk.today,
                                                           .receipt_deadline = *Date::of(2018, 9, 28)});
  const SubmissionId submission = desk.open_submission(clerk, occasion);
  Content content{.nominee = {.name = "Bà Nguyễn Thị Mơ", .title = "Chuyên viên"},
                  .achievement = "Đưa giống mới đến hộ nghèo"};
  content.achievement_from = Date::of(2016, 1, 1);
  content.achievement_to = Date::of(2018, 6, 30);
  const DossierId id =
      desk.open_dossier(clerk, submission, {"unit_commendation", SubjectKind::individual, "official", content});
  show(desk, id, "opened by the clerk");

  // Every act goes the one way: load, decide, commit. A refusal says why and changes nothing.
  const DocumentRef letter{"05/TTr", desk.today};
  show(desk, id, "sent without its papers", desk.act(clerk, id, Submit{letter, std::nullopt}));
  desk.attach_to_submission(clerk, submission, "submission_letter");
  show(desk, id, "report attached", desk.act(clerk, id, AttachPaper{desk.paper("achievement_report")}));
  show(desk, id, "sent", desk.act(clerk, id, Submit{letter, std::nullopt}));
  desk.today = *Date::of(2018, 9, 10);
  show(desk, id, "received", desk.act(registry, id, Receive{}));
  const DecisionId decision = desk.open_decision(registry, occasion, "unit_commendation");
  show(desk, id, "approved by the head", desk.act(head, id, Approve{decision}));
  show(desk, id, "signed", desk.act_on_decision(head, decision, Sign{}));
  desk.today = *Date::of(2018, 9, 12);
  show(desk, id, "numbered", desk.act_on_decision(registry, decision, Number{"77/QĐ-SKHCN", desk.today}));

  const AwardResult result = *desk.store.dossier(id)->result;
  std::cout << "Decision " << result.number << " of " << result.date->text() << ", "
            << desk.store.dossier(id)->version + 1 << " events\n";
}
