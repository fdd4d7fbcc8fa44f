// The statistics office of Ninh Thuận may send up one collective a review: the place is taken once, and freed again.
#include <iostream>

#include "examples/support/desk.hpp"

using namespace vinhdanh;
using example::Desk;

namespace {

struct Bureau {
  Desk desk{Definitions()};
  Actor registry, head, ranker, chief;
  OccasionId occasion;
};

void open(Bureau& bureau) {
  Desk& desk = bureau.desk;
  desk.today = *Date::of(2023, 11, 1);
  const OfficeId office = "cuc_thong_ke_ninh_thuan";
  const OfficeId personnel = "phong_tchc_cuc_thong_ke_ninh_thuan";
  bureau.registry = desk.appoint("registry", office, Role::registry_clerk);
  bureau.head = desk.appoint("head", office, Role::decider);
  bureau.ranker = desk.appoint("ranker", personnel, Role::specialist);
  bureau.chief = desk.appoint("chief", personnel, Role::office_head);
  const Actor officer = desk.appoint("officer", "ubnd_ninh_thuan", Role::board_officer);
  bureau.occasion = desk.open_occasion(officer, {.plan = {"ninh-thuan-statistics-2021-2025", 1, ""},
                                                 .milestone = MilestoneKind::interim_review,
                                                 .name = "Sơ kết 2023",
                                                 .document = {"4100/UBND-NC", desk.today},
                                                 .forms = {"provincial_merit"},
                                                 .opens = desk.today,
                                                 .receipt_deadline = *Date::of(2023, 12, 15)});
}

/// A division's dossier, sent, ranked, and waiting on the desk of the head of the bureau.
DossierId propose(Bureau& bureau, const Actor& division, const std::string& name, int rank) {
  Desk& desk = bureau.desk;
  const DocumentRef letter{"02/TTr", desk.today};
  const SubmissionId submission = desk.open_submission(division, bureau.occasion);
  Content content{.nominee = {.name = name}, .achievement = "Nhận đỡ đầu hộ nghèo"};
  content.achievement_from = Date::of(2023, 1, 1);
  content.achievement_to = Date::of(2023, 10, 31);
  const DossierId id =
      desk.open_dossier(division, submission, {"provincial_merit", SubjectKind::collective, "collective", content});
  desk.attach_to_submission(division, submission, "submission_letter");
  desk.act(division, id, AttachPaper{desk.paper("achievement_report")});
  desk.act(division, id, Submit{letter, std::nullopt});
  desk.act(bureau.ranker, id, Receive{});
  desk.act(bureau.ranker, id, Rank{rank});
  desk.act(bureau.chief, id, Forward{letter, std::nullopt, std::nullopt});
  desk.act(bureau.registry, id, Receive{});
  return id;
}

void send_up(Bureau& bureau, const DossierId& id) {
  const auto refusal =
      bureau.desk.act(bureau.head, id, Forward{{"60/TTr-CTK", bureau.desk.today}, std::nullopt, std::nullopt});
  const Dossier dossier = *bureau.desk.store.dossier(id);
  std::cout << dossier.code << ": ";
  if (refusal) {
    const RefusalReason& reason = refusal->reasons.front();
    std::cout << name_of(reason.code) << ", " << reason.details.at("limit") << " place, held by "
              << reason.details.at("holder") << " (plan, " << reason.source->clause.value_or("assumed") << ")\n";
  } else {
    std::cout << name_of(dossier.phase) << " at " << *dossier.stage << ", place " << name_of(dossier.quota->state)
              << "\n";
  }
}

void show_places(const Bureau& bureau) {
  for (const QuotaState& quota : bureau.desk.store.quotas("")) {
    std::cout << "places: " << quota.reserved << " reserved, " << quota.consumed << " consumed, limit " << quota.limit
              << "\n";
  }
}

}  // namespace

int main() {
  Bureau bureau;
  open(bureau);
  const Actor economics = bureau.desk.appoint("economics", "phong_thong_ke_kinh_te_ninh_thuan", Role::unit_head);
  const Actor society = bureau.desk.appoint("society", "phong_thong_ke_xa_hoi_ninh_thuan", Role::unit_head);
  const DossierId first = propose(bureau, economics, "Phòng Thống kê Kinh tế", 1);
  const DossierId second = propose(bureau, society, "Phòng Thống kê Xã hội", 2);

  send_up(bureau, first);
  send_up(bureau, second);
  show_places(bureau);

  bureau.desk.act(economics, first, Withdraw{"Có công chức đang bị xem xét kỷ luật"});
  std::cout << bureau.desk.store.dossier(first)->code << ": " << name_of(bureau.desk.store.dossier(first)->phase)
            << "\n";
  send_up(bureau, second);
  show_places(bureau);
}
