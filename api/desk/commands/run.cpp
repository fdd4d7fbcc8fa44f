// The one way of a command: idempotency, attempt, commit, answer; and again when another change came first.
#include "api/desk/commands/run.hpp"

#include <algorithm>
#include <iterator>
#include <memory>

#include "adapters/accept.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/lists/list_entry.hpp"
#include "api/desk/request/idempotency.hpp"
#include "api/http/problems.hpp"

namespace vinhdanh {

namespace {

constexpr int kMostAttempts = 24;

/// One command on its way; it keeps itself alive until it has responded.
class Errand : public std::enable_shared_from_this<Errand> {
 public:
  Errand(const Deps& deps, HttpRequest request, Actor actor, Attempt attempt, Respond respond)
      : deps_(deps),
        request_(std::move(request)),
        actor_(std::move(actor)),
        attempt_(std::move(attempt)),
        respond_(std::move(respond)) {}

  void start() {
    guarded([this] {
      if (auto fault = check_key(request_)) return respond_(std::move(*fault));
      go();
    });
  }

 private:
  template <class Step>
  void guarded(Step&& step) {
    try {
      step();
    } catch (const StorageUnavailable&) {
      respond_(storage_unavailable(request_));
    }
  }

  void go() {
    if (auto kept = replay(deps_, request_, actor_)) return respond_(std::move(*kept));
    auto outcome = attempt_(request_, before_);
    if (!outcome) return refuse(std::move(outcome.response()));
    commit(std::move(*outcome));
  }

  /// A twin of this request may have been done since its key was looked up, and be the very reason for the refusal.
  void refuse(HttpResponse refusal) {
    auto kept = replay(deps_, request_, actor_);
    respond_(kept ? std::move(*kept) : std::move(refusal));
  }

  void commit(Prepared prepared) {
    auto change = std::move(prepared.change);
    add_entries(deps_, change);
    change.acting = actor_.appointment;
    change.acting_on = today(deps_);
    change.answer = answer_to_keep(deps_, request_, actor_, prepared);
    auto self = shared_from_this();
    deps_.committer.submit(std::move(change), [self, prepared = std::move(prepared)](Fate fate) {
      self->settle(prepared, std::move(fate));
    });
  }

  void settle(const Prepared& prepared, Fate fate) {
    const bool refused = !fate.unknown && fate.result.status != CommitStatus::done;
    if (refused) return again(std::move(fate.result));
    if (fate.unwritten) return respond_(storage_unavailable(request_));
    if (prepared.keep) prepared.keep();
    if (fate.unknown) return respond_(outcome_unknown(request_));
    Json headers = Json::object();
    for (const auto& [name, value] : prepared.headers) headers[name] = value;
    respond_(answer_with(prepared.status, prepared.body.dump(), receipts_text(fate.result.receipts), headers));
  }

  void again(CommitResult result) {
    before_ = {result.status, std::move(result.detail)};
    auto self = shared_from_this();
    auto job = [self] { self->retry_alone(); };
    if (deps_.later)
      deps_.later(job);
    else
      job();
  }

  /// Nobody above this job on a worker would answer for what it throws.
  void retry_alone() {
    try {
      guarded([this] { retry(); });
    } catch (const std::exception&) {
      respond_(respond_with(known_problem("internal_error"), request_));
    }
  }

  void retry() {
    if (++attempts_ >= kMostAttempts) return respond_(busy(request_));
    if (before_.status == CommitStatus::not_in_role) {
      return respond_(refused(request_, RefusalReason{Reason::not_in_role, {}, {}, {}}));
    }
    if (before_.status == CommitStatus::reference_taken) {
      return refuse(problem(request_, "external_ref_taken"));
    }
    go();
  }

  const Deps& deps_;
  HttpRequest request_;
  Actor actor_;
  Attempt attempt_;
  Respond respond_;
  Before before_;
  int attempts_ = 0;
};

template <class T>
void append(std::vector<T>& into, std::vector<T>& other) {
  std::move(other.begin(), other.end(), std::back_inserter(into));
}

}  // namespace

void run(const Deps& deps, const HttpRequest& request, const Actor& actor, Attempt attempt, Respond respond) {
  std::make_shared<Errand>(deps, request, actor, std::move(attempt), std::move(respond))->start();
}

void merge(Change& into, Change other) {
  append(into.guards, other.guards);
  for (auto& touch : other.touches) {
    const auto same = [&](const Touch& known) { return known.kind == touch.kind && known.id == touch.id; };
    if (std::ranges::none_of(into.touches, same)) into.touches.push_back(std::move(touch));
  }
  for (auto& entry : other.registers) {
    const auto same = [&](const RegisterEntry& known) {
      return known.authority == entry.authority && known.year == entry.year && known.number == entry.number;
    };
    if (std::ranges::none_of(into.registers, same)) into.registers.push_back(std::move(entry));
  }
  append(into.events, other.events);
  append(into.next, other.next);
  append(into.quota, other.quota);
  append(into.personal, other.personal);
  append(into.tokens, other.tokens);
  append(into.claims, other.claims);
  if (other.workspace) into.workspace = std::move(other.workspace);
}

}  // namespace vinhdanh
