# Fuzz targets. With VINHDANH_FUZZ (clang, libFuzzer) they search; otherwise they replay their corpus.
option(VINHDANH_FUZZ "Build only the fuzz targets, for libFuzzer" OFF)

function(vinhdanh_fuzz target)
  add_executable(fuzz_${target} fuzz/${target}.cpp)
  target_link_libraries(fuzz_${target} PRIVATE ${ARGN})
  if(VINHDANH_FUZZ)
    target_link_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(fuzz_${target} PRIVATE fuzz/replay.cpp)
    add_test(NAME "fuzz: replay of ${target}"
             COMMAND fuzz_${target} ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${target})
  endif()
endfunction()

# What needs neither sockets nor a store, so that a build of it alone stays small.
find_package(Boost 1.81 REQUIRED COMPONENTS url)
find_package(PkgConfig REQUIRED)
pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0)
set(fuzzed http/header_syntax http/hosts http/message http/preconditions http/problem http/problems http/router http/target
           http/trace desk/lists/fold_text)
list(TRANSFORM fuzzed PREPEND ${PROJECT_SOURCE_DIR}/api/)
list(TRANSFORM fuzzed APPEND .cpp)
add_library(vinhdanh_fuzzed STATIC ${fuzzed})
target_link_libraries(vinhdanh_fuzzed PUBLIC vinhdanh_engine Boost::url PkgConfig::GLIB)
target_include_directories(vinhdanh_fuzzed SYSTEM PRIVATE ${Boost_INCLUDE_DIRS})
vinhdanh_gather(vinhdanh_fuzzed)

vinhdanh_fuzz(http vinhdanh_fuzzed)
vinhdanh_fuzz(json vinhdanh_engine)
vinhdanh_fuzz(definition vinhdanh_workflows vinhdanh_engine)
vinhdanh_fuzz(search vinhdanh_fuzzed)

# What reads spreadsheets, without the rest of the adapters.
find_package(pugixml REQUIRED)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
set(sheets read_sheet sheet_dates workbook_elements workbook_parts workbook_xml)
list(TRANSFORM sheets PREPEND ${PROJECT_SOURCE_DIR}/adapters/sheets/)
list(TRANSFORM sheets APPEND .cpp)
add_library(vinhdanh_fuzzed_sheets STATIC ${sheets} support/workbook.cpp)
target_link_libraries(vinhdanh_fuzzed_sheets PUBLIC vinhdanh_engine PkgConfig::ZIP pugixml::pugixml)
vinhdanh_fuzz(sheet vinhdanh_fuzzed_sheets)
