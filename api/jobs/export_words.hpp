/// Titles and words of exported tables, in the language of whoever asked.
#pragma once

#include <string>
#include <vector>

#include "api/desk/lists/list_body.hpp"
#include "api/desk/request/answers.hpp"

namespace vinhdanh {

struct ExportWords {
  bool english = false;
  [[nodiscard]] std::string of(const char* vi, const char* en) const { return english ? en : vi; }
};

std::vector<std::string> dossier_titles(const ExportWords& words);
std::string subject_kind_word(SubjectKind kind, const ExportWords& words);
/// 31/12/2024 of 2024-12-31; any other text as it is.
std::string shown_date(const std::string& text);
/// 14:05 31/12/2024 in Viet Nam.
std::string shown_moment(Instant at);

}  // namespace vinhdanh
