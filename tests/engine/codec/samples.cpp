// The sample events, in the order of EventBody.
#include "tests/engine/codec/samples.hpp"

#include <cstdio>

namespace vinhdanh::test {

std::string uuid(int number) {
  char text[40];
  std::snprintf(text, sizeof text, "01900000-0000-7000-8000-%012d", number);
  return text;
}

std::string hex(char digit) { return std::string(64, digit); }

Date day(const std::string& text) { return Date::parse(text).value(); }

namespace {

PersonalRef personal(int id, char digit) { return {uuid(id), hex(digit)}; }
DefinitionRef plan() { return {"ninh-binh-2016-2020", 1, hex('a')}; }
DocumentRef letter() { return {"12/TTr-SNV", day("2025-01-20")}; }
FrozenContent content(int version) { return {version, personal(40 + version, 'c'), hex('d')}; }
AwardResult result() { return {"provincial_merit", "provincial_chairman", "45/QĐ-UBND", day("2025-01-24")}; }
std::string place_key() { return "ninh_binh/ninh-binh-2016-2020/" + uuid(5) + "/provincial_merit/collective"; }

PaperEntry paper(std::optional<StageId> stage) {
  return {uuid(50), "achievement_report", hex('e'), PaperKind::digitally_signed, "application/pdf", 52428, stage, false,
          2};
}

ReturnPoint point() {
  return {uuid(60), "figure_wrong", "/figures/yearly/mdp_rate/2024", personal(61, 'f'), personal(62, '0'), false};
}

Occasion occasion() {
  return {uuid(5),
          plan(),
          "ninh_binh",
          "home_affairs_ninh_binh",
          MilestoneKind::interim_review,
          "Sơ kết giữa kỳ",
          {"7/HD-SNV", day("2025-01-05")},
          {"provincial_merit", "emulation_flag"},
          {{"emulation_flag", std::nullopt, 1}, {"provincial_merit", SubjectKind::household, 8}},
          day("2025-01-06"),
          day("2025-02-28"),
          true,
          "dx-2025-1",
          0};
}

Decision decision() {
  return {uuid(6),
          "provincial_chairman_ninh_binh",
          "provincial_chairman",
          "provincial_merit",
          uuid(5),
          DecisionState::numbered,
          "45/QĐ-UBND",
          day("2025-01-24"),
          uuid(1),
          Capacity::deputy,
          "qd-1",
          3};
}

Appointment appointment() {
  return {uuid(70),
          uuid(71),
          "home_affairs_ninh_binh",
          Role::specialist,
          Capacity::deputy,
          uuid(72),
          DocumentRef{"9/QĐ-SNV", day("2025-01-02")},
          day("2025-01-03"),
          day("2025-12-31"),
          2};
}

Event event(StreamKind stream, std::string stream_id, EventBody body) {
  Event event;
  event.stream = stream;
  event.stream_id = std::move(stream_id);
  event.at = Instant::parse("2025-01-24T02:03:04.005Z").value();
  event.actor = {uuid(1), uuid(2), "home_affairs_ninh_binh", Role::office_head, Capacity::deputy, uuid(3)};
  event.body = std::move(body);
  return event;
}

Event on_dossier(EventBody body, std::optional<Phase> from, std::optional<Phase> to) {
  auto made = event(StreamKind::dossier, uuid(10), std::move(body));
  made.definition = plan();
  made.from = from;
  made.to = to;
  return made;
}

void add_units_acts(std::vector<Event>& events) {
  using enum Phase;
  events.push_back(on_dossier(DossierOpened{"HS-2025-00417", uuid(4), uuid(5), "hoa_lu_district", "ninh_binh",
                                            "provincial_merit", SubjectKind::household, "poor_household", "pm-88"},
                              std::nullopt, drafting));
  events.push_back(on_dossier(PaperAttached{paper("appraisal")}, under_review, under_review));
  events.push_back(on_dossier(DossierSubmitted{"review", content(1), uuid(8), "hoa_lu_district", personal(63, '1')},
                              drafting, awaiting_receipt));
  events.push_back(on_dossier(DossierResubmitted{"review",
                                                 content(2),
                                                 uuid(8),
                                                 "hoa_lu_district",
                                                 {{uuid(60), personal(62, '0')}},
                                                 {"/nominee/name", "/papers/achievement_report"},
                                                 {"review", "appraisal"}},
                              returned, awaiting_receipt));
  events.push_back(on_dossier(EndorsementCarried{"review", hex('d'), hex('2')}, std::nullopt, std::nullopt));
  events.push_back(on_dossier(DossierRecalled{"review", {"review"}, {"appraisal"}}, awaiting_receipt, under_review));
  events.push_back(on_dossier(DossierWithdrawn{personal(64, '3')}, returned, withdrawn));
}

void add_stages_acts(std::vector<Event>& events) {
  using enum Phase;
  events.push_back(
      on_dossier(DossierReceived{"review", "labour_department_ninh_binh", "E3", DefinitionRef{"eras", 1, std::string(64, 'c')}}, awaiting_receipt, under_review));
  events.push_back(on_dossier(
      CriteriaAttested{"appraisal",
                       {{"a1", Attestation::met, {}}, {"a2", Attestation::not_applicable, personal(65, '4')}}},
      under_review, under_review));
  events.push_back(on_dossier(
      OpinionGiven{"appraisal", "labour_department", "labour_department_ninh_binh", false, personal(66, '5')},
      under_review, under_review));
  events.push_back(on_dossier(DossierRanked{"peer_comparison", 2}, under_review, under_review));
  events.push_back(on_dossier(ActionProposed{"appraisal", ProposalKind::approve_lower_form, personal(67, '6')},
                              under_review, proposed));
  events.push_back(
      on_dossier(DossierForwarded{"appraisal", "council", "home_affairs_ninh_binh", false, hex('d'), letter(),
                                  personal(68, '7'), CouncilMinutes{"3/BB-HĐTĐKT", day("2025-01-18"), 9, 8, 7}},
                 proposed, awaiting_receipt));
  events.push_back(
      on_dossier(DossierReturned{"appraisal", "review", letter(), "hoa_lu_district", {point()}}, proposed, returned));
  events.push_back(on_dossier(
      DossierFoundIneligible{"appraisal", letter(), {{"a1", {}}, {{}, "achievement_report"}}, personal(69, '8')},
      proposed, ineligible));
}

void add_results(std::vector<Event>& events) {
  using enum Phase;
  events.push_back(on_dossier(
      AwardApproved{"decision", "provincial_chairman_ninh_binh", "provincial_merit", true, uuid(6), hex('d')}, proposed,
      decided));
  events.push_back(on_dossier(AwardDeclined{"decision", personal(73, '9')}, proposed, not_awarded));
  events.push_back(on_dossier(DossierSigned{uuid(6)}, decided, signed_));
  events.push_back(on_dossier(DossierAwarded{uuid(6), result()}, signed_, awarded));
  events.push_back(on_dossier(ResultRecorded{"central_board", "prime_minister", false, hex('d'),
                                             DocumentRef{"8/TTr-UBND", day("2025-01-10")}, result()},
                              under_review, awaiting_receipt));
  events.push_back(on_dossier(CorrectionRecorded{"/nominee/name", personal(74, 'b')}, under_review, under_review));
  events.push_back(on_dossier(CorrectionConfirmed{"/nominee/name", content(3)}, under_review, under_review));
  events.push_back(on_dossier(DossierLapsed{}, drafting, lapsed));
  events.push_back(on_dossier(NotAwardedNotified{{"home_affairs_ninh_binh", letter(), personal(75, 'c')}}, not_awarded,
                              not_awarded));
}

void add_acts_beside(std::vector<Event>& events) {
  using enum Phase;
  events.push_back(on_dossier(DossierClaimed{"appraisal"}, under_review, under_review));
  events.push_back(on_dossier(DossierReleased{"appraisal"}, proposed, proposed));
  events.push_back(on_dossier(DossierAssigned{"appraisal", uuid(9)}, under_review, under_review));
  events.push_back(on_dossier(DossierRemovedFromDecision{"decision", uuid(6), personal(80, '1')}, decided, under_review));
  events.push_back(on_dossier(DossierHeld{letter(), day("2025-03-01"), personal(81, '2')}, decided, decided));
  events.push_back(on_dossier(HoldLifted{letter(), personal(82, '3')}, decided, decided));
  events.push_back(on_dossier(CommentAdded{personal(83, '4')}, awarded, awarded));
}

DutyTask duty_task() {
  return {uuid(90), plan(), "yearly_report", "hoa_lu_district", day("2025-12-15"), DutyState::open, {}, {}, 0};
}

void add_people_and_duties(std::vector<Event>& events) {
  using enum StreamKind;
  events.push_back(event(StreamKind::decision, uuid(6), DecisionLeft{uuid(10)}));
  events.push_back(event(account, uuid(71), AccountEnabled{}));
  events.push_back(event(account, uuid(71), AddressSet{personal(84, '5')}));
  events.push_back(event(account, uuid(71), PasswordSet{false}));
  events.push_back(event(account, uuid(71), SecondFactorEnrolled{}));
  events.push_back(event(account, uuid(71), SecondFactorRemoved{}));
  Appointment wanted = appointment();
  wanted.document_file = uuid(85);
  wanted.document_hash = hex('6');
  wanted.pending = true;
  wanted.requested_by = uuid(86);
  events.push_back(event(organisation, "home_affairs_ninh_binh", AppointmentRequested{wanted}));
  events.push_back(event(organisation, "home_affairs_ninh_binh", AppointmentRefused{uuid(70)}));
  events.push_back(event(definition, "ninh-binh-2016-2020", DefinitionActivationRequested{plan()}));
  events.push_back(event(duty, uuid(90), DutyAssigned{duty_task()}));
  events.push_back(event(duty, uuid(90), DutyDone{paper({}), personal(87, '7')}));
  events.push_back(event(duty, uuid(90), DutyReopened{personal(88, '8')}));
}

void add_other_streams(std::vector<Event>& events) {
  using enum StreamKind;
  events.push_back(event(quota, place_key(), PlaceReserved{place_key(), uuid(10)}));
  events.push_back(event(quota, place_key(), PlaceConsumed{place_key(), uuid(10)}));
  events.push_back(event(quota, place_key(), PlaceReleased{place_key(), uuid(10)}));
  events.push_back(event(submission, uuid(4), SubmissionOpened{uuid(5), "hoa_lu_district", "tt-5"}));
  events.push_back(event(submission, uuid(4), SubmissionPaperAttached{paper({})}));
  events.push_back(event(submission, uuid(4), SubmissionSent{letter(), {uuid(10), uuid(11)}}));
  events.push_back(event(StreamKind::occasion, uuid(5), OccasionOpened{test::occasion()}));
  events.push_back(event(StreamKind::occasion, uuid(5), OccasionClosed{3}));
  events.push_back(event(StreamKind::decision, uuid(6), DecisionOpened{test::decision()}));
  events.push_back(event(StreamKind::decision, uuid(6), DecisionJoined{uuid(10)}));
  events.push_back(event(StreamKind::decision, uuid(6), DecisionSigned{Capacity::deputy, {uuid(10), uuid(11)}}));
  events.push_back(event(StreamKind::decision, uuid(6), DecisionNumbered{"45/QĐ-UBND", day("2025-01-24")}));
  events.push_back(event(account, uuid(71), AccountAdded{personal(76, 'd')}));
  events.push_back(event(account, uuid(71), AccountDisabled{}));
  events.push_back(
      event(account, uuid(71), TokenCreated{uuid(70), Instant::parse("2025-01-24T14:00:00.000Z").value()}));
  events.push_back(event(organisation, "ninh_binh", AppointmentGranted{appointment()}));
  events.push_back(event(organisation, "ninh_binh", AppointmentEnded{uuid(70), day("2025-06-30")}));
  events.push_back(event(definition, "ninh-binh-2016-2020", DefinitionAdded{plan()}));
  events.push_back(event(definition, "ninh-binh-2016-2020", DefinitionActivated{plan()}));
}

}  // namespace

std::vector<Event> sample_events() {
  std::vector<Event> events;
  add_units_acts(events);
  add_stages_acts(events);
  add_results(events);
  add_other_streams(events);
  add_acts_beside(events);
  add_people_and_duties(events);
  for (std::size_t i = 0; i < events.size(); ++i) events[i].id = uuid(100 + static_cast<int>(i));
  return events;
}

}  // namespace vinhdanh::test
