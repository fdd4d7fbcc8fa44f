/// Loads what a decision on a dossier needs to know.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "api/desk/deps.hpp"
#include "engine/decide/decide.hpp"

namespace vinhdanh {

/// What a command adds to the loading.
struct Asked {
  std::optional<DecisionId> decision;  ///< named by the payload; otherwise the dossier's own
  bool choices = false;                ///< also what only `permitted` wants: the open decisions
  bool people = false;                 ///< those to whom it may be assigned
  bool number_taken = false;           ///< the store said so when this was tried before
};

struct Case {
  Dossier dossier;
  Facts facts;
  Rules rules;
};

/// What is written of the dossier and no more: its submission, its content and its rules. Nothing can be decided by it.
/// Throws as `load_case` does.
Case load_written(const Deps& deps, const Actor& actor, Dossier dossier);

/// Throws std::runtime_error when the dossier's plan is not among the definitions, or its submission or occasion is
/// gone.
Case load_case(const Deps& deps, const Actor& actor, Dossier dossier, const Asked& asked = {});

Rules rules_for(const Deps& deps, const DefinitionRef& plan, const std::optional<DefinitionRef>& law = std::nullopt);
/// The era that the dossier is judged by: the pinned one, or that of the day before its first receipt.
const Era& era_of(const Deps& deps, const Dossier& dossier, Date day);
const Stage* find_stage(const Plan& plan, const FormCode& form, const std::optional<StageId>& stage);
bool is_with_unit(Phase phase);
Date today(const Deps& deps);

/// Follows the pages of a query to its end, or until `most` are found.
std::vector<Dossier> all_dossiers(const Store& store, DossierQuery query, std::size_t most);

/// The frozen content; empty where its value was erased, nothing where nothing was frozen yet.
std::optional<Content> frozen_content(const Store& store, const Dossier& dossier);
/// The content as edited; empty where there is none.
Content workspace_content(const Store& store, const DossierId& id);
Content read_content(const std::string& canonical);

/// Places that earlier changes of one request take, before any of them is committed.
class Tally {
 public:
  void count(const std::vector<QuotaMove>& moves, const std::string& dossier_code);
  void correct(QuotaFacts& facts) const;

 private:
  struct Delta {
    int reserved = 0;
    int consumed = 0;
    std::vector<DossierId> holders;
  };
  std::map<std::string, Delta> deltas_;
};

}  // namespace vinhdanh
