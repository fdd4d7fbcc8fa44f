/// A change while it is being written: events in order, personal values set apart, places moved, the next snapshot.
#pragma once

#include "engine/decide/places.hpp"

namespace vinhdanh::detail {

class Draft {
 public:
  Draft(const Case& asked, Phase to, Fresh& fresh);

  /// An event of the dossier; the first carries the step from phase to phase, later ones stand where it led.
  void add(EventBody body);
  /// An event of another stream that belongs to the same act.
  void add_to(StreamKind stream, const std::string& id, EventBody body);

  /// Sets a text apart from events.
  PersonalRef keep(std::string path, const std::string& text);
  std::optional<PersonalRef> keep_if_any(std::string path, const std::optional<std::string>& text);
  /// Freezes the next version of the content with the unit's papers.
  FrozenContent freeze(const Content& content);
  std::string fresh_id() { return fresh_.id(); }

  void reserve_place(const PlaceRule& rule);
  void reserve_and_consume_place(const PlaceRule& rule);
  void consume_held_place();
  void release_held_place();

  /// Claims the nomination for this dossier where the plan blocks a second one; it is given up when it comes to nothing.
  void claim_nomination();

  void touch(Touch touch) { change_.touches.push_back(std::move(touch)); }
  void replace_workspace(const Content& content);

  /// The dossier after the events so far.
  [[nodiscard]] const Dossier& next() const { return next_; }
  Change finish();

 private:
  [[nodiscard]] Event made(StreamKind stream, std::string id, EventBody body);
  PersonalRef keep_value(std::string path, std::string canonical);
  template <class Body>
  void add_place(const std::string& key);
  void move_place(const std::string& key, int limit, QuotaStep step);

  const Case& asked_;
  Fresh& fresh_;
  Phase to_;
  Dossier next_;
  Change change_;
};

/// Writes down the fact that the table recorded.
void record(Draft& draft, const Case& asked, Fact fact);

// One for each fact, by the hands that make it.
void record_content_edited(Draft& draft, const Case& asked);
void record_paper_attached(Draft& draft, const Case& asked);
void record_submitted(Draft& draft, const Case& asked);
void record_resubmitted(Draft& draft, const Case& asked);
void record_recalled(Draft& draft, const Case& asked);
void record_withdrawn(Draft& draft, const Case& asked);
void record_correction_confirmed(Draft& draft, const Case& asked);
void record_lapsed(Draft& draft, const Case& asked);

void record_received(Draft& draft, const Case& asked);
void record_attested(Draft& draft, const Case& asked);
void record_opinion_given(Draft& draft, const Case& asked);
void record_ranked(Draft& draft, const Case& asked);
void record_proposed(Draft& draft, const Case& asked);
void record_forwarded(Draft& draft, const Case& asked);
void record_forwarded_disagreeing(Draft& draft, const Case& asked);
void record_returned(Draft& draft, const Case& asked);
void record_found_ineligible(Draft& draft, const Case& asked);
void record_correction_recorded(Draft& draft, const Case& asked);
void record_claimed(Draft& draft, const Case& asked);
void record_released(Draft& draft, const Case& asked);
void record_assigned(Draft& draft, const Case& asked);

void record_held(Draft& draft, const Case& asked);
void record_hold_lifted(Draft& draft, const Case& asked);
void record_commented(Draft& draft, const Case& asked);

void record_approved(Draft& draft, const Case& asked);
void record_approved_lower(Draft& draft, const Case& asked);
void record_removed_from_decision(Draft& draft, const Case& asked);
void record_declined(Draft& draft, const Case& asked);
void record_signed(Draft& draft, const Case& asked);
void record_awarded(Draft& draft, const Case& asked);
void record_result_recorded(Draft& draft, const Case& asked);
void record_notified(Draft& draft, const Case& asked);

}  // namespace vinhdanh::detail
