// The disk's orders lie in a file that test and server both map.
#include "tests/faults/faulty_server.hpp"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

#include "engine/codec/json.hpp"

namespace vinhdanh::test {
namespace {

Disk* map_orders(const std::filesystem::path& file) {
  const int fd = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0 || ftruncate(fd, sizeof(Disk)) != 0) throw std::runtime_error("no file for the disk's orders");
  void* memory = mmap(nullptr, sizeof(Disk), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (memory == MAP_FAILED) throw std::runtime_error("the disk's orders cannot be mapped");
  return static_cast<Disk*>(memory);
}

std::filesystem::path temporary_file() {
  std::string pattern = (std::filesystem::temp_directory_path() / "vinhdanh-disk-XXXXXX").string();
  const int fd = mkstemp(pattern.data());
  if (fd < 0) throw std::runtime_error("no temporary file");
  close(fd);
  return pattern;
}

}  // namespace

FaultyServer::FaultyServer(const std::filesystem::path& data)
    : data_(std::filesystem::canonical(data.parent_path()) / data.filename()),
      control_(temporary_file()),
      disk_(map_orders(control_)) {
  set_text(disk_->root, data_);
  disk_->hasty = true;
  start();
}

FaultyServer::~FaultyServer() {
  client_.reset();
  process_.reset();
  munmap(disk_, sizeof(Disk));
  unlink(control_.c_str());
}

std::vector<std::string> FaultyServer::command() const {
  return {"/usr/bin/env", std::string("LD_PRELOAD=") + VINHDANH_DISK_LIBRARY, "VINHDANH_DISK=" + control_.string(), VINHDANH_BINARY,
          "serve", "--json", "--demo", "--data", data_.string(), "--listen", "127.0.0.1:0"};
}

void FaultyServer::start() {
  process_ = std::make_unique<Process>(command());
  url_ = nlohmann::json::parse(process_->first_line()).at("url");
  client_ = std::make_unique<HttpClient>(HttpClient::to(url_));
}

void FaultyServer::fail(const Failure& failure) {
  set_text(disk_->part, failure.part);
  set_text(disk_->not_part, failure.not_part);
  disk_->error = failure.error;
  disk_->pass = failure.pass;
  disk_->for_ever = failure.for_ever;
  disk_->failed = 0;
  disk_->kinds = failure.kinds;
}

int FaultyServer::sound() {
  disk_->kinds = 0;
  return disk_->failed;
}

void FaultyServer::limit_files(std::optional<std::uintmax_t> bytes) {
  rlimit limit{};
  if (prlimit(process_->pid(), RLIMIT_FSIZE, nullptr, &limit) != 0) throw std::runtime_error("no limit can be read");
  limit.rlim_cur = bytes ? *bytes : limit.rlim_max;
  if (prlimit(process_->pid(), RLIMIT_FSIZE, &limit, nullptr) != 0) throw std::runtime_error("no limit can be set");
}

HttpReply FaultyServer::send(const Sent& sent) { return client_->request(sent.method, sent.path, sent.headers, sent.body); }

bool FaultyServer::ready() { return send({"GET", "/readyz", {}, {}}).status == 200; }

void FaultyServer::kill() {
  client_.reset();
  process_->signal(SIGKILL);
  process_->wait();
}

void FaultyServer::restart() {
  kill();
  start();
}

int FaultyServer::stop() {
  client_.reset();
  process_->signal(SIGTERM);
  return process_->wait().exit;
}

int FaultyServer::exit_of_start() { return run_program(command()).exit; }

std::string code_of(const HttpReply& reply) {
  const auto body = nlohmann::json::parse(reply.body, nullptr, false);
  return body.is_object() ? body.value("code", "") : "";
}

}  // namespace vinhdanh::test
