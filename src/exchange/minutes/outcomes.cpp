#include "exchange/minutes/outcomes.hpp"

#include "base/text.hpp"
#include "exchange/minutes/item_titles.hpp"
#include "exchange/minutes/list_marks.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace qd::inline exchange {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Where a further request begins within what was decided: "… and requested that a breakdown be provided".
std::size_t joint_of(std::string_view text, std::size_t from) {
    std::size_t first = std::string_view::npos;
    for (const std::string_view joint :
         {" and requested that ", " and requested ", " and requests ", " and to request ", " and request ",
          " and asked ", " and to ask ", " and ask ", " and recommended that ", " and recommended to ",
          " and agreed to ", " and agreed that ", " and resolved to ", "; and that ", "; that ", ", and that ",
          ". That ", "; and to ", "; to "}) {
        const auto at = find_words(text, joint, from);
        if (at > 0 && at < first) first = at;
    }
    // "that the report be noted and that the Head of Roads provide a list"
    if (const auto at = find_words(text, " and that ", from);
        at < first && has_words(text.substr(0, at), " be ") &&
        (has_words(text.substr(at), " be ") || charges_post(text.substr(at + 5))))
        first = at;
    return first;
}

// "That", "The Committee:", "Members": what leads to a list and says nothing itself.
bool says_nothing(std::string_view text) {
    std::string low = lower(trim(text));
    while (!low.empty() && (low.back() == ':' || low.back() == '-' || low.back() == ' ' || low.back() == ','))
        low.pop_back();
    for (const std::string_view dash : {"–", "—"})
        if (low.ends_with(dash)) low.resize(low.size() - dash.size());
    low = std::string(trim(low));
    if (low.empty() || low == "that" || low == "to" || low == "as follows" || low == "it be" || low == "the following")
        return true;
    if (low.starts_with("that ")) low.erase(0, 5);
    for (const std::string_view end :
         {" resolved to", " agreed to", " resolved that", " agreed that", " agree to", " agree that", " agrees to",
          " resolved", " agreed", " agrees", " agree", " to", " that", " be requested to"})
        if (low.ends_with(end)) low.resize(low.size() - end.size());
    constexpr std::array<std::string_view, 12> subjects{"committee", "panel",   "board",       "cabinet",
                                                        "council",   "members", "forum",       "group",
                                                        "authority", "meeting", "improvement", "partnership"};
    const bool body = std::ranges::any_of(subjects, [&](std::string_view subject) { return low.ends_with(subject); });
    const bool subject = low.starts_with("the ") || low.starts_with("this ") || std::ranges::count(low, ' ') < 2;
    const bool verb = low.find(" to ") != std::string::npos || low.find(" for ") != std::string::npos;
    return body && subject && !verb && std::ranges::count(low, ' ') < 8;
}

std::string_view without_that(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.front() == ':' || text.front() == '-' || text.front() == ' ')) text.remove_prefix(1);
    for (const std::string_view dash : {"–", "—"})
        if (text.starts_with(dash)) text = trim(text.substr(dash.size()));
    for (const std::string_view that : {"that, ", "that ", "that:"})
        if (lower(text.substr(0, that.size())) == that) return trim(text.substr(that.size()));
    if (lower(text) == "that" || lower(text) == "to") return "";
    const bool names_body = text.substr(0, 60).find(": ") != std::string_view::npos; // "to Cabinet: That …"
    if (lower(text.substr(0, 3)) == "to " && !names_body) return trim(text.substr(3));
    return text;
}

class Reading {
public:
    Reading(MinutesLines& lines, const MinutesSection& section, const People& people, const std::string& file)
        : lines_(lines), section_(section), people_(people), file_(file) {}

    SectionReading take() {
        for (std::size_t at = section_.begin; at < section_.end; ++at) {
            MinutesLine& line = lines_[at];
            if (line.text.empty()) {
                blank_ = true;
                continue;
            }
            if (line.place != LinePlace::unplaced) continue;
            if (auto table = read_action_table(lines_, at, section_.end, file_)) {
                close();
                for (MinutedOutcome& row : table->rows) reading_.outcomes.push_back(std::move(row));
                for (Complaint& complaint : table->to_confirm) reading_.to_confirm.push_back(std::move(complaint));
                at = table->end - 1;
            } else {
                take_line(line);
            }
            blank_ = false;
        }
        close();
        return std::move(reading_);
    }

private:
    void unsure(const MinutesLine& line, const std::string& message, const std::string& remedy) {
        reading_.to_confirm.push_back({file_, line.number, "", shorten(line.text, 80), message, remedy});
    }

    void take_line(MinutesLine& line) {
        const auto stem = stem_at_start(line.text);
        if (stem && begin_block(line, *stem)) return;
        if (block_ && continue_block(line)) return;
        close();
        take_text(line);
    }

    // "RESOLVED: …": what is decided follows, on this line or below it.
    bool begin_block(MinutesLine& line, const Stem& stem) {
        const std::string rest(trim(std::string_view(line.text).substr(stem.rest)));
        const bool leads = says_nothing(rest);
        const bool keyword = stem.begin > 0 || stem.rest < 40;
        if (block_ && !stem.action && marked_entry(line.text) && stem.kind != DecisionKind::agreed) return false;
        // A sentence of several is text, and what it decides is read from it.
        if (!keyword && !leads && sentences(line.text).size() > 1) return false;
        const bool bare = trim(rest).empty() && line.text.ends_with('.');
        if (bare && kind_of_title(section_.heading.title) == ItemKind::minutes && stem.kind == DecisionKind::agreed) {
            close(); // "Agreed." of the minutes of the last meeting
            reading_.outcomes.push_back(
                {line.number, "", DecisionKind::confirmed, ended(line.text), {}, {}, {}, false});
            line.place = LinePlace::decision;
            return true;
        }
        if (bare) {
            close();
            unsure(line, "It does not say what.", "Fill in what was noted or decided, or leave it.");
            line.place = LinePlace::text;
            return true;
        }
        close();
        block_ = stem;
        first_ = true;
        line.place = LinePlace::decision;
        const auto entry = marked_entry(line.text);
        if (leads) return true;
        if (rest.ends_with(':') && !inline_list_of(rest)) { // says something, and a list follows
            line.place = LinePlace::text;
            return true;
        }
        const auto first = marked_entry(rest); // "RESOLVED - (a) That …"
        if (first && !first->mark.empty() && !inline_list_of(rest)) {
            open_mark_seen_ = true;
            begin_entry(line.number, first->mark, first->rest);
        } else {
            begin_entry(line.number, entry && stem.begin > 0 ? entry->mark : "", rest);
        }
        return true;
    }

    static bool inline_list_of(std::string_view text) { return !inline_list(text).entries.empty(); }

    bool continue_block(MinutesLine& line) {
        const auto entry = marked_entry(line.text);
        if (entry && (!blank_ || !entry->mark.empty() || first_ || open_mark_seen_)) {
            const bool nested = entry->mark.empty() && open_ && open_->text.ends_with(':');
            if (nested || (entry->mark.empty() && nested_)) {
                nested_ = true;
                open_->text += " " + entry->rest;
            } else {
                nested_ = false;
                close_entry();
                begin_entry(line.number, entry->mark, entry->rest);
                open_mark_seen_ = true;
            }
            line.place = LinePlace::decision;
            return true;
        }
        const char begins = line.text[0];
        const bool that = lower(line.text.substr(0, 5)) == "that ";
        const bool finished =
            open_ && (open_->text.ends_with('.') || open_->text.ends_with(';') || open_->text.ends_with("; and"));
        if (first_ && !open_ &&
            (!blank_ || that || is_lower(begins) || says_nothing(line.text) || begins_like_outcome(line.text))) {
            if (!says_nothing(line.text)) begin_entry(line.number, "", line.text);
        } else if (that && (finished || !open_)) {
            close_entry();
            begin_entry(line.number, "", line.text);
        } else if (open_ && !blank_ && is_lower(begins) && finished) {
            close_entry();
            begin_entry(line.number, "", line.text);
        } else if (open_ && !blank_ && !(finished && !is_lower(begins)) && !begins_with_label(line.text)) {
            open_->text += " " + line.text;
        } else if (open_ && is_lower(begins) && !finished) {
            open_->text += " " + line.text;
        } else {
            return false;
        }
        line.place = LinePlace::decision;
        return true;
    }

    // "Reasons: …" below what was decided is not part of it.
    static bool begins_with_label(std::string_view text) {
        return is_upper(text[0]) && text.substr(0, 32).find(": ") != std::string_view::npos;
    }

    // Below "RESOLVED" and a blank line: "The report be noted", "To note the report", "1 That".
    bool begins_like_outcome(std::string_view text) const {
        return has_words(text, " be ") || text.starts_with("To ") || text.starts_with("Note") || charges_post(text) ||
               stem_at_start(text).has_value();
    }

    void begin_entry(std::size_t line, const std::string& mark, const std::string& text) {
        first_ = false;
        open_ = MinutedOutcome{line, mark, block_->kind, text, block_->owner, {}, {}, false};
    }

    void close() {
        close_entry();
        block_.reset();
        open_mark_seen_ = nested_ = false;
        first_ = false;
    }

    void close_entry() {
        if (!open_) return;
        MinutedOutcome given = *std::move(open_);
        open_.reset();
        const InlineList list = inline_list(given.text);
        if (list.entries.empty()) return add_parts(given);
        if (!list.lead.empty() && !says_nothing(list.lead)) {
            MinutedOutcome lead = given;
            lead.text = list.lead;
            add_parts(lead);
        }
        for (const MarkedEntry& entry : list.entries) {
            MinutedOutcome part = given;
            part.mark = entry.mark;
            part.text = entry.rest;
            add_parts(part);
        }
    }

    // "noted the report and requested that …" are two.
    void add_parts(const MinutedOutcome& given) {
        std::string_view rest = given.text;
        while (!rest.empty()) {
            const std::size_t at = joint_of(rest, 12);
            MinutedOutcome part = given;
            const std::string_view words = rest.substr(0, at);
            part.text = ended(without_that(words));
            rest = at == std::string_view::npos ? "" : rest.substr(at + 1);
            if (rest.starts_with("and ")) rest.remove_prefix(4);
            if (rest.starts_with(" and ")) rest.remove_prefix(5);
            rest = trim(rest);
            if (part.text.empty()) continue;
            part.kind = kind_of_outcome(part.text, *block_);
            // "Resolved: that they be approved" of an item that is the minutes.
            const bool of_minutes = kind_of_title(section_.heading.title) == ItemKind::minutes;
            if (of_minutes && part.kind == DecisionKind::agreed &&
                (has_word(part.text, "approved") || has_word(part.text, "confirmed") || has_word(part.text, "signed")))
                part.kind = DecisionKind::confirmed;
            reading_.outcomes.push_back(std::move(part));
        }
    }

    // The course of the text: what it decides or asks for is read from its sentences, which stay.
    void take_text(MinutesLine& line) {
        line.place = LinePlace::text;
        bool found = false;
        for (const std::string_view sentence : sentences(line.text)) {
            std::string clean = people_.clean(std::string(sentence)).text;
            std::string mark; // "4.3" of a paragraph
            if (const auto entry = marked_entry(clean); entry && !entry->rest.empty()) {
                mark = entry->mark;
                clean = entry->rest;
            }
            auto stem = stem_at_start(clean);
            const bool leads = stem.has_value();
            if (!stem) stem = stem_within(clean);
            const auto passing = kind_in_passing(clean);
            if (!stem && !passing) continue;
            if (stem && stem->kind == DecisionKind::noted) continue; // reported, not decided
            const std::string rest = stem ? ended(without_that(std::string_view(clean).substr(stem->rest))) : "";
            if (stem && rest.empty() && !leads) {
                open_list(line, *stem);
                continue;
            }
            if (stem && sentence.ends_with(':')) {
                open_list(line, *stem);
                continue;
            }
            if (stem && rest.empty()) continue;
            if (leads && lower(clean).starts_with("resolved")) { // after other sentences of the line
                block_ = stem;
                add_parts({line.number, mark, stem->kind, rest, stem->owner, {}, {}, false});
                found = true;
                continue;
            }
            MinutedOutcome outcome{line.number, mark, DecisionKind::agreed, ended(clean), {}, {}, {}, true};
            outcome.kind = passing ? *passing : kind_of_outcome(rest, *stem);
            if (stem && !leads) { // "… and RESOLVED that": what stands before it is not decided
                outcome.text = rest;
                outcome.in_passing = false;
            }
            if (stem && leads && !passing) outcome.in_passing = false;
            reading_.outcomes.push_back(std::move(outcome));
            found = true;
        }
        if (found) block_.reset();
    }

    void open_list(const MinutesLine&, const Stem& stem) {
        block_ = stem;
        first_ = true;
    }

    MinutesLines& lines_;
    const MinutesSection& section_;
    const People& people_;
    const std::string& file_;
    SectionReading reading_;
    std::optional<Stem> block_;
    std::optional<MinutedOutcome> open_;
    bool first_ = false;          // nothing was decided in this block yet
    bool blank_ = false;          // the line before was
    bool open_mark_seen_ = false; // the block is a list
    bool nested_ = false;         // bullets below an entry belong to it
};

} // namespace

std::string ended(std::string_view text) {
    text = trim(text);
    for (bool cut = true; cut;) {
        cut = false;
        if (text.ends_with("; and") || text.ends_with(", and;") || text.ends_with(", and")) {
            text.remove_suffix(text.ends_with(", and;") ? 6 : 5);
            cut = true;
        }
        if (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ',')) {
            text.remove_suffix(1);
            cut = true;
        }
        text = trim(text);
    }
    std::string out(text);
    if (!out.empty() && is_lower(out[0])) out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> found;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        for (;; ++end) {
            end = text.find(". ", end);
            if (end == std::string_view::npos) {
                end = text.size();
                break;
            }
            const bool initial =
                end > 0 && is_upper(text[end - 1]) && (end < 2 || text[end - 2] == ' ' || text[end - 2] == '.');
            const auto next = text.find_first_not_of(' ', end + 1);
            if (next == std::string_view::npos || (is_upper(text[next]) && !initial)) break;
        }
        found.push_back(trim(text.substr(begin, end - begin)));
        begin = std::min(text.size(), end + 1);
    }
    return found;
}

SectionReading read_section(MinutesLines& lines, const MinutesSection& section, const People& people,
                            const std::string& file) {
    return Reading(lines, section, people, file).take();
}

} // namespace qd::inline exchange
