#include "exchange/workbook/workbook_xml.hpp"

#include "base/text.hpp"
#include "exchange/workbook/xml.hpp"

#include <charconv>
#include <filesystem>
#include <unordered_map>

namespace qd::inline exchange {
namespace {

struct Relation {
    std::string id, kind, path; // kind: the last word of its type, "worksheet"
};

// Where a target of a part lies: beside it, or from the top where it begins with "/".
std::string resolve(const std::string& from, const std::string& target) {
    const std::filesystem::path whole = target.starts_with('/') ? std::filesystem::path(target.substr(1))
                                                                : std::filesystem::path(from).parent_path() / target;
    return whole.lexically_normal().string();
}

class RelationsReading : public XmlHandler {
public:
    explicit RelationsReading(std::string from) : from_(std::move(from)) {}
    std::vector<Relation> relations;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship") return;
        const std::string type = attributes.get("Type");
        relations.push_back(
            {attributes.get("Id"), type.substr(type.rfind('/') + 1), resolve(from_, attributes.get("Target"))});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

private:
    std::string from_;
};

class SheetNamesReading : public XmlHandler {
public:
    struct Named {
        std::string name, relation;
    };
    std::vector<Named> sheets;
    bool from_1904 = false;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet") sheets.push_back({attributes.get("name"), attributes.get("id")});
        if (name != "workbookPr") return;
        const std::string from = attributes.get("date1904");
        from_1904 = from == "1" || from == "true";
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

// Rich text is put together from its runs; the readings of Japanese characters (rPh) are left out.
class StringsReading : public XmlHandler {
public:
    std::vector<std::string> strings;

    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "si") strings.emplace_back();
        if (name == "rPh") phonetic_ = true;
        within_ = name == "t" && !phonetic_;
    }
    void end(std::string_view name) override {
        within_ = false;
        if (name == "rPh") phonetic_ = false;
        if (name == "si") strings.back() = without_escapes(strings.back());
    }
    void text(std::string_view characters) override {
        if (within_ && !strings.empty()) strings.back() += characters;
    }

private:
    bool within_ = false, phonetic_ = false;
};

class StylesReading : public XmlHandler {
public:
    std::vector<NumberFormat> formats;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "cellXfs") within_ = true;
        if (name == "numFmt") own_[attributes.get("numFmtId")] = number_format_of(attributes.get("formatCode"));
        if (name != "xf" || !within_) return;
        const std::string id = attributes.get("numFmtId");
        const auto own = own_.find(id);
        std::size_t builtin = 0;
        std::from_chars(id.data(), id.data() + id.size(), builtin);
        formats.push_back(own != own_.end() ? own->second : number_format_of(builtin));
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") within_ = false;
    }
    void text(std::string_view) override {}

private:
    std::unordered_map<std::string, NumberFormat> own_;
    bool within_ = false;
};

void read_part(const WorkbookParts& parts, const std::string& path, XmlHandler& handler) {
    if (const auto wrong = parse_xml(part_at(parts, path), handler))
        throw WorkbookFault("its part " + path + " is not XML: " + *wrong);
}

std::vector<Relation> relations_of(const WorkbookParts& parts, const std::string& path) {
    const auto slash = path.rfind('/') + 1; // 0 where there is none
    RelationsReading reading(path);
    read_part(parts, path.substr(0, slash) + "_rels/" + path.substr(slash) + ".rels", reading);
    return std::move(reading.relations);
}

constexpr std::string_view hex = "0123456789abcdef";

// The number of "_x000D_" at the beginning of a text.
std::optional<unsigned> escape_at(std::string_view text) {
    if (text.size() < 7 || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
    unsigned number = 0;
    for (const char c : lower(text.substr(2, 4))) {
        const auto digit = hex.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        number = number * 16 + static_cast<unsigned>(digit);
    }
    return number;
}

} // namespace

const std::string& part_at(const WorkbookParts& parts, std::string_view path) {
    const auto found = parts.find(path);
    if (found == parts.end()) throw WorkbookFault("its part " + std::string(path) + " is missing");
    return found->second;
}

WorkbookFrame read_frame(const WorkbookParts& parts) {
    WorkbookFrame frame;
    std::string workbook;
    for (const Relation& relation : relations_of(parts, ""))
        if (relation.kind == "officeDocument") workbook = relation.path;
    SheetNamesReading names;
    read_part(parts, workbook, names);
    frame.serial_of_1900 = names.from_1904 ? 1'462 : 0;
    StringsReading strings;
    StylesReading styles;
    const std::vector<Relation> relations = relations_of(parts, workbook);
    for (const Relation& relation : relations) {
        if (relation.kind == "sharedStrings") read_part(parts, relation.path, strings);
        if (relation.kind == "styles") read_part(parts, relation.path, styles);
        if (relation.kind != "worksheet") continue;
        for (const auto& named : names.sheets)
            if (named.relation == relation.id) frame.sheets.push_back({named.name, relation.path});
    }
    frame.strings = std::move(strings.strings);
    frame.formats = std::move(styles.formats);
    return frame;
}

std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto number = text[i] == '_' ? escape_at(text.substr(i)) : std::nullopt;
        // Only what takes one byte: spreadsheets escape nothing else but control characters and the underscore itself.
        if (number && *number < 0x80) {
            out += static_cast<char>(*number);
            i += 6;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string with_escapes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_' && escape_at(text.substr(i))) out += "_x005F";
        out += text[i];
    }
    return out;
}

} // namespace qd::inline exchange
