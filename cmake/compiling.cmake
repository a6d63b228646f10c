# How everything is compiled, whatever the preset.

# Asserts stay on in every build: a wrong figure is worse than a stopped program.
foreach(flags CMAKE_CXX_FLAGS CMAKE_ASM_FLAGS)
  foreach(config RELEASE RELWITHDEBINFO MINSIZEREL)
    string(REPLACE "-DNDEBUG" "" ${flags}_${config} "${${flags}_${config}}")
  endforeach()
endforeach()

add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fdiagnostics-color=auto>)

# ccache, where there is one. Paths are hashed relative to the source folder, the build folder and the language are not
# hashed, so that several working copies of the project, ./run, ./test and a build by hand share what they have compiled.
# What else it is told lets it keep precompiled headers and what is compiled with them.
option(QUARTERDAY_CCACHE "Compile through ccache where it is installed" ON)
find_program(QUARTERDAY_CCACHE_PROGRAM ccache)
if(QUARTERDAY_CCACHE AND QUARTERDAY_CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/cmake/compile_through_ccache)
endif()

# What every room and every test is warned of; each warning is an error. g++ 12 sees overlaps and overruns in std::string that
# are not there (GCC bugs 105651 and 105329), others with each change of what is inlined, so those three stay off.
set(QUARTERDAY_WARNINGS -Wall -Wextra -Wshadow -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Werror)

# Two more of these, switched off where they are met: a change of the flags for all compiles everything anew.
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/exchange/workbook/archive.cpp PROPERTIES COMPILE_OPTIONS
                            -Wno-stringop-overread)
set_source_files_properties(${PROJECT_SOURCE_DIR}/src/checks/said/amounts.cpp PROPERTIES COMPILE_OPTIONS
                            -Wno-maybe-uninitialized)

# Reading headers is more than half of compiling a source, so those that most sources read are read once (see
# cmake/precompiled.cmake). Without it each source has to include what it uses itself: `cmake --preset dev` builds so.
option(QUARTERDAY_PRECOMPILE "Precompile the headers that most sources read" ON)

# About six sources of a room are compiled as one (see quarterday_bundle in cmake/rooms.cmake), which takes half the time of compiling
# each alone, and more after a change to one of them. `cmake --preset dev` compiles each alone.
option(QUARTERDAY_BUNDLE "Compile several sources of a room as one" ON)

# g++ takes a source within a bundle for a header, and warns of lambdas there that keep what is in an unnamed namespace: every command
# keeps its options so.
set(QUARTERDAY_BUNDLED_LAMBDAS -Wno-subobject-linkage)
