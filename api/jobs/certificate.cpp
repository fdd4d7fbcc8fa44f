// What a verification found, as a file.
#include "api/jobs/certificate.hpp"

#include "api/desk/caller/names.hpp"
#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"
#include "api/jobs/job_bodies.hpp"

namespace vinhdanh {

std::optional<Json> certificate_of(const Deps& deps, const Actor& actor, const Job& job) {
  const auto verdict = job_body<VerificationBody>(job).verdict;
  if (verdict.empty() || !job.ended) return std::nullopt;
  const Date day = today(deps);
  const bool whole = !Scope(deps, actor, day).units();
  return Json{{"certificate", "vinhdanh verification"},
              {"installation", deps.store.instance()},
              {"verification", job.id},
              {"scope", whole ? "all" : "units"},
              {"asked", job.made.text()},
              {"ended", job.ended->text()},
              {"person", person_name(deps.store, job.person)},
              {"office", office_name(deps.rulebook.organisation(), actor.office, day)},
              {"verdict", Json::parse(verdict)}};
}

}  // namespace vinhdanh
