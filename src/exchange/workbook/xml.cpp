#include "exchange/workbook/xml.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <new>

#include <expat.h>

namespace qd::inline exchange {
namespace {

constexpr char mark = '|'; // between namespace and name
constexpr std::size_t piece_bytes = 1 << 20;

std::string_view local(const char* name) {
    const std::string_view whole(name);
    const auto at = whole.rfind(mark);
    return at == std::string_view::npos ? whole : whole.substr(at + 1);
}

// Exceptions must not pass through expat: they wait here until it has returned.
struct Running {
    XML_Parser parser;
    XmlHandler& handler;
    std::exception_ptr thrown;
    bool has_type = false;

    template <class Step> void guarded(const Step& step) {
        if (thrown || has_type) return;
        try {
            step();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

void on_start(void* self, const char* name, const char** attributes) {
    auto& running = *static_cast<Running*>(self);
    running.guarded([&] { running.handler.start(local(name), XmlAttributes(attributes)); });
}
void on_end(void* self, const char* name) {
    auto& running = *static_cast<Running*>(self);
    running.guarded([&] { running.handler.end(local(name)); });
}
void on_text(void* self, const char* text, int size) {
    auto& running = *static_cast<Running*>(self);
    running.guarded([&] { running.handler.text({text, static_cast<std::size_t>(size)}); });
}
void on_type(void* self, const char*, const char*, const char*, int) {
    auto& running = *static_cast<Running*>(self);
    running.has_type = true;
    XML_StopParser(running.parser, XML_FALSE);
}

} // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2)
        if (local(pair[0]) == name) return pair[1];
    return std::nullopt;
}

std::optional<std::string> parse_xml(std::string_view bytes, XmlHandler& handler) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreateNS(nullptr, mark),
                                                                              &XML_ParserFree);
    if (!parser) throw std::bad_alloc();
    Running running{parser.get(), handler, nullptr};
    XML_SetUserData(parser.get(), &running);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_type);
    XML_Status status = XML_STATUS_OK;
    for (bool last = false; !last && status == XML_STATUS_OK;) {
        const std::string_view piece = bytes.substr(0, piece_bytes);
        bytes.remove_prefix(piece.size());
        last = bytes.empty();
        status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last);
    }
    if (running.thrown) std::rethrow_exception(running.thrown);
    if (running.has_type) return "it declares a document type";
    if (status == XML_STATUS_OK) return std::nullopt;
    return XML_ErrorString(XML_GetErrorCode(parser.get())) + std::string(" in line ") +
           std::to_string(XML_GetCurrentLineNumber(parser.get()));
}

} // namespace qd::inline exchange
