# quarterday_embed(NAME ROOT folder HEADER header PATTERNS glob…): the files of a folder inside the binary.
#
# Makes the library `embedded::NAME`, which defines
#     std::span<const qd::Asset> qd::embedded_NAME::all();
# declared by hand in HEADER (below src/). The paths are relative to ROOT and sorted by their bytes.
# The assembler's .incbin takes the bytes as they are, so megabytes cost nothing to compile. A changed file is assembled
# again, and a new or deleted one makes CMake run again.
function(quarterday_embed name)
  cmake_parse_arguments(embed "" "ROOT;HEADER" "PATTERNS" ${ARGN})
  cmake_path(ABSOLUTE_PATH embed_ROOT BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE root)
  list(TRANSFORM embed_PATTERNS PREPEND ${root}/ OUTPUT_VARIABLE globs)
  file(GLOB_RECURSE paths LIST_DIRECTORIES false RELATIVE ${root} CONFIGURE_DEPENDS ${globs})
  list(SORT paths)

  set(bytes "    .section .rodata\n")
  set(symbols "")
  set(rows "")
  set(inputs "")
  set(number 0)
  foreach(path IN LISTS paths)
    set(symbol qd_embedded_${name}_${number})
    string(APPEND bytes "    .global ${symbol}, ${symbol}_end\n    .balign 16\n"
                        "${symbol}:\n    .incbin \"${root}/${path}\"\n${symbol}_end:\n    .byte 0\n")
    string(APPEND symbols "extern const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "    {R\"(${path})\", {${symbol}, ${symbol}_end}},\n")
    list(APPEND inputs ${root}/${path})
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND bytes "    .section .note.GNU-stack, \"\", %progbits\n")

  set(folder ${PROJECT_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${folder}/${name}.s CONTENT "${bytes}" @ONLY)
  file(CONFIGURE OUTPUT ${folder}/${name}.cpp @ONLY CONTENT
"#include \"${embed_HEADER}\"

#include <array>

extern \"C\" {
${symbols}}

std::span<const qd::Asset> qd::embedded_${name}::all() {
    static const std::array<Asset, ${number}> assets{{
${rows}    }};
    return assets;
}
")
  add_library(embedded_${name} STATIC ${folder}/${name}.cpp ${folder}/${name}.s)
  set_source_files_properties(${folder}/${name}.s PROPERTIES OBJECT_DEPENDS "${inputs}")
  target_include_directories(embedded_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR})
  add_library(embedded::${name} ALIAS embedded_${name})
endfunction()
