#include "documents/definition.hpp"

#include "base/text.hpp"
#include "domain/finding_catalogue.hpp"

#include <algorithm>
#include <cctype>

namespace qd::inline documents {
namespace {

constexpr std::size_t most_lines = 100'000; // of a definition with what it includes

std::string braced(const std::string& text) { return "{{" + shorten(text, 80) + "}}"; }

Placeholder placeholder_of(std::string text, const std::string& file, std::size_t line) {
    Placeholder placeholder;
    placeholder.text = text;
    placeholder.file = file;
    placeholder.line = line;
    if (text.ends_with('?')) {
        placeholder.may_be_left_out = true;
        text.pop_back();
    }
    for (const std::string& word : split(text, ' '))
        if (const std::string_view part = trim(word); !part.empty())
            placeholder.name.empty() ? placeholder.name = part : placeholder.arguments.emplace_back(part);
    return placeholder;
}

std::string quoted(const std::vector<std::string>& names) {
    std::vector<std::string> parts;
    for (const std::string& name : names) parts.push_back("“" + name + "”");
    return join(parts, " → ");
}

// Reads definitions into each other; `open` are those that are being read.
class Reader {
public:
    Reader(const FindDefinition& find, DefinitionLines& out) : find_(find), out_(out) {}

    void read(const DefinitionBody& body, const std::string& name) {
        open_.push_back(name);
        std::size_t number = body.first_line;
        std::size_t start = 0;
        while (start <= body.text.size() && out_.lines.size() < most_lines) {
            const std::size_t end = std::min(body.text.find('\n', start), body.text.size());
            add(line_of(body.text.substr(start, end - start), body.file, number++, out_.findings));
            start = end + 1;
        }
        open_.pop_back();
    }

private:
    void add(DefinitionLine line) {
        const Placeholder* only = line.alone();
        if (only && only->name == "include") return include(*only);
        for (const auto& part : line.parts)
            if (const auto* used = std::get_if<Placeholder>(&part); used && used->name == "include")
                out_.findings.push_back(definition_finding(error("placeholder-misplaced"), used->file, used->line,
                                                           braced(used->text) + " is in the middle of a line."));
        out_.lines.push_back(std::move(line));
    }

    void include(const Placeholder& used) {
        const auto complain = [&](FindingKind kind, const std::string& message, const std::string& remedy = "") {
            out_.findings.push_back(definition_finding(kind, used.file, used.line, message, remedy));
        };
        if (used.arguments.size() != 1)
            return complain(error("placeholder-arguments"), braced(used.text) + " does not name one definition.",
                            "Write {{include NAME}}.");
        const std::string& name = used.arguments[0];
        if (std::ranges::find(open_, name) != open_.end()) {
            std::vector<std::string> ring(std::ranges::find(open_, name), open_.end());
            ring.push_back(name);
            return complain(error("include-circular"),
                            "The definitions include each other in a circle: " + quoted(ring) + ".");
        }
        const std::optional<DefinitionBody> body = find_(name);
        if (!body)
            return complain(error("include-unknown"), "There is no definition “" + name + "” to include.",
                            "Write it as reports/" + name + ".md, or correct the name.");
        read(*body, name);
    }

    const FindDefinition& find_;
    DefinitionLines& out_;
    std::vector<std::string> open_;
};

} // namespace

Finding definition_finding(FindingKind kind, const std::string& file, std::size_t line, const std::string& message,
                           const std::string& remedy) {
    return {kind, {}, file + ", line " + std::to_string(line), message, remedy};
}

const Placeholder* DefinitionLine::alone() const {
    const Placeholder* only = nullptr;
    for (const auto& part : parts) {
        if (const auto* text = std::get_if<std::string>(&part)) {
            if (!trim(*text).empty()) return nullptr;
        } else if (only) {
            return nullptr;
        } else {
            only = &std::get<Placeholder>(part);
        }
    }
    return only;
}

DefinitionLine line_of(const std::string& text, const std::string& file, std::size_t line, Findings& findings) {
    DefinitionLine out;
    const auto complain = [&](const std::string& message, const std::string& remedy) {
        findings.push_back(definition_finding(error("placeholder-not-closed"), file, line, message, remedy));
    };
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = text.find("{{", at);
        if (start == std::string::npos) break;
        if (start > at && text[start - 1] == '\\') { // \{{ is two braces
            out.parts.emplace_back(text.substr(at, start - 1 - at) + "{{");
            at = start + 2;
            continue;
        }
        const std::size_t end = text.find("}}", start), again = text.find("{{", start + 2);
        if (end == std::string::npos || again < end) {
            complain("A placeholder is opened with {{ and not closed on its line: “" + shorten(text.substr(start), 60) +
                         "”.",
                     "Close it with }}, or write \\{{ for two braces.");
            out.parts.emplace_back(text.substr(at));
            return out;
        }
        if (start > at) out.parts.emplace_back(text.substr(at, start - at));
        Placeholder used = placeholder_of(text.substr(start + 2, end - start - 2), file, line);
        if (used.name.empty())
            complain("A placeholder {{ }} names nothing.", "Write what belongs here, or remove it.");
        else
            out.parts.emplace_back(std::move(used));
        at = end + 2;
    }
    if (at < text.size()) out.parts.emplace_back(text.substr(at));
    return out;
}

DefinitionLines lines_of(const DefinitionBody& body, const std::string& name, const FindDefinition& find) {
    DefinitionLines out;
    Reader(find, out).read(body, name);
    if (out.lines.size() >= most_lines)
        out.findings.push_back(definition_finding(error("definition-too-long"), body.file, body.first_line,
                                                  "The definition and what it includes have more than " +
                                                      std::to_string(most_lines) + " lines."));
    return out;
}

} // namespace qd::inline documents
