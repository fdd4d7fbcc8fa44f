// Occasions, submissions and decisions of one plan, and the rows of its dossiers.
#include "api/cli/journeys/movement.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "api/cli/journeys/words.hpp"
#include "engine/model/vocabulary.hpp"

namespace vinhdanh::journeys {

namespace {

const Json& with_id(const Json& list, const char* member, const std::string& id, const std::string& what) {
  const auto found = std::ranges::find_if(list, [&](const Json& entry) { return text_in(entry, member) == id; });
  if (found == list.end()) throw Unexpected("kế hoạch không có " + what + " " + id);
  return *found;
}

/// The first stage of the plan that an office role holds.
const Json& stage_of_role(const Json& plan, const std::string& role) {
  for (const auto& route : list_in(plan, "routes")) {
    for (const auto& stage : list_in(route, "stages")) {
      if (text_in(stage, "office_role") == role) return stage;
    }
  }
  throw Unexpected("kế hoạch không có chặng của " + role);
}

bool is_over(const std::string& phase) {
  const auto known = parse_name<Phase>(phase);
  return known && is_final(*known);
}

std::string numbered(const Json& document) {
  return text_in(document, "number") + ", " + short_date(text_in(document, "date"));
}

std::string result_of(const Json& view) {
  const auto phase = text_in(view, "phase");
  if (phase == "awarded") return numbered(view["result"]);
  auto text = text_in(view["visible_state"], "vi");
  if (view.contains("notice") && view["notice"].is_object())
    text += "; thông báo " + numbered(view["notice"]["document"]);
  return text;
}

}  // namespace

Movement::Movement(Session& session, Report& report, const std::string& plan, std::string number, Hand overseer)
    : session_(session), report_(report), id_(plan), number_(std::move(number)), overseer_(std::move(overseer)) {
  const auto answer = session_.expected(session_.get(overseer_, "/v1/plans/" + id_), overseer_, "đọc kế hoạch " + id_);
  plan_ = answer.body["definition"];
}

const Json& Movement::form(const std::string& code) const {
  return with_id(list_in(plan_, "award_forms"), "code", code, "hình thức");
}

const Json& Movement::route(const std::string& form_code) const {
  return with_id(list_in(plan_, "routes"), "id", text_in(form(form_code), "route"), "tuyến");
}

const Json& Movement::stage(const std::string& form_code, const std::string& id) const {
  return with_id(list_in(route(form_code), "stages"), "id", id, "chặng");
}

const Json& Movement::category(const std::string& id) const {
  return with_id(list_in(plan_, "subject_categories"), "id", id, "loại đối tượng");
}

std::string Movement::clause_of(const std::string& category_id, const std::string& criterion) const {
  return text_in(with_id(list_in(category(category_id), "criteria"), "id", criterion, "tiêu chí")["source"], "clause");
}

Json Movement::dossiers(const std::string& ref) {
  const auto path = "/v1/dossiers?external_ref=" + ref;
  return list_in(session_.expected(session_.get(overseer_, path), overseer_, "tìm hồ sơ " + ref).body, "items");
}

bool Movement::has(const std::string& ref) { return !dossiers(ref).empty(); }

bool Movement::known(const std::vector<std::string>& refs) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& ref : refs) {
    for (const auto& line : dossiers(ref)) {
      if (is_over(text_in(line, "phase")))
        found.emplace_back(text_in(line, "id"), text_in(line, "phase"));
      else
        throw Unexpected("hồ sơ " + ref + " còn dở từ lần chạy trước; hãy dùng một thư mục dữ liệu mới");
    }
  }
  if (found.empty()) return false;
  if (found.size() != refs.size())
    throw Unexpected("chuyến này dở dang từ lần chạy trước; hãy dùng một thư mục dữ liệu mới");
  for (const auto& [id, phase] : found) conclude(id, phase, {}, true);
  return true;
}

Json Movement::letter(const std::string& symbol) {
  return {{"number", std::to_string(++letters_) + "/" + symbol}, {"date", session_.today()}};
}

std::string Movement::open_occasion(const Review& review) {
  const auto hand = hand_of(review.office, "board_officer");
  Json body{{"plan", id_},
            {"milestone", review.milestone},
            {"name", review.name},
            {"document", {{"number", review.document}, {"date", session_.today()}}},
            {"forms", review.forms},
            {"places", review.places},
            {"opens", session_.today()},
            {"receipt_deadline", review.deadline},
            {"external_ref", review.ref}};
  if (!review.territory.empty()) body["territory"] = review.territory;
  return text_in(session_.expected(session_.post(hand, "/v1/occasions", body), hand, "mở đợt " + review.ref).body,
                 "id");
}

void Movement::close_occasion(const std::string& occasion, const std::string& office) {
  const auto hand = hand_of(office, "board_officer");
  const auto path = "/v1/occasions/" + occasion;
  const auto now = session_.expected(session_.get(hand, path), hand, "xem đợt");
  session_.expected(session_.post(hand, path + "/close", Json::object(), now.etag), hand, "đóng đợt");
}

Letter Movement::open_submission(const std::string& occasion, const std::string& unit, const std::string& ref) {
  const auto hand = hand_of(unit, "unit_clerk");
  const Json body{{"occasion", occasion}, {"external_ref", ref}};
  Letter letter{
      text_in(session_.expected(session_.post(hand, "/v1/submissions", body), hand, "lập tờ trình " + ref).body, "id"),
      unit};
  put_paper(letter.id, "submission_letter", hand);
  return letter;
}

void Movement::submit_all(const Letter& letter) {
  const auto hand = hand_of(letter.unit, "unit_head");
  const auto path = "/v1/submissions/" + letter.id;
  const auto now = session_.expected(session_.get(hand, path), hand, "xem tờ trình");
  session_.expected(session_.post(hand, path + "/actions/submit", {{"letter", this->letter("TTr")}}, now.etag), hand,
                    "trình cả tờ trình");
}

void Movement::put_paper(const std::string& submission, const std::string& slot, const Hand& hand) {
  const auto path = "/v1/submissions/" + submission;
  const auto now = session_.expected(session_.get(hand, path), hand, "xem tờ trình");
  session_.expected(
      session_.upload(hand, path + "/papers/" + slot + "?kind=scanned", "application/pdf", small_pdf(), now.etag), hand,
      "nộp giấy tờ " + slot);
}

Award Movement::open_decision(const std::string& occasion, const std::string& form, const std::string& office) {
  const auto hand = hand_of(office, "registry_clerk");
  const Json body{{"occasion", occasion}, {"form", form}};
  return {text_in(session_.expected(session_.post(hand, "/v1/decisions", body), hand, "dự thảo quyết định").body, "id"),
          office};
}

void Movement::sign(const Award& award, bool deputy) {
  const auto hand = hand_of(award.office, "decider", deputy);
  const auto path = "/v1/decisions/" + award.id;
  const auto now = session_.expected(session_.get(hand, path), hand, "xem quyết định");
  session_.expected(session_.post(hand, path + "/actions/sign", Json::object(), now.etag), hand, "ký quyết định");
}

void Movement::number(const Award& award, const std::string& number) {
  const auto hand = hand_of(award.office, "registry_clerk");
  const auto path = "/v1/decisions/" + award.id;
  const auto now = session_.expected(session_.get(hand, path), hand, "xem quyết định");
  session_.expected(
      session_.post(hand, path + "/actions/number", {{"number", number}, {"date", session_.today()}}, now.etag), hand,
      "cấp số " + number);
}

void Movement::conclude(const std::string& dossier, const std::string& phase, std::vector<Step> steps,
                        bool from_before) {
  const auto path = "/v1/dossiers/" + dossier;
  const auto view = session_.expected(session_.get(overseer_, path), overseer_, "xem kết quả").body;
  if (text_in(view, "phase") != phase) throw Unexpected("hồ sơ " + text_in(view, "code") + " phải kết thúc ở " + phase);
  const auto check = session_.expected(session_.get(overseer_, path + "/verification"), overseer_, "kiểm tra sổ").body;
  if (!check.value("intact", false))
    throw Unexpected("sổ của " + text_in(view, "code") + " không khớp: " + check.dump());
  Row row{number_,
          text_in(view, "form_name") + (view.value("form_assumed", false) ? " (giả định)" : ""),
          text_in(view, "nominee_name"),
          text_in(view, "code"),
          std::move(steps),
          result_of(view),
          "✓ " + std::to_string(check.value("events", 0)),
          from_before};
  const auto granted = text_in(view, "granted_form");
  if (!granted.empty() && granted != text_in(view, "form")) row.result += "; " + text_in(form(granted), "name");
  report_.rows.push_back(std::move(row));
}

void Movement::add_recorded_results() {
  for (const auto& result : list_in(plan_, "recorded_results")) {
    Row row{number_, "(hằng năm)", text_in(result, "text"), "", {}, "ghi nhận kết quả, không có hồ sơ", "", false};
    for (const auto& role : list_in(result, "path"))
      row.steps.push_back({short_stage(stage_of_role(plan_, role)), {}, false});
    report_.rows.push_back(std::move(row));
  }
}

const std::string& small_pdf() {
  static const std::string bytes =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 "
      "00000 n \n"
      "0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n";
  return bytes;
}

}  // namespace vinhdanh::journeys
