/// A province with one dossier in each state of its life, and people in every relation to them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/api/runner/steady_province.hpp"

namespace vinhdanh::test {

/// What stands in one state: paths, and the token of a reviewer who is its nominee.
struct Standpoint {
  std::string submission;
  std::string dossier;
  std::string decision;  ///< empty where none has it
  std::string nominee;
};

class World : public SteadyProvince {
 public:
  World();

  /// In the order of a dossier's life.
  static const std::vector<std::string>& states();
  [[nodiscard]] const Standpoint& at(const std::string& state) const { return standpoints_.at(state); }
  /// Labels of the policy's column `who`, with their tokens; `nominee` has another in each state.
  [[nodiscard]] std::vector<std::string> people() const;
  [[nodiscard]] std::string token_of(const std::string& label, const std::string& state) const;

  std::string occasion;       ///< id
  std::string open_decision;  ///< path of one that no dossier has joined
  std::string duty;           ///< path of the unit's own task
  std::string webhook;        ///< path of the clerk's own
  std::string nominee_list;         ///< path of the clerk's own list, which is ready
  std::string job;            ///< path of the clerk's own export, which is done

  /// From now on the store takes no change: what is accepted is answered with 503 and changes nothing.
  void freeze();

 private:
  std::string nominee_of(const std::string& state) {
    return token("so_noi_vu_lang_son", Role::appraiser, "nominee-" + state);
  }
  void ask_for_jobs();
  std::string draft(Standpoint& here, const std::string& state);
  void bring_to(const std::string& state);
  void attest(const std::string& dossier, const std::string& value);
  void to_chairman(const Standpoint& here);

  std::map<std::string, std::string> tokens_by_label_;
  std::map<std::string, Standpoint> standpoints_;
};

}  // namespace vinhdanh::test
