/// The engine's refusal that names the right office, with today's offices.
#pragma once

#include "api/desk/deps.hpp"
#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

/// `not_responsible_office` with the right office by id and by its name today; an unknown id stays without a name.
RefusalReason wrong_office(const Deps& deps, const OfficeId& right, std::optional<Source> source = {});

}  // namespace vinhdanh
