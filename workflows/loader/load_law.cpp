// Law files: eras that cover every day, with the rules known of each.
#include "workflows/loader/document.hpp"
#include "workflows/loader/loader.hpp"
#include "workflows/loader/rules.hpp"
#include "workflows/loader/source_members.hpp"

namespace vinhdanh {

void members(ObjectReader& r, LegalRule& rule) {
  r.required("code", rule.code, is::name);
  r.optional("value", rule.value);
  r.required("text", rule.text);
  r.required("source", rule.source, is::law_source);
}

void members(ObjectReader& r, Era& era) {
  r.required("id", era.id, is::name);
  r.required("name", era.name);
  r.optional("from", era.from);
  r.optional("to", era.to);
  r.defaulted("rules_known", era.rules_known);
  r.required("rules", era.rules);
  r.required("source", era.source, is::law_source);
}

void members(ObjectReader& r, Law& law) {
  r.required("id", law.id, is::name);
  r.required("version", law.version, is::within(1, 9999));
  r.required("eras", law.eras, is::filled);
}

namespace {

void check_coverage(const Place& place, const std::vector<Era>& eras) {
  const auto uncovered = [&](std::size_t i, const char* member) {
    place.at(i).at(member).report("wrong_order", "Các thời kỳ phải nối tiếp nhau, phủ mọi ngày, không chồng lấn.",
                                  "Expected eras that cover every day, in order, without gap or overlap.");
  };
  if (eras.front().from) uncovered(0, "from");
  if (eras.back().to) uncovered(eras.size() - 1, "to");
  for (std::size_t i = 1; i < eras.size(); ++i) {
    if (!eras[i - 1].to || eras[i].from != eras[i - 1].to->plus(1)) uncovered(i, "from");
    if (eras[i].from && eras[i].to && *eras[i].to < *eras[i].from) uncovered(i, "to");
  }
}

void check_era(const Place& place, const Era& era) {
  detail::check_unique(place.at("rules"), era.rules, &LegalRule::code, "code");
  if (!era.rules_known && !era.rules.empty()) {
    place.at("rules").report("inconsistent", "Thời kỳ chưa biết quy định thì không được liệt kê quy định.",
                             "Expected no rules in an era whose rules are unknown.");
  }
  for (std::size_t i = 0; i < era.rules.size(); ++i) {
    const LegalRule& rule = era.rules[i];
    if (rule.value || rule.source.confidence == Confidence::unconfirmed) continue;
    place.at("rules").at(i).at("value").report("inconsistent", "Quy định không có giá trị phải ghi là chưa xác nhận.",
                                               "Expected confidence unconfirmed where the value is unknown.");
  }
}

void check_law_rules(const Place& root, const Law& law) {
  const Place eras = root.at("eras");
  detail::check_unique(eras, law.eras, &Era::id, "id");
  check_coverage(eras, law.eras);
  for (std::size_t i = 0; i < law.eras.size(); ++i) check_era(eras.at(i), law.eras[i]);
}

}  // namespace

Loaded<Law> load_law(std::string_view bytes) { return detail::load_document<Law>(bytes, check_law_rules); }

}  // namespace vinhdanh
