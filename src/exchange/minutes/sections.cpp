#include "exchange/minutes/sections.hpp"

#include "base/text.hpp"
#include "exchange/minutes/item_number.hpp"
#include "exchange/minutes/item_titles.hpp"
#include "exchange/minutes/name_words.hpp"
#include "exchange/minutes/outcome_words.hpp"

#include <algorithm>
#include <optional>

namespace qd::inline exchange {
namespace {

// "<AI4>" and "</AI4>", by which an export separates items.
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

class Cutting {
public:
    Cutting(MinutesLines lines, const std::string& file, std::optional<Date> day) : file_(file), day_(day) {
        sheet_.lines = std::move(lines);
    }

    tl::expected<MinutesSheet, Complaint> take() {
        sheet_.begin = first_of_minutes(sheet_.lines);
        sheet_.end = end_of_minutes();
        for (std::size_t at = sheet_.begin; at < sheet_.end; ++at)
            if (is_layout(lines()[at].text) && lines()[at].place == LinePlace::unplaced)
                lines()[at].place = LinePlace::layout;
        part_run_in_lines();
        std::vector<ItemHeading> headings = marked_headings();
        if (headings.empty()) headings = numbered_headings(lines(), sheet_.begin, sheet_.end);
        if (headings.empty()) headings = plain_headings(lines(), first_behind_head(), sheet_.end);
        const std::size_t top = headings.empty() ? std::min(sheet_.end, sheet_.begin + 40) : headings.front().line;
        const auto head = read_head(lines(), sheet_.begin, top, day_);
        if (!head)
            return tl::make_unexpected(Complaint{file_, 0, "", "", "No line says when the meeting was held.",
                                                 "It should read like “Minutes of the Meeting held on Tuesday, 3rd "
                                                 "July, 2012 at 2.00 pm in …”. Or give the "
                                                 "day with --date."});
        sheet_.head = *head;
        if (headings.empty())
            return tl::make_unexpected(Complaint{
                file_, sheet_.head.day_line, "", "", "No numbered item follows, and no line stands out as a heading.",
                "Number the items “1. Apologies”, or put them between <AI1> and </AI1>."});
        cut(headings);
        find_kind();
        return std::move(sheet_);
    }

private:
    MinutesLines& lines() { return sheet_.lines; }

    void unsure(std::size_t line, const std::string& value, const std::string& message, const std::string& remedy) {
        sheet_.to_confirm.push_back({file_, line, "", shorten(value, 80), message, remedy});
    }

    // "AM/23/63 Play area - The Clerk reported …": the title and what follows it on the line become two lines of one row.
    void part_run_in_lines() {
        MinutesLines parted;
        std::size_t more = 0;
        for (std::size_t at = 0; at < lines().size(); ++at) {
            MinutesLine& line = lines()[at];
            const bool within = at >= sheet_.begin && at < sheet_.end && line.place == LinePlace::unplaced;
            const NumberedLine number = within ? numbered_line(line.text) : NumberedLine();
            std::string body;
            if (number.marked && line.text.ends_with('.'))
                for (const std::string_view dash : {" - ", " – "})
                    if (const auto cut = number.title.find(dash);
                        cut != std::string::npos && cut < 70 && body.empty()) {
                        body = std::string(trim(std::string_view(number.title).substr(cut + dash.size())));
                        line.text.resize(line.text.rfind(body));
                        while (!line.text.empty() && !line.text.ends_with(number.title.substr(0, cut)))
                            line.text.pop_back();
                    }
            parted.push_back(line);
            if (body.empty()) continue;
            parted.push_back({line.number, body, false, LinePlace::unplaced});
            ++more;
        }
        sheet_.end += more;
        lines() = std::move(parted);
    }

    // Papers that follow the minutes in a pack begin with "Agenda Item 4", after the signature.
    std::size_t end_of_minutes() {
        bool signed_off = false;
        for (std::size_t at = sheet_.begin; at < lines().size(); ++at) {
            signed_off = signed_off || signing_post(lines()[at].text) != "";
            if (signed_off && lower(lines()[at].text.substr(0, 11)) == "agenda item") return at;
        }
        return lines().size();
    }

    static std::string signing_post(std::string_view line) {
        if (line.empty() || line.size() > 80 || line.ends_with('.')) return {};
        for (const std::string_view post :
             {"County Secretary", "Director of", "Chief Executive", "Borough Solicitor", "Clerk to", "Town Clerk",
              "Monitoring Officer", "Parish Clerk", "Head of Democratic", "Head of Legal", "Solicitor to the",
              "Proper Officer"})
            if (const auto at = line.find(post); at != std::string_view::npos) {
                const std::string_view before = trim(line.substr(0, at));
                const bool sentence = std::ranges::any_of(name_words(before), [](const NameWord& word) {
                    return word.text[0] >= 'a' && word.text[0] <= 'z';
                });
                if (!sentence && before.find_first_of(",:;") == std::string_view::npos)
                    return std::string(line.substr(at));
            }
        return {};
    }

    // Where headings without numbers may begin: after the line with the day, or the line of those present.
    std::size_t first_behind_head() {
        const std::size_t top = std::min(sheet_.end, sheet_.begin + 40);
        const std::size_t day = line_of_day(lines(), sheet_.begin, top);
        if (day < top) return day + 1;
        for (std::size_t at = sheet_.begin; at < top; ++at)
            if (begins_attendance(lines()[at].text)) return at + 1;
        return sheet_.begin;
    }

    std::vector<ItemHeading> marked_headings() {
        std::vector<ItemHeading> headings;
        std::optional<std::string> open;
        std::size_t open_line = 0;
        bool begun = false;
        for (std::size_t at = sheet_.begin; at < sheet_.end; ++at) {
            const std::string& text = lines()[at].text;
            const auto mark = mark_of(text);
            if (mark) lines()[at].place = LinePlace::layout;
            if (mark && mark->closes) {
                if (open != mark->number)
                    unsure(lines()[at].number, text, "This mark closes an item that is not open.",
                           "Check where the item begins.");
                open.reset();
            } else if (mark) {
                if (open)
                    unsure(lines()[at].number, text, "This mark opens an item within another.",
                           "Check where the other ends.");
                open = mark->number;
                open_line = at;
                begun = false;
            } else if (open && !begun && !text.empty() && !is_layout(text)) {
                begun = true;
                headings.push_back(marked_heading(at, *open));
            }
        }
        if (open)
            unsure(lines()[open_line].number, "<AI" + *open + ">", "This mark is not closed.",
                   "Check where the item ends.");
        return headings;
    }

    ItemHeading marked_heading(std::size_t at, const std::string& mark) {
        const NumberedLine number = numbered_line(lines()[at].text);
        if (number.readings.empty()) {
            unsure(lines()[at].number, lines()[at].text,
                   "The item has no number of its own; that of its mark was used.", "Correct the number of the item.");
            return {at, at, mark, lines()[at].text, mark, true};
        }
        if (!number.title.empty()) return {at, at, number.number, number.title, mark, true};
        std::size_t next = at + 1;
        while (next < sheet_.end && lines()[next].text.empty()) ++next;
        const bool title = next < sheet_.end && !mark_of(lines()[next].text);
        return {at, title ? next : at, number.number, title ? lines()[next].text : "(no title)", mark, true};
    }

    void cut(const std::vector<ItemHeading>& headings) {
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const ItemHeading& heading = headings[i];
            for (std::size_t at = heading.line; at <= heading.title_line; ++at)
                if (lines()[at].place != LinePlace::blank) lines()[at].place = LinePlace::heading;
            const std::size_t end = i + 1 < headings.size() ? headings[i + 1].line : sheet_.end;
            sheet_.items.push_back({heading, heading.title_line + 1, end});
        }
        if (!headings.front().own_number)
            unsure(lines()[headings.front().line].number, "",
                   "The items have no numbers; they were numbered in their order.",
                   "Check whether each heading is an item.");
        leave_out_between();
        cut_signature();
    }

    // What is between the marks of two items belongs to neither.
    void leave_out_between() {
        if (sheet_.items.front().heading.marked_number.empty()) return;
        for (MinutesSection& section : sheet_.items)
            for (std::size_t at = section.begin; at < section.end; ++at)
                if (const auto mark = mark_of(lines()[at].text); mark && mark->closes) {
                    section.end = at;
                    break;
                }
    }

    // The last item ends where the officer signs; a short address may follow.
    void cut_signature() {
        MinutesSection& last = sheet_.items.back();
        std::size_t from = last.end;
        for (std::size_t at = last.begin; at < last.end && from == last.end; ++at) {
            const std::string& text = lines()[at].text;
            if (const std::string post = signing_post(text); !post.empty()) {
                sheet_.taken_by = post;
                from = at;
                while (from > last.begin &&
                       (lines()[from - 1].text.empty() || looks_like_signature(lines()[from - 1].text)))
                    --from;
            } else if (is_signature_line(text)) {
                from = at;
            }
        }
        int left = 5; // name, post and address
        for (std::size_t at = from; at < sheet_.end; ++at) {
            MinutesLine& line = lines()[at];
            if (line.place != LinePlace::unplaced) continue;
            const bool foot =
                std::ranges::count(line.text, ' ') < 6 && !line.text.ends_with('.') && !stem_at_start(line.text);
            if (is_signature_line(line.text) || (foot && left-- > 0)) line.place = LinePlace::foot;
        }
        last.end = from;
    }

    // "I M Fisher" above a post: initials and a surname.
    static bool looks_like_signature(std::string_view line) {
        const std::vector<std::string> words = split(line, ' ');
        return words.size() >= 2 && words.size() <= 4 && std::ranges::all_of(words, [](const std::string& word) {
                   return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
               });
    }

    // "Signed ………… (Chair) Date …………"
    static bool is_signature_line(std::string_view line) {
        const std::string low = lower(line);
        if (low == "chair" || low == "chairman" || low == "(chair)" || low == "(chairman)" || low == "chairperson" ||
            low == "mayor")
            return true;
        const bool ruled = low.find("....") != std::string::npos || low.find("____") != std::string::npos ||
                           low.find("……") != std::string::npos;
        const bool names = low.find("chair") != std::string::npos || low.find("sign") != std::string::npos ||
                           low.find("date") != std::string::npos || low.find("clerk") != std::string::npos;
        return (ruled && (names || low.size() < 60)) || low.starts_with("signed:") || low.starts_with("signed by:") ||
               low == "signed";
    }

    // An agenda says what will be, and nothing of who was there or what was decided.
    void find_kind() {
        bool agenda = false, minutes = false, held = false;
        const std::size_t top = sheet_.items.front().heading.line;
        for (std::size_t at = sheet_.begin; at < top; ++at) {
            const std::string& text = lines()[at].text;
            agenda = agenda || has_word(text, "agenda");
            minutes = minutes || has_word(text, "minutes");
            held = held || has_words(text, "present:") ||
                   (begins_attendance(text) &&
                    (has_words(text, "present") || has_words(text, "attend") || has_words(text, "apologies")));
        }
        for (const MinutesSection& section : sheet_.items)
            for (std::size_t at = section.begin; at < section.end && !held; ++at)
                held = stem_at_start(lines()[at].text).has_value() || stem_within(lines()[at].text).has_value();
        sheet_.kind = held || (minutes && !agenda) ? MinutesSheet::Kind::minutes : MinutesSheet::Kind::agenda;
    }

    std::string file_;
    std::optional<Date> day_;
    MinutesSheet sheet_;
};

} // namespace

tl::expected<MinutesSheet, Complaint> cut_minutes(MinutesLines lines, const std::string& file,
                                                  std::optional<Date> day) {
    return Cutting(std::move(lines), file, day).take();
}

} // namespace qd::inline exchange
