#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace qd::inline exchange {

// More parts than any key of ours has, and few enough that a tower of tables is taken down without trouble.
constexpr std::size_t most_key_parts = 32;

// The first line on which there could be a key of more than that many parts: a.b.c has three. It checks what could be a key from
// any place in the line, so it does not need to know where a string or a comment begins: what precedes a line cannot hide a key
// from it. Prose is not such a key unless one word follows another with nothing but dots between them.
std::optional<std::size_t> line_of_deep_key(std::string_view text, std::size_t most_parts = most_key_parts);

} // namespace qd::inline exchange
