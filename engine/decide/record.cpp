// The facts of the table, each beside what is written down for it.
#include <array>

#include "engine/decide/draft.hpp"

namespace vinhdanh::detail {
namespace {

struct RecordOf {
  Fact fact;
  void (*record)(Draft&, const Case&);
};

constexpr auto kRecords = std::to_array<RecordOf>({
    {Fact::content_edited, record_content_edited},
    {Fact::paper_attached, record_paper_attached},
    {Fact::submitted, record_submitted},
    {Fact::resubmitted, record_resubmitted},
    {Fact::recalled, record_recalled},
    {Fact::withdrawn, record_withdrawn},
    {Fact::received, record_received},
    {Fact::attested, record_attested},
    {Fact::opinion_given, record_opinion_given},
    {Fact::ranked, record_ranked},
    {Fact::proposed, record_proposed},
    {Fact::forwarded, record_forwarded},
    {Fact::forwarded_disagreeing, record_forwarded_disagreeing},
    {Fact::returned, record_returned},
    {Fact::found_ineligible, record_found_ineligible},
    {Fact::approved, record_approved},
    {Fact::approved_lower, record_approved_lower},
    {Fact::declined, record_declined},
    {Fact::signed_, record_signed},
    {Fact::awarded, record_awarded},
    {Fact::result_recorded, record_result_recorded},
    {Fact::correction_recorded, record_correction_recorded},
    {Fact::correction_confirmed, record_correction_confirmed},
    {Fact::lapsed, record_lapsed},
    {Fact::notified, record_notified},
    {Fact::claimed, record_claimed},
    {Fact::released, record_released},
    {Fact::assigned, record_assigned},
    {Fact::removed_from_decision, record_removed_from_decision},
    {Fact::held, record_held},
    {Fact::hold_lifted, record_hold_lifted},
    {Fact::commented, record_commented},
});

constexpr bool records_every_fact() {
  for (std::size_t i = 0; i < kRecords.size(); ++i) {
    if (kRecords[i].fact != static_cast<Fact>(i)) return false;
  }
  return kRecords.size() == Names<Fact>::all.size();
}
static_assert(records_every_fact());

}  // namespace

void record(Draft& draft, const Case& asked, Fact fact) {
  kRecords[static_cast<std::size_t>(fact)].record(draft, asked);
}

}  // namespace vinhdanh::detail
