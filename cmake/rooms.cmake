# quarterday_room(NAME USES targets… [PRECOMPILES headers…]): a static library `room_NAME` of everything below src/NAME;
# the headers are heavy ones that most of its sources read beside those that all rooms do.
# `room::NAME` is its alias. A room without sources yet is an interface, so that the list can be written first.
function(quarterday_room name)
  cmake_parse_arguments(room "" "" "USES;PRECOMPILES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  list(TRANSFORM room_USES REPLACE "^([a-z]+)$" "room::\\1")
  if(sources)
    add_library(room_${name} STATIC ${sources})
    target_include_directories(room_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_compile_options(room_${name} PRIVATE ${QUARTERDAY_WARNINGS} -Wpedantic -Wconversion -Wno-sign-conversion)
    target_link_libraries(room_${name} PUBLIC ${room_USES})
    if(room_PRECOMPILES)
      quarterday_precompile(room_${name} room_${name} ${QUARTERDAY_STANDARD_HEADERS} ${QUARTERDAY_DOMAIN_HEADERS} ${room_PRECOMPILES})
    elseif(name STREQUAL domain OR TARGET room_domain) # the rooms before it know nothing of it
      quarterday_precompile(room_${name} room_domain ${QUARTERDAY_STANDARD_HEADERS} ${QUARTERDAY_DOMAIN_HEADERS})
    endif()
  else()
    add_library(room_${name} INTERFACE)
    target_include_directories(room_${name} INTERFACE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(room_${name} INTERFACE ${room_USES})
  endif()
  add_library(room::${name} ALIAS room_${name})
endfunction()

# quarterday_test(ROOM [USES targets…]): the executable test_ROOM of everything below tests/ROOM, one ctest entry a test case.
function(quarterday_test name)
  cmake_parse_arguments(test "" "" "USES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${name}/*.cpp)
  if(sources)
    add_executable(test_${name} ${sources})
    target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    # What is tested is optimized, the tests are not: they would take longest of all to compile.
    target_compile_options(test_${name} PRIVATE ${QUARTERDAY_WARNINGS} -O0)
    target_link_libraries(test_${name} PRIVATE room::${name} ${test_USES} GTest::gtest_main)
    quarterday_precompile(test_${name} test_base <gtest/gtest.h> ${QUARTERDAY_STANDARD_HEADERS} ${QUARTERDAY_DOMAIN_HEADERS})
    # Test files name their fixtures as they please ("day", "read"), so each is compiled on its own.
    gtest_discover_tests(test_${name} TEST_PREFIX "${name}/" NO_PRETTY_VALUES WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} DISCOVERY_TIMEOUT 60)
  endif()
endfunction()
