// Places, receipts and codes, the same for every store.
#include "adapters/accept.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "engine/codec/codec.hpp"
#include "engine/codec/direct.hpp"

namespace vinhdanh {

SealedEvent Sealer::seal_next(const Event& event, const std::optional<Head>& stored) {
  auto [at, fresh] = heads_.try_emplace({event.stream, event.stream_id});
  Head& head = at->second;
  if (fresh) head = stored ? *stored : Head{-1, genesis(instance_, event.stream, event.stream_id)};
  SealedEvent sealed = seal(event, head.n + 1, head.hash);
  head = {sealed.n, sealed.hash};
  return sealed;
}

std::vector<Reference> references_of(const Change& change) {
  struct Reader {
    std::vector<Reference>& found;
    void add(StreamKind kind, const std::string& id, const std::string& scope,
             const std::optional<std::string>& text) const {
      if (text) found.push_back({kind, id, scope, *text});
    }
    void operator()(const Dossier& it) const { add(StreamKind::dossier, it.id, it.unit, it.external_ref); }
    void operator()(const Submission& it) const { add(StreamKind::submission, it.id, it.unit, it.external_ref); }
    void operator()(const Occasion& it) const { add(StreamKind::occasion, it.id, it.territory, it.external_ref); }
    void operator()(const Decision& it) const { add(StreamKind::decision, it.id, it.authority, it.external_ref); }
    void operator()(const Account&) const {}
    void operator()(const Appointment&) const {}
    void operator()(const DefinitionRecord&) const {}
    void operator()(const DutyTask&) const {}
  };
  std::vector<Reference> found;
  for (const Aggregate& aggregate : change.next) std::visit(Reader{found}, aggregate);
  return found;
}

std::optional<CommitResult> clash_within(const Change& change) {
  std::set<std::tuple<StreamKind, std::string, std::string>> references;
  for (const Reference& it : references_of(change)) {
    if (!references.emplace(it.kind, it.scope, it.text).second)
      return CommitResult{CommitStatus::reference_taken, it.text, {}};
  }
  std::set<std::tuple<OfficeId, int, std::string>> numbers;
  for (const RegisterEntry& entry : change.registers) {
    if (!numbers.emplace(entry.authority, entry.year, entry.number).second)
      return CommitResult{CommitStatus::number_taken, entry.number, {}};
  }
  std::map<std::string, DossierId> nominations;
  for (const Claim& claim : change.claims) {
    if (!claim.key) continue;
    const auto [first, fresh] = nominations.emplace(*claim.key, claim.dossier);
    if (!fresh && first->second != claim.dossier)
      return CommitResult{CommitStatus::nomination_exists, first->second, {}};
  }
  return std::nullopt;
}

CommitResult::Place place_of(const SealedEvent& event) {
  return {event.event.stream, event.event.stream_id, event.n, event.hash};
}

std::string receipts_text(const std::vector<CommitResult::Place>& places) {
  std::string list = "[";
  const auto add = [&](std::string_view key, std::string_view text) {
    list += key;
    detail::write_text(list, text);
  };
  for (const auto& place : places) {
    if (list.size() > 1) list += ',';
    add(R"({"hash":)", place.hash);
    add(R"(,"id":)", place.stream_id);
    list += R"(,"n":)" + std::to_string(place.n);
    add(R"(,"stream":)", name_of(place.stream));
    list += '}';
  }
  return list += ']';
}

std::string_view type_of(const Event& event) {
  return std::visit([](const auto& body) { return std::string_view(body.type); }, event.body);
}

std::string code_text(int year, std::int64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 5) digits.insert(0, 5 - digits.size(), '0');
  return "HS-" + std::to_string(year) + "-" + digits;
}

int page_limit(const PageRequest& page) { return std::clamp(page.limit, 1, 200); }

std::vector<const Aggregate*> in_writing_order(const std::vector<Aggregate>& aggregates) {
  // By alternative of the variant: Dossier, Submission, Occasion, Decision, Account, Appointment, DefinitionRecord,
  // DutyTask.
  static constexpr std::array<int, std::variant_size_v<Aggregate::Variant>> rank = {5, 4, 3, 4, 1, 2, 0, 3};
  std::vector<const Aggregate*> ordered;
  for (const Aggregate& aggregate : aggregates) ordered.push_back(&aggregate);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Aggregate* a, const Aggregate* b) { return rank[a->index()] < rank[b->index()]; });
  return ordered;
}

}  // namespace vinhdanh
