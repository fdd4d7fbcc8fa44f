# Faults: the disk that fails on command, and the tests that command it. Under ASan the test program calls its runtime first, and
# the runtime then the disk, since it is linked before; the program that gets the disk with LD_PRELOAD is never sanitized.
add_library(vinhdanh_disk SHARED disk/doors.cpp disk/image.cpp)
target_include_directories(vinhdanh_disk PUBLIC ${PROJECT_SOURCE_DIR})
vinhdanh_tests(faults vinhdanh_disk vinhdanh_api)
target_compile_definitions(test_faults PRIVATE VINHDANH_DISK_LIBRARY="$<TARGET_FILE:vinhdanh_disk>")
