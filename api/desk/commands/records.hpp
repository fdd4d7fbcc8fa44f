/// Events that the desk itself records beside those of `decide`, and the short answers to acts.
#pragma once

#include <vector>

#include "api/desk/commands/case.hpp"
#include "api/desk/commands/run.hpp"

namespace vinhdanh {

Event event_now(const Deps& deps, const Actor& actor, StreamKind stream, std::string id, EventBody body);

/// The dossier as the change leaves it, or as it was when the change does not write it.
const Dossier& after(const Change& change, const Dossier& before);
/// {id, code, phase, stage, version} without names, as kept answers must be.
Json short_dossier(const Dossier& dossier);

/// Every act bumps the version of its dossier's submission.
void touch_submission(Change& change, const SubmissionId& id);
/// Records on the submission's stream that these dossiers were sent with this letter, in place of the touch.
void record_sending(const Deps& deps, const Actor& actor, Change& change, const Submission& submission,
                    const DocumentRef& letter, std::vector<DossierId> dossiers);

/// What an accepted command means for the dossier's surroundings: its submission, its letter, the decision it joins.
void complete(const Deps& deps, const Actor& actor, const Payload& payload, const Case& it, Change& change);

PersonalRef keep_personal(const Deps& deps, Change& change, StreamKind stream, const std::string& id, std::string path,
                          const std::string& canonical);

}  // namespace vinhdanh
