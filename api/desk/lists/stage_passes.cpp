// Passes are read off events: what ends a stage's work, what gives it back, and what makes either undone.
#include "api/desk/lists/stage_passes.hpp"

#include <algorithm>
#include <charconv>

#include "api/desk/commands/case.hpp"
#include "engine/deadline/stage_due.hpp"
#include "engine/fold/fold.hpp"

namespace vinhdanh {

namespace {

int whole(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// One pass or return, as it is written: "review=3/10", "decide=0/-", "review!".
using Note = std::string;

Note pass_note(const Deps& deps, const Dossier& dossier, const StageId& stage, const StageClock& clock, Date day) {
  const auto& plan = rules_for(deps, dossier.plan).plan;
  const auto* definition = find_stage(plan, dossier.form, stage);
  const auto limit = definition == nullptr ? std::nullopt : limit_of(*definition, era_of(deps, dossier, day));
  return stage + "=" + std::to_string(days_had(clock, deps.rulebook.calendar(), day)) + "/" +
         (limit ? std::to_string(limit->working_days) : "-");
}

/// Reads one event after the other, each with the state that it led to.
class PassReader {
 public:
  explicit PassReader(const Deps& deps) : deps_(deps) {}

  void read(const Event& event, const Dossier& after) {
    day_ = event.at.legal_date();
    std::visit([&](const auto& body) { take(body, after); }, event.body);
  }
  /// Something that was noted earlier is undone: only the whole history can tell.
  static bool is_undoing(const Event& event) {
    return std::holds_alternative<DossierRecalled>(event.body) ||
           std::holds_alternative<DossierRemovedFromDecision>(event.body);
  }
  [[nodiscard]] std::string text() const {
    std::string all;
    for (const auto& note : notes_) all += " " + note;
    return all;
  }

 private:
  /// What was sent took its clock with it; at the end of the way the clock stays.
  void left(const StageId& stage, const Dossier& after) {
    const bool sent = after.sender && after.sender->stage == stage && after.sender->clock;
    if (sent && after.sender->clock->stage == stage) return note(stage, after, *after.sender->clock);
    if (after.clock && after.clock->stage == stage) note(stage, after, *after.clock);
  }
  void note(const StageId& stage, const Dossier& after, const StageClock& clock) {
    notes_.push_back(pass_note(deps_, after, stage, clock, day_));
  }
  void undo(const StageId& stage) {
    const auto of_stage = [&](const Note& it) { return it.starts_with(stage + "=") || it == stage + "!"; };
    const auto last = std::find_if(notes_.rbegin(), notes_.rend(), of_stage);
    if (last != notes_.rend()) notes_.erase(std::next(last).base());
  }

  void take(const DossierForwarded& it, const Dossier& after) { left(it.stage, after); }
  void take(const ResultRecorded& it, const Dossier& after) { left(it.stage, after); }
  void take(const AwardApproved& it, const Dossier& after) { left(it.stage, after); }
  void take(const AwardDeclined& it, const Dossier& after) { left(it.stage, after); }
  void take(const DossierFoundIneligible& it, const Dossier& after) { left(it.stage, after); }
  void take(const DossierReturned& it, const Dossier&) { notes_.push_back(it.stage + "!"); }
  void take(const DossierRecalled& it, const Dossier&) {
    if (it.to_stage) undo(*it.to_stage);
  }
  void take(const DossierRemovedFromDecision& it, const Dossier&) { undo(it.stage); }
  void take(const auto&, const Dossier&) {}

  const Deps& deps_;
  Date day_;
  std::vector<Note> notes_;
};

/// The stored history, with the dossier as of its end.
Dossier read_history(const Deps& deps, const DossierId& id, PassReader& reader) {
  Dossier dossier;
  for (std::int64_t from = 0;;) {
    const auto page = deps.store.events(StreamKind::dossier, id, from, 200);
    for (const auto& sealed : page) {
      apply(dossier, sealed.event, sealed.n);
      reader.read(sealed.event, dossier);
    }
    if (page.size() < 200) return dossier;
    from = page.back().n + 1;
  }
}

bool is_of(const Event& event, const Dossier& dossier) {
  return event.stream == StreamKind::dossier && event.stream_id == dossier.id;
}

}  // namespace

Passed read_passes(const std::string& text) {
  Passed passed;
  for (std::size_t at = text.find(' '); at != std::string::npos;) {
    const auto end = text.find(' ', at + 1);
    const auto note = std::string_view(text).substr(at + 1, end == std::string::npos ? end : end - at - 1);
    at = end;
    const auto equals = note.find('=');
    if (equals == std::string_view::npos) {
      ++passed.returns;
      continue;
    }
    const auto slash = note.find('/', equals);
    StagePass pass{StageId(note.substr(0, equals)), whole(note.substr(equals + 1, slash - equals - 1)), {}};
    if (note.substr(slash + 1) != "-") pass.limit = whole(note.substr(slash + 1));
    passed.stages.push_back(std::move(pass));
  }
  return passed;
}

void note_passes(const Deps& deps, std::span<const Event> events, const Dossier& after, ListEntry& entry) {
  PassReader reader(deps);
  const auto undoes = [&](const Event& event) { return is_of(event, after) && PassReader::is_undoing(event); };
  entry.all_passes = std::ranges::any_of(events, undoes);
  std::optional<Dossier> step;
  if (entry.all_passes) step = read_history(deps, after.id, reader);
  for (const auto& event : events) {
    if (!is_of(event, after)) continue;
    if (step) apply(*step, event, step->version + 1);
    reader.read(event, step ? *step : after);
  }
  entry.passes = reader.text();
}

std::string all_passes(const Deps& deps, const Dossier& dossier) {
  PassReader reader(deps);
  read_history(deps, dossier.id, reader);
  return reader.text();
}

}  // namespace vinhdanh
