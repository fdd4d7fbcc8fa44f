// A history that verifies without trusting us: change one byte of one event and the verifier names it.
#include <iostream>

#include "engine/invariants/chain.hpp"
#include "engine/invariants/verification.hpp"
#include "examples/support/desk.hpp"

using namespace vinhdanh;
using example::Desk;

namespace {

/// A dossier with a few events: opened, a paper, sent, received.
DossierId write_history(Desk& desk) {
  desk.today = *Date::of(2018, 9, 3);
  const Actor officer = desk.appoint("officer", "so_khcn_ninh_binh", Role::board_officer);
  const Actor clerk = desk.appoint("clerk", "so_khcn_ninh_binh", Role::unit_clerk);
  const Actor registry = desk.appoint("registry", "so_khcn_ninh_binh", Role::registry_clerk);
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
  desk.attach_to_submission(clerk, submission, "submission_letter");
  desk.act(clerk, id, AttachPaper{desk.paper("achievement_report")});
  desk.act(clerk, id, Submit{{"05/TTr", desk.today}, std::nullopt});
  desk.act(registry, id, Receive{});
  return id;
}

void show(const Violations& violations) {
  if (violations.empty()) std::cout << "  intact\n";
  for (const Violation& violation : violations) {
    std::cout << "  event " << violation.n << ", " << violation.invariant << ": " << promise_of(violation.invariant).vi
              << "\n";
  }
}

}  // namespace

int main() {
  Desk desk{Definitions()};
  const DossierId id = write_history(desk);

  // Chain, invariants and stored state, as `vinhdanh verify` checks them.
  const auto plan = [&](const DefinitionRef& ref) { return desk.definitions.plan(ref.id, ref.version); };
  const auto appointments = desk.store.appointments();
  const Verification whole = verify_dossier(desk.store, id, plan, desk.definitions.organisation(), appointments);
  std::cout << "As stored, " << whole.events << " events:\n";
  show(whole.violations);

  // Somebody edits the rows behind our back: who sent the dossier.
  auto rows = desk.store.raw_events(StreamKind::dossier, id);
  std::string& bytes = rows.at(2).bytes;
  const auto role = bytes.find("unit_clerk");
  bytes[role] = 'U';
  std::cout << "One byte of event 2 changed:\n";
  show(read_chain(rows, desk.store.instance(), StreamKind::dossier, id).violations);

  // Removing an event is seen as well.
  rows = desk.store.raw_events(StreamKind::dossier, id);
  rows.erase(rows.begin() + 1);
  std::cout << "Event 1 removed:\n";
  show(read_chain(rows, desk.store.instance(), StreamKind::dossier, id).violations);
}
