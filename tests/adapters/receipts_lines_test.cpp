// Lines of a receipts file that are out of order or no receipts.
#include <fstream>

#include "adapters/receipts.hpp"
#include "tests/adapters/support/homes.hpp"
#include "tests/support/catch.hpp"

using namespace vinhdanh;
using namespace vinhdanh::test;

namespace {

std::string receipt(int n, char hash, const std::string& stream, std::size_t size = 64) {
  return std::to_string(n) + " " + std::string(size, hash) + " " + stream + "\n";
}

Receipts read(const std::string& lines) {
  const TemporaryFolder home;
  const auto file = home.path() / "receipts.log";
  std::ofstream(file) << "vinhdanh receipts 1 an-instance\n" << lines;
  return read_receipts(file).value();
}

}  // namespace

TEST_CASE("of a stream's receipts the highest number counts, in whatever order they were written", "[receipts]") {
  const auto it = read(receipt(4, 'a', "dossier d1") + receipt(5, 'b', "dossier d1") + receipt(3, 'c', "dossier d1") +
                       receipt(9, 'd', "dossier d2"));
  REQUIRE(it.last.size() == 2);
  CHECK(it.last.at({"dossier", "d1"}).first == 5);
  CHECK(it.last.at({"dossier", "d1"}).second == std::string(64, 'b'));
}

TEST_CASE("a line without number, whole hash, kind or id is none", "[receipts]") {
  const auto it = read(receipt(1, 'a', "dossier d1", 63) + receipt(1, 'a', "dossier d1", 65) + receipt(1, 'a', "dossier") +
                       "x " + std::string(64, 'a') + " dossier d1\n" + "\n" + receipt(0, 'a', "quota q"));
  REQUIRE(it.last.size() == 1);
  CHECK(it.last.contains({"quota", "q"}));
}

TEST_CASE("lines that a lost sector made one of are none, and those around them count", "[receipts]") {
  const std::string hole(512, '\0');
  const std::string torn = receipt(2, 'b', "submission s1").substr(0, 70) + hole + receipt(3, 'c', "submission s2").substr(20);
  const std::string note = "# a note that ends in a hole" + hole + "\n";
  const auto it = read(receipt(1, 'a', "dossier d1") + torn + note + receipt(4, 'd', "dossier d2"));
  CHECK(it.last.size() == 2);
  CHECK(it.last.at({"dossier", "d1"}).first == 1);
  CHECK(it.last.at({"dossier", "d2"}).first == 4);
  CHECK(it.notes.empty());
}
