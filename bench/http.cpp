// Acts of reviewers over HTTP, beside committing the same changes without HTTP, load and decision.
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "api/desk/commands/payloads.hpp"
#include "bench/child.hpp"
#include "bench/folder.hpp"
#include "bench/house.hpp"
#include "bench/in_flight.hpp"
#include "bench/load_client.hpp"
#include "bench/measure.hpp"
#include "bench/rows.hpp"
#include "engine/codec/reflect.hpp"

namespace vinhdanh::bench {
namespace {

constexpr std::size_t kConnections = 64;

unsigned short port_in(const std::string& said) {
  const auto at = said.find("127.0.0.1:");
  if (at == std::string::npos) throw std::runtime_error("no port in: " + said);
  return static_cast<unsigned short>(std::stoi(said.substr(at + 10)));
}

std::string request_text(const Ready& ready, unsigned short port, Fresh& fresh) {
  const std::string body = std::visit([](const auto& it) { return to_json_value(it).dump(); }, ready.act.payload);
  return "POST /v1/dossiers/" + ready.before.id + "/actions/" + path_of(command_of(ready.act.payload)) +
         " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\nAuthorization: Bearer " + ready.act.who->token +
         "\r\nAccept: application/json\r\nContent-Type: application/json\r\nIdempotency-Key: " + fresh.id() +
         "\r\nIf-Match: \"" + std::to_string(ready.before.version) +
         "\"\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// One act on each dossier: over HTTP in the server's folder, then by the committer alone in ours.
void round(Child& server, LoadClient& client, unsigned short port, House& house, Province& province,
           const std::vector<DossierId>& ids, Comparison& times) {
  const Deps deps = house.deps();
  std::vector<std::string> requests;
  std::vector<Change> changes;
  for (auto& ready : next_changes(deps, province, ids)) {
    requests.push_back(request_text(ready, port, deps.fresh));
    changes.push_back(std::move(ready.change));
  }
  const double before = server.cpu();
  Spent subject = spent([&] { client.send_all(requests); });
  subject.cpu = server.cpu() - before;
  const Spent floor = spent([&] { commit_in_flight(house.committer(), std::move(changes), kConnections); });
  times.add(subject, floor, static_cast<double>(ids.size()));
}

}  // namespace

std::vector<Row> measure_http(bool quick) {
  const std::size_t each = quick ? 64 : 800;
  const int rounds = quick ? 1 : 3;
  const Folder served("http");
  const Folder floor("http-floor");
  const SystemClock clock;
  RandomFresh fresh(clock);
  Province province(fresh);
  std::vector<DossierId> ids;
  {
    House house(served.path(), province.definitions());
    ids = fill(house, province, each * static_cast<std::size_t>(rounds), 0);
  }
  std::filesystem::copy(served.path(), floor.path(), std::filesystem::copy_options::recursive);
  Child server({VINHDANH_BINARY, "serve", "--demo", "--data", served.path().string(), "--listen", "127.0.0.1:0"});
  const unsigned short port = port_in(server.line());
  House house(floor.path(), province.definitions());
  LoadClient client(port, kConnections);
  Comparison times;
  for (int i = 0; i < rounds; ++i) {
    const auto from = ids.begin() + static_cast<std::ptrdiff_t>(i * each);
    const std::vector<DossierId> some(from, from + static_cast<std::ptrdiff_t>(each));
    for (int act = 0; act < kActs; ++act) round(server, client, port, house, province, some, times);
  }
  const std::string conditions =
      "`vinhdanh serve` in a process of its own; receive, attest, propose, forward of " + std::to_string(each) +
      " dossiers, medians of " + std::to_string(rounds * kActs) +
      " rounds; 64 keep-alive connections on loopback, client on the same " +
      std::to_string(std::thread::hardware_concurrency()) +
      " cores; synchronous=FULL; floor: committer, the same changes, 64 in flight";
  return {{"http_review", 1 / median(times.subject_wall), "actions/s", 1 / median(times.floor_wall), conditions},
          {"http_review_cpu", median(times.subject_cpu) * 1e6, "cpu-us/action", median(times.floor_cpu) * 1e6,
           conditions + "; the server's own processor time"}};
}

}  // namespace vinhdanh::bench
