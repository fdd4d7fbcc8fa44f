// Clocks, ids, tokens and files.
#include <sys/stat.h>

#include <fstream>
#include <mutex>
#include <set>
#include <thread>

#include "adapters/clock.hpp"
#include "adapters/files/durable_file.hpp"
#include "adapters/files/file_blobs.hpp"
#include "adapters/files/small_file.hpp"
#include "adapters/fresh.hpp"
#include "adapters/memory/memory_blobs.hpp"
#include "adapters/random.hpp"
#include "adapters/tokens.hpp"
#include "engine/codec/json.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

class SetClock final : public Clock {
 public:
  [[nodiscard]] Instant business_now() const override { return now; }
  [[nodiscard]] Instant system_now() const override { return now; }
  Instant now{1'700'000'000'000};
};

unsigned mode_of(const std::filesystem::path& path) {
  struct stat it {};
  REQUIRE(stat(path.c_str(), &it) == 0);
  return it.st_mode & 07777U;
}

}  // namespace

TEST_CASE("the system's two clocks are one", "[clock]") {
  const SystemClock clock;
  const Instant before = clock.system_now();
  CHECK(before.milliseconds > 1'700'000'000'000);
  CHECK(clock.business_now() >= before);
}

TEST_CASE("business time moves forward only, and keeps running", "[clock]") {
  SetClock base;
  std::vector<std::int64_t> kept;
  BusinessClock clock(base, -500, [&](std::int64_t offset) { kept.push_back(offset); });
  CHECK(clock.business_now() == Instant{1'699'999'999'500});
  CHECK(clock.system_now() == base.now);
  CHECK_FALSE(clock.move_to(Instant{1'699'999'999'499}));
  CHECK(kept.empty());
  CHECK(clock.move_to(Instant{1'700'000'001'000}));
  CHECK(kept == std::vector<std::int64_t>{1000});
  base.now.milliseconds += 10;
  CHECK(clock.business_now() == Instant{1'700'000'001'010});
  CHECK(clock.system_now() == Instant{1'700'000'000'010});
}

TEST_CASE("a clock whose offset cannot be kept stays where it was", "[clock]") {
  const SetClock base;
  BusinessClock clock(base, 0, [](std::int64_t) { throw StorageUnavailable("full"); });
  CHECK_THROWS_AS(clock.move_to(Instant{1'800'000'000'000}), StorageUnavailable);
  CHECK(clock.business_now() == base.now);
}

TEST_CASE("an id is a version 7 UUID of its millisecond", "[fresh]") {
  SetClock clock;
  clock.now = {0x017F22E279B0};  // RFC 9562, appendix A.6
  RandomFresh fresh(clock);
  const std::string id = fresh.id();
  REQUIRE(id.size() == 36);
  CHECK(id.substr(0, 15) == "017f22e2-79b0-7");
  CHECK(std::string("89ab").find(id[19]) != std::string::npos);
  CHECK(id.find_first_not_of("0123456789abcdef-") == std::string::npos);
}

TEST_CASE("ids rise, also when the clock stands still or steps back", "[fresh]") {
  SetClock clock;
  RandomFresh fresh(clock);
  std::string last = fresh.id();
  bool rising = true;
  for (int i = 0; i < 10'000; ++i) {
    if (i == 5'000) clock.now.milliseconds -= 60'000;
    std::string next = fresh.id();
    rising = rising && next > last;
    last = std::move(next);
  }
  CHECK(rising);
  clock.now.milliseconds += 120'000;
  CHECK(fresh.id() > last);
}

TEST_CASE("no id or salt comes twice", "[fresh]") {
  const SystemClock clock;
  RandomFresh fresh(clock);
  std::mutex mutex;
  std::set<std::string> seen;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 500; ++i) {
          std::string id = fresh.id();
          std::string salt = fresh.salt();
          const std::lock_guard lock(mutex);
          seen.insert(std::move(id));
          seen.insert(std::move(salt));
        }
      });
    }
  }
  CHECK(seen.size() == 4000);
  CHECK(fresh.salt().size() == 64);
}

TEST_CASE("bytes are written as hex", "[random]") {
  CHECK(hex_text(std::string("\x00\x7f\xff", 3)) == "007fff");
  CHECK(random_bytes(33).size() == 33);
}

TEST_CASE("a token is 256 random bits", "[tokens]") {
  const std::string token = new_token_text();
  CHECK(token.size() == 3 + 43);
  CHECK(token.starts_with("vd_"));
  CHECK(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos);
  CHECK(new_token_text() != token);
}

TEST_CASE("the demo's tokens are for their owner's eyes", "[tokens]") {
  const TemporaryFolder folder;
  Appointment clerk;
  clerk.id = "a1";
  Appointment deputy;
  deputy.id = "a2";
  deputy.office = "unit-1";
  deputy.role = Role::unit_head;
  deputy.capacity = Capacity::deputy;
  write_demo_tokens(folder.path(), {{"clerk", {{clerk, "vd_x"}, {deputy, "vd_y"}}}, {"head", {}}});
  const auto path = folder.path() / "demo-tokens.json";
  CHECK(mode_of(path) == 0600);
  std::ifstream file(path);
  const auto text = nlohmann::json::parse(file);
  CHECK(text.at("clerk").size() == 2);
  CHECK(text.at("clerk").at(1) == nlohmann::json({{"appointment", "a2"},
                                                  {"office", "unit-1"},
                                                  {"role", "unit_head"},
                                                  {"capacity", "deputy"},
                                                  {"token", "vd_y"}}));
  CHECK(text.at("head").empty());
}

TEST_CASE("a private file is replaced whole, and nothing is left beside it", "[files]") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "file";
  std::ofstream(path) << "old, and readable by others";
  std::filesystem::permissions(path, std::filesystem::perms(0644));
  write_private_file(path, std::string("new\0bytes", 9));
  CHECK(mode_of(path) == 0600);
  CHECK(std::filesystem::file_size(path) == 9);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  CHECK_THROWS_AS(write_private_file(folder.path() / "none" / "file", "x"), StorageUnavailable);
}

TEST_CASE("a small file is read whole, or it is said why not", "[files]") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "bytes";
  const std::string bytes("a\0\r\n\xff b", 7);
  std::ofstream(path, std::ios::binary) << bytes;
  CHECK(bytes_of_file(path) == bytes);
  std::ofstream(path, std::ios::trunc).flush();
  CHECK(bytes_of_file(path) == "");
  std::error_code fault;
  CHECK_FALSE(bytes_of_file(folder.path(), fault));
  CHECK(fault == std::errc::is_a_directory);
  CHECK_FALSE(bytes_of_file(folder.path() / "none", fault));
  CHECK(fault == std::errc::no_such_file_or_directory);
}

TEST_CASE("a secret is the first line of its file, without what editors leave at its end", "[files]") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "secret";
  const auto secret_of = [&](const std::string& text) {
    std::ofstream(path, std::ios::trunc | std::ios::binary) << text;
    return secret_in_file(path);
  };
  CHECK(secret_of("mật khẩu") == "mật khẩu");
  CHECK(secret_of(" a b \r\nnext\n") == " a b");
  CHECK(secret_of("\nsecond") == "");
  CHECK(secret_of("") == "");
  CHECK(secret_in_file(folder.path() / "none") == "");
}

TEST_CASE("a paper that cannot be read is a storage fault", "[blobs]") {
  const TemporaryFolder folder;
  FileBlobs blobs(folder.path() / "papers");
  const std::string id = "01890000-0000-7000-8000-00000000abcd";
  std::filesystem::create_directories(folder.path() / "papers" / "ab" / "cd" / id);
  CHECK_THROWS_AS(blobs.get(id), StorageUnavailable);
}

TEST_CASE("papers lie two folders deep, by the end of their id", "[blobs]") {
  const TemporaryFolder folder;
  FileBlobs blobs(folder.path() / "papers");
  const std::string id = "01940000-0000-7000-8000-0000000012ab";
  CHECK_FALSE(blobs.get(id));
  blobs.put(id, std::string("%PDF\0\xff", 6));
  CHECK(blobs.get(id) == std::string("%PDF\0\xff", 6));
  CHECK(std::filesystem::exists(folder.path() / "papers" / "12" / "ab" / id));
  CHECK(mode_of(folder.path() / "papers") == 0700);
  CHECK(FileBlobs(folder.path() / "papers").get(id));
}

TEST_CASE("a paper is taken away again, and once is enough", "[blobs]") {
  const TemporaryFolder folder;
  FileBlobs blobs(folder.path() / "papers");
  const std::string id = "01940000-0000-7000-8000-0000000012ab";
  blobs.put(id, "x");
  blobs.remove(id);
  CHECK_FALSE(blobs.get(id));
  blobs.remove(id);
  std::ofstream(folder.path() / "kept") << "x";
  blobs.remove("../kept");
  CHECK(std::filesystem::exists(folder.path() / "kept"));
}

TEST_CASE("no name leads out of the papers' folder", "[blobs]") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "secret") << "x";
  FileBlobs blobs(folder.path() / "papers");
  for (const char* id : {"../secret", "", "../../../../../../../../../../secret", "01940000-0000-7000-8000-000000001../"}) {
    CHECK_FALSE(blobs.get(id));
    CHECK_THROWS_AS(blobs.put(id, "x"), StorageUnavailable);
  }
}

TEST_CASE("papers that cannot be written are a storage fault", "[blobs]") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "papers") << "a file where the folder should be";
  FileBlobs blobs(folder.path() / "papers");
  CHECK_THROWS_AS(blobs.put("01940000-0000-7000-8000-0000000012ab", "x"), StorageUnavailable);
}

TEST_CASE("papers in memory come back too", "[blobs]") {
  MemoryBlobs blobs;
  CHECK_FALSE(blobs.get("p"));
  blobs.put("p", "bytes");
  CHECK(blobs.get("p") == "bytes");
  blobs.remove("p");
  CHECK_FALSE(blobs.get("p"));
}
