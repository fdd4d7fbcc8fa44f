/// What those who are told of an event are told.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "engine/model/events.hpp"

namespace vinhdanh {

/// Ids and kinds only: what it says is for who reads the thing itself, with his rights.
nlohmann::ordered_json note_of(const SealedEvent& event);

}  // namespace vinhdanh
