// The rule that nothing is said without its origin.
#include "workflows/loader/source_members.hpp"

namespace vinhdanh {
namespace {

bool is_stated(const Source& source) {
  return source.clause ? !source.assumed : source.assumed && source.basis.has_value();
}

void report(const Place& place) {
  place.report("source_incomplete", "Cần nêu điều khoản, hoặc ghi là giả định kèm cơ sở, không phải cả hai.",
               "Expected either a clause, or assumed: true with its basis, and not both.");
}

}  // namespace

void members(ObjectReader& r, Source& source) {
  r.optional("clause", source.clause);
  r.defaulted("assumed", source.assumed);
  r.optional("basis", source.basis);
  r.defaulted("confidence", source.confidence);
}

namespace is {

void PlanSource::operator()(const Place& place, const Source& source) const {
  if (!is_stated(source)) report(place);
}

void LawSource::operator()(const Place& place, const Source& source) const {
  const bool not_found = !source.clause && !source.assumed && source.confidence == Confidence::unconfirmed;
  if (!is_stated(source) && !not_found) report(place);
}

}  // namespace is
}  // namespace vinhdanh
