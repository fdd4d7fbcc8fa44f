/// New versions of plans, law, calendars and organisations: brought by a definition manager, asked into use by one
/// person, put into use by another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/http/message.hpp"
#include "api/http/problem.hpp"

namespace vinhdanh {

struct ExaminedDefinition {
  std::string kind;  ///< plan, law, calendar, organisation; empty with errors that hide it
  DefinitionRef ref;
  std::vector<ProblemError> errors;  ///< with any of them it must not be used; code `version_exists` among them
  std::vector<ProblemError> warnings;
};

/// What the desk asks of definitions beyond their rules; the composition root makes it. Safe from several threads.
class DefinitionShelf {
 public:
  virtual ~DefinitionShelf() = default;
  struct Line {
    std::string kind;
    DefinitionRef ref;
    bool shipped = false;
  };
  /// Everything in use.
  [[nodiscard]] virtual std::vector<Line> known() const = 0;
  /// The loader's checks and the proof; `staffed`: also whether the people in role can carry it.
  [[nodiscard]] virtual ExaminedDefinition examine(const std::string& bytes, bool staffed) const = 0;
  /// Takes an activated version into use at once.
  virtual void use(const std::string& bytes) = 0;
};

inline constexpr std::size_t kLargestDefinition = 4u << 20;

/// Where a stored version stands on its way into use.
struct Activation {
  std::int64_t head = -1;                ///< n of the last event of the definition's stream
  std::optional<PersonId> requested_by;  ///< who asked for this version last
};
Activation activation_of(const Store& store, const DefinitionRecord& record);
/// Of a stored version: added, requested or active.
const char* state_of(const DefinitionRecord& record, const Activation& activation);

HttpResponse list_definitions(const Deps& deps, const DefinitionShelf& shelf, const HttpRequest& request,
                              const Actor& actor);
/// POST /v1/definitions: the file's bytes as they are.
void bring_definition(const Deps& deps, DefinitionShelf& shelf, const HttpRequest& request, const Actor& actor,
                      Respond respond);
/// POST /v1/definitions/{kind}/{id}/{version}/actions/request_activation
void ask_activation(const Deps& deps, DefinitionShelf& shelf, const HttpRequest& request, const Actor& actor,
                    Respond respond);
/// POST /v1/definitions/{kind}/{id}/{version}/actions/activate
void put_into_use(const Deps& deps, DefinitionShelf& shelf, const HttpRequest& request, const Actor& actor,
                  Respond respond);

}  // namespace vinhdanh
