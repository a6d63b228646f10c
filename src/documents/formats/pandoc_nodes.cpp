#include "documents/formats/pandoc_nodes.hpp"

#include "base/printable.hpp"

namespace qd::inline documents::pandoc {

Json node(const char* type) { return Json{{"t", type}}; }
Json node(const char* type, Json content) { return Json{{"t", type}, {"c", std::move(content)}}; }

Json attributes(const std::string& id, const std::string& style) {
    Json pairs = Json::array();
    if (!style.empty()) pairs.push_back(Json::array({"custom-style", style}));
    return Json::array({id, Json::array(), pairs});
}

Json plain_words(std::string_view given) {
    const std::string words = printable(given);
    Json out = Json::array();
    std::size_t start = 0;
    while (start < words.size()) {
        const std::size_t end = std::min(words.find_first_of(" \n\t\r", start), words.size());
        if (end > start) out.push_back(node("Str", words.substr(start, end - start)));
        if (end < words.size()) out.push_back(node("Space"));
        start = end + 1;
    }
    return out;
}

Json styled(const std::string& style, Json inlines) {
    return node("Span", Json::array({attributes("", style), std::move(inlines)}));
}

Json styled_block(const std::string& style, Json blocks) {
    return node("Div", Json::array({attributes("", style), std::move(blocks)}));
}

Json paragraph(Json inlines) { return node("Para", std::move(inlines)); }
Json raw_inline(const std::string& openxml) { return node("RawInline", Json::array({"openxml", openxml})); }
Json raw_block(const std::string& openxml) { return node("RawBlock", Json::array({"openxml", openxml})); }

} // namespace qd::inline documents::pandoc
