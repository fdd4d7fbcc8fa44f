/// The inside of a store over SQL: its database, and what of it lives in memory.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <type_traits>

#include "adapters/sql/database.hpp"
#include "adapters/sql/sql_store.hpp"

namespace vinhdanh {

struct SqlStore::Inner {
  std::unique_ptr<detail::Database> database;
  std::atomic<std::int64_t> seen{0};  ///< the latest system time that the store was told, in milliseconds

  /// What `work` makes of a session in which nothing is written.
  template <class F>
  auto read(F work) const {
    std::optional<std::invoke_result_t<F, detail::Connection&>> result;
    database->reading([&](detail::Connection& session) { result.emplace(work(session)); });
    return std::move(*result);
  }
  /// What `work` makes of a transaction that was committed.
  template <class F>
  auto write(F work) {
    std::optional<std::invoke_result_t<F, detail::Connection&>> result;
    database->writing([&](detail::Connection& session) { result.emplace(work(session)); });
    return std::move(*result);
  }
};

}  // namespace vinhdanh
