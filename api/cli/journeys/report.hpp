/// What a journey leaves behind for the reader: one row per dossier, route and hands in the order they happened.
#pragma once

#include <string>
#include <vector>

#include "engine/codec/json.hpp"

namespace vinhdanh::journeys {

/// One line of a route: a stage, or something that happened on the way (a return, a recall).
struct Step {
  std::string what;                 ///< "Sở LĐTBXH xét duyệt"
  std::vector<std::string> actors;  ///< roles as read by people: "chuyên viên", "KT. Chủ tịch"
  bool assumed = false;             ///< the plan does not say so; its parent's text is not loaded
};

struct Row {
  std::string plan;  ///< the plan's short number: "003"
  std::string form;  ///< award form
  std::string nominee;
  std::string code;  ///< of the dossier; empty for a result without dossier
  std::vector<Step> steps;
  std::string result;        ///< "QĐ 812/QĐ-UBND, 15/10/2020"
  std::string log;           ///< "đúng, 23 sự kiện"; empty without dossier
  bool from_before = false;  ///< finished in an earlier run on the same folder
};

/// A journey that did not reach its end, with the server's own reasons.
struct Miss {
  std::string journey;
  std::string why;
};

struct Report {
  std::vector<Row> rows;
  std::vector<Miss> misses;
};

/// The rows as a JSON array; a missed journey is an object with `journey` and `missed`.
nlohmann::json as_json(const Report& report);

}  // namespace vinhdanh::journeys
