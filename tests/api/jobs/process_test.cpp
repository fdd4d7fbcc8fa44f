// The process that reads sheets: what becomes of it is an answer, never the server's end.
#include <atomic>

#include "adapters/sheets/sheet_process.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/workbook.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

const std::string honest = book_of(sheet_data({{"Họ và tên"}, {"Nguyễn Văn A"}}));

std::string code_of(const SheetRead& read) {
  const auto* fault = std::get_if<SheetFault>(&read);
  return fault == nullptr ? "read" : fault->code;
}

std::string code_of_shell(const std::string& script, SheetProcessLimits limits = {}) {
  return code_of(SheetProcess("/bin/sh", {"-c", script}, limits).read(honest));
}

}  // namespace

TEST_CASE("a sheet is read by the program itself", "[sheets][process]") {
  const SheetRead read = SheetProcess(VINHDANH_BINARY).read(honest);
  REQUIRE(std::holds_alternative<Sheet>(read));
  CHECK(std::get<Sheet>(read).rows.at(1).cells.at(0).text == "Nguyễn Văn A");
}

TEST_CASE("a file's fault comes through as it is", "[sheets][process]") {
  CHECK(code_of(SheetProcess(VINHDANH_BINARY).read("x,y")) == "sheet_text_file");
  auto bomb = book_files("");
  bomb["xl/worksheets/sheet1.xml"] = std::string(8u << 20, ' ');
  CHECK(code_of(SheetProcess(VINHDANH_BINARY).read(archive_of(bomb))) == "sheet_bomb");
}

TEST_CASE("a reader that dies, says nothing or something else, has failed", "[sheets][process]") {
  CHECK(code_of_shell("kill -SEGV $$") == "sheet_reader_failed");
  CHECK(code_of_shell("exit 3") == "sheet_reader_failed");
  CHECK(code_of_shell("exit 0") == "sheet_reader_failed");
  CHECK(code_of_shell("echo hello") == "sheet_reader_failed");
  CHECK(code_of(SheetProcess("/nowhere/at-all").read(honest)) == "sheet_reader_failed");
}

TEST_CASE("a reader that goes on for ever, says too much or takes too much memory is ended", "[sheets][process]") {
  SheetProcessLimits short_time;
  short_time.milliseconds = 200;
  CHECK(code_of_shell("while :; do :; done", short_time) == "sheet_too_costly");
  // Its output closed, it sleeps on: its end is waited for no longer.
  CHECK(code_of_shell("exec >&-; while :; do :; done", short_time) == "sheet_too_costly");
  SheetProcessLimits little_output;
  little_output.output = 1'000;
  CHECK(code_of_shell("while :; do echo xxxxxxxxxxxxxxxxxxxxxxxx; done", little_output) == "sheet_too_costly");
  SheetProcessLimits little_cpu;
  little_cpu.cpu_seconds = 1;
  CHECK(code_of_shell("while :; do :; done", little_cpu) == "sheet_too_costly");
#ifndef __SANITIZE_ADDRESS__
  SheetProcessLimits little_memory;
  little_memory.memory = 4u << 20;
  CHECK(code_of(SheetProcess(VINHDANH_BINARY, {"read-sheet"}, little_memory).read(honest)) == "sheet_too_costly");
#endif
}

TEST_CASE("the longest list is read within the memory that the process has, and what wants more is refused", "[sheets][process]") {
  std::vector<std::vector<std::string>> rows(2'001, std::vector<std::string>(60, "Nguyễn Văn A"));
  const auto longest = book_of(sheet_data(rows));
  const SheetRead read = SheetProcess(VINHDANH_BINARY).read(longest);
  INFO(code_of(read));
  REQUIRE(std::holds_alternative<Sheet>(read));
  CHECK(std::get<Sheet>(read).rows.size() == 2'001);
#ifndef __SANITIZE_ADDRESS__
  // Four million elements: a tree of 250 MiB.
  auto files = book_files(sheet_data({{"Họ và tên"}}));
  std::string styles = "<styleSheet>";
  for (unsigned i = 0; styles.size() < (15u << 20); ++i) styles += i * 2654435761u >> 31 != 0 ? "<c/>" : "<d/>";
  files["xl/styles.xml"] = styles + "</styleSheet>";
  CHECK(code_of(SheetProcess(VINHDANH_BINARY).read(archive_of(files))) == "sheet_too_costly");
#endif
}

TEST_CASE("the process gets the file and one way to answer, and may write nowhere", "[sheets][process]") {
  const auto said = [](const std::string& script) {
    return code_of_shell(script + R"( && echo '{"sheet":"a","others":0,"rows":0}')");
  };
  CHECK(said("true") == "read");
  CHECK(said("test $(ls /proc/self/fd | wc -l) -le 4") == "read");  // its own three, and the folder that is listed
#ifndef __SANITIZE_ADDRESS__
  CHECK(said("test \"$(ulimit -d)\" = 51200") == "read");
#endif
  CHECK(said("test \"$(ulimit -c)\" = 0 && test \"$(ulimit -f)\" = 0") == "read");
  CHECK(said("test -z \"$HOME$SECRET_OF_THE_SERVER\"") == "read");
  CHECK(said("echo x > /tmp/vinhdanh-no-such-file") == "sheet_reader_failed");
  std::remove("/tmp/vinhdanh-no-such-file");
}

TEST_CASE("reading is given up when it is asked for", "[sheets][process]") {
  std::atomic<int> asked{0};
  const auto read = SheetProcess("/bin/sh", {"-c", "while :; do :; done"}).read(honest, [&] { return ++asked > 1; });
  CHECK(code_of(read) == "sheet_given_up");
}
