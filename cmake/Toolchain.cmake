# Compiler flags and caches that hold for every room.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
# Linked with the compiler's own linker: with Debian's lld 14 an exception that passed a function's cold part aborted the
# program (the faults' tests show it).
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
# GCC collects its own garbage from 128 MB on; 600 MB is a tenth less work, and fits where scripts/build.sh counts 2 GB for each job.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(--param=ggc-min-heapsize=600000)
endif()
add_compile_options(-Wall -Wextra -Wpedantic -Wno-missing-field-initializers)
# Boost.MSM needs more than the default 20 rows; the limits must be the same in every file (ODR).
add_compile_definitions(BOOST_MPL_CFG_NO_PREPROCESSED_HEADERS BOOST_MPL_LIMIT_LIST_SIZE=30
                        BOOST_MPL_LIMIT_VECTOR_SIZE=50 FUSION_MAX_VECTOR_SIZE=30)
if(VINHDANH_SANITIZE STREQUAL "thread")
  add_compile_options(-O1 -g1 -fsanitize=thread -Wno-tsan)
  add_link_options(-fsanitize=thread)
elseif(VINHDANH_SANITIZE STREQUAL "address")
  set(VINHDANH_OPTIMISE -O1 CACHE STRING "Of the build under ASan and UBSan")
  add_compile_options(-Wno-maybe-uninitialized)  # false alarms from instrumented <regex>
  add_compile_options(${VINHDANH_OPTIMISE} -g1 -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -D_GLIBCXX_ASSERTIONS)
  # A third of the compiling time, for what ASan finds as well when the pointer is used.
  add_compile_options(-fno-sanitize=null,alignment,object-size,pointer-overflow)
  add_link_options(-fsanitize=address,undefined -fno-sanitize=vptr)
endif()
