/// nlohmann's `json`, whose members are compiled once, in json.cpp, rather than in every file that uses some.
#pragma once

#include <nlohmann/json.hpp>

extern template class nlohmann::basic_json<>;
