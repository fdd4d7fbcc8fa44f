// What may I do, and why not the rest? `permitted` asks the same table as the real act and answers for every command.
#include <iostream>

#include "examples/support/desk.hpp"

using namespace vinhdanh;
using example::Desk;

namespace {

/// In a phase where a command has no place, that is the reason to tell; the others come into play later.
std::vector<RefusalReason> telling(std::vector<RefusalReason> reasons) {
  for (const RefusalReason& reason : reasons) {
    if (reason.code == Reason::wrong_phase) return {reason};
  }
  return reasons;
}

void show(const Desk& desk, const DossierId& id, const Actor& actor) {
  const Dossier dossier = *desk.store.dossier(id);
  std::cout << name_of(actor.role) << " of " << actor.office << ", "
            << visible_state(dossier, desk.rules(dossier).plan).vi << "\n";
  for (const Permission& permission : permitted(dossier, desk.facts(dossier, actor, nullptr), desk.rules(dossier))) {
    std::cout << (permission.allowed ? "  + " : "  - ") << name_of(permission.command) << "\n";
    for (const RefusalReason& reason : telling(permission.reasons))
      std::cout << "      " << sentence_of(reason).vi << "\n";
  }
}

}  // namespace

int main() {
  Desk desk{Definitions()};
  desk.today = *Date::of(2020, 7, 6);
  const Actor officer = desk.appoint("officer", "so_noi_vu_ninh_binh", Role::board_officer);
  const Actor head = desk.appoint("head", "xa_phu_long", Role::unit_head);
  const Actor intake = desk.appoint("intake", "so_ldtbxh_ninh_binh", Role::intake_reviewer);
  const Actor director = desk.appoint("director", "so_ldtbxh_ninh_binh", Role::office_head);
  const OccasionId occasion = desk.open_occasion(officer, {.plan = {"ninh-binh-2016-2020", 1, ""},
                                                           .name = "Tổng kết 2020",
                                                           .document = {"15/HD-SNV", desk.today},
                                                           .forms = {"provincial_merit"},
                                                           .opens = desk.today,
                                                           .receipt_deadline = *Date::of(2020, 8, 31)});
  const SubmissionId submission = desk.open_submission(head, occasion);
  Content content{.nominee = {.name = "Bà Bùi Thị Thơm", .title = "Cán bộ giảm nghèo"}, .achievement = "Bám sát cơ sở"};
  content.achievement_from = Date::of(2016, 1, 1);
  content.achievement_to = Date::of(2020, 6, 30);
  const DossierId id =
      desk.open_dossier(head, submission, {"provincial_merit", SubjectKind::individual, "official", content});

  show(desk, id, head);  // a draft without its report

  desk.attach_to_submission(head, submission, "submission_letter");
  desk.act(head, id, AttachPaper{desk.paper("achievement_report")});
  desk.act(head, id, Submit{{"31/TTr-UBND", desk.today}, std::nullopt});
  desk.act(intake, id, Receive{});
  show(desk, id, director);  // received, but nobody has attested or proposed yet
}
