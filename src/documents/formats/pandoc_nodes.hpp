#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

// The nodes of Pandoc's document tree that documents are made of (pandoc-types, Text.Pandoc.Definition).
namespace qd::inline documents::pandoc {

using Json = nlohmann::json;

Json node(const char* type);
Json node(const char* type, Json content);
Json attributes(const std::string& id = "", const std::string& style = ""); // style: of the reference document
Json plain_words(std::string_view words);                                   // a list of inlines
Json styled(const std::string& style, Json inlines);                        // an inline
Json styled_block(const std::string& style, Json blocks);                   // a block
Json paragraph(Json inlines);                                               // a block
Json raw_inline(const std::string& openxml);
Json raw_block(const std::string& openxml);

} // namespace qd::inline documents::pandoc
