/// XML of a workbook's parts: parsed without document types, and looked at without prefixes.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vinhdanh::detail {

/// Throws SheetRefused. `xml` is parsed in place and outlives the document.
void parse_part(std::string& xml, pugi::xml_document& document);
/// UTF-8, without document types: what `parse_part` asks of a text first. Throws SheetRefused.
void check_part_text(const std::string& xml);
/// The parsing alone, in place. Throws SheetRefused, and std::bad_alloc.
void parse_checked(char* xml, std::size_t size, pugi::xml_document& document);

/// The name behind its prefix.
std::string_view local_name(const pugi::xml_node& node);
/// The first child of that name; an empty node when there is none.
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
std::vector<pugi::xml_node> children_of(const pugi::xml_node& node, std::string_view name);
/// An attribute by its name behind the prefix; empty when it is not there.
std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);
/// The text of a string of a cell: its <t>, or those of its runs.
std::string rich_text(const pugi::xml_node& node);

}  // namespace vinhdanh::detail
