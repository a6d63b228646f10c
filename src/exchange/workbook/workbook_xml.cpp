#include "exchange/workbook/workbook_xml.hpp"

#include "base/text.hpp"
#include "exchange/workbook/xml.hpp"

#include <charconv>
#include <filesystem>
#include <limits>
#include <unordered_map>

namespace qd::inline exchange {
namespace {

struct Relation {
    std::string id, kind, path; // kind: the last word of its type, "worksheet"
};

// Where a target of a part is: next to it, or from the top if it begins with "/".
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
        bool hidden = false;
    };
    std::vector<Named> sheets;
    bool from_1904 = false;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet") take_sheet(attributes);
        if (name != "workbookPr") return;
        const std::string from = attributes.get("date1904");
        from_1904 = from == "1" || from == "true";
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

private:
    void take_sheet(const XmlAttributes& attributes) {
        const std::string state = attributes.get("state");
        sheets.push_back({attributes.get("name"), attributes.get("id"), state == "hidden" || state == "veryHidden"});
    }
};

// Rich text is put together from its runs; the readings of Japanese characters (rPh) are left out.
class StringsReading : public XmlHandler {
public:
    explicit StringsReading(std::size_t most) : most_(most) {}
    SharedTexts strings;

    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "si") {
            if (strings.size() >= most_) throw WorkbookFault("it has more texts than a file of its size can contain");
            strings.begin();
        }
        if (name == "rPh") phonetic_ = true;
        within_ = name == "t" && !phonetic_;
    }
    void end(std::string_view name) override {
        within_ = false;
        if (name == "rPh") phonetic_ = false;
        if (name == "si") strings.end(without_escapes(strings.last()));
    }
    void text(std::string_view characters) override {
        if (within_ && strings.size() > 0) strings.last() += characters;
    }

private:
    std::size_t most_;
    bool within_ = false, phonetic_ = false;
};

std::optional<std::size_t> number_in(const XmlAttributes& attributes, std::string_view name) {
    const std::string text = attributes.get(name);
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return text.empty() || read.ec != std::errc() ? std::nullopt : std::optional(number);
}

class StylesReading : public XmlHandler {
public:
    std::vector<NumberFormat> formats;
    std::vector<PatternFill> fills;
    std::vector<std::size_t> fill_numbers; // by cell format

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "cellXfs") within_ = true;
        if (name == "fills") in_fills_ = true;
        if (in_fills_) start_fill(name, attributes);
        if (name == "numFmt") own_[attributes.get("numFmtId")] = number_format_of(attributes.get("formatCode"));
        if (name != "xf" || !within_) return;
        const std::string id = attributes.get("numFmtId");
        const auto own = own_.find(id);
        std::size_t builtin = 0;
        std::from_chars(id.data(), id.data() + id.size(), builtin);
        formats.push_back(own != own_.end() ? own->second : number_format_of(builtin));
        fill_numbers.push_back(number_in(attributes, "fillId").value_or(0));
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") within_ = false;
        if (name == "fills") in_fills_ = false;
    }
    void text(std::string_view) override {}

    // By cell format.
    std::vector<Fill> colours(const ThemeColours& theme) const {
        std::vector<Fill> all;
        for (const std::size_t number : fill_numbers)
            all.push_back(number < fills.size() ? colour_of(fills[number], theme) : std::nullopt);
        return all;
    }

private:
    void start_fill(std::string_view name, const XmlAttributes& attributes) {
        if (name == "fill") fills.emplace_back();
        if (fills.empty()) return;
        if (name == "patternFill") fills.back().is_solid = attributes.get("patternType") == "solid";
        if (name != "fgColor") return;
        fills.back().rgb = attributes.get("rgb");
        fills.back().theme = number_in(attributes, "theme");
        fills.back().indexed = number_in(attributes, "indexed");
        const std::string tint = attributes.get("tint");
        std::from_chars(tint.data(), tint.data() + tint.size(), fills.back().tint);
    }

    std::unordered_map<std::string, NumberFormat> own_;
    bool within_ = false, in_fills_ = false;
};

void read_part(const WorkbookParts& parts, const std::string& path, XmlHandler& handler,
               std::size_t most_bytes = std::size_t{8} << 20) {
    const std::string& part = part_at(parts, path);
    if (part.size() > most_bytes) throw WorkbookFault("its part " + path + " is far larger than such a part can be");
    if (const auto wrong = parse_xml(part, handler)) throw WorkbookFault("its part " + path + " is not XML: " + *wrong);
}

constexpr std::size_t most_sheets = 1'000;

std::vector<Relation> relations_of(const WorkbookParts& parts, const std::string& path) {
    const auto slash = path.rfind('/') + 1; // 0 where there is none
    RelationsReading reading(path);
    read_part(parts, path.substr(0, slash) + "_rels/" + path.substr(slash) + ".rels", reading);
    return std::move(reading.relations);
}

std::string main_part_of(const WorkbookParts& parts) {
    std::string workbook;
    for (const Relation& relation : relations_of(parts, ""))
        if (relation.kind == "officeDocument") workbook = relation.path;
    return workbook;
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

Budget::Budget(std::size_t file_bytes)
    : most_cells_(std::min<std::size_t>(20'000'000, 2'000'000 + file_bytes / 2)),
      most_bytes_((std::size_t{32} << 20) + file_bytes * 10) {}

void Budget::take_cell(std::size_t bytes) {
    if (++cells_ > most_cells_)
        throw WorkbookFault("it has more than " + std::to_string(most_cells_) +
                            " cells, far more than its size suggests");
    if (bytes_ += bytes; bytes_ > most_bytes_)
        throw WorkbookFault("its cells have more than " + std::to_string(most_bytes_ >> 20) +
                            " MB of text, far more than its size suggests");
}

std::vector<std::string> names_of_sheets(const WorkbookParts& outline) {
    SheetNamesReading reading;
    read_part(outline, main_part_of(outline), reading);
    std::vector<std::string> names;
    for (auto& sheet : reading.sheets) names.push_back(std::move(sheet.name));
    return names;
}

WorkbookFrame read_frame(WorkbookParts& parts, const Budget& budget) {
    WorkbookFrame frame;
    const std::string workbook = main_part_of(parts);
    SheetNamesReading names;
    read_part(parts, workbook, names);
    frame.serial_of_1900 = names.from_1904 ? 1'462 : 0;
    StringsReading strings(budget.most_cells());
    StylesReading styles;
    ThemeColours theme;
    const std::vector<Relation> relations = relations_of(parts, workbook);
    if (names.sheets.size() > most_sheets || relations.size() > 10 * most_sheets)
        throw WorkbookFault("it has more than " + std::to_string(most_sheets) + " sheets");
    std::unordered_map<std::string_view, const Relation*> sheets;
    for (const Relation& relation : relations) {
        if (relation.kind == "sharedStrings" && strings.strings.size() == 0) {
            read_part(parts, relation.path, strings, std::numeric_limits<std::size_t>::max());
            parts[relation.path] = std::string(); // its memory too
        }
        if (relation.kind == "styles" && styles.formats.empty()) read_part(parts, relation.path, styles);
        if (relation.kind == "theme" && parts.contains(relation.path)) read_part(parts, relation.path, theme);
        if (relation.kind == "worksheet") sheets.try_emplace(relation.id, &relation);
    }
    for (const auto& named : names.sheets)
        if (const auto found = sheets.find(named.relation); found != sheets.end())
            frame.sheets.push_back({named.name, found->second->path, named.hidden});
    frame.strings = std::make_shared<const SharedTexts>(std::move(strings.strings));
    frame.formats = std::move(styles.formats);
    frame.fills = styles.colours(theme);
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
