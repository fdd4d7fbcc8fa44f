// One dossier at the offices on its way, act by act; what its unit does is in nomination_unit.cpp.
#include "api/cli/journeys/nomination.hpp"

#include <algorithm>
#include <utility>

#include "api/cli/journeys/words.hpp"

namespace vinhdanh::journeys {

namespace {

std::string path_of(const std::string& id) { return "/v1/dossiers/" + id; }

std::string with_dashes(std::string command) {
  std::ranges::replace(command, '_', '-');
  return command;
}

Json minutes_of(const Json& letter) {
  return {{"number", letter["number"]},
          {"date", letter["date"]},
          {"members_total", 15},
          {"members_present", 14},
          {"votes_for", 14}};
}

Json points_of(const std::vector<Point>& points) {
  auto list = Json::array();
  for (const auto& point : points)
    list.push_back({{"code", point.code}, {"pointer", point.pointer}, {"text", point.text}});
  return list;
}

/// The reason of that code whose details name the holder by its code, as people do; null when there is none.
const Json* naming(const Json& reasons, const std::string& code, const Nomination& holder) {
  const auto found = std::ranges::find_if(reasons, [&](const Json& reason) {
    const auto details = reason.value("details", Json::object()).dump();
    return reason.value("code", "") == code && details.find(holder.code()) != std::string::npos;
  });
  return found == reasons.end() ? nullptr : &*found;
}

std::string refusal_words(const Json& reason) {
  if (reason["code"] != "quota_full") return reason["sentence"]["vi"];
  const auto limit = text_in(reason["details"], "limit");
  return "Đã đủ số lượng: " + limit + "/" + limit + ", đang giữ chỗ: " + text_in(reason["details"], "holder");
}

}  // namespace

Nomination::Nomination(Movement& movement, const Letter& letter, Nominee nominee)
    : movement_(movement), letter_(letter), nominee_(std::move(nominee)) {
  auto& session = movement_.session();
  const auto made = session.expected(session.post(clerk(), "/v1/submissions/" + letter_.id + "/dossiers",
                                                  {{"form", nominee_.form},
                                                   {"subject_kind", nominee_.kind},
                                                   {"category", nominee_.category},
                                                   {"external_ref", nominee_.ref}}),
                                     clerk(), "lập hồ sơ " + nominee_.ref);
  id_ = made.body["id"];
  edit("", {{"nominee", {{"name", nominee_.name}, {"title", nominee_.title}}},
            {"achievement", nominee_.achievement},
            {"achievement_from", nominee_.from},
            {"achievement_to", nominee_.to},
            {"figures", nominee_.figures}});
  for (const auto& paper : list_in(movement_.form(nominee_.form), "papers")) {
    if (paper["level"] == "dossier" && paper["required_at"] == "submit") attach(paper["slot"], clerk());
  }
  look();
  code_ = seen_["code"];
}

Hand Nomination::clerk() const { return hand_of(letter_.unit, "unit_clerk"); }
Hand Nomination::sender() const {
  return hand_of(letter_.unit, movement_.route(nominee_.form).value("sender", "unit_head"));
}

Json Nomination::view(const Hand& hand) {
  auto& session = movement_.session();
  auto answer = session.expected(session.get(hand, path_of(id_)), hand, "xem hồ sơ " + nominee_.ref);
  answer.body["etag"] = answer.etag;
  return std::move(answer.body);
}

void Nomination::look() { seen_ = view(movement_.overseer()); }

const Json& Nomination::stage() { return movement_.stage(nominee_.form, text_in(seen_, "stage")); }

std::string Nomination::stage_office() {
  for (const auto& at : list_in(seen_, "route")) {
    if (at["id"] == seen_["stage"]) return text_in(at, "office");
  }
  throw Unexpected("hồ sơ " + nominee_.ref + " không ở chặng nào");
}

Hand Nomination::stage_hand(const std::string& what, bool deputy) {
  const auto& roles = list_in(stage()["hands"], what.c_str());
  const auto office = stage_office();
  for (const auto& role : roles) {
    auto hand = hand_of(office, role, deputy);
    if (movement_.session().knows(hand)) return hand;
  }
  throw Unexpected("không có ai ở " + office + " để " + what + " tại chặng " + text_in(stage(), "id"));
}

void Nomination::note(const std::string& what, const Hand& hand) {
  if (steps_.empty() || steps_.back().what != what) steps_.push_back({what, {}, false});
  auto& actors = steps_.back().actors;
  if (std::ranges::find(actors, spoken(hand)) == actors.end()) actors.push_back(spoken(hand));
}

void Nomination::act(const Hand& hand, const std::string& command, const Json& payload) {
  auto& session = movement_.session();
  const std::string etag = view(hand)["etag"];
  session.expected(session.post(hand, path_of(id_) + "/actions/" + with_dashes(command), payload, etag), hand,
                   command + " " + nominee_.ref);
  look();
}

void Nomination::act_at_stage(const Hand& hand, const std::string& command, const Json& payload,
                              const std::string& outcome) {
  const auto at = short_stage(stage()) + (outcome.empty() ? "" : ": " + outcome);
  const bool assumed = stage()["source"].value("assumed", false);
  act(hand, command, payload);
  note(at, hand);
  steps_.back().assumed = assumed;
}

void Nomination::attach(const std::string& slot, const Hand& hand) {
  auto& session = movement_.session();
  const std::string etag = view(hand)["etag"];
  session.expected(
      session.upload(hand, path_of(id_) + "/papers/" + slot + "?kind=scanned", "application/pdf", small_pdf(), etag),
      hand, "nộp giấy tờ " + slot + " " + nominee_.ref);
}

void Nomination::receive() { act_at_stage(stage_hand("receive"), "receive", Json::object()); }

void Nomination::attest_all() {
  auto attestations = Json::object();
  for (const auto& criterion : list_in(movement_.category(nominee_.category), "criteria")) {
    if (criterion["kind"] != "attested") continue;
    const auto id = criterion["id"].get<std::string>();
    const bool done = std::ranges::any_of(list_in(seen_, "attestations"),
                                          [&](const Json& entry) { return entry["criterion"] == id; });
    if (!done) attestations[id] = {{"value", "met"}, {"reason", ""}};
  }
  if (!attestations.empty()) act_at_stage(stage_hand("receive"), "attest", {{"attestations", attestations}});
}

void Nomination::attest_not_applicable(const std::string& criterion, const std::string& reason) {
  const Json entry{{"value", "not_applicable"}, {"reason", reason}};
  act_at_stage(stage_hand("receive"), "attest", {{"attestations", {{criterion, entry}}}});
}

void Nomination::give_opinion(const std::string& office, bool agrees, const std::string& text) {
  const auto hand = hand_of(office, "specialist");
  act(hand, "give_opinion", {{"agrees", agrees}, {"text", text}});
  note("Ý kiến phối hợp của Sở LĐTBXH", hand);
}

void Nomination::rank(int rank) { act_at_stage(stage_hand("receive"), "rank", {{"rank", rank}}); }

void Nomination::propose(const std::string& kind, const std::string& text) {
  act_at_stage(stage_hand("propose"), "propose", {{"kind", kind}, {"text", text}});
}

void Nomination::pass_on(const std::string& command, bool deputy, const std::string& opinion) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  if (stage().value("attests", false)) attest_all();
  if (!list_in(stage()["hands"], "propose").empty() && seen_["phase"] == "under_review") {
    propose(command, opinion.empty() ? "Đủ điều kiện, đề nghị trình." : opinion);
  }
  Json payload{{"letter", movement_.letter("TTr")}};
  if (!opinion.empty()) payload["opinion"] = opinion;
  for (const auto& paper : list_in(movement_.form(nominee_.form), "papers")) {
    if (paper["required_at"] != stage()["id"]) continue;
    if (paper["level"] == "submission")
      movement_.put_paper(letter_.id, paper["slot"], stage_hand("receive"));
    else
      attach(paper["slot"], stage_hand("receive"));
  }
  if (stage()["kind"] == "advise") payload["minutes"] = minutes_of(movement_.letter("BB-HĐTĐKT"));
  act_at_stage(stage_hand("send", deputy), command, payload,
               command == "forward" ? "" : "trình kèm ý kiến không nhất trí");
}

void Nomination::forward(bool deputy) {
  act_at_stage(stage_hand("send", deputy), "forward", {{"letter", movement_.letter("TTr")}});
}

void Nomination::pass(bool deputy) { pass_on("forward", deputy, ""); }
void Nomination::forward_disagreeing(const std::string& opinion) {
  pass_on("forward_with_disagreement", false, opinion);
}

void Nomination::pass_to(const std::string& stage) {
  while (text_in(seen_, "stage") != stage) {
    const auto before = text_in(seen_, "stage");
    pass();
    if (text_in(seen_, "stage") == before) throw Unexpected("hồ sơ " + nominee_.ref + " không rời chặng " + before);
  }
}

void Nomination::return_to_unit(const std::vector<Point>& points) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  const auto hand = stage_hand("send");
  const auto at = short_stage(stage());
  act(hand, "return_for_rework", {{"letter", movement_.letter("CV")}, {"points", points_of(points)}});
  note(at + ": trả lại bổ sung", hand);
}

void Nomination::return_to_stage(const std::string& to, const std::vector<Point>& points) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  const auto hand = stage_hand("send");
  const auto at = short_stage(stage());
  act(hand, "return_for_rework", {{"to_stage", to}, {"letter", movement_.letter("CV")}, {"points", points_of(points)}});
  note(at + ": trả lại bổ sung, về " + short_stage(stage()), hand);
}

void Nomination::conclude_ineligible(const std::string& criterion, const std::string& text) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  propose("conclude_ineligible", text);
  const auto grounds = Json::array({{{"criterion", criterion}}});
  const auto clause = movement_.clause_of(nominee_.category, criterion);
  act_at_stage(stage_hand("send"), "conclude_ineligible",
               {{"letter", movement_.letter("CV")}, {"grounds", grounds}, {"text", text}},
               "không đủ điều kiện, " + clause);
}

void Nomination::decline(const std::string& reason) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  act_at_stage(stage_hand("send"), "decline", {{"reason", reason}}, "chưa khen thưởng");
}

void Nomination::hold(const std::string& document, const std::string& review, const std::string& reason) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  const Json cited{{"number", document}, {"date", movement_.session().today()}};
  act_at_stage(stage_hand("send"), "hold", {{"document", cited}, {"review", review}, {"reason", reason}}, "tạm dừng");
}

void Nomination::lift_hold(const std::string& document, const std::string& reason) {
  const Json cited{{"number", document}, {"date", movement_.session().today()}};
  act_at_stage(stage_hand("send"), "lift_hold", {{"document", cited}, {"reason", reason}}, "xét tiếp");
}

void Nomination::record_correction(const std::string& pointer, const std::string& value) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  const auto hand = stage_hand("receive");
  const auto at = short_stage(stage());
  act(hand, "record_correction", {{"pointer", pointer}, {"value", value}});
  note(at + ": đính chính kỹ thuật", hand);
}

void Nomination::record_result(bool approved, const std::string& number, const std::string& sent) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  const Json document{{"number", number}, {"date", movement_.session().today()}};
  act_at_stage(stage_hand("send"), "record_result",
               {{"approved", approved},
                {"document", document},
                {"sent", {{"number", sent}, {"date", movement_.session().today()}}}},
               approved ? "" : "chưa khen thưởng");
}

void Nomination::approve(const Award& award, bool deputy) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  act_at_stage(stage_hand("send", deputy), "approve", {{"decision", award.id}});
}

void Nomination::approve_lower(const Award& award, const std::string& form) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  act_at_stage(stage_hand("send"), "approve_lower_form", {{"form", form}, {"decision", award.id}},
               "chuyển xét " + text_in(movement_.form(form), "name"));
}

void Nomination::notify(const std::string& office, const std::string& role, const std::string& reason) {
  const auto hand = hand_of(office, role);
  act(hand, "notify_not_awarded", {{"document", movement_.letter("TB")}, {"reason", reason}});
  note("Thông báo bằng văn bản", hand);
}

void Nomination::refused(const Hand& hand, const std::string& command, const Json& payload, const std::string& reason,
                         const Nomination& holder) {
  auto& session = movement_.session();
  const std::string etag = view(hand)["etag"];
  const auto answer = session.post(hand, path_of(id_) + "/actions/" + with_dashes(command), payload, etag);
  const auto* named = answer.status < 400 ? nullptr : naming(list_in(answer.body, "reasons"), reason, holder);
  if (named == nullptr) {
    throw Unexpected(session.today() + "  " + command + " " + nominee_.ref + ": phải bị từ chối vì " + reason +
                     ", nêu hồ sơ " + holder.code() + "\n  " + told(answer));
  }
  note(refusal_words(*named), hand);
}

void Nomination::forward_refused(const std::string& reason, const Nomination& holder) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  refused(stage_hand("send"), "forward", {{"letter", movement_.letter("TTr")}}, reason, holder);
}

void Nomination::approve_refused(const Award& award, const std::string& reason, const Nomination& holder) {
  if (seen_["phase"] == "awaiting_receipt") receive();
  refused(stage_hand("send"), "approve", {{"decision", award.id}}, reason, holder);
}

void Nomination::stands(const std::string& phase, const std::string& stage) {
  look();
  if (seen_["phase"] == phase && (stage.empty() || text_in(seen_, "stage") == stage)) return;
  throw Unexpected(movement_.session().today() + "  hồ sơ " + nominee_.ref + " phải ở " + phase + " " + stage +
                   ", nhưng ở " + text_in(seen_, "phase") + " " + text_in(seen_, "stage"));
}

int Nomination::valid_endorsements() {
  look();
  return static_cast<int>(
      std::ranges::count_if(list_in(seen_, "endorsements"), [](const Json& one) { return one.value("valid", false); }));
}

void Nomination::ends(const std::string& phase) {
  stands(phase);
  movement_.conclude(id_, phase, steps_);
}

}  // namespace vinhdanh::journeys
