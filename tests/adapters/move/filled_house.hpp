/// An installation with something in every table, and everything that can be asked of it.
#pragma once

#include <string>

#include "adapters/files/file_blobs.hpp"
#include "adapters/home.hpp"
#include "adapters/move/move.hpp"
#include "tests/adapters/support/homes.hpp"

namespace vinhdanh::test {

inline constexpr auto reader_name = "notices";

inline constexpr int few = 40;
inline constexpr int more_than_at_once = 1050;  ///< come over in several pages

/// Puts something into every table, some rows with characters that a way between databases could change, and `many` dossiers
/// and accesses. `reader_name` has read about half of the events.
void fill(SqlStore& store, BlobStore& papers, int many);

/// All of it, asked through the store, a line for each thing.
std::string told_by(const Home& home);
/// The hashes of events that the reader has yet to read.
std::string unread_by_reader(const Home& home);

/// Takes the webhook deliveries that may be taken there, a line for each.
std::string taken_in(const Home& home);

/// A filled folder, closed.
struct FilledFolder {
  explicit FilledFolder(int many = few);
  TemporaryFolder around;
  Home home{around.path() / "data", "", ""};
};

/// A filled database, closed.
struct FilledDatabase {
  explicit FilledDatabase(int many = few);
  TemporarySchema schema{false, newest_of_schema()};
  /// As nodes have it, and as the owner.
  Home home{{}, schema.url(), schema.name()};
  Home owned{{}, schema.owner_url(), schema.name()};

 private:
  static int newest_of_schema();
};

/// A schema of its own that is not there yet.
struct EmptyDatabase {
  TemporarySchema schema{false, -1};
  Home home{{}, schema.url(), schema.name()};
  Home owned{{}, schema.owner_url(), schema.name()};
};

inline const std::string app_role = "vinhdanh_app";

/// Does what a test asks for when a step is reached.
struct Seam : MoveWatch {
  Seam() = default;
  Seam(MoveStep at, std::function<void()> act) : at_(at), act_(std::move(act)) {}
  void went(MovePhase, const std::string&, std::int64_t, std::int64_t) override {}
  void reached(MoveStep step) override {
    if (act_ && step == at_) act_();
  }

 private:
  MoveStep at_ = MoveStep::prepared;
  std::function<void()> act_;
};

/// What a process that dies is to those who come after it.
struct Killed {};

/// The faults of the chains that came.
std::vector<std::string> chain_faults(const OpenHome& open);

/// `app_role` where it belongs.
MoveRequest request(const Home& from, const Home& to);
Moved move_now(const Home& from, const Home& to);
/// Why a move is refused; fails the test where it is not.
MoveFault refusal(const Home& from, const Home& to);
/// Why a home does not open to work; nothing where it does.
std::optional<OpenFault> closed_to_work(const Home& home);
std::optional<OpenFault> closed_to_read(const Home& home);

}  // namespace vinhdanh::test
