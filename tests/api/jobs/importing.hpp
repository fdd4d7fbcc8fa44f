/// A unit with a submission, to which lists of nominees are sent; jobs are worked on by hand.
#pragma once

#include "adapters/sheets/read_sheet.hpp"
#include "api/desk/people/admin.hpp"
#include "tests/api/desk/province.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/workbook.hpp"

namespace vinhdanh::test {

using Rows = std::vector<std::vector<std::string>>;

inline const std::vector<std::string> list_titles{"HỌ VA TEN", "Chức vụ", "Nhóm đối tượng", "Tóm tắt thành tích", "Từ ngày", "Đến ngày"};

class Importing : public Province {
 public:
  std::string category_name() { return plan().category("official")->name; }
  const Plan& plan() { return *deps->rulebook.latest_plan("lang-son-2021-2025"); }
  std::vector<std::string> good_row(const std::string& name) {
    return {name, "Trưởng phòng", category_name(), "Giúp xã nghèo", "01/01/2021", "31/12/2024"};
  }
  /// With the titles above it.
  std::string list_of(Rows rows) {
    rows.insert(rows.begin(), list_titles);
    return book_of(sheet_data(rows));
  }
  std::string list_named(const std::vector<std::string>& names) {
    Rows rows;
    for (const auto& name : names) rows.push_back(good_row(name));
    return list_of(rows);
  }
  Answer send(const std::string& bytes, const std::string& token, Headers headers = {}) {
    if (!headers.contains("idempotency-key")) headers["idempotency-key"] = "import-key-" + std::to_string(++sent_);
    headers["content-type"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return call("POST", submission + "/imports?form=provincial_merit&subject_kind=individual", token, bytes, std::move(headers));
  }
  /// Sent, read and checked; its path.
  std::string checked(const std::string& bytes) {
    const auto answer = send(bytes, clerk());
    INFO(answer.text);
    REQUIRE(answer.status == 202);
    while (job_runs->work()) {
    }
    return "/v1/imports/" + answer.body["id"].get<std::string>();
  }
  Json shown(const std::string& path) {
    const auto answer = get(path, clerk());
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer.body;
  }
  void commit(const std::string& path, const Json& body = Json::object()) {
    REQUIRE(post(path + "/actions/commit", clerk(), body).status == 202);
    while (job_runs->work()) {
    }
  }
  /// Of whoever has this token: they ended yesterday.
  void end_roles(const std::string& token) {
    const auto person = person_of(token);
    for (const auto& held : inner.appointments()) {
      if (held.person != person) continue;
      REQUIRE(commit_alone(inner, end_role(clock, fresh, console_actor(), held, day(2025, 2, 11))).status == CommitStatus::done);
    }
  }
  /// Names of the dossiers of the submission, sorted.
  std::vector<std::string> nominees() {
    std::vector<std::string> names;
    const auto seen = get(submission, clerk());
    for (const auto& line : seen.body.at("dossiers")) names.push_back(line["nominee_name"]);
    std::ranges::sort(names);
    return names;
  }

  const std::string occasion = open_occasion();
  const std::string submission = open_submission(occasion);

 private:
  int sent_ = 0;
};

/// "error unknown_category category 1 2" for each group: severity, code, field and the rows.
inline std::vector<std::string> groups_in(const Json& shown) {
  std::vector<std::string> groups;
  for (const auto& it : shown.at("groups")) {
    std::string line = it["severity"].get<std::string>() + " " + it["code"].get<std::string>() + " " + it["field"].get<std::string>();
    for (const auto& row : it["rows"]) line += " " + std::to_string(row.get<int>());
    groups.push_back(line);
  }
  std::ranges::sort(groups);
  return groups;
}

}  // namespace vinhdanh::test
