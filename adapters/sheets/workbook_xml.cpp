// pugixml expands no entity but the five of XML, and fetches nothing; a document type is refused all the same.
#include "adapters/sheets/workbook_xml.hpp"

#include <new>

#include "adapters/sheets/workbook_parts.hpp"
#include "engine/codec/text.hpp"

namespace vinhdanh::detail {
namespace {

/// Excel writes control characters as _xHHHH_; of those only the ends of lines mean something here.
std::string without_escapes(std::string text) {
  for (const char* escape : {"_x000D_", "_x000d_"}) {
    for (auto at = text.find(escape); at != std::string::npos; at = text.find(escape, at)) text.erase(at, 7);
  }
  return text;
}

}  // namespace

void check_part_text(const std::string& xml) {
  if (!is_valid_utf8(xml)) throw SheetRefused{{"sheet_bad_xml", ""}};
  if (xml.find("<!DOCTYPE") != std::string::npos || xml.find("<!ENTITY") != std::string::npos)
    throw SheetRefused{{"sheet_doctype", ""}};
}

void parse_checked(char* xml, std::size_t size, pugi::xml_document& document) {
  const auto flags = pugi::parse_minimal | pugi::parse_escapes | pugi::parse_cdata | pugi::parse_eol;
  const auto result = document.load_buffer_inplace(xml, size, flags, pugi::encoding_utf8);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result) throw SheetRefused{{"sheet_bad_xml", ""}};
}

void parse_part(std::string& xml, pugi::xml_document& document) {
  check_part_text(xml);
  parse_checked(xml.data(), xml.size(), document);
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  for (const auto& child : node.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

std::vector<pugi::xml_node> children_of(const pugi::xml_node& node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const auto& child : node.children()) {
    if (local_name(child) == name) found.push_back(child);
  }
  return found;
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
  for (const auto& attribute : node.attributes()) {
    const std::string_view whole = attribute.name();
    const auto colon = whole.find(':');
    if ((colon == std::string_view::npos ? whole : whole.substr(colon + 1)) == name) return attribute.value();
  }
  return {};
}

std::string rich_text(const pugi::xml_node& node) {
  std::string text;
  for (const auto& child : node.children()) {
    if (local_name(child) == "t") text += child.text().get();
    if (local_name(child) == "r") text += child_of(child, "t").text().get();
  }
  return without_escapes(std::move(text));
}

}  // namespace vinhdanh::detail
