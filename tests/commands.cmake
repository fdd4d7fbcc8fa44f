# Tests that run whole commands rather than a test program.
find_program(NODE node HINTS ${PROJECT_SOURCE_DIR}/build/node/node_modules/.bin)
add_test(NAME "workflows: the published schemas agree with the loader"
         COMMAND ${NODE} ${PROJECT_SOURCE_DIR}/tests/workflows/schema/check.mjs)
add_test(NAME "bench: figures are drawn as they were measured" COMMAND ${NODE} ${PROJECT_SOURCE_DIR}/tests/bench/draw_test.mjs)
# Vitest and Biome by their files: npm's own start is slower than both.
set(portal ${PROJECT_SOURCE_DIR}/portal)
add_test(NAME "portal: unit tests" COMMAND ${NODE} node_modules/vitest/vitest.mjs run --reporter=./test/totals-reporter.mjs WORKING_DIRECTORY ${portal})
add_test(NAME "portal: lint, no text outside the catalogue" COMMAND ${NODE} node_modules/@biomejs/biome/bin/biome lint . WORKING_DIRECTORY ${portal})
add_test(NAME "portal: its types are those of openapi.yaml" COMMAND ${NODE} tools/check-schema.mjs WORKING_DIRECTORY ${portal})
# In Chromium, each on a demo server of its own (portal/test/walk); the files that are not here run in tests/campaigns/portal.sh.
set(walk ${CMAKE_COMMAND} -E env VINHDANH=$<TARGET_FILE:vinhdanh> ${NODE} test/walk/run.mjs)
set(looks "portal: every screen, and its acts as the API has them, in Chromium")
add_test(NAME ${looks} WORKING_DIRECTORY ${portal} COMMAND ${walk} test/browser/screens.test.mjs test/browser/buttons.test.mjs)
set_tests_properties(${looks} PROPERTIES TIMEOUT 900 COST 90)
set(stories "portal: people at work, in Chromium")
set(files units decisions results oversight together keyboard)
list(TRANSFORM files REPLACE "(.+)" "test/browser/\\1.test.mjs")
add_test(NAME ${stories} WORKING_DIRECTORY ${portal} COMMAND ${walk} ${files})
set_tests_properties(${stories} PROPERTIES TIMEOUT 1200 COST 200)
set(lasting "portal: spreadsheets, paper, live pages and sessions, in Chromium")
# The list that fills whole pages of others comes last.
set(files print live session import)
list(TRANSFORM files REPLACE "(.+)" "test/browser/\\1.test.mjs")
add_test(NAME ${lasting} WORKING_DIRECTORY ${portal} COMMAND ${walk} ${files})
# Never more than two browsers at once: this one follows the stories, which end before the screens do.
set_tests_properties(${stories} ${lasting} PROPERTIES RESOURCE_LOCK second_browser)
set_tests_properties(${lasting} PROPERTIES TIMEOUT 600 COST 80)
# The desk's and the runner's tests work in memory; here they work on each database.
foreach(store sqlite postgres)
  add_test(NAME "api on ${store}: the desk and time" COMMAND test_api "[desk],[runner],[jobs]")
  set_tests_properties("api on ${store}: the desk and time" PROPERTIES ENVIRONMENT VINHDANH_TESTS_ON=${store}
                       TIMEOUT 600 COST 100)
endforeach()
set_tests_properties("api on postgres: the desk and time" PROPERTIES FIXTURES_REQUIRED cluster_api RESOURCE_LOCK cluster_api)
add_test(NAME "api: every route and answer agrees with openapi.yaml"
         COMMAND ${PROJECT_SOURCE_DIR}/tests/api/openapi/run.sh $<TARGET_FILE:test_api> ${PROJECT_BINARY_DIR})
add_test(NAME "whole: the README's walk"
         COMMAND ${PROJECT_SOURCE_DIR}/tests/whole/readme_walk.sh $<TARGET_FILE:vinhdanh> ${PROJECT_SOURCE_DIR})
add_test(NAME "whole: what an administrator types, as docs/operating.md says"
         COMMAND ${PROJECT_SOURCE_DIR}/tests/whole/operating_walk.sh $<TARGET_FILE:vinhdanh> ${PROJECT_SOURCE_DIR})
add_test(NAME "whole: a webhook's receiver verifies messages as docs/deployment.md says"
         COMMAND ${PROJECT_SOURCE_DIR}/tests/whole/webhook_walk.sh $<TARGET_FILE:vinhdanh> ${PROJECT_SOURCE_DIR} ${NODE})
set(nginx "whole: two nodes behind nginx, as examples/deployment has it")
add_test(NAME ${nginx} COMMAND ${PROJECT_SOURCE_DIR}/tests/whole/nginx_walk.sh $<TARGET_FILE:vinhdanh> ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/tests/api.cluster)
set_tests_properties(${nginx} PROPERTIES FIXTURES_REQUIRED cluster_api RESOURCE_LOCK cluster_api TIMEOUT 120)
# Clusters of its own: it needs an archive, and kills one.
set(recovery "whole: backup and point-in-time recovery, as examples/deployment has them")
add_test(NAME ${recovery} COMMAND ${PROJECT_SOURCE_DIR}/tests/whole/recovery_walk.sh $<TARGET_FILE:vinhdanh> ${PROJECT_SOURCE_DIR})
set_tests_properties(${recovery} PROPERTIES TIMEOUT 300)
# run.sh builds in build/release, which is up to date when that is the folder under test; from another one it would build.
if(PROJECT_BINARY_DIR STREQUAL "${PROJECT_SOURCE_DIR}/build/release")
  set(whole "whole: ./run.sh --once walks the five plans, and finds them walked")
  add_test(NAME ${whole} COMMAND ${PROJECT_SOURCE_DIR}/tests/whole/run_once.sh)
  set_tests_properties(${whole} PROPERTIES LABELS whole TIMEOUT 300 RESOURCE_LOCK build)
endif()
