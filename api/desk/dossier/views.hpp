/// What a caller is shown of a dossier, submission, occasion and decision.
#pragma once

#include <vector>

#include "api/desk/deps.hpp"
#include "api/desk/request/answers.hpp"
#include "engine/decide/decide.hpp"

namespace vinhdanh {

/// As the plan calls it; its code where the plan has it no more.
const std::string& form_name(const Plan& plan, const FormCode& code);
/// Everything about one dossier, names resolved: the aggregate's members and `route`, `visible_state`, `next`, `names`,
/// ….
Json dossier_view(const Deps& deps, const Dossier& dossier);
/// One line of a list; the nominees' names of all lines are read at once.
Json dossier_lines(const Deps& deps, const std::vector<Dossier>& dossiers);

Json submission_view(const Deps& deps, const Submission& submission, const std::vector<Dossier>& dossiers);
Json submission_line(const Deps& deps, const Submission& submission);
Json occasion_view(const Deps& deps, const Occasion& occasion);
Json decision_view(const Deps& deps, const Decision& decision, const std::vector<Dossier>& dossiers);
Json decision_line(const Deps& deps, const Decision& decision);

/// `{clause}` or `{assumed, basis}`, and `confidence`.
Json source_json(const Source& source);
/// The reasons of a refusal as a problem shows them.
Json reasons_json(const std::vector<RefusalReason>& reasons);
Json state_json(const Deps& deps, const Dossier& dossier);

/// The name of the nominee as the caller may read it: the draft's while with the unit and never frozen, else the frozen
/// one.
std::string nominee_name(const Deps& deps, const Dossier& dossier);

}  // namespace vinhdanh
