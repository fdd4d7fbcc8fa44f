/// The rows that are printed and what each measurement gets.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace vinhdanh::bench {

/// `value` and `floor` have the same unit; `ratio` is value over floor.
struct Row {
  std::string name;
  double value = 0;
  std::string unit;
  double floor = 0;
  std::string conditions;
  [[nodiscard]] double ratio() const { return floor > 0 ? value / floor : 0; }
};

/// A measurement that prints one row or several of one subject.
struct Measurement {
  std::vector<std::string> names;
  std::function<std::vector<Row>(bool quick)> run;
};

/// `cluster`: a file as `tests/support/postgres.sh start` writes it; without one PostgreSQL is not measured.
std::vector<Measurement> all_measurements(const std::string& cluster);

std::vector<Row> measure_decide(bool quick);
std::vector<Row> measure_commit(bool quick);
std::vector<Row> measure_http(bool quick);
std::vector<Row> measure_lists(bool quick);
std::vector<Row> measure_verify(bool quick);
std::vector<Row> measure_memory(bool quick);
std::vector<Row> measure_postgres_commit(const std::string& cluster, bool quick);

}  // namespace vinhdanh::bench
