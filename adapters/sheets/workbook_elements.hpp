/// Large parts of a workbook, taken element by element: a tree of one row at a time rather than of the sheet.
#pragma once

#include <pugixml.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace vinhdanh::detail {

/// The local name of the element around it, and the element, which lives as long as the call.
using TakeElement = std::function<void(std::string_view parent, const pugi::xml_node& element)>;

/// Calls it for each element that has `depth` elements around it, in their order, and then judges what is around them; what was taken
/// from a part that is malformed further on is worth nothing. `xml` is used up. Throws SheetRefused, and std::bad_alloc.
void take_elements(std::string xml, int depth, const TakeElement& take);

}  // namespace vinhdanh::detail
