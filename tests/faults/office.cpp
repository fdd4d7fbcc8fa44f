// Commits through the committer as the server does, and looks at each dossier from five sides afterwards.
#include "tests/faults/office.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <semaphore>

#include "adapters/committer.hpp"
#include "tests/adapters/support/changes.hpp"

namespace vinhdanh::test {
namespace {

constexpr int at_once = 12;
const std::string places = "places";
const Instant some_day{1'800'000'000'000};

std::string id_of(int number) {
  char text[40];
  // The last digits choose a paper's folder: neighbours lie apart, and most papers are the first in their folder.
  std::snprintf(text, sizeof text, "00000000-0000-7000-%04x-%08x%04x", 0x8000, number, (number * 7919) & 0xffff);
  return text;
}

std::string paper_of(int number) {
  std::string text = "%PDF-1.7 paper " + std::to_string(number) + "\n";
  while (text.size() < 3000) text += text;
  return text;
}

Change change_of(int number) {
  const std::string id = id_of(number);
  Change change = opening(id);
  change.quota = {{places, 1'000'000, QuotaStep::reserve, id}};
  change.events.push_back(event(StreamKind::quota, places, PlaceReserved{places, id}));
  change.answer = kept("person", id, some_day);
  return change;
}

SqliteOptions plain(const std::filesystem::path& folder) { return {folder, false, std::nullopt, {}}; }

/// How many of a dossier's traces there are, of five.
int traces_of(const SqliteStore& store, const FileBlobs& papers, const std::set<std::string>& holders,
              const std::string& id, int number) {
  int traces = 0;
  traces += store.dossier(id).has_value();
  traces += !store.raw_events(StreamKind::dossier, id).empty();
  traces += store.answer("person", id, Instant{}).has_value();
  traces += holders.contains(id);
  // A paper without its dossier is an orphan, and harmless.
  if (traces > 0) traces += papers.get(id) == paper_of(number);
  return traces;
}

}  // namespace

void Office::found() const {
  SqliteStore store(plain(folder_));
  lay_ground(store);
}

void Office::work(int first, int pipe) const {
  SqliteStore store(plain(folder_));
  FileBlobs papers(folder_ / "papers");
  std::counting_semaphore<at_once> free(at_once);
  Committer committer(store);
  for (int number = first;; ++number) {
    free.acquire();
    papers.put(id_of(number), paper_of(number));
    committer.submit(change_of(number), [&free, pipe, number](const Fate& fate) {
      if (fate.unknown || fate.result.status != CommitStatus::done) _exit(3);
      if (::write(pipe, &number, sizeof number) != sizeof number) _exit(4);
      free.release();
    });
  }
}

Office::Findings Office::look(const std::set<int>& acknowledged, int end) const {
  Findings found;
  const auto note = [&](int& count, const std::string& what) {
    ++count;
    if (found.first_fault.empty()) found.first_fault = what;
  };
  try {
    const SqliteStore store(plain(folder_));
    const FileBlobs papers(folder_ / "papers");
    const auto quota = store.quota(places);
    const std::set<std::string> holders =
        quota ? std::set<std::string>(quota->holders.begin(), quota->holders.end()) : std::set<std::string>();
    for (int number = 0; number < end; ++number) {
      const std::string id = id_of(number);
      const int traces = traces_of(store, papers, holders, id, number);
      found.there += traces > 0;
      if (acknowledged.contains(number) && traces != 5)
        note(found.lost, "dossier " + std::to_string(number) + " has " + std::to_string(traces) + " of 5 traces");
      else if (traces != 0 && traces != 5)
        note(found.torn, "unacknowledged dossier " + std::to_string(number) + " has " + std::to_string(traces));
      if (store.raw_events(StreamKind::dossier, id).size() > 1) note(found.twice, "dossier opened twice");
      if (traces > 0 && !chain_fault(store, StreamKind::dossier, id).empty()) note(found.torn, "chain of " + id);
    }
    if (const auto said = store.integrity_check(); said != "ok") note(found.torn, said);
    if (!chain_fault(store, StreamKind::quota, places).empty()) note(found.torn, "chain of the quota");
    const auto events = static_cast<int>(store.raw_events(StreamKind::quota, places).size());
    if (events > found.there) note(found.twice, "more places were given than dossiers are there");
    if (quota && quota->reserved != events) note(found.torn, "the ledger's count is not that of its events");
  } catch (const std::exception& e) {
    note(found.torn, std::string("the store cannot be read: ") + e.what());
    found.lost += static_cast<int>(acknowledged.size());
  }
  return found;
}

}  // namespace vinhdanh::test
