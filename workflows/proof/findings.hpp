/// The list that the checks of a proof write to, and what they ask of it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "workflows/proof/proof.hpp"

namespace vinhdanh::detail {

/// A JSON Pointer that is built by descending: `Spot("routes")[0]["stages"][2]`.
class Spot {
 public:
  explicit Spot(std::string_view member) : text_("/" + std::string(member)) {}
  Spot operator[](std::string_view member) const { return Spot(text_ + "/" + std::string(member), 0); }
  Spot operator[](std::size_t index) const { return Spot(text_ + "/" + std::to_string(index), 0); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  Spot(std::string text, int) : text_(std::move(text)) {}
  std::string text_;
};

struct Words {
  std::string vi;
  std::string en;
};

class ProofFindings {
 public:
  void error(std::string code, const Spot& spot, Words words, std::vector<PathStep> path = {}) {
    add(Severity::error, std::move(code), spot, std::move(words), std::move(path));
  }
  void warn(std::string code, const Spot& spot, Words words, std::vector<PathStep> path = {}) {
    add(Severity::warning, std::move(code), spot, std::move(words), std::move(path));
  }
  [[nodiscard]] std::vector<ProofFault>& list() { return list_; }

 private:
  void add(Severity severity, std::string code, const Spot& spot, Words words, std::vector<PathStep> path) {
    ProofFault fault{severity, std::move(code), spot.text(), std::move(words.vi), std::move(words.en), std::move(path)};
    for (const ProofFault& known : list_) {
      if (known.code == fault.code && known.pointer == fault.pointer) return;
    }
    list_.push_back(std::move(fault));
  }
  std::vector<ProofFault> list_;
};

std::string quoted(std::string_view text);
/// `"a", "b"`
std::string listed(const std::vector<std::string>& words);

/// The eras of the law in which the plan's dossiers may be received.
std::vector<const Era*> eras_of(const Plan& plan, const Law& law);

// Each looks at one side of the plan.
void check_references(const Plan& plan, const Organisation& organisation, ProofFindings& findings);
void check_offers(const Plan& plan, ProofFindings& findings);
void check_waits(const Plan& plan, const Law& law, ProofFindings& findings);
void check_hands(const Plan& plan, ProofFindings& findings);
void check_authorities(const Plan& plan, const Law& law, ProofFindings& findings);
void check_places(const Plan& plan, ProofFindings& findings);
void check_paths(const Plan& plan, std::span<const TableRow> table, ProofFindings& findings);

}  // namespace vinhdanh::detail
