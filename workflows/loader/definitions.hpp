/// All definitions of a running program: the shipped ones, and those added to them.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/ports/rulebook.hpp"
#include "workflows/loader/loader.hpp"

namespace vinhdanh {

/// A definition as bytes. (kind, id, version) never changes its bytes: a change is a new version.
struct KnownDefinition {
  DefinitionKind kind = DefinitionKind::plan;
  std::string id;
  int version = 1;
  std::string sha256;  ///< of the bytes, hex
  std::string bytes;
  bool shipped = false;
};

/// Safe from several threads, also while versions are added. References and pointers handed out live as long as the object.
class Definitions final : public Rulebook {
 public:
  /// Loads the shipped files. Throws std::runtime_error naming file and place when one of them is wrong.
  Definitions();
  /// The same from other files, with paths as `shipped_files()` gives them.
  explicit Definitions(std::span<const EmbeddedFile> files);
  /// A copy shares nothing; what the original handed out is the original's.
  Definitions(const Definitions& other);
  /// What `other` handed out lives on here. Nobody else may use it meanwhile.
  Definitions(Definitions&& other) noexcept;
  Definitions& operator=(const Definitions&) = delete;
  ~Definitions() override = default;

  [[nodiscard]] const Plan* plan(std::string_view id, int version) const override;
  [[nodiscard]] const Plan* latest_plan(std::string_view id) const override;
  [[nodiscard]] std::vector<const Plan*> plans() const override;
  [[nodiscard]] PlanText text_of(const Plan& plan) const override;

  /// The highest version of the law, and a stated one.
  [[nodiscard]] const Law& law() const override;
  [[nodiscard]] DefinitionRef law_ref() const override;
  [[nodiscard]] const Law* law(int version) const override;
  [[nodiscard]] const Calendar& calendar() const override;
  [[nodiscard]] const Organisation& organisation() const override;

  /// In the order in which they came.
  [[nodiscard]] std::vector<KnownDefinition> records() const;
  /// Whether these very bytes are there, by their digest.
  [[nodiscard]] bool knows(std::string_view sha256) const;
  [[nodiscard]] const KnownDefinition* record(DefinitionKind kind, std::string_view id, int version) const;

  /// Adds a definition of whatever kind; empty when done, also when the very same bytes are there already. A known
  /// (kind, id, version) with other bytes is refused (`version_exists`). A higher version of a calendar or organisation
  /// takes the place of the lower.
  std::vector<LoadError> add(std::string_view bytes);

  /// Called when a stated version of a plan or of the law is not known, which is then looked for once more: another node may
  /// have activated it. Set it before others use this. It may throw.
  void when_missing(std::function<void()> fetch) { fetch_ = std::move(fetch); }

 private:
  /// Grows only, and nothing in it moves.
  struct Held {
    std::map<std::pair<std::string, int>, Plan> plans;
    std::map<int, Law> laws;
    std::deque<Calendar> calendars;          ///< the last is in use
    std::deque<Organisation> organisations;  ///< the last is in use
    std::deque<KnownDefinition> records;
  };
  [[nodiscard]] Held copied() const;
  [[nodiscard]] const Plan* held_plan(std::string_view id, int version) const;
  [[nodiscard]] const Law* held_law(int version) const;
  [[nodiscard]] const KnownDefinition* find(DefinitionKind kind, std::string_view id, int version) const;
  std::vector<LoadError> take(DefinitionKind kind, std::string_view bytes);
  std::vector<LoadError> take_organisation(std::string_view bytes);
  std::vector<LoadError> merge_organisations(const KnownDefinition* with);
  void note(DefinitionKind kind, const std::string& id, int version, std::string_view bytes);

  mutable std::shared_mutex mutex_;
  Held held_;
  bool shipping_ = false;
  std::function<void()> fetch_;
};

}  // namespace vinhdanh
