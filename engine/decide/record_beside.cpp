// What is done beside the phases: hold, lift, comment.
#include "engine/decide/draft.hpp"

namespace vinhdanh::detail {

void record_held(Draft& draft, const Case& asked) {
  const auto& payload = std::get<PutOnHold>(asked.payload);
  draft.add(DossierHeld{payload.document, *payload.review, draft.keep("reason", payload.reason)});
}

void record_hold_lifted(Draft& draft, const Case& asked) {
  const auto& payload = std::get<LiftHold>(asked.payload);
  draft.add(HoldLifted{payload.document, draft.keep("reason", payload.reason)});
}

void record_commented(Draft& draft, const Case& asked) {
  draft.add(CommentAdded{draft.keep("comment", std::get<Comment>(asked.payload).text)});
}

}  // namespace vinhdanh::detail
