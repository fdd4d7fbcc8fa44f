// Through the script that the tests' common cluster is made with.
#include "tests/api/nodes/cluster.hpp"

#include <fstream>
#include <stdexcept>

#include "adapters/postgres/postgres_schema.hpp"

namespace vinhdanh::test {
namespace {

const std::string script = VINHDANH_SOURCE_DIR "/tests/support/postgres.sh";

}  // namespace

Cluster::~Cluster() { run_program({script, "stop", file_.string()}); }

void Cluster::run(const std::string& action, const Words& more) const {
  Words command{script, action, file_.string()};
  command.insert(command.end(), more.begin(), more.end());
  const Ended ended = run_program(command);
  if (ended.exit != 0) throw std::runtime_error("postgres.sh " + action + ": " + ended.out + ended.err);
}

void Cluster::follow(const Cluster& primary) const { run("standby", {primary.file_.string()}); }

std::string Cluster::host() const {
  std::ifstream file(file_);
  std::string folder;
  std::getline(file, folder);
  return folder;
}

void make_demo_schema(const std::string& host) {
  migrate_postgres({{"host=" + host + " user=vinhdanh_owner dbname=tests"}, "vinhdanh_app", true});
}

std::string demo_url(const std::string& hosts) {
  return "host=" + hosts + " user=vinhdanh_app dbname=tests target_session_attrs=read-write connect_timeout=5";
}

Words demo_at(const std::string& hosts) { return {"--database", demo_url(hosts)}; }

}  // namespace vinhdanh::test
