/// A disk that fails or loses its power on command. The library stands between a process and its files: a test program links
/// it, any other program gets it with LD_PRELOAD.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <string>

namespace vinhdanh::test {

/// Kinds of file operations, as bits.
namespace kind {
inline constexpr int create = 1;    ///< open(O_CREAT)
inline constexpr int write = 2;     ///< write, pwrite
inline constexpr int sync = 4;      ///< fsync, fdatasync
inline constexpr int truncate = 8;  ///< ftruncate
inline constexpr int rename = 16;
inline constexpr int folder = 32;   ///< mkdir
inline constexpr int remove = 64;   ///< unlink
inline constexpr int read = 128;    ///< read, pread
inline constexpr int changes = 127;
}  // namespace kind

/// Whose syncs are left out, as bits.
namespace sync_of {
inline constexpr int log = 1;       ///< "…-wal"
inline constexpr int database = 2;  ///< "….db"
inline constexpr int folders = 4;
inline constexpr int others = 8;    ///< papers
}  // namespace sync_of

/// What the disk is to do; shared memory between the test and the process. All zero is a sound disk.
struct Disk {
  static constexpr std::size_t longest = 1024;
  char root[longest];    ///< only what lies below fails or is recorded
  char part[longest];    ///< only paths with this text fail
  char not_part[longest];  ///< and, unless empty, without this one
  std::atomic<int> kinds;     ///< operations that fail; none when 0
  std::atomic<int> error;     ///< with this errno
  std::atomic<int> pass;      ///< so many of them succeed first
  std::atomic<bool> for_ever; ///< all later ones fail too, not only one
  std::atomic<int> failed;    ///< how many did

  std::atomic<bool> hasty;      ///< a sync that does not fail succeeds without being made
  std::atomic<bool> recording;  ///< what is synced is copied below `image`, and not synced really
  char image[longest];
  std::atomic<int> unsynced;    ///< syncs that do nothing and say they did
};

/// Throws std::length_error when it does not fit.
inline void set_text(char (&field)[Disk::longest], const std::string& text) {
  if (text.size() >= sizeof field) throw std::length_error("too long for the disk: " + text);
  std::memcpy(field, text.c_str(), text.size() + 1);
}

/// The disk of this process: shared with its children, or with whoever named a file in VINHDANH_DISK before it started.
Disk& disk();

}  // namespace vinhdanh::test
