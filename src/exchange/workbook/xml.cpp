#include "exchange/workbook/xml.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <new>

#include <expat.h>

namespace qd::inline exchange {
namespace {

constexpr char mark = ':'; // between prefix and name
// A document is read in pieces, since expat keeps a copy of what it is given. It begins again with what has no end in a piece when
// the next one comes, so that may not be long either: no text in a cell is a hundredth of this.
constexpr std::size_t xml_piece_bytes = std::size_t{1} << 20, most_unfinished = std::size_t{8} << 20;

// What expat keeps grows with the depth of a document, with the names in it and with the length of an attribute. It gets so much
// memory for one document, and gives up when it would take more.
constexpr std::size_t most_memory = std::size_t{64} << 20;
thread_local std::size_t memory_taken = 0;

constexpr std::size_t header = alignof(std::max_align_t); // before each piece: its size

void* resize(void* piece, std::size_t size) {
    auto* const block = piece == nullptr ? nullptr : static_cast<char*>(piece) - header;
    std::size_t before = 0;
    if (block != nullptr) std::memcpy(&before, block, sizeof before);
    if (size > most_memory || memory_taken - before + size > most_memory) return nullptr;
    auto* const made = static_cast<char*>(std::realloc(block, header + size));
    if (made == nullptr) return nullptr;
    std::memcpy(made, &size, sizeof size);
    memory_taken += size - before;
    return made + header;
}

void* take(std::size_t size) { return resize(nullptr, size); }

void give_back(void* piece) {
    if (piece == nullptr) return;
    auto* const block = static_cast<char*>(piece) - header;
    std::size_t size = 0;
    std::memcpy(&size, block, sizeof size);
    memory_taken -= size;
    std::free(block);
}

std::string_view local(const char* name) {
    const std::string_view whole(name);
    const auto at = whole.rfind(mark);
    return at == std::string_view::npos ? whole : whole.substr(at + 1);
}

} // namespace

// Exceptions must not pass through expat: they wait here until it has returned.
struct XmlRunning {
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

namespace {

void on_start(void* self, const char* name, const char** attributes) {
    auto& running = *static_cast<XmlRunning*>(self);
    running.guarded([&] { running.handler.start(local(name), XmlAttributes(attributes)); });
}
void on_end(void* self, const char* name) {
    auto& running = *static_cast<XmlRunning*>(self);
    running.guarded([&] { running.handler.end(local(name)); });
}
void on_text(void* self, const char* text, int size) {
    auto& running = *static_cast<XmlRunning*>(self);
    running.guarded([&] { running.handler.text({text, static_cast<std::size_t>(size)}); });
}
void on_type(void* self, const char*, const char*, const char*, int) {
    auto& running = *static_cast<XmlRunning*>(self);
    running.has_type = true;
    XML_StopParser(running.parser, XML_FALSE);
}

} // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        const std::string_view whole(pair[0]);
        if (whole == name) return pair[1];
        if (whole.size() > name.size() && local(pair[0]) == name && !whole.starts_with("xmlns")) return pair[1];
    }
    return std::nullopt;
}

struct XmlReading::Inside {
    explicit Inside(XmlHandler& handler)
        : parser((memory_taken = 0, XML_ParserCreate_MM(nullptr, &memory, nullptr)), &XML_ParserFree) {
        if (!parser) throw std::bad_alloc();
        running = std::make_unique<XmlRunning>(XmlRunning{parser.get(), handler, nullptr});
        XML_SetUserData(parser.get(), running.get());
        XML_SetElementHandler(parser.get(), on_start, on_end);
        XML_SetCharacterDataHandler(parser.get(), on_text);
        XML_SetStartDoctypeDeclHandler(parser.get(), on_type);
    }

    bool parse(std::string_view piece, bool is_last) {
        if (status != XML_STATUS_OK || is_endless) return false;
        status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), is_last ? XML_TRUE : XML_FALSE);
        fed += piece.size();
        const XML_Index read = XML_GetCurrentByteIndex(parser.get());
        is_endless = !is_last && fed - static_cast<std::size_t>(std::max<XML_Index>(read, 0)) > most_unfinished;
        return status == XML_STATUS_OK && !is_endless;
    }

    static constexpr XML_Memory_Handling_Suite memory{take, resize, give_back};
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser;
    std::unique_ptr<XmlRunning> running;
    XML_Status status = XML_STATUS_OK;
    std::size_t fed = 0;
    bool is_endless = false;
};

XmlReading::XmlReading(XmlHandler& handler) : inside_(std::make_unique<Inside>(handler)) {}
XmlReading::~XmlReading() = default;

bool XmlReading::feed(std::string_view piece) {
    while (!piece.empty()) {
        if (!inside_->parse(piece.substr(0, xml_piece_bytes), false)) return false;
        piece.remove_prefix(std::min(xml_piece_bytes, piece.size()));
    }
    return true;
}

std::optional<std::string> XmlReading::end() {
    inside_->parse("", true);
    const Inside& inside = *inside_;
    if (inside.running->thrown) std::rethrow_exception(inside.running->thrown);
    if (inside.running->has_type) return "it declares a document type";
    if (inside.is_endless ||
        (inside.status != XML_STATUS_OK && XML_GetErrorCode(inside.parser.get()) == XML_ERROR_NO_MEMORY))
        return "its elements are nested too deeply, or are too many or too long";
    if (inside.status == XML_STATUS_OK) return std::nullopt;
    return XML_ErrorString(XML_GetErrorCode(inside.parser.get())) + std::string(" in line ") +
           std::to_string(XML_GetCurrentLineNumber(inside.parser.get()));
}

std::optional<std::string> parse_xml(std::string_view bytes, XmlHandler& handler) {
    XmlReading reading(handler);
    reading.feed(bytes);
    return reading.end();
}

} // namespace qd::inline exchange
