// Sentences of refusals can name whatever the shipped plans ask for.
#include "engine/refusal/words.hpp"

#include "tests/workflows/shipped_definitions.hpp"

namespace vinhdanh {

TEST_CASE("every paper that a shipped plan asks for has its words") {
  for (const EmbeddedFile& file : shipped_files()) {
    if (!file.path.starts_with("plans/")) continue;
    const Plan plan = shipped::valid(load_plan(file.bytes));
    for (const AwardForm& form : plan.award_forms) {
      for (const PaperRequirement& required : form.papers) {
        INFO(plan.id << ' ' << form.code << ' ' << required.slot);
        CHECK(detail::slot_words(required.slot));
      }
    }
  }
}

}  // namespace vinhdanh
