// The same scope as that of reads.
#include "api/live/seen_by.hpp"

#include "api/desk/caller/scope.hpp"
#include "api/desk/commands/case.hpp"

namespace vinhdanh {

void SeenBy::load() {
  loaded_ = true;
  const std::string& id = event_.stream_id;
  switch (event_.stream) {
    case StreamKind::dossier: dossier_ = deps_.store.dossier(id); break;
    case StreamKind::submission: submission_ = deps_.store.submission(id); break;
    case StreamKind::occasion: occasion_ = deps_.store.occasion(id); break;
    case StreamKind::decision: decision_ = deps_.store.decision(id); break;
    case StreamKind::duty: task_ = deps_.duties.duty(id); break;
    default: break;
  }
}

bool SeenBy::judge(const Actor& actor) {
  const Scope scope(deps_, actor, today(deps_));
  return (dossier_ && scope.sees(*dossier_)) || (submission_ && scope.sees(*submission_)) ||
         (occasion_ && scope.sees(*occasion_)) || (decision_ && scope.sees(*decision_)) || (task_ && scope.sees(*task_));
}

bool SeenBy::operator()(const Actor& actor) {
  if (!loaded_) load();
  const std::pair key(actor.office, actor.role);
  const auto known = judged_.find(key);
  return known != judged_.end() ? known->second : (judged_[key] = judge(actor));
}

}  // namespace vinhdanh
