// Verifies what an auditor may see, and says how far it is.
#include "api/desk/audit/verification.hpp"
#include "api/desk/caller/authenticate.hpp"
#include "api/jobs/job_bodies.hpp"
#include "api/jobs/job_runs.hpp"

namespace vinhdanh {
namespace {

/// Milliseconds between two notes of how far it is: each is a write.
constexpr std::int64_t noted_every = 500;

/// Nobody wants it any more.
struct Stopped {};

}  // namespace

void work_on_verification(HeldJob& held) {
  const Deps& deps = held.deps();
  const auto actor = actor_in_force(deps, held.job().appointment);
  if (!actor) return fail_job(held, "job_rights_ended");
  held.job().total = streams_in_scope(deps, *actor);
  if (!held.reached(0)) return;
  Instant noted = held.now();
  const auto note = [&](std::int64_t streams, std::int64_t) {
    if (held.now().milliseconds - noted.milliseconds < noted_every && !held.is_lost()) return;
    noted = held.now();
    if (!held.reached(streams)) throw Stopped{};
  };
  try {
    const auto found = verify_scope(deps, *actor, note);
    auto body = job_body<VerificationBody>(held.job());
    body.verdict = verdict_json(found).dump();
    set_body(held.job(), body);
    held.job().done = held.job().total = found.streams;
    held.end(JobState::done);
  } catch (const Stopped&) {
    // The row says already what became of it.
  }
}

}  // namespace vinhdanh
