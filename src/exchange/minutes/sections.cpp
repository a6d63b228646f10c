#include "exchange/minutes/sections.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <optional>

namespace qd::inline exchange {
namespace {

std::vector<MinutesLine> lines_of(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::string text = replace_all(replace_all(std::string(bytes), "\r\n", "\n"), "\r", "\n");
    text = replace_all(std::move(text), "\xC2\xA0", " ");
    std::vector<MinutesLine> lines;
    for (const std::string& line : split(text, '\n')) lines.push_back({lines.size() + 1, std::string(trim(line))});
    return lines;
}

// "<AI4>" and "</AI4>", by which an export tells items apart.
struct Mark {
    bool closes = false;
    std::string number;
};
std::optional<Mark> mark_of(std::string_view line) {
    if (!line.starts_with('<') || !line.ends_with('>')) return std::nullopt;
    line = line.substr(1, line.size() - 2);
    const bool closes = line.starts_with('/');
    if (closes) line.remove_prefix(1);
    if (!line.starts_with("AI") || line.size() < 3 || line.size() > 6) return std::nullopt;
    line.remove_prefix(2);
    if (line.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    return Mark{closes, std::string(line)};
}

// "4. Early support" and "- 5. European Social Fund"; the title may stand on a later line.
struct Numbered {
    std::string number, title;
};
std::optional<Numbered> numbered(std::string_view line) {
    if (line.starts_with("- ")) line = trim(line.substr(2));
    std::size_t digits = 0;
    while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
    if (digits == 0 || digits > 2 || digits >= line.size() || line[digits] != '.') return std::nullopt;
    const std::string_view rest = line.substr(digits + 1);
    if (!rest.empty() && rest[0] != ' ' && rest[0] != '\t') return std::nullopt;
    return Numbered{std::string(line.substr(0, digits)), std::string(trim(rest))};
}

// "I M Fisher" above a post: initials and a surname.
bool looks_like_signature(std::string_view line) {
    const std::vector<std::string> words = split(line, ' ');
    return words.size() >= 2 && words.size() <= 4 && std::ranges::all_of(words, [](const std::string& word) {
               return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
           });
}

std::string signing_post(std::string_view line) {
    if (line.empty() || line.size() > 80 || line.ends_with('.')) return {};
    for (const std::string_view post : {"County Secretary", "Director of", "Chief Executive", "Borough Solicitor",
                                        "Clerk to", "Town Clerk", "Monitoring Officer"})
        if (const auto at = line.find(post); at != std::string_view::npos) return std::string(line.substr(at));
    return {};
}

class Cutting {
public:
    Cutting(std::string_view text, const std::string& file) : lines_(lines_of(text)), file_(file) {}

    tl::expected<MinutesSheet, Complaint> take() {
        if (!find_start())
            return tl::make_unexpected(Complaint{
                file_, 0, "", "", "No line says when the meeting was held.",
                "It should read such as “Minutes of the Meeting held on Tuesday, 3rd July, 2012 at 2.00 pm in …”."});
        read_items();
        if (sheet_.items.empty())
            return tl::make_unexpected(
                Complaint{file_, sheet_.day_line, "", "", "No numbered item follows.",
                          "Number the items “1. Apologies”, or put them between <AI1> and </AI1>."});
        cut_signature();
        return std::move(sheet_);
    }

private:
    void unsure(std::size_t line, const std::string& value, const std::string& message, const std::string& remedy) {
        sheet_.to_confirm.push_back({file_, line, "", shorten(value, 80), message, remedy});
    }

    // The heading may run over three lines.
    std::string joined(std::size_t at, std::size_t count) const {
        std::string text;
        for (std::size_t i = at; i < std::min(lines_.size(), at + count); ++i) text += lines_[i].text + " ";
        return text;
    }

    bool start_at(std::size_t at, MinutesSheet::Kind kind) {
        const std::string text = joined(at, 3);
        const auto day = find_day(text);
        if (!day || !day->weekday || day->begin > lines_[at].text.size()) return false;
        const std::string rest = text.substr(day->end, 160);
        sheet_.kind = kind;
        sheet_.day = *day;
        sheet_.day_line = lines_[at].number;
        sheet_.time = find_time(rest.substr(0, 24));
        if (const auto in = rest.find(" in "); in != std::string::npos && in < 32) {
            std::string place = joined(at, 1);
            place = place.substr(std::min(place.size(), day->end + in + 4));
            sheet_.place = replace_all(std::string(trim(place)), "  ", " ");
        }
        first_ = at + 1;
        return true;
    }

    bool find_start() {
        for (std::size_t at = 0; at < lines_.size(); ++at)
            if (has_words(lines_[at].text, "minutes of the meeting held on") && has_words(joined(at, 2), " at ") &&
                start_at(at, MinutesSheet::Kind::minutes)) {
                if (at > 20)
                    unsure(lines_[at].number, "", "What stands before the minutes was left out.",
                           "Import the agenda from a file of its own.");
                return true;
            }
        for (std::size_t at = 0; at < std::min<std::size_t>(lines_.size(), 40); ++at)
            if (has_words(lines_[at].text, " at ") && start_at(at, MinutesSheet::Kind::agenda)) return true;
        return false;
    }

    void read_items() {
        const bool marked = std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(first_), lines_.end(),
                                        [](const MinutesLine& line) { return mark_of(line.text).has_value(); });
        for (std::size_t at = first_; at < lines_.size(); ++at) {
            if (ends_at(at)) break;
            if (marked)
                take_marked(lines_[at]);
            else
                take_plain(lines_[at]);
        }
        if (open_) unsure(open_line_, "<AI" + *open_ + ">", "This mark is not closed.", "See where the item ends.");
    }

    bool ends_at(std::size_t at) {
        if (sheet_.items.empty() || !lines_[at].text.starts_with("Agenda Item")) return false;
        unsure(lines_[at].number, lines_[at].text, "From here on papers follow, which were left out.",
               "Import them as papers.");
        return true;
    }

    void begin(const Numbered& heading, std::size_t line) {
        sheet_.items.push_back({heading.number, heading.title, line, {}});
    }

    void add(const MinutesLine& line) {
        if (sheet_.items.empty())
            sheet_.head.push_back(line);
        else if (sheet_.items.back().title.empty() && !line.text.empty())
            sheet_.items.back().title = line.text;
        else
            sheet_.items.back().body.push_back(line);
    }

    void take_marked(const MinutesLine& line) {
        const auto mark = mark_of(line.text);
        if (mark && mark->closes) {
            if (open_ != mark->number)
                unsure(line.number, line.text, "This mark closes an item that is not open.",
                       "See where the item begins.");
            open_.reset();
            begun_ = false;
        } else if (mark) {
            if (open_)
                unsure(line.number, line.text, "This mark opens an item within another.", "See where the other ends.");
            open_ = mark->number;
            open_line_ = line.number;
            begun_ = false;
        } else if (open_ && !begun_) {
            if (const auto heading = numbered(line.text)) {
                begin(*heading, line.number);
                begun_ = true;
            } else if (!line.text.empty()) {
                unsure(line.number, line.text, "The item has no number of its own; its mark’s was taken.",
                       "Correct the number of the item.");
                begin({*open_, line.text}, line.number);
                begun_ = true;
            }
        } else if (open_ || sheet_.items.empty()) {
            add(line);
        } else if (!line.text.empty()) {
            unsure(line.number, line.text, "This stands between two items, and was left out.",
                   "Put it where it belongs.");
        }
    }

    // A number that does not go on from the last belongs to a list within the item.
    void take_plain(const MinutesLine& line) {
        const auto heading = numbered(line.text);
        const std::string next = std::to_string(sheet_.items.empty() ? 1 : std::stoi(sheet_.items.back().number) + 1);
        if (heading && !heading->title.empty() && heading->number == next)
            begin(*heading, line.number);
        else
            add(line);
    }

    // The last item ends where the officer signs.
    void cut_signature() {
        auto& body = sheet_.items.back().body;
        for (std::size_t at = 0; at < body.size(); ++at) {
            const std::string post = signing_post(body[at].text);
            if (post.empty()) continue;
            sheet_.taken_by = post;
            std::size_t end = at;
            while (end > 0 && (body[end - 1].text.empty() || looks_like_signature(body[end - 1].text))) --end;
            body.resize(end);
            return;
        }
    }

    std::vector<MinutesLine> lines_;
    std::string file_;
    MinutesSheet sheet_;
    std::size_t first_ = 0;
    std::optional<std::string> open_; // the number of the mark that is open
    std::size_t open_line_ = 0;
    bool begun_ = false; // its heading was read
};

} // namespace

tl::expected<MinutesSheet, Complaint> cut_minutes(std::string_view text, const std::string& file) {
    return Cutting(text, file).take();
}

} // namespace qd::inline exchange
