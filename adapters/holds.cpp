// Names what a change reads under a guard, writes, or claims.
#include "adapters/holds.hpp"

#include <algorithm>

#include "adapters/accept.hpp"

namespace vinhdanh {
namespace {

class Collector {
 public:
  void alone(std::string_view kind, std::string id) { add(kind, std::move(id), true); }
  void together(std::string_view kind, std::string id) { add(kind, std::move(id), false); }

  void operator()(const Dossier& it) { alone("dossier", it.id); }
  void operator()(const Submission& it) { alone("submission", it.id); }
  void operator()(const Occasion& it) { alone("occasion", it.id); }
  void operator()(const Decision& it) { alone("decision", it.id); }
  void operator()(const Account& it) {
    alone("account", it.person);
    alone("login", it.login);
  }
  void operator()(const Appointment& it) { alone("organisation", it.id); }
  void operator()(const DefinitionRecord& it) {
    alone("definition", it.kind + " " + it.ref.id + " " + std::to_string(it.ref.version));
  }
  void operator()(const DutyTask& it) {
    alone("duty", it.id);
    alone("duty", it.plan.id + " " + it.duty + " " + it.unit + " " + std::to_string(it.due.days()));
  }

  Holds done() && { return std::move(holds_); }

 private:
  void add(std::string_view kind, std::string id, bool is_alone) {
    const auto at = std::ranges::find_if(holds_.names, [&](const Holds::Name& it) { return it.kind == kind && it.id == id; });
    if (at == holds_.names.end()) holds_.names.push_back({std::string(kind), std::move(id), is_alone});
    else at->alone = at->alone || is_alone;
  }
  Holds holds_;
};

std::string key_of(const Holds::Name& name) { return name.kind + " " + name.id; }

}  // namespace

Holds holds_of(const Change& change) {
  Collector names;
  for (const Guard& it : change.guards) names.alone(name_of(it.kind), it.id);
  for (const Aggregate& it : change.next) std::visit(names, it);
  for (const ListEntry& it : change.entries) names.alone("dossier", it.id);
  if (change.workspace) names.alone("dossier", change.workspace->dossier);
  for (const QuotaMove& it : change.quota) names.alone("quota", it.key);
  for (const RegisterEntry& it : change.registers) names.alone("register", it.authority + " " + std::to_string(it.year));
  for (const Claim& it : change.claims) {
    names.alone("dossier", it.dossier);
    if (it.key) names.alone("nomination", *it.key);
  }
  for (const Reference& it : references_of(change))
    names.alone("reference", std::string(name_of(it.kind)) + " " + it.scope + " " + it.text);
  for (const Credential& it : change.credentials) names.alone("credential", it.person);
  for (const PersonId& it : change.end_sessions) names.alone("credential", it);
  if (change.answer) names.alone("answer", change.answer->principal + " " + change.answer->key);
  for (const Touch& it : change.touches) names.together(name_of(it.kind), it.id);
  for (const Event& it : change.events) names.together(name_of(it.stream), it.stream_id);
  return std::move(names).done();
}

bool HeldNames::clash_with(const Holds& holds) const {
  return std::ranges::any_of(holds.names, [&](const Holds::Name& name) {
    const auto at = counts_.find(key_of(name));
    return at != counts_.end() && (at->second.alone > 0 || (name.alone && at->second.together > 0));
  });
}

bool HeldNames::meet(const Holds& holds) const {
  return std::ranges::any_of(holds.names, [&](const Holds::Name& name) { return counts_.contains(key_of(name)); });
}

void HeldNames::add(const Holds& holds) {
  for (const Holds::Name& name : holds.names) {
    Count& count = counts_[key_of(name)];
    ++(name.alone ? count.alone : count.together);
  }
}

void HeldNames::remove(const Holds& holds) {
  for (const Holds::Name& name : holds.names) {
    const auto at = counts_.find(key_of(name));
    --(name.alone ? at->second.alone : at->second.together);
    if (at->second.alone == 0 && at->second.together == 0) counts_.erase(at);
  }
}

}  // namespace vinhdanh
