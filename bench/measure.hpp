/// How time is taken: subject and floor in turns, so that noise meets both, and the median of the rounds.
#pragma once

#include <algorithm>
#include <vector>

namespace vinhdanh::bench {

/// Seconds of wall clock and of processor time (all threads of this process).
struct Spent {
  double wall = 0;
  double cpu = 0;
  Spent operator-(const Spent& other) const { return {wall - other.wall, cpu - other.cpu}; }
};

Spent now();
/// Processor time of the calling thread alone, in seconds.
double thread_cpu();

template <class Work>
Spent spent(Work&& work) {
  const Spent before = now();
  work();
  return now() - before;
}

inline double median(std::vector<double> values) {
  std::ranges::sort(values);
  const auto middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// The medians of both sides over the rounds, each per thing done.
struct Comparison {
  std::vector<double> subject_wall, subject_cpu, floor_wall, floor_cpu;
  void add(const Spent& subject, const Spent& floor, double things) {
    subject_wall.push_back(subject.wall / things);
    subject_cpu.push_back(subject.cpu / things);
    floor_wall.push_back(floor.wall / things);
    floor_cpu.push_back(floor.cpu / things);
  }
};

}  // namespace vinhdanh::bench
