/// The life of a nomination dossier: the one machine that this product runs on, and the page printed from it.
#pragma once

#include <string>

#include "engine/decide/lifecycle.hpp"

namespace vinhdanh {

/// The machine of `transition_table.hpp`. It holds no case: any number of threads may step at once.
const Lifecycle& nomination_lifecycle();

/// `LIFECYCLE.md`: the table and its diagram, in Markdown.
std::string lifecycle_document();

}  // namespace vinhdanh
