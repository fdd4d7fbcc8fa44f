// Nominations from the draft to the Chairman's table.
#include "bench/province.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"
#include "engine/fold/fold.hpp"
#include "workflows/nomination/lifecycle.hpp"

namespace vinhdanh::bench {
namespace {

constexpr std::string_view kPlan = "lang-son-2021-2025";
constexpr std::string_view kForm = "provincial_merit";
constexpr std::string_view kCategory = "departments";
constexpr int kPlaces = 1'000'000;  // never the reason to stop

/// Four of forty syllables and a number, so that a word finds a tenth of all.
std::string some_name(int number) {
  static constexpr std::array syllables = {
      "An",    "Bình",  "Châu", "Dũng", "Hòa",   "Giang", "Hải",   "Khánh", "Lộc",  "Minh",   "Nam", "Phú",  "Quang", "Sơn",
      "Tân",   "Thanh", "Thịnh", "Thượng", "Trung", "Vân", "Xuân",  "Yên",   "Đông", "Đoài",   "Hồng", "Kim", "Long",  "Mai",
      "Ngọc",  "Phong", "Quý",  "Sen",  "Thái",  "Thủy",  "Tiến",  "Trường", "Tú",  "Uyên",   "Việt", "Vĩnh"};
  std::mt19937 dice(static_cast<unsigned>(number));
  std::string name = "Phòng";
  for (int i = 0; i < 4; ++i) name.append(" ").append(syllables[dice() % syllables.size()]);
  return name + " " + std::to_string(number);
}

Content some_content(int number) {
  Content content;
  content.nominee.name = some_name(number);
  content.achievement =
      "Tham mưu ban hành 12 văn bản hướng dẫn thực hiện chương trình giảm nghèo; hỗ trợ 1.240 hộ vay vốn, 86 hộ xóa nhà "
      "tạm; tổ chức 14 lớp tập huấn cho cán bộ thôn; tỷ lệ hộ nghèo của địa bàn phụ trách giảm bình quân trên 4 điểm "
      "phần trăm mỗi năm, không có hộ tái nghèo do thiên tai.";
  content.achievement_from = Date::of(2021, 1, 1);
  content.achievement_to = Date::of(2024, 6, 30);
  for (int year = 2021; year <= 2023; ++year) {
    const auto value = Decimal::of_units((250'000 - (year - 2021) * 45'000) + number % 1000);
    content.figures.yearly["mdp_rate"][year] = {value, "Quyết định số " + std::to_string(year) + "/QĐ-UBND"};
  }
  return content;
}

template <class T>
void append(std::vector<T>& into, std::vector<T>& other) {
  std::ranges::move(other, std::back_inserter(into));
}

/// Joins what happens to a dossier that the same change opens: guards and touches are of what is there already.
void join(Change& into, Change other) {
  append(into.events, other.events);
  append(into.quota, other.quota);
  append(into.personal, other.personal);
  append(into.claims, other.claims);
  for (const Touch& touch : other.touches) {
    if (touch.kind == StreamKind::decision && into.touches.empty()) into.touches.push_back(touch);
  }
}

}  // namespace

Instant Province::start() { return *Instant::parse("2024-08-01T01:00:00.000Z"); }

Province::Province(Fresh& fresh) : fresh_(fresh), now_(start()), people_(fresh, now_) {
  plan_ = definitions_.latest_plan(kPlan);
  route_ = plan_->route(plan_->award_form(kForm)->route);
  plan_ref_ = definitions_.text_of(*plan_).ref;
  choose_units();
  open_occasion();
  open_decision();
}

Rules Province::rules() const {
  return {*plan_, definitions_.law(), definitions_.organisation(), nomination_lifecycle(), definitions_.law_ref()};
}

Event Province::event(const Actor& actor, StreamKind stream, const std::string& id, EventBody body) {
  Event made{.stream = stream, .stream_id = id, .id = fresh_.id(), .at = now_, .actor = actor, .body = std::move(body)};
  if (stream != StreamKind::submission) made.definition = plan_ref_;
  return made;
}

/// The offices of the province that stand on the day and have no part in the review.
void Province::choose_units() {
  const Organisation& organisation = definitions_.organisation();
  const Date day = now_.legal_date();
  for (const auto& [id, office] : organisation.offices) {
    if (id == plan_->territory || !organisation.is_within(id, plan_->territory, day)) continue;
    if (organisation.holder("own_unit", id, day) != id) continue;
    const bool reviews = std::ranges::any_of(route_->stages, [&](const Stage& stage) {
      return organisation.holder(stage.office_role, id, day) == id;
    });
    if (!reviews) units_.push_back(id);
  }
}

void Province::open_occasion() {
  const auto board = definitions_.organisation().holder("home_affairs", plan_->territory, now_.legal_date());
  const Actor& officer = people_.in(board.value(), Role::board_officer).actor;
  occasion_ = {.id = fresh_.id(),
               .plan = plan_ref_,
               .territory = plan_->territory,
               .office = officer.office,
               .milestone = MilestoneKind::final_review,
               .name = "Tổng kết giai đoạn 2021-2025",
               .document = {"120/KH-UBND", Date::of(2024, 1, 10)},
               .forms = {FormCode(kForm)},
               .places = {{.form = FormCode(kForm), .limit = kPlaces}},
               .opens = *Date::of(2024, 1, 15),
               .receipt_deadline = *Date::of(2024, 12, 31)};
  Change change;
  change.guards = {{StreamKind::occasion, occasion_.id, -1}};
  change.events = {event(officer, StreamKind::occasion, occasion_.id, OccasionOpened{occasion_})};
  change.next = {occasion_};
  founding_.push_back(std::move(change));
}

void Province::open_decision() {
  const Actor& decider = hand(route_->stages.back(), route_->stages.back().hands.send).actor;
  decision_ = {.id = fresh_.id(),
               .authority = decider.office,
               .authority_role = route_->stages.back().office_role,
               .form = FormCode(kForm),
               .occasion = occasion_.id};
  Change change;
  change.guards = {{StreamKind::decision, decision_.id, -1}};
  change.events = {event(decider, StreamKind::decision, decision_.id, DecisionOpened{decision_})};
  change.next = {decision_};
  founding_.push_back(std::move(change));
}

std::vector<Change> Province::founding() {
  for (const OfficeId& unit : units_) {
    people_.in(unit, Role::unit_clerk);
    people_.in(unit, Role::unit_head);
  }
  for (const Stage& stage : route_->stages) {
    for (const auto* roles : {&stage.hands.receive, &stage.hands.propose, &stage.hands.send}) {
      if (!roles->empty()) hand(stage, *roles);
    }
  }
  auto changes = people_.take_changes();
  append(changes, founding_);
  founding_.clear();
  return changes;
}

/// The last of the roles: the registry receives for the Chairman, an appraiser for Home Affairs.
const Person& Province::hand(const Stage& stage, const std::vector<Role>& roles) {
  const auto office = definitions_.organisation().holder(stage.office_role, plan_->territory, now_.legal_date());
  return people_.in(office.value(), roles.front());
}

PaperEntry Province::paper(const std::string& slot) {
  PaperEntry entry{.id = fresh_.id(), .slot = slot, .media_type = "application/pdf", .size = 182'044};
  entry.commitment = paper_commitment(fresh_.salt(), sha256_hex(entry.id));
  return entry;
}

void Province::open_submission(Change& change, std::size_t dossiers) {
  const OfficeId& unit = units_[dice_() % units_.size()];
  const Actor& clerk = people_.in(unit, Role::unit_clerk).actor;
  submission_ = {.id = fresh_.id(), .occasion = occasion_.id, .unit = unit};
  change.guards.push_back({StreamKind::submission, submission_.id, -1});
  change.events.push_back(
      event(clerk, StreamKind::submission, submission_.id, SubmissionOpened{occasion_.id, unit, std::nullopt}));
  for (const char* slot : {"submission_letter", "council_minutes"}) {
    change.events.push_back(
        event(clerk, StreamKind::submission, submission_.id, SubmissionPaperAttached{paper(slot)}));
    apply(submission_, change.events.back());
  }
  dossiers_.clear();
  for (std::size_t i = 0; i < dossiers; ++i) {
    Event opened = event(clerk, StreamKind::dossier, fresh_.id(),
                         DossierOpened{.code = "HS-2024-" + std::to_string(1'000'000 + ++codes_),
                                       .submission = submission_.id,
                                       .occasion = occasion_.id,
                                       .unit = unit,
                                       .territory = plan_->territory,
                                       .form = FormCode(kForm),
                                       .subject_kind = SubjectKind::collective,
                                       .category = std::string(kCategory)});
    opened.to = Phase::drafting;
    apply(dossiers_.emplace_back(), opened, 0);
    change.guards.push_back({StreamKind::dossier, dossiers_.back().id, -1});
    change.events.push_back(std::move(opened));
  }
}

void Province::act(Change& change, Dossier& dossier, const Actor& actor, const Payload& payload) {
  auto verdict = decide(dossier, payload, facts(dossier, actor), rules(), fresh_);
  if (const auto* refusal = std::get_if<Refusal>(&verdict))
    throw std::runtime_error(sentence_of(refusal->reasons.front()).en);
  Change made = std::move(std::get<Change>(verdict));
  for (Aggregate& next : made.next) {
    if (auto* after = std::get_if<Dossier>(&next)) dossier = std::move(*after);
  }
  join(change, std::move(made));
}

void Province::send(Change& change, Dossier& dossier) {
  act(change, dossier, people_.in(dossier.unit, Role::unit_clerk).actor, AttachPaper{paper("achievement_report")});
  act(change, dossier, people_.in(dossier.unit, Role::unit_head).actor,
      Submit{{"15/TTr-UBND", now_.legal_date()}, std::nullopt});
}

Change Province::submission(const std::vector<int>& acts) {
  Change change;
  now_.milliseconds += 1'000;
  open_submission(change, acts.size());
  std::vector<DossierId> sent;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    Dossier& dossier = dossiers_[i];
    content_ = some_content(codes_ - static_cast<int>(acts.size() - i) + 1);
    if (i == 0) change.workspace = Workspace{dossier.id, 0, encode(content_)};
    if (acts[i] < 0) continue;
    send(change, dossier);
    sent.push_back(dossier.id);
    for (int n = 0; n < acts[i] && dossier.phase != Phase::decided; ++n) {
      const Act next = next_act(dossier);
      act(change, dossier, next.who->actor, next.payload);
    }
  }
  if (!sent.empty()) {
    const Actor& head = people_.in(submission_.unit, Role::unit_head).actor;
    change.events.push_back(event(head, StreamKind::submission, submission_.id,
                                  SubmissionSent{{"15/TTr-UBND", now_.legal_date()}, std::move(sent)}));
    apply(submission_, change.events.back());
  }
  change.next.emplace_back(submission_);
  for (const Dossier& dossier : dossiers_) change.next.emplace_back(dossier);
  return change;
}

Act Province::next_act(const Dossier& dossier) {
  const auto at = std::ranges::find(route_->stages, dossier.stage.value_or(""), &Stage::id);
  if (at == route_->stages.end() || is_final(dossier.phase) || dossier.phase >= Phase::decided)
    throw std::logic_error("nothing more is done with this dossier");
  const Stage& stage = *at;
  if (dossier.phase == Phase::awaiting_receipt) return {&hand(stage, stage.hands.receive), Receive{}};
  if (stage.attests && dossier.attestations.empty()) {
    Attest attest;
    for (const Criterion& criterion : plan_->category(dossier.category)->criteria) attest.attestations[criterion.id];
    return {&hand(stage, stage.hands.receive), attest};
  }
  const bool decides = stage.kind == StageKind::decide;
  if (!stage.hands.propose.empty() && dossier.phase == Phase::under_review) {
    const ProposalKind kind = decides ? ProposalKind::approve : ProposalKind::forward;
    return {&hand(stage, stage.hands.propose), Propose{kind, "Hồ sơ đủ điều kiện, đề nghị trình cấp trên xem xét."}};
  }
  const Person& sender = hand(stage, stage.hands.send);
  if (decides) return {&sender, Approve{decision_.id}};
  Forward forward{{"210/TTr-SNV", now_.legal_date()}, "Nhất trí với đề nghị của đơn vị; thành tích rõ, có số liệu.", {}};
  if (stage.kind == StageKind::advise) forward.minutes = CouncilMinutes{"07/BB-HĐ", now_.legal_date(), 15, 13, 13};
  return {&sender, forward};
}

Facts Province::facts(const Dossier& dossier, const Actor& actor) const {
  Facts facts{.now = now_, .actor = actor, .submission = submission_, .occasion = occasion_, .decision = decision_};
  facts.content = content_;
  if (dossier.content) facts.frozen = content_;
  return facts;
}

int Province::some_acts() {
  // The way to the decision takes 11 acts.
  const auto n = static_cast<int>(dice_() % 16) - 1;
  return std::min(n, 11);
}

}  // namespace vinhdanh::bench
