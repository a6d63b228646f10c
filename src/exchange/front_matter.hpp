#pragma once

#include "exchange/folder.hpp"
#include "exchange/toml_node.hpp"

#include <optional>
#include <string>

namespace qd::inline exchange {

// A Markdown file cut in two.
struct FrontMatter {
    std::string code; // the file's name without folder and ending
    TomlNode front;
    std::string body;
};
// None, with a complaint, if the name is not a code, the bytes are not UTF-8 or the "+++" lines are missing.
std::optional<FrontMatter> cut_front_matter(const SourceFile& file, const std::string& place,
                                            ComplaintBook& complaints);

// Without a byte order mark, lines ended by one line feed.
std::string unix_text(std::string_view bytes);

std::string join_front_matter(const std::string& front, const std::string& body);

} // namespace qd::inline exchange
