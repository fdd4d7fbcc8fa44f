// Reading, comparing, replacing and appending receipts.
#include "adapters/receipts.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>

#include "adapters/files/durable_file.hpp"

namespace vinhdanh {
namespace {

constexpr std::string_view heading = "vinhdanh receipts 1 ";
constexpr std::size_t most_waiting = 64u << 20;

std::string line_of(std::int64_t n, const std::string& hash, std::string_view kind, const std::string& id) {
  std::string line = std::to_string(n);
  line.append(" ").append(hash).append(" ").append(kind).append(" ").append(id).append("\n");
  return line;
}

/// The next word of a line, or what is left of it.
std::string_view word(std::string_view& line) {
  const auto end = line.find(' ');
  const std::string_view found = line.substr(0, end);
  line = end == std::string_view::npos ? std::string_view() : line.substr(end + 1);
  return found;
}

void take_line(Receipts& receipts, const std::string& text) {
  // Where a power cut lost a sector there are zeros, and two lines are one.
  if (text.find('\0') != std::string::npos) return;
  if (text.starts_with('#')) {
    receipts.notes.push_back(text);
    return;
  }
  std::string_view rest = text;
  const std::string_view number = word(rest);
  std::int64_t n = -1;
  std::from_chars(number.data(), number.data() + number.size(), n);
  const std::string hash(word(rest));
  const std::string kind(word(rest));
  if (n < 0 || hash.size() != 64 || kind.empty() || rest.empty()) return;
  auto& last = receipts.last[{kind, std::string(rest)}];
  if (last.second.empty() || last.first <= n) last = {n, hash};
}

}  // namespace

std::optional<Receipts> read_receipts(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    std::error_code none;
    if (!std::filesystem::exists(file, none) && !none) return std::nullopt;
    throw StorageUnavailable("cannot open " + file.string());
  }
  Receipts receipts;
  std::string line;
  if (!std::getline(in, line) || in.eof() || !line.starts_with(heading))
    throw StorageUnavailable(file.string() + " is no receipts file");
  receipts.instance = line.substr(heading.size());
  while (std::getline(in, line) && !in.eof()) take_line(receipts, line);
  if (in.bad()) throw StorageUnavailable("cannot read " + file.string());
  return receipts;
}

std::vector<ReceiptFault> compare_receipts(const Receipts& receipts, const std::string& instance, StoredHistory& history) {
  std::vector<ReceiptFault> faults;
  for (const auto& [stream, receipt] : receipts.last) {
    const auto& [kind, id] = stream;
    const auto hash = receipts.instance == instance ? history.hash_at(kind, id, receipt.first) : std::nullopt;
    if (hash == receipt.second) continue;
    faults.push_back({kind, id, receipt.first, history.length(kind, id), !hash});
  }
  return faults;
}

void write_receipts(const std::filesystem::path& file, const std::string& instance, const std::vector<std::string>& notes,
                    StoredHistory& history) {
  std::string text = std::string(heading) + instance + "\n";
  for (const std::string& note : notes) text += note + "\n";
  history.each_end([&](const StreamEnd& end) { text += line_of(end.n, end.hash, end.kind, end.id); });
  if (file.has_parent_path()) make_private_folder(file.parent_path());
  write_private_file(file, text);
}

ReceiptsLog::ReceiptsLog(const std::filesystem::path& file) : fd_(::open(file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC)) {
  if (fd_ < 0) throw StorageUnavailable("cannot open " + file.string() + ": " + std::strerror(errno));
}

ReceiptsLog::~ReceiptsLog() {
  sync();
  close(fd_);
}

void ReceiptsLog::add(std::span<const CommitResult> results) {
  const std::lock_guard lock(mutex_);
  for (const CommitResult& result : results) {
    for (const auto& place : result.receipts)
      waiting_ += line_of(place.n, place.hash, name_of(place.stream), place.stream_id);
  }
  write_waiting();
}

void ReceiptsLog::write_waiting() {
  while (!waiting_.empty()) {
    const ssize_t n = write(fd_, waiting_.data(), waiting_.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      // A disk that stays full must not take the memory too: the next start writes the stream ends anew.
      if (waiting_.size() > most_waiting) waiting_ = "\n# receipts were lost: the disk took no more\n";
      return;
    }
    waiting_.erase(0, static_cast<std::size_t>(n));
    dirty_ = true;
  }
}

bool ReceiptsLog::sync() {
  {
    const std::lock_guard lock(mutex_);
    write_waiting();
    if (!waiting_.empty()) return false;
    if (!std::exchange(dirty_, false)) return true;
  }
  return fdatasync(fd_) == 0;
}

std::size_t ReceiptsLog::unwritten() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

}  // namespace vinhdanh
