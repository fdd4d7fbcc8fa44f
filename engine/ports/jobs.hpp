/// Long work that somebody asked for and does not wait for: kept, so that it outlives the server, and taken by one node at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/basics.hpp"
#include "engine/model/names.hpp"

namespace vinhdanh {

enum class JobKind { sheet_import, list_export, verification };
VINHDANH_NAMES(JobKind, "sheet_import", "list_export", "verification");

/// `ready`: it waits for the person, not for a node.
enum class JobState { waiting, running, ready, done, failed, cancelled };
VINHDANH_NAMES(JobState, "waiting", "running", "ready", "done", "failed", "cancelled");

struct Job {
  std::string id;
  JobKind kind = JobKind::sheet_import;
  PersonId person;             ///< who asked
  AppointmentId appointment;   ///< whose rights decide, each time it is worked on
  std::string subject;         ///< id of what it is about (a submission); empty: nothing
  std::string sha256;          ///< of the file that was sent; empty: none was
  JobState state = JobState::waiting;
  std::string phase;           ///< read, check, ready, commit, write, verify: what is done, or was done last
  std::int64_t done = 0;
  std::int64_t total = 0;      ///< 0: not known yet
  Instant made;
  std::optional<Instant> started;
  std::optional<Instant> ended;
  Instant expires;             ///< when it is forgotten with its files
  int attempts = 0;            ///< how often it was taken since it last waited
  std::int64_t version = 0;    ///< of this row: every write makes another
  std::string body;            ///< JSON of its kind: what was asked for and what came of it
  bool operator==(const Job&) const = default;
};

/// Times are the system's. Safe from several threads and nodes. Throws StorageUnavailable.
class Jobs {
 public:
  virtual ~Jobs() = default;

  /// False, and nothing is done, when the person has that many that wait, run or are ready.
  virtual bool add_job(const Job& job, std::size_t most) = 0;
  [[nodiscard]] virtual std::optional<Job> job(const std::string& id) const = 0;
  /// Those of one appointment, newest first; `after` is the last one seen.
  [[nodiscard]] virtual std::vector<Job> jobs_of(const AppointmentId& appointment, const std::optional<Job>& after,
                                                 int limit) const = 0;
  /// The newest other one about the same thing by the same appointment, for which the same file was sent.
  [[nodiscard]] virtual std::optional<Job> job_with_file(const AppointmentId& appointment, const std::string& subject,
                                                         const std::string& sha256, const std::string& other_than) const = 0;

  /// Takes the one that has waited longest, or whose holder's lease has ended; nothing when there is none. It runs from now on, and
  /// is not taken again before `lease_until`.
  virtual std::optional<Job> take_job(Instant now, Instant lease_until) = 0;
  /// Writes it as it is but for its version, which becomes the next; `lease_until` counts while it runs. False, and nothing is done,
  /// when the stored version is another: somebody else has changed it or taken it over meanwhile.
  virtual bool change_job(const Job& job, Instant lease_until) = 0;

  [[nodiscard]] virtual std::vector<Job> expired_jobs(Instant now, int limit) const = 0;
  virtual void drop_job(const std::string& id) = 0;
};

}  // namespace vinhdanh
