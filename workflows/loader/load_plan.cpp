// Plan files.
#include "workflows/loader/document.hpp"
#include "workflows/loader/loader.hpp"
#include "workflows/loader/plan_members.hpp"
#include "workflows/loader/rules.hpp"

namespace vinhdanh {

Loaded<Plan> load_plan(std::string_view bytes) { return detail::load_document<Plan>(bytes, check_plan_rules); }

}  // namespace vinhdanh
