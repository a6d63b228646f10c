# The headers that most sources read, precompiled once for the rooms and once for their tests.

# In angle brackets, so that they are found by the include folders and their text is the same in every working copy.
set(QUARTERDAY_STANDARD_HEADERS
    <algorithm> <array> <chrono> <cmath> <compare> <cstddef> <cstdint> <filesystem> <functional> <map> <memory> <numeric>
    <optional> <set> <span> <string> <string_view> <tuple> <unordered_map> <utility> <variant> <vector> <fmt/format.h>)
set(QUARTERDAY_DOMAIN_HEADERS
    <base/error.hpp> <base/text.hpp> <domain/content.hpp> <domain/figure.hpp> <domain/finding.hpp> <domain/words.hpp>)

# quarterday_precompile(TARGET OWNER [headers…]): TARGET compiles with the precompiled headers of OWNER, which itself is
# called with them. All targets of an OWNER have its options for code, such as -O2.
function(quarterday_precompile target owner)
  if(NOT QUARTERDAY_PRECOMPILE)
    return()
  endif()
  if(target STREQUAL owner)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  else()
    target_precompile_headers(${target} REUSE_FROM ${owner})
  endif()
  target_compile_options(${target} PRIVATE -fpch-preprocess) # what ccache needs to see them
endfunction()
