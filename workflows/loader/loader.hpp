/// From the bytes of definition files to the typed definitions of the engine, with every error that can be found.
#pragma once

#include <span>
#include <string_view>

#include "engine/definition/calendar.hpp"
#include "engine/definition/law.hpp"
#include "engine/definition/organisation.hpp"
#include "engine/definition/plan.hpp"
#include "engine/ports/embedded.hpp"
#include "workflows/loader/load_error.hpp"

namespace vinhdanh {

// Structure is checked first; what the parts say of each other is checked once the structure is right.
Loaded<Plan> load_plan(std::string_view bytes);
Loaded<Law> load_law(std::string_view bytes);
Loaded<Calendar> load_calendar(std::string_view bytes);

/// One organisation out of many files; an error names its file. Offices may refer to those of other files.
Loaded<Organisation> load_organisations(std::span<const EmbeddedFile> files);

enum class DefinitionKind { plan, law, calendar, organisation };
VINHDANH_NAMES(DefinitionKind, "plan", "law", "calendar", "organisation");

/// What a file is, by its top-level members: `award_forms`, `eras`, `years`, `offices`. Nothing when it is none of them
/// or not readable as JSON.
std::optional<DefinitionKind> kind_of(std::string_view bytes);

/// Everything wrong with one file of whatever kind, empty when it is right; each error carries `path`. Of a path that
/// ends in `plans/<id>/v<n>.json` the plan's id and version must be those. An organisation file is read together with
/// the shipped ones, of which it replaces the one with its own id.
std::vector<LoadError> check_definition(std::string_view path, std::string_view bytes);

}  // namespace vinhdanh
