// The one file in which Boost.MSM is compiled: runs the transition table and reads its rows.
#include <algorithm>
#include <array>
#include <boost/mpl/for_each.hpp>
#include <boost/msm/back/state_machine.hpp>
#include <map>
#include <utility>

#include "workflows/nomination/lifecycle.hpp"
#include "workflows/nomination/transition_table.hpp"

namespace vinhdanh {
namespace nomination {
namespace {

namespace mpl = boost::mpl;
namespace msm = boost::msm;

struct DossierLife : msm::front::state_machine_def<DossierLife> {
  using no_exception_thrown = int;
  using no_message_queue = int;
  using initial_state = mpl::vector<Drafting, NotOnHold>;
  struct transition_table : LifeOfADossier {};

  std::optional<Fact> recorded;

  template <class Event, class Machine>
  void no_transition(const Event&, Machine&, int) {}
};

using Machine = msm::back::state_machine<DossierLife>;

/// What MSM calls an archive: sets the active states and leaves all else as a new machine has it.
struct Restore {
  int phase;
  int beside;
  Restore& operator&(int (&states)[2]) {
    states[0] = phase;
    states[1] = beside;
    return *this;
  }
  template <class Other>
  Restore& operator&(Other&) {
    return *this;
  }
};

using States = mpl::vector<Drafting, AwaitingReceipt, UnderReview, Proposed, Returned, Decided, Signed, Awarded,
                           NotAwarded, Ineligible, Withdrawn, Lapsed>;
static_assert(mpl::size<States>::value == Names<Phase>::all.size());

/// MSM numbers states by their first appearance in the table, so only names are kept and numbers are found again here.
struct StateNumbers {
  std::map<std::string_view, int> by_name;
  std::map<int, Phase> phases;
  StateNumbers() {
    mpl::for_each<States, msm::wrap<mpl::_1>>([this]<class State>(const msm::wrap<State>&) {
      const int number = msm::back::get_state_id<Machine::stt, State>::value;
      by_name.emplace(State::name, number);
      phases.emplace(number, State::phase);
    });
  }
};

const StateNumbers& state_numbers() {
  static const StateNumbers numbers;
  return numbers;
}

/// Calls `visit` with each row type of the table, in order.
template <class Visit>
void for_each_row(Visit visit) {
  mpl::for_each<LifeOfADossier, msm::wrap<mpl::_1>>([&]<class R>(const msm::wrap<R>&) { visit(R{}); });
}

/// A row of the region beside the phases.
template <class R>
constexpr bool is_beside = requires { R::Source::held; };

bool is_on_hold(const Circumstances& circumstances) { return !circumstances.meets(Reason::on_hold); }

template <class R>
bool starts_here(Phase phase, const Circumstances& circumstances) {
  if constexpr (is_beside<R>) {
    return R::Source::held == is_on_hold(circumstances);
  } else {
    return R::Source::phase == phase;
  }
}

template <class Guard>
struct Leaf {
  template <class Visit>
  static void each(Visit& visit) {
    visit(Guard{});
  }
};
template <class... Guards>
struct Leaf<If<Guards...>> {
  template <class Visit>
  static void each(Visit& visit) {
    (Leaf<Guards>::each(visit), ...);
  }
};

template <class Guard>
constexpr bool is_selector = requires {
  Guard::selector;
};

/// True when every selector of the row's guard says yes.
template <class R>
bool is_selected(const Circumstances& circumstances) {
  bool selected = true;
  auto ask = [&]<class Guard>(Guard) {
    if constexpr (is_selector<Guard>) selected = selected && Guard::holds(circumstances);
  };
  Leaf<typename R::Guard>::each(ask);
  return selected;
}

/// The requirements of the row that this phase and command select, as far as they are not met; nothing without a row.
template <Command c>
StepResult what_is_lacking(Phase phase, const Circumstances& circumstances) {
  StepResult result = NoRow{};
  for_each_row([&]<class R>(R) {
    if constexpr (R::Evt::command == c) {
      if (!starts_here<R>(phase, circumstances) || !is_selected<R>(circumstances)) return;
      Lacking lacking;
      auto ask = [&]<class Guard>(Guard) {
        if constexpr (!is_selector<Guard>) {
          if (!Guard::holds(circumstances)) lacking.requirements.push_back(Guard::requirement);
        }
      };
      Leaf<typename R::Guard>::each(ask);
      std::ranges::sort(lacking.requirements);
      result = std::move(lacking);
    }
  });
  return result;
}

template <Command c>
StepResult step_with(Phase phase, const Circumstances& circumstances) {
  Machine machine;
  const bool held = is_on_hold(circumstances);
  Restore restore{state_numbers().by_name.at(name_of(phase)),
                  held ? int{msm::back::get_state_id<Machine::stt, OnHold>::value}
                       : int{msm::back::get_state_id<Machine::stt, NotOnHold>::value}};
  machine.serialize(restore, 0U);
  const auto handled = machine.process_event(Asked<c>{circumstances});
  if ((handled & msm::back::HANDLED_TRUE) && machine.recorded) {
    return Stepped{state_numbers().phases.at(machine.current_state()[0]), *machine.recorded};
  }
  if (handled & msm::back::HANDLED_GUARD_REJECT) return what_is_lacking<c>(phase, circumstances);
  return NoRow{};
}

/// As a row of `from`; one beside the phases stands in each of them.
template <class R>
TableRow described(Phase from) {
  TableRow row{.from = from, .command = R::Evt::command, .fact = R::Action::fact, .to = from};
  if constexpr (!is_beside<R> && !std::is_same_v<typename R::Target, Stays>) row.to = R::Target::phase;
  auto note = [&]<class Guard>(Guard) {
    if constexpr (is_selector<Guard>) {
      row.selectors.push_back(Guard::selector);
    } else {
      row.requirements.push_back(Guard::requirement);
    }
  };
  Leaf<typename R::Guard>::each(note);
  std::ranges::sort(row.requirements);
  return row;
}

using Step = StepResult (*)(Phase, const Circumstances&);

template <std::size_t... c>
constexpr auto steps_by_command(std::index_sequence<c...>) {
  return std::array<Step, sizeof...(c)>{&step_with<static_cast<Command>(c)>...};
}
constexpr auto kSteps = steps_by_command(std::make_index_sequence<Names<Command>::all.size()>{});

class NominationLifecycle final : public Lifecycle {
 public:
  NominationLifecycle() {
    for_each_row([this]<class R>(R) {
      if constexpr (is_beside<R>) {
        add_beside<R>();
      } else {
        rows_.push_back(described<R>(R::Source::phase));
      }
    });
  }

  [[nodiscard]] StepResult step(Phase phase, Command command, const Circumstances& circumstances) const override {
    return kSteps[static_cast<std::size_t>(command)](phase, circumstances);
  }
  [[nodiscard]] const std::vector<TableRow>& rows() const override { return rows_; }

 private:
  /// On hold or not, a comment is one row; hold and its lifting end with the case.
  template <class R>
  void add_beside() {
    if (std::is_same_v<typename R::Target, typename R::Source> && R::Source::held) return;  // MSM writes "stays" so
    for (std::size_t i = 0; i < Names<Phase>::all.size(); ++i) {
      const auto phase = static_cast<Phase>(i);
      const TableRow row = described<R>(phase);
      const bool ends = std::ranges::find(row.selectors, Selector::still_open) != row.selectors.end();
      if (!ends || !is_final(phase)) rows_.push_back(row);
    }
  }

  std::vector<TableRow> rows_;
};

}  // namespace
}  // namespace nomination

const Lifecycle& nomination_lifecycle() {
  static const nomination::NominationLifecycle lifecycle;
  return lifecycle;
}

}  // namespace vinhdanh
