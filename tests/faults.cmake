# Faults: the disk that fails on command, and the tests that command it.
add_library(vinhdanh_disk SHARED disk/doors.cpp disk/image.cpp)
target_include_directories(vinhdanh_disk PUBLIC ${PROJECT_SOURCE_DIR})
vinhdanh_tests(faults vinhdanh_disk vinhdanh_api)
target_sources(test_faults PRIVATE support/process.cpp)
target_compile_definitions(test_faults PRIVATE VINHDANH_BINARY="$<TARGET_FILE:vinhdanh>"
                           VINHDANH_DISK_LIBRARY="$<TARGET_FILE:vinhdanh_disk>")
add_dependencies(test_faults vinhdanh)
