#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// The attributes of an element, by their names without prefix.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    std::optional<std::string_view> find(std::string_view name) const;
    std::string get(std::string_view name) const { return std::string(find(name).value_or("")); }

private:
    const char** pairs_;
};

// What is to be done with each piece of a document. Names are without prefix: "row" for "x:row". What a prefix
// stands for is not asked.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view characters) = 0; // may come in several pieces
};

// A document that comes in pieces. Once something is wrong with it, the rest is passed over.
class XmlReading {
public:
    explicit XmlReading(XmlHandler& handler);
    XmlReading(const XmlReading&) = delete;
    XmlReading& operator=(const XmlReading&) = delete;
    ~XmlReading();
    bool feed(std::string_view piece); // false = no more is asked for
    std::optional<std::string> end();  // as of parse_xml

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// Runs through a document. None if all is well, else what is wrong. Document types are refused, and with them entities of
// its own. What a handler throws comes out of here.
std::optional<std::string> parse_xml(std::string_view bytes, XmlHandler& handler);

} // namespace qd::inline exchange
