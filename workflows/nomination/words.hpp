/// The words of the transition table: phases, commands, facts and guards, as Boost.MSM wants them.
#pragma once

#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>
#include <optional>
#include <type_traits>

#include "engine/decide/lifecycle.hpp"

namespace vinhdanh::nomination {

/// A phase as a plain state; its stored name is what a machine is restored from.
template <Phase p>
struct PhaseState : boost::msm::front::state<> {
  static constexpr Phase phase = p;
  static constexpr std::string_view name = name_of(p);
};

/// Whether a case is on hold, whatever its phase.
template <bool h>
struct BesideState : boost::msm::front::state<> {
  static constexpr bool held = h;
};

/// A command put to the machine, with the circumstances that its guards ask.
template <Command c>
struct Asked {
  static constexpr Command command = c;
  const Circumstances& circumstances;
};

/// The only action: note which fact the row records. The engine turns it into events.
template <Fact f>
struct Record {
  static constexpr Fact fact = f;
  template <class Event, class Machine, class Source, class Target>
  void operator()(const Event&, Machine& machine, Source&, Target&) const {
    machine.recorded = f;
  }
};

/// A guard that chooses between the rows of one phase and command.
template <Selector s>
struct When {
  static constexpr Selector selector = s;
  static bool holds(const Circumstances& circumstances) { return circumstances.selects(s); }
};

/// A guard that must be met once the row is chosen; its denial is the reason given.
template <Reason r>
struct Needs {
  static constexpr Reason requirement = r;
  static bool holds(const Circumstances& circumstances) { return circumstances.meets(r); }
};

/// All of these, in this order; may be nested.
template <class... Guards>
struct If {
  static bool holds(const Circumstances& circumstances) { return (Guards::holds(circumstances) && ...); }
  template <class Event, class Machine, class Source, class Target>
  bool operator()(const Event& event, Machine&, Source&, Target&) const {
    return holds(event.circumstances);
  }
};

template <class From, class Command_, class To, class Action, class Guard>
using Row = boost::msm::front::Row<From, Command_, To, Action, Guard>;

/// The target of a row that keeps the phase.
using Stays = boost::msm::front::none;

}  // namespace vinhdanh::nomination
