/// The refusal that names the office which may act instead.
#pragma once

#include <optional>

#include "engine/definition/organisation.hpp"
#include "engine/refusal/refusal.hpp"

namespace vinhdanh {

/// `not_responsible_office` with the right office by id and by its name on the day; an unknown id stays without a name.
RefusalReason wrong_office(const Organisation& organisation, const OfficeId& right, Date today,
                           std::optional<Source> source = {});

}  // namespace vinhdanh
