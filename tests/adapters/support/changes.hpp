/// Small changes for the stores' tests: as little of a case as a store needs to see.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/codec/codec.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh::test {

inline Actor someone() { return {"person-1", "appointment-1", "office-1", Role::unit_clerk, Capacity::holder, {}}; }

inline Event event(StreamKind kind, const std::string& id, EventBody body) {
  Event it;
  it.stream = kind;
  it.stream_id = id;
  it.id = "event of " + id;
  it.at = Instant{1'737'684'184'005};
  it.actor = someone();
  it.body = std::move(body);
  return it;
}

inline Occasion occasion(const std::string& id, const std::string& territory = "bac_kan") {
  Occasion it;
  it.id = id;
  it.plan = {"plan-a", 1, "hash"};
  it.territory = territory;
  it.office = "office-1";
  return it;
}

inline Submission submission(const std::string& id, const std::string& unit = "unit-1") {
  Submission it;
  it.id = id;
  it.occasion = "occasion-1";
  it.unit = unit;
  return it;
}

inline Decision decision(const std::string& id) {
  Decision it;
  it.id = id;
  it.authority = "chairman";
  it.authority_role = "provincial_chairman";
  it.form = "bang_khen";
  it.occasion = "occasion-1";
  return it;
}

inline Dossier dossier(const std::string& id) {
  Dossier it;
  it.id = id;
  it.code = "HS-2025-" + id;
  it.submission = "submission-1";
  it.occasion = "occasion-1";
  it.plan = {"plan-a", 1, "hash"};
  it.unit = "unit-1";
  it.territory = "bac_kan";
  it.form = "bang_khen";
  it.category = "category-1";
  it.drafter = "person-1";
  return it;
}

inline Appointment appointment(const std::string& id, Date from, std::optional<Date> to = {}) {
  Appointment it;
  it.id = id;
  it.person = "person of " + id;
  it.office = "office-1";
  it.from = from;
  it.to = to;
  return it;
}

inline Account account(const std::string& person, bool disabled = false) {
  return {person, "login of " + person, disabled, 0};
}

inline Event opened(const std::string& id) {
  const Dossier it = dossier(id);
  DossierOpened body;
  body.code = it.code;
  body.submission = it.submission;
  body.occasion = it.occasion;
  body.unit = it.unit;
  body.territory = it.territory;
  body.form = it.form;
  body.category = it.category;
  return event(StreamKind::dossier, id, body);
}

/// A draft that must be new.
inline Change opening(const Dossier& it) {
  Change change;
  change.guards = {{StreamKind::dossier, it.id, -1}};
  change.events = {opened(it.id)};
  change.next = {it};
  return change;
}
inline Change opening(const std::string& id) { return opening(dossier(id)); }

/// One more event on a dossier that stands at `version`.
inline Change withdrawing(const std::string& id, std::int64_t version) {
  Change change;
  change.guards = {{StreamKind::dossier, id, version}};
  change.events = {event(StreamKind::dossier, id, DossierWithdrawn{{"reason-" + id, std::string(64, 'a')}})};
  Dossier after = dossier(id);
  after.phase = Phase::withdrawn;
  after.version = version + 1;
  change.next = {after};
  return change;
}

inline Change writing(std::vector<Aggregate> aggregates) {
  Change change;
  change.next = std::move(aggregates);
  return change;
}

inline CommitResult commit_one(Store& store, const Change& change) { return store.commit({&change, 1}).at(0); }

/// The occasion and submission that every dossier here belongs to.
inline void lay_ground(Store& store) { commit_one(store, writing({occasion("occasion-1"), submission("submission-1")})); }

inline Change moving(const std::string& key, int limit, QuotaStep step, const std::string& dossier) {
  Change change;
  change.quota = {{key, limit, step, dossier}};
  return change;
}

inline KeptAnswer kept(const std::string& principal, const std::string& key, Instant expires) {
  return {principal, key, "fingerprint", 201, "{\"location\":\"/v1/x\"}", "{\"ok\":true}", "", expires};
}

/// Empty when the stream's chain holds from its genesis on; else the first event at fault.
inline std::string chain_fault(const Store& store, StreamKind kind, const std::string& id) {
  std::string prev = genesis(store.instance(), kind, id);
  std::int64_t n = 0;
  for (const Store::RawEvent& row : store.raw_events(kind, id)) {
    const std::string place = "event " + std::to_string(n);
    if (row.n != n) return place + " is missing";
    if (event_hash(row.bytes) != row.hash) return place + " does not match its hash";
    try {
      if (read_event(row.bytes).prev != prev) return place + " does not follow";
    } catch (const std::runtime_error&) {
      return place + " cannot be read";
    }
    prev = row.hash;
    ++n;
  }
  return "";
}

}  // namespace vinhdanh::test
