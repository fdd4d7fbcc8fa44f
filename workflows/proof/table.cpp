// The transition table alone: are its rows told apart, are its ends final?
#include <algorithm>

#include "workflows/proof/proof.hpp"

namespace vinhdanh {
namespace {

/// Selectors of one question exclude each other.
int question_of(Selector selector) {
  switch (selector) {
    case Selector::sent_first_by_unit:
    case Selector::resent_by_unit:
    case Selector::sent_by_office:
      return 1;
    case Selector::goes_to_unit:
    case Selector::goes_to_stage:
      return 2;
    case Selector::approved_last:
    case Selector::approved_on_the_way:
    case Selector::not_approved:
      return 3;
    default:
      return 0;
  }
}

bool are_apart(const TableRow& one, const TableRow& other) {
  return std::ranges::any_of(one.selectors, [&](Selector selector) {
    return std::ranges::any_of(other.selectors, [&](Selector against) {
      return selector != against && question_of(selector) != 0 && question_of(selector) == question_of(against);
    });
  });
}

std::string name_of_row(const TableRow& row) {
  return std::string(name_of(row.from)) + " / " + std::string(name_of(row.command));
}

ProofFault fault(const char* code, const std::string& vi, const std::string& en, const TableRow& row) {
  return {Severity::error,
          code,
          {},
          vi + name_of_row(row) + ".",
          en + name_of_row(row) + ".",
          {{row.command, row.to, std::nullopt}}};
}

}  // namespace

std::vector<ProofFault> prove_table(std::span<const TableRow> table) {
  std::vector<ProofFault> faults;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const TableRow& row = table[i];
    if (is_final(row.from) && row.to != row.from) {
      faults.push_back(fault("row_leaves_final", "Có dòng rời khỏi trạng thái cuối: ",
                             "Expected a final phase to be final, but a row leaves it: ", row));
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (table[j].from != row.from || table[j].command != row.command || are_apart(table[j], row)) continue;
      faults.push_back(fault("rows_overlap", "Hai dòng không phân biệt được: ",
                             "Expected rows that exclude each other, but two do not: ", row));
    }
  }
  return faults;
}

}  // namespace vinhdanh
