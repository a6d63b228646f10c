#include "base/text.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/toml_node.hpp"
#include "exchange/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

constexpr std::array<std::string_view, 25> column_words{
    "measure",     "measure_title", "area",          "period", "year",      "quarter", "month",  "value", "numerator",
    "denominator", "target",        "annual_target", "rag",    "narrative", "note",    "reason", "flags", "source",
    "known_at",    "role",          "by_role",       "filter", "unit",      "check",   "leave"};

constexpr std::size_t most_blocks = 50, most_columns = 300;

std::string capitals(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

const TomlNode* entry(const TomlNode& node, std::string_view key) {
    for (const auto& [name, value] : node.entries)
        if (name == key) return &value;
    return nullptr;
}

// One table of the layout, with the complaints made while it is read.
class Reading {
public:
    Reading(const TomlNode& node, const std::string& file, Intake& intake)
        : node_(node), file_(file), intake_(intake), table_(node, file, intake) {}

    std::string text(std::string_view key) { return table_.take_or<std::string>(key, ""); }
    std::string raw(std::string_view key) { // a tab is kept
        (void)table_.take_texts(key);
        const TomlNode* node = entry(node_, key);
        return node == nullptr ? "" : node->text;
    }
    bool yes(std::string_view key) { return table_.take_or<bool>(key, false); }
    int number(std::string_view key, int usual) { return table_.take_or<int>(key, usual); }
    std::vector<std::string> texts(std::string_view key) { return table_.take_texts(key); }
    void refuse(std::string_view key, const Problem& problem) { table_.complain(key, problem); }
    void finish() { table_.finish(); }

    // For a key that must be one of some words; the first is the default.
    std::size_t one_of(std::string_view key, const std::vector<std::string>& words) {
        const std::string given = text(key);
        if (given.empty()) return 0;
        const auto found = std::ranges::find(words, given);
        if (found == words.end()) {
            refuse(key, {"is not one of " + join({words.begin() + 1, words.end()}, ", ") + ".", "Write one of these."});
            return 0;
        }
        return static_cast<std::size_t>(found - words.begin());
    }

    std::vector<Pattern> patterns(std::string_view key) {
        std::vector<Pattern> made;
        for (const std::string& each : texts(key)) {
            auto pattern = Pattern::parse(each);
            if (pattern)
                made.push_back(*std::move(pattern));
            else
                refuse(key, pattern.error());
        }
        return made;
    }

    // The entries of a table within this one, word for word.
    std::vector<std::pair<std::string, std::string>> entries(std::string_view key) {
        std::vector<std::pair<std::string, std::string>> all;
        if (table_.take_table(key).empty()) return all;
        for (const auto& [name, value] : entry(node_, key)->entries) {
            if (value.kind == TomlNode::Kind::scalar)
                all.emplace_back(name, value.text);
            else
                intake_.complaints.add({file_, value.line, std::string(key), name, "is not one value.",
                                        "Write \"" + name + "\" = \"…\"."});
        }
        return all;
    }
    std::map<std::string, std::string> words(std::string_view key) {
        std::map<std::string, std::string> all;
        for (auto& [name, value] : entries(key)) all.insert_or_assign(same_words(name), std::move(value));
        return all;
    }
    // The same, of lists of texts.
    std::map<std::string, std::vector<std::string>> lists(std::string_view key) {
        std::map<std::string, std::vector<std::string>> all;
        if (table_.take_table(key).empty()) return all;
        for (const auto& [name, value] : entry(node_, key)->entries) {
            std::vector<std::string>& texts = all[name];
            for (const TomlNode& item : value.items) texts.push_back(item.text);
        }
        return all;
    }
    std::vector<Reading> tables(std::string_view key, std::size_t most) {
        std::vector<Reading> all;
        if (table_.take_tables(key).empty()) return all;
        const TomlNode& list = *entry(node_, key);
        if (list.items.size() > most)
            refuse(key, {"appears more than " + std::to_string(most) + " times.", "Split it into several layouts."});
        for (std::size_t i = 0; i < std::min(most, list.items.size()); ++i)
            all.emplace_back(list.items[i], file_, intake_);
        return all;
    }
    std::optional<Reading> table(std::string_view key) {
        if (table_.take_table(key).empty()) return std::nullopt;
        return Reading(*entry(node_, key), file_, intake_);
    }

private:
    const TomlNode& node_;
    const std::string& file_;
    Intake& intake_;
    TomlTable table_;
};

LayoutColumn read_column(Reading& given) {
    LayoutColumn column;
    column.headings = given.patterns("heading");
    if (column.headings.empty()) given.refuse("heading", {"is missing.", "Add the line: heading = \"…\""});
    column.letters = given.text("columns");
    const std::string is = given.text("is");
    const auto* found = std::ranges::find(column_words, is);
    if (found == column_words.end()) {
        const std::vector<std::string> words(column_words.begin(), column_words.end());
        given.refuse("is", {is.empty() ? "is missing." : "is not something that a column can be.",
                            did_you_mean(is, words, "Write one of " + join(words, ", ") + ".")});
    } else {
        column.is = static_cast<ColumnIs>(found - column_words.begin());
    }
    column.measure = given.text("measure");
    column.area = given.text("area");
    column.period = given.text("period");
    column.year = given.text("year");
    column.quarter = given.text("quarter");
    column.first_word = given.one_of("code_is", {"", "first word"}) == 1;
    column.fill_down = given.yes("fill_down");
    const std::size_t years = given.one_of("years", {"", "academic", "calendar"});
    column.academic = years == 1;
    column.statistical = years == 2;
    column.leave_others = given.one_of("others", {"", "leave"}) == 1;
    column.words = given.words("words");
    column.keep = given.patterns("keep");
    column.keep_blank = given.yes("keep_blank");
    if (column.is == ColumnIs::filter && column.keep.empty() && !column.keep_blank)
        given.refuse("keep", {"is missing.", "Write which rows are taken: keep = [\"Total\"]"});
    if (const std::string scale = given.text("scale"); !scale.empty()) {
        const auto number = Decimal::parse(scale);
        if (!number || number->is_zero())
            given.refuse("scale", {"is not a number.", "Write what the figures are multiplied by, such as 1000."});
        else
            column.scale = *number;
    }
    if (const std::string flags = given.text("flags"); !flags.empty()) {
        const auto read = parse_flags(flags);
        if (read)
            column.flags = *read;
        else
            given.refuse("flags", {"are no flags.", "Write provisional, estimated, revised, low_reliability …"});
    }
    column.negate = given.yes("negate");
    column.no_sign = given.one_of("brackets", {"", "no sign"}) == 1;
    column.fraction = given.one_of("percent", {"", "fraction"}) == 1;
    column.into_updates = given.one_of("into", {"", "updates"}) == 1;
    column.fill_is_status = given.one_of("fill_is", {"", "rag"}) == 1;
    column.first_is_status = given.one_of("status_is", {"", "first word"}) == 1;
    for (const std::string& unit : given.texts("units")) column.units.push_back(same_words(unit));
    column.time = static_cast<TimeUnit>(given.one_of("time", {"", "seconds", "minutes", "hours", "days"}));
    column.forms = given.patterns("forms");
    given.finish();
    return column;
}

LayoutBlock read_block(Reading& given) {
    LayoutBlock block;
    block.sheets = given.patterns("sheets");
    block.not_sheets = given.patterns("not_sheets");
    block.with_hidden = given.yes("hidden");
    block.heading = given.patterns("heading");
    if (block.heading.empty())
        given.refuse("heading", {"is missing.", "Name two headings from one row: heading = [\"Ref\", \"Indicator\"]"});
    block.heading_rows = given.number("heading_rows", 1);
    if (block.heading_rows < 1 || block.heading_rows > 5) {
        given.refuse("heading_rows", {"is out of range.", "Write how many rows the headings take: 1 to 5."});
        block.heading_rows = 1;
    }
    block.fill_right = given.one_of("heading_fill", {"", "right"}) == 1;
    block.turned = given.yes("turned");
    block.repeats = given.yes("repeats");
    block.apart = given.yes("apart");
    block.marks_right = given.one_of("marks", {"", "right"}) == 1;
    block.above = given.patterns("above");
    block.beside = given.words("beside");
    for (auto& [name, value] : given.entries("set")) block.set.insert_or_assign(name, value);
    for (const auto& [name, value] : block.set)
        if (name != "year" && name != "quarter" && name != "period" && name != "measure" && name != "area")
            given.refuse("set", {"sets " + name + ", which all rows cannot share.",
                                 "Write one of year, quarter, period, measure, area."});
    block.skip = given.patterns("skip");
    block.ends_at = given.patterns("ends_at");
    block.sections = static_cast<LayoutBlock::Sections>(given.one_of("sections", {"", "leave", "measure", "area"}));
    for (Reading& column : given.tables("column", most_columns)) block.columns.push_back(read_column(column));
    if (block.columns.empty())
        given.refuse("column", {"is missing.", "Say what each column is, below a line [[block.column]]."});
    given.finish();
    return block;
}

char one_character(Reading& given, std::string_view key, char usual) {
    const std::string text = given.raw(key);
    if (text.empty()) return usual;
    if (text.size() == 1) return text.front();
    given.refuse(key, {"is not one character.", "Write \",\" or \";\", \"\\t\" for a tab."});
    return usual;
}

void read_text_form(Reading& given, Layout& layout) {
    layout.text.separator = one_character(given, "separator", 0);
    layout.decimal = one_character(given, "decimal", '.');
    const std::vector<std::string> known{"", "utf-8", "utf-16", "windows-1252"};
    layout.text.encoding = known[given.one_of("encoding", known)];
    given.finish();
}

void read_markers(Reading& given, Layout& layout) {
    for (const auto& [text, meaning] : given.entries("markers")) {
        const auto read = MarkerMeaning::parse(meaning);
        if (read)
            layout.markers.insert_or_assign(plain_cell(text), *read);
        else
            given.refuse("markers",
                         {"says of “" + text + "” that it is “" + meaning + "”, which " + read.error().message,
                          read.error().remedy});
    }
}

void read_blank(Reading& given, Layout& layout) {
    auto table = given.table("blank");
    if (!table) return;
    const std::string value = table->text("value");
    if (!value.empty() && value != "leave") {
        const auto gap = read_word<GapReason>(value);
        if (gap)
            layout.blank = *gap;
        else
            table->refuse("value", gap.error());
    }
    table->finish();
}

// Colours as spreadsheets write them, and what they say: "00B050" = "green".
void read_fills(Reading& given, Layout& layout) {
    for (const auto& [colour, status] : given.entries("fills")) {
        const std::string plain = capitals(colour.starts_with('#') ? colour.substr(1) : colour);
        if (plain.size() != 6 || plain.find_first_not_of("0123456789ABCDEF") != std::string::npos)
            given.refuse("fills", {"has “" + colour + "”, which is not a colour.", "Write it as \"00B050\"."});
        else if (status != "leave" && !read_word<Status>(status))
            given.refuse("fills", {"says of " + colour + " that it is “" + status + "”, which is not a status.",
                                   "Write green, amber, red, not_rated or leave."});
        else
            layout.fills.insert_or_assign(plain, status);
    }
}

void read_seen(Reading& given, Layout& layout) {
    auto table = given.table("seen");
    if (!table) return;
    SheetsSeen seen;
    seen.file = table->text("file");
    seen.headings = table->texts("headings");
    seen.sheets = table->lists("sheets");
    table->finish();
    layout.seen = std::move(seen);
}

Layout read_all(Reading& given) {
    Layout layout;
    layout.title = given.text("title");
    if (auto files = given.table("files")) {
        layout.file_names = files->patterns("names");
        files->finish();
    }
    if (auto csv = given.table("csv")) read_text_form(*csv, layout);
    read_blank(given, layout);
    read_markers(given, layout);
    layout.measures = given.words("measures");
    layout.areas = given.words("areas");
    layout.periods = given.words("periods");
    layout.rag = given.words("rag");
    read_fills(given, layout);
    read_seen(given, layout);
    for (Reading& block : given.tables("block", most_blocks)) layout.blocks.push_back(read_block(block));
    if (layout.blocks.empty()) given.refuse("block", {"is missing.", "Describe a table below a line [[block]]."});
    given.finish();
    return layout;
}

} // namespace

std::string_view print(ColumnIs is) { return column_words[static_cast<std::size_t>(is)]; }

Understood<MarkerMeaning> MarkerMeaning::parse(std::string_view text) {
    const std::string words = same_words(text);
    MarkerMeaning meaning;
    if (words == "leave") return meaning;
    if (words.starts_with("number ")) {
        const auto number = Decimal::parse(words.substr(7));
        if (!number) return tl::make_unexpected(Problem{"names no number.", "Write \"number 0\"."});
        meaning.kind = Kind::number;
        meaning.number = *number;
        return meaning;
    }
    if (words.starts_with("flag ")) {
        const auto flags = parse_flags(words.substr(5));
        if (!flags || *flags == 0)
            return tl::make_unexpected(Problem{"names no flag.", "Write \"flag provisional\", estimated, revised, "
                                                                 "low_reliability, break_in_series or forecast."});
        meaning.kind = Kind::flags;
        meaning.flags = *flags;
        return meaning;
    }
    meaning.noted = words.ends_with(" noted");
    const auto gap = read_word<GapReason>(meaning.noted ? words.substr(0, words.size() - 6) : words);
    if (!gap) return tl::make_unexpected(gap.error());
    meaning.kind = Kind::gap;
    meaning.gap = *gap;
    return meaning;
}

tl::expected<Layout, Complaints> parse_layout(const SheetLayout& given, const std::string& file) {
    const Content nothing;
    Intake intake(nothing);
    Layout layout;
    if (const auto node = parse_toml(given.text, file, 0, intake.complaints)) {
        Reading reading(*node, file, intake);
        layout = read_all(reading);
    }
    if (intake.complaints.count() > 0) return tl::make_unexpected(intake.complaints.take());
    layout.name = given.name;
    return layout;
}

} // namespace qd::inline exchange
