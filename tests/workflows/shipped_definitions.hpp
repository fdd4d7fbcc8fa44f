/// The definitions that ship in the binary, loaded for a test; a file that is refused fails the test with its errors.
#pragma once

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "workflows/loader/loader.hpp"
#include "workflows/loader/shipped_files.hpp"

namespace vinhdanh::shipped {

inline std::string_view bytes(std::string_view path) {
  for (const EmbeddedFile& file : shipped_files()) {
    if (file.path == path) return file.bytes;
  }
  FAIL("not shipped: " << path);
  return {};
}

template <class T>
T valid(Loaded<T> loaded) {
  for (const LoadError& error : loaded.errors) UNSCOPED_INFO(error.file << error.pointer << ": " << error.message_en);
  REQUIRE(loaded.value);
  return *std::move(loaded.value);
}

inline Plan plan(const std::string& id) { return valid(load_plan(bytes("plans/" + id + "/v1.json"))); }

inline std::vector<Plan> plans() {
  std::vector<Plan> all;
  for (const EmbeddedFile& file : shipped_files()) {
    if (file.path.starts_with("plans/")) all.push_back(valid(load_plan(file.bytes)));
  }
  return all;
}

inline Law law() { return valid(load_law(bytes("law/eras.json"))); }
inline Calendar calendar() { return valid(load_calendar(bytes("calendars/vn.json"))); }

inline Organisation organisation() {
  std::vector<EmbeddedFile> files;
  for (const EmbeddedFile& file : shipped_files()) {
    if (file.path.starts_with("organisations/")) files.push_back(file);
  }
  return valid(load_organisations(files));
}

inline Date date(std::string_view text) { return Date::parse(text).value(); }

}  // namespace vinhdanh::shipped
