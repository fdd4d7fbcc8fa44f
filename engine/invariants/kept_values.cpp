// Finds every commitment in events, whatever their types, and computes it anew.
#include "engine/invariants/kept_values.hpp"

#include <concepts>

#include "engine/codec/codec.hpp"
#include "engine/codec/digest.hpp"
#include "engine/codec/reflect.hpp"
#include "engine/fold/papers.hpp"

namespace vinhdanh {
namespace {

struct Commitments {
  std::vector<PersonalRef> values;
  std::vector<PaperEntry> papers;
  std::vector<FrozenContent> contents;
  std::vector<Appointment> authorised;  ///< deputies, with the file of their authorisation
};

template <class T>
void collect(const T& value, Commitments& into) {
  if constexpr (std::same_as<T, PersonalRef>) {
    into.values.push_back(value);
  } else if constexpr (std::same_as<T, PaperEntry>) {
    into.papers.push_back(value);
  } else if constexpr (detail::is_optional<T>) {
    if (value) collect(*value, into);
  } else if constexpr (detail::is_vector<T>) {
    for (const auto& item : value) collect(item, into);
  } else if constexpr (detail::is_map<T>) {
    for (const auto& [key, item] : value) collect(item, into);
  } else if constexpr (detail::Reflected<T>) {
    if constexpr (std::same_as<T, FrozenContent>) into.contents.push_back(value);
    if constexpr (std::same_as<T, Appointment>) {
      if (value.document_file && value.document_hash) into.authorised.push_back(value);
    }
    T::members(value, [&](const char*, const auto& member) { collect(member, into); });
  }
}

Commitments commitments_in(const EventBody& body) {
  Commitments found;
  std::visit([&](const auto& it) { collect(it, found); }, body);
  return found;
}

/// What is kept of a paper beside its bytes: their hash, as canonical JSON.
std::string hash_text(const std::string& sha256) { return "\"" + sha256 + "\""; }

class KeptValues {
 public:
  KeptValues(const Store& store, const BlobStore* papers, const StreamRef& stream, std::span<const SealedEvent> events)
      : papers_(papers), stream_(stream) {
    std::vector<std::string> ids;
    for (const SealedEvent& sealed : events) {
      held_.push_back(commitments_in(sealed.event.body));
      for (const PersonalRef& ref : held_.back().values) ids.push_back(ref.id);
      for (const PaperEntry& paper : held_.back().papers) ids.push_back(paper.id);
      for (const Appointment& deputy : held_.back().authorised) ids.push_back(*deputy.document_file);
    }
    if (!ids.empty()) kept_ = store.personal(ids);
    for (std::size_t i = 0; i < held_.size(); ++i) see(events[i], held_[i]);
  }
  Violations found;

 private:
  void see(const SealedEvent& sealed, const Commitments& held) {
    n_ = sealed.n;
    for (const PersonalRef& ref : held.values) see(ref);
    for (const FrozenContent& content : held.contents) see(content);
    for (const PaperEntry& paper : held.papers) {
      see(paper);
      detail::attach(standing_, paper);
    }
    for (const Appointment& deputy : held.authorised) see(deputy);
  }

  void see(const PersonalRef& ref) {
    const PersonalValue* value = kept(ref.id);
    if (!value) return;
    if (commitment(value->salt, value->path, value->value) != ref.commitment) {
      report("INV-16", "the personal value '" + value->path + "' (" + ref.id + ") is not the one committed to");
    }
  }

  void see(const FrozenContent& content) {
    if (content_hash(content.value.commitment, standing_) == content.hash) return;
    report("INV-16", "the hash of content version " + std::to_string(content.version) +
                         " is not over its commitment and the unit's papers");
  }

  void see(const PaperEntry& paper) {
    const PersonalValue* value = kept(paper.id);
    if (!value) return;  // withheld
    const std::string name = "the paper '" + paper.slot + "' (" + paper.id + ")";
    if (!papers_) {
      if (!holds_for(paper, *value)) report("INV-16", "the hash kept of " + name + " is not the one committed to");
      return;
    }
    const auto bytes = papers_->get(paper.id);
    if (!bytes) return report("INV-22", name + " is not there");
    if (static_cast<std::int64_t>(bytes->size()) != paper.size) {
      return report("INV-22", name + " has " + std::to_string(bytes->size()) + " bytes, but was recorded with " +
                                  std::to_string(paper.size));
    }
    if (paper_commitment(value->salt, sha256_hex(*bytes)) != paper.commitment) {
      report("INV-22", name + " is not the one committed to");
    }
  }

  void see(const Appointment& deputy) {
    const PersonalValue* value = kept(*deputy.document_file);
    if (!value || !papers_) return;
    const std::string name = "the authorisation of appointment " + deputy.id;
    const auto bytes = papers_->get(*deputy.document_file);
    if (!bytes) return report("INV-22", name + " is not there");
    if (paper_commitment(value->salt, sha256_hex(*bytes)) != *deputy.document_hash)
      report("INV-22", name + " is not the one committed to");
  }

  static bool holds_for(const PaperEntry& paper, const PersonalValue& value) {
    if (value.value.size() < 2) return false;
    const std::string sha256 = value.value.substr(1, value.value.size() - 2);
    return value.value == hash_text(sha256) && paper_commitment(value.salt, sha256) == paper.commitment;
  }

  /// Nothing when it was erased. One that is filed under another stream could be read by others than those who may.
  const PersonalValue* kept(const std::string& id) {
    const auto at = kept_.find(id);
    if (at == kept_.end()) return nullptr;
    if (at->second.stream != stream_.kind || at->second.stream_id != stream_.id) {
      report("INV-16", "the personal value " + id + " is filed under " + std::string(name_of(at->second.stream)) + "/" +
                           at->second.stream_id);
    }
    return &at->second;
  }

  void report(const char* invariant, std::string text) { found.push_back({invariant, n_, std::move(text), {}}); }

  const BlobStore* papers_;
  const StreamRef& stream_;
  std::vector<Commitments> held_;  ///< event by event
  std::map<std::string, PersonalValue> kept_;
  std::vector<PaperEntry> standing_;
  std::int64_t n_ = -1;
};

}  // namespace

Violations check_kept_values(const Store& store, const BlobStore* papers, const StreamRef& stream,
                             std::span<const SealedEvent> events) {
  return std::move(KeptValues(store, papers, stream, events).found);
}

}  // namespace vinhdanh
