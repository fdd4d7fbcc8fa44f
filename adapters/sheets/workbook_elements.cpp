// Finds where elements begin and end, and nothing more: whether they and what is around them is XML, the parser says.
#include "adapters/sheets/workbook_elements.hpp"

#include "adapters/sheets/workbook_parts.hpp"
#include "adapters/sheets/workbook_xml.hpp"

namespace vinhdanh::detail {
namespace {

/// A row of 200 cells with long texts has a tenth of it.
constexpr std::size_t largest_element = 1u << 20;

[[noreturn]] void refuse_xml() { throw SheetRefused{{"sheet_bad_xml", ""}}; }

class ElementTaker {
 public:
  ElementTaker(std::string xml, int depth, const TakeElement& take) : xml_(std::move(xml)), wanted_(depth), take_(take) {}

  void run() {
    for (std::size_t at = xml_.find('<'); at != std::string::npos; at = xml_.find('<', at)) at = step(at);
    around_.append(xml_, taken_to_);
    pugi::xml_document document;
    parse_part(around_, document);
  }

 private:
  /// From one '<' to behind what it begins.
  std::size_t step(std::size_t at) {
    const std::string_view rest = std::string_view(xml_).substr(at);
    if (rest.starts_with("<!--")) return behind("-->", at + 4);
    if (rest.starts_with("<![CDATA[")) return behind("]]>", at + 9);
    if (rest.starts_with("<?")) return behind("?>", at + 2);
    if (rest.starts_with("<!")) refuse_xml();
    const std::size_t end = behind_tag(at);
    if (rest.starts_with("</")) {
      if (--depth_ < 0) refuse_xml();
      if (depth_ == wanted_) taken(end);
      return end;
    }
    if (depth_ == wanted_) begins_ = at;
    if (depth_ + 1 == wanted_) parent_ = name_at(at + 1);
    if (xml_[end - 2] != '/') ++depth_;
    else if (depth_ == wanted_) taken(end);
    return end;
  }
  [[nodiscard]] std::size_t behind(std::string_view sign, std::size_t at) const {
    const auto found = xml_.find(sign, at);
    if (found == std::string::npos) refuse_xml();
    return found + sign.size();
  }
  /// A '>' in quotes is none.
  [[nodiscard]] std::size_t behind_tag(std::size_t at) const {
    for (at = xml_.find_first_of("\"'>", at); at != std::string::npos; at = xml_.find_first_of("\"'>", at + 1)) {
      if (xml_[at] == '>') return at + 1;
      at = xml_.find(xml_[at], at + 1);
      if (at == std::string::npos) break;
    }
    refuse_xml();
  }
  [[nodiscard]] std::string name_at(std::size_t at) const {
    const std::string name = xml_.substr(at, xml_.find_first_of(" \t\r\n/>", at) - at);
    const auto colon = name.find(':');
    return colon == std::string::npos ? name : name.substr(colon + 1);
  }
  void taken(std::size_t end) {
    around_.append(xml_, taken_to_, begins_ - taken_to_);
    taken_to_ = end;
    if (end - begins_ > largest_element) throw SheetRefused{{"sheet_part_too_large", std::to_string(largest_element >> 20) + " MiB"}};
    pugi::xml_document document;
    parse_checked(xml_.data() + begins_, end - begins_, document);
    take_(parent_, document.document_element());
  }

  std::string xml_;
  const int wanted_;
  const TakeElement& take_;
  int depth_ = 0;
  std::string parent_;
  std::size_t begins_ = 0;
  std::size_t taken_to_ = 0;
  std::string around_;
};

}  // namespace

void take_elements(std::string xml, int depth, const TakeElement& take) {
  check_part_text(xml);
  ElementTaker(std::move(xml), depth, take).run();
}

}  // namespace vinhdanh::detail
