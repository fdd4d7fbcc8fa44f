/// What every store does alike with an accepted change: give events their place, and write receipts down.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/ports/store.hpp"

namespace vinhdanh {

/// The last event of a stream.
struct Head {
  std::int64_t n = -1;
  std::string hash;
};

/// Seals events one after another, each behind the head of its stream; a new stream starts from its genesis.
class Sealer {
 public:
  explicit Sealer(std::string instance) : instance_(std::move(instance)) {}

  /// `stored` is the stream's head before this change; it is asked for only if `knows` says no.
  SealedEvent seal_next(const Event& event, const std::optional<Head>& stored);
  [[nodiscard]] bool knows(const Event& event) const { return heads_.contains({event.stream, event.stream_id}); }
  /// Where the streams stand after what was sealed.
  [[nodiscard]] const std::map<std::pair<StreamKind, std::string>, Head>& heads() const { return heads_; }

 private:
  std::string instance_;
  std::map<std::pair<StreamKind, std::string>, Head> heads_;
};

/// An aggregate's external reference with the scope in which it is unique.
struct Reference {
  StreamKind kind;
  std::string id;
  std::string scope;  ///< unit, territory or authority
  std::string text;
};
/// Of those aggregates in the change that carry one.
std::vector<Reference> references_of(const Change& change);
/// What clashes within the change itself, whatever is stored: a reference, a register number or a nomination
/// named twice.
std::optional<CommitResult> clash_within(const Change& change);

CommitResult::Place place_of(const SealedEvent& event);
/// Canonical JSON array of {hash, id, n, stream}.
std::string receipts_text(const std::vector<CommitResult::Place>& places);
std::string_view type_of(const Event& event);
/// `HS-2025-00417`
std::string code_text(int year, std::int64_t number);
/// A page's limit, held within 1..200.
int page_limit(const PageRequest& page);
/// The aggregates of a change in the order in which they may refer to each other: an occasion before its submissions.
std::vector<const Aggregate*> in_writing_order(const std::vector<Aggregate>& aggregates);

}  // namespace vinhdanh
