// The members that files share.
#include "engine/codec/json.hpp"

template class nlohmann::basic_json<>;
