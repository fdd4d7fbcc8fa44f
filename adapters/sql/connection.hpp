/// One session with a database and its cached statements: the only place that speaks SOCI.
///
/// SOCI binds by address, so each statement owns its parameters and columns and every call copies into and out of them.
/// Every statement is stepped to its end: one that is not keeps its read snapshot open.
#pragma once

#include <soci/soci.h>

#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "adapters/sql/text.hpp"

namespace vinhdanh::detail {

/// What the database said. Each database has an error of its own that knows more.
struct SqlError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A parameter or column: text or whole number, perhaps null.
template <class T>
struct Slot {
  T value{};
  soci::indicator state = soci::i_ok;
};

template <class T>
struct SlotOf {
  using type = std::conditional_t<std::is_integral_v<T>, long long, std::string>;
};
template <class T>
struct SlotOf<std::optional<T>> : SlotOf<T> {};

template <class T, class S>
void put(Slot<S>& slot, const T& value) {
  slot.value = S(value);
  slot.state = soci::i_ok;
}
template <class T, class S>
void put(Slot<S>& slot, const std::optional<T>& value) {
  if (value) return put(slot, *value);
  slot.value = S{};
  slot.state = soci::i_null;
}

template <class T, class S>
void take(const Slot<S>& slot, T& value) {
  value = static_cast<T>(slot.value);
}
template <class T, class S>
void take(const Slot<S>& slot, std::optional<T>& value) {
  value.reset();
  if (slot.state != soci::i_null) value = static_cast<T>(slot.value);
}

struct PreparedBase {
  virtual ~PreparedBase() = default;
};

/// What a statement brought: rows, or how many it changed.
template <class Row>
struct Outcome {
  std::vector<Row> rows;
  long long changed = 0;
};

/// The columns of a statement: bound once, copied out row by row.
template <class Row>
class ColumnSlots;
template <class... Columns>
class ColumnSlots<std::tuple<Columns...>> {
 public:
  void bind(soci::statement& statement) {
    std::apply([&](auto&... slot) { (statement.exchange(soci::into(slot.value, slot.state)), ...); }, slots_);
  }
  Outcome<std::tuple<Columns...>> run(soci::statement& statement) const {
    Outcome<std::tuple<Columns...>> outcome;
    for (bool more = statement.execute(true); more; more = statement.fetch()) {
      if constexpr (sizeof...(Columns) == 0) break;
      else outcome.rows.push_back(row(std::index_sequence_for<Columns...>{}));
    }
    outcome.changed = statement.get_affected_rows();
    return outcome;
  }

 private:
  template <std::size_t... I>
  std::tuple<Columns...> row(std::index_sequence<I...>) const {
    std::tuple<Columns...> values;
    (take(std::get<I>(slots_), std::get<I>(values)), ...);
    return values;
  }
  std::tuple<Slot<typename SlotOf<Columns>::type>...> slots_;
};

inline void finish(soci::statement& statement, const std::string& text) {
  statement.alloc();
  statement.prepare(text);
  statement.define_and_bind();
}

/// A statement whose parameters' types are part of its type.
template <class Row, class... Params>
class Prepared final : public PreparedBase {
 public:
  Prepared(soci::session& session, const std::string& text) : statement_(session) {
    std::apply([this](auto&... slot) { (statement_.exchange(soci::use(slot.value, slot.state)), ...); }, params_);
    columns_.bind(statement_);
    finish(statement_, text);
  }
  Outcome<Row> run(const Params&... params) {
    std::apply([&](auto&... slot) { (put(slot, params), ...); }, params_);
    return columns_.run(statement_);
  }

 private:
  std::tuple<Slot<typename SlotOf<Params>::type>...> params_;
  ColumnSlots<Row> columns_;
  soci::statement statement_;
};

/// A statement with as many text parameters as its text names.
template <class Row>
class Prepared<Row, std::vector<std::string>> final : public PreparedBase {
 public:
  Prepared(soci::session& session, const std::string& text, std::size_t count)
      : params_(count), statement_(session) {
    for (auto& slot : params_) statement_.exchange(soci::use(slot.value, slot.state));
    columns_.bind(statement_);
    finish(statement_, text);
  }
  Outcome<Row> run(const std::vector<std::string>& params) {
    for (std::size_t i = 0; i < params_.size(); ++i) put(params_[i], params.at(i));
    return columns_.run(statement_);
  }

 private:
  std::vector<Slot<std::string>> params_;  ///< never grows: its addresses are bound
  ColumnSlots<Row> columns_;
  soci::statement statement_;
};

/// A session of one thread at a time. What a database has of its own is in its own kind.
class Connection {
 public:
  virtual ~Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] Dialect dialect() const { return dialect_; }

  /// A script of one or many statements without parameters. Throws SqlError.
  virtual void script(const std::string& text) = 0;

  /// All rows of a query as tuples of text and whole numbers, optional where null may stand. The parameters are texts and
  /// whole numbers, or one vector of texts. Throws SqlError.
  template <class Row, class... Params>
  std::vector<Row> rows(sql::Text text, const Params&... params) {
    return guarded([&] { return run<Row>(text, params...).rows; });
  }
  /// The first row.
  template <class Row, class... Params>
  std::optional<Row> row(sql::Text text, const Params&... params) {
    auto found = rows<Row>(text, params...);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
  }
  /// The first row's only column.
  template <class T, class... Params>
  std::optional<T> value(sql::Text text, const Params&... params) {
    auto found = row<std::tuple<T>>(text, params...);
    if (!found) return std::nullopt;
    return std::get<0>(std::move(*found));
  }
  /// Runs a statement that changes rows; how many.
  template <class... Params>
  long long change(sql::Text text, const Params&... params) {
    return guarded([&] { return run<std::tuple<>>(text, params...).changed; });
  }

 protected:
  explicit Connection(Dialect dialect) : dialect_(dialect) {}
  /// What the database said, as an error of its kind.
  [[nodiscard]] virtual std::exception_ptr fault_of(const soci::soci_error& said) const = 0;

  soci::session session_;

 private:
  /// A statement by its text and by the types it was bound for. Looked up by a view: the texts are long and this is every
  /// call's first step.
  struct Seen {
    std::string_view text;
    const void* types;
    bool operator==(const Seen&) const = default;
  };
  struct Key {
    std::string text;
    const void* types;
    [[nodiscard]] Seen seen() const { return {text, types}; }
  };
  struct KeyHash {
    using is_transparent = void;
    std::size_t operator()(const Seen& it) const {
      return std::hash<std::string_view>{}(it.text) ^ std::hash<const void*>{}(it.types);
    }
    std::size_t operator()(const Key& key) const { return (*this)(key.seen()); }
  };
  struct KeyEqual {
    using is_transparent = void;
    bool operator()(const Key& a, const Key& b) const { return a.seen() == b.seen(); }
    bool operator()(const Seen& a, const Key& b) const { return a == b.seen(); }
    bool operator()(const Key& a, const Seen& b) const { return a.seen() == b; }
  };
  /// Has an address for each type of statement.
  template <class Statement>
  inline static const char tag = 0;

  template <class Row, class... Params>
  Outcome<Row> run(sql::Text text, const Params&... params) {
    auto& statement = prepared<Row>(text.in(dialect_), params...);
    try {
      return statement.run(params...);
    } catch (...) {
      // A statement that failed is not used again: SOCI finalizes SQLite's, and one of a broken PostgreSQL session is dead.
      statements_.erase(statements_.find(Seen{text.in(dialect_), &tag<Prepared<Row, Params...>>}));
      throw;
    }
  }

  template <class Row, class... Params>
  Prepared<Row, Params...>& prepared(std::string_view text, const Params&... params) {
    using Statement = Prepared<Row, Params...>;
    const Seen key{text, &tag<Statement>};
    auto at = statements_.find(key);
    if (at == statements_.end()) {
      if (statements_.size() >= kMostStatements) statements_.clear();  // lists may be asked for in countless ways
      std::unique_ptr<Statement> made;
      if constexpr ((std::is_same_v<Params, std::vector<std::string>> || ...))
        made = std::make_unique<Statement>(session_, std::string(text), params.size()...);
      else made = std::make_unique<Statement>(session_, std::string(text));
      at = statements_.emplace(Key{std::string(text), key.types}, std::move(made)).first;
    }
    return static_cast<Statement&>(*at->second);
  }

  template <class F>
  auto guarded(F run) -> decltype(run()) {
    try {
      return run();
    } catch (const soci::soci_error& e) {
      std::rethrow_exception(fault_of(e));
    }
  }
  static constexpr std::size_t kMostStatements = 500;
  const Dialect dialect_;
  std::unordered_map<Key, std::unique_ptr<PreparedBase>, KeyHash, KeyEqual> statements_;
};

}  // namespace vinhdanh::detail
