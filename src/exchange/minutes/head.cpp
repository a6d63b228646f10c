#include "exchange/minutes/head.hpp"

#include "base/text.hpp"
#include "exchange/minutes/item_number.hpp"
#include "exchange/minutes/item_titles.hpp"
#include "exchange/minutes/names.hpp"
#include "exchange/minutes/outcome_words.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

template <std::size_t N> bool has_any(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return has_words(text, word); });
}

constexpr std::array<std::string_view, 9> other_days{"next meeting",  "despatch", "dispatch",  "published",   "issued",
                                                     "date of issue", "contact",  "telephone", "last meeting"};
constexpr std::array<std::string_view, 31> places{
    " room",   "hall",    "chamber", "centre",     "house",    "teams",  "zoom",           "school",
    "library", "suite",   "office",  "building",   "pavilion", "church", "college",        "academy",
    " club",   " street", " road",   "virtual",    "remote",   "online", "theatre",        "headquarters",
    "hotel",   "depot",   "museum",  "university", "hospital", "video",  "conference call"};
constexpr std::array<std::string_view, 5> beginnings{"commenc", "start", "began", "opened", "time"};

bool speaks_of_this_meeting(std::string_view text) {
    return has_words(text, "minutes of") || has_words(text, "held on") || has_words(text, "meeting") ||
           has_words(text, "held at") || has_words(text, "held in");
}

// "Minutes of the Meeting held", "MINUTES of the proceedings": not the item that confirms the minutes of another.
bool opens_minutes(std::string_view line) {
    const std::string low = lower(without_bullet(line).substr(0, 160));
    if (!low.starts_with("minutes of ") && !low.starts_with("draft minutes of ") && !low.starts_with("notes of ") &&
        !low.starts_with("unconfirmed minutes of "))
        return false;
    return low.find("meeting") != std::string::npos || low.find("proceedings") != std::string::npos ||
           low.find("held") != std::string::npos || low.find(" committee") != std::string::npos;
}

std::string without_article(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ';')) text.remove_suffix(1);
    if (lower(text.substr(0, 4)) == "the ") text = trim(text.substr(4));
    return replace_all(std::string(trim(text)), "  ", " ");
}

class HeadReading {
public:
    HeadReading(MinutesLines& lines, std::size_t begin, std::size_t end) : lines_(lines), begin_(begin), end_(end) {
        head_.people = end_;
        for (std::size_t at = begin_; at < end_; ++at)
            if (begins_attendance(lines_[at].text) || begins_with_member(lines_[at].text)) {
                head_.people = at;
                break;
            }
    }

    // Where the day is: first where words say that it is this meeting's.
    std::size_t find_date() const {
        for (const bool speaking : {true, false})
            for (std::size_t at = begin_; at < end_; ++at) {
                const std::string text = joined(at, speaking ? 3 : 1);
                if (has_any(lines_[at].text, other_days) || (speaking && !speaks_of_this_meeting(lines_[at].text)))
                    continue;
                const auto day = find_day(text);
                if (day && (speaking || day->begin <= lines_[at].text.size()) && !(speaking && at > head_.people))
                    return at;
            }
        return end_;
    }

    bool read_date() {
        const std::size_t at = find_date();
        if (at == end_) return false;
        const std::string text = find_day(joined(at, 1)) ? joined(at, 1) : joined(at, 3);
        set_day(at, *find_day(text), joined(at, 3));
        return true;
    }

    void know_date(Date day) {
        if (head_.printed == day) return;
        head_.day = {day, {}, 0, 0};
        if (head_.day_line == 0 && begin_ < lines_.size()) head_.day_line = lines_[begin_].number;
    }

    MinutesHead finish() {
        for (std::size_t at = begin_; at < end_ && head_.time.empty(); ++at) take_time(at);
        for (std::size_t at = begin_; at < head_.people && head_.place.empty(); ++at) take_labelled_place(at);
        for (std::size_t at = begin_; at < head_.people && head_.place.empty(); ++at) take_plain_place(at);
        int left = 8; // a head has no more lines
        for (std::size_t at = begin_; at < head_.people; ++at)
            if (lines_[at].place == LinePlace::unplaced && is_letterhead(lines_[at].text) && left-- > 0)
                lines_[at].place = LinePlace::letterhead;
        return head_;
    }

private:
    static bool begins_with_member(std::string_view line) {
        const std::vector<NameWord> words = name_words(line.substr(0, 80));
        return !words.empty() && councillor_words(line, words, 0) > 0;
    }

    // The heading may run over three lines.
    std::string joined(std::size_t at, std::size_t count) const {
        std::string text;
        for (std::size_t i = at; i < std::min(end_, at + count); ++i) {
            if (i > at && lines_[i].text.empty()) break;
            text += lines_[i].text + " ";
        }
        return replace_all(std::move(text), "\t", " ");
    }

    void set_day(std::size_t at, const SpokenDay& day, const std::string& text) {
        head_.day = day;
        head_.printed = day.date;
        head_.day_line = lines_[at].number;
        for (std::size_t i = at, from = 0; i < end_ && from < day.end; from += lines_[i].text.size() + 1, ++i)
            lines_[i].place = LinePlace::head;
        const std::string before = text.substr(0, day.begin), after = text.substr(day.end);
        head_.time = find_time(after.substr(0, 60));
        if (head_.time.empty()) head_.time = find_time(before);
        std::string own = joined(at, 1);
        if (own.size() < day.end + 2 && at + 1 < end_) own = joined(at, 2);
        const std::string rest = own.size() > day.end ? own.substr(day.end) : "";
        head_.place = place_behind(rest);
        if (head_.place.empty()) head_.place = place_before(before);
    }

    // "… at 2.00 pm in the Mill Room, Town Hall"
    static std::string place_behind(const std::string& rest) {
        for (const std::string_view lead : {" in ", " at the ", " at ", " via ", " by video"})
            for (auto at = find_words(rest, lead); at != std::string::npos && at < 48;
                 at = find_words(rest, lead, at + 1)) {
                const std::string_view from =
                    std::string_view(rest).substr(lead == " by video" ? at + 4 : at + lead.size());
                if (from.empty() || (from[0] >= '0' && from[0] <= '9')) continue;
                std::string place = without_article(from);
                for (const std::string_view cut :
                     {" commencing", " starting", ", commencing", ", starting", " at ", ", at "})
                    if (const auto end = find_words(place, cut);
                        end != std::string::npos && !find_time(place.substr(end)).empty())
                        place.resize(end);
                if (place.size() > 2 && find_time(place).empty()) return without_article(place);
                if (place.size() > 2 && place.find(',') != std::string::npos) return place;
            }
        // "23.11.2023 – 9.30am – Innovation Centre"
        for (std::size_t at = 0; at < rest.size();) {
            auto end = std::string::npos;
            for (const std::string_view mark : {" – ", " - ", " | ", ", "}) end = std::min(end, rest.find(mark, at));
            const std::string part = without_article(rest.substr(at, end - at));
            if (has_any(" " + part, places) && find_time(part).empty()) return without_article(rest.substr(at));
            at = end == std::string::npos ? rest.size() : std::min(rest.size(), rest.find(' ', end + 1) + 1);
        }
        return {};
    }

    // "… held at the Town Hall on"
    static std::string place_before(const std::string& before) {
        for (const std::string_view lead : {" held in ", " held at ", "held at ", "held in ", " held via ", " held by ",
                                            " in the ", " at the ", " at "})
            if (const auto at = find_words(before, lead); at != std::string::npos) {
                std::string place = before.substr(at + lead.size());
                for (const std::string_view end : {" on the ", " on", ", on", " at "})
                    if (const auto cut = lower(place).rfind(end);
                        cut != std::string::npos && cut + 10 > lower(place).size() - 4)
                        place.resize(cut);
                place = without_article(place);
                if (place.size() > 2 && (place[0] < 'a' || has_words(place, "video")) && find_time(place).empty())
                    return place;
            }
        return {};
    }

    void take_time(std::size_t at) {
        const std::string& text = lines_[at].text;
        const bool alone = text.size() < 24 && lines_[at].place == LinePlace::unplaced;
        if (!has_any(text, beginnings) && !alone) return;
        if (has_any(text, other_days)) return;
        head_.time = find_time(text);
        if (!head_.time.empty()) lines_[at].place = LinePlace::head;
    }

    void take_labelled_place(std::size_t at) {
        const std::string& text = lines_[at].text;
        constexpr std::array<std::string_view, 4> labels{"venue", "where", "place", "held at"};
        const auto colon = text.find_first_of(":\t");
        if (colon == std::string::npos) return;
        const std::string label = lower(trim(std::string_view(text).substr(0, colon)));
        if (std::ranges::find(labels, label) == labels.end() && !label.starts_with("locat")) return;
        head_.place = without_article(std::string_view(text).substr(colon + 1));
        lines_[at].place = LinePlace::head;
    }

    // "Mill Room, Town Hall" on a line of its own.
    void take_plain_place(std::size_t at) {
        const std::string& text = lines_[at].text;
        if (lines_[at].place != LinePlace::unplaced || text.empty() || text.size() > 120) return;
        if (!has_any(" " + text, places) || has_words(text, "minutes") || has_words(text, "committee")) return;
        if (!find_time(text).empty() && !has_words(text, "room") && !has_words(text, "hall")) return;
        std::string place = text;
        for (const std::string_view lead : {"held at ", "held in ", "at ", "in "})
            if (lower(place.substr(0, lead.size())) == lead) place = place.substr(lead.size());
        head_.place = without_article(place);
        lines_[at].place = LinePlace::head;
    }

    static bool is_letterhead(std::string_view text) {
        const auto words = std::ranges::count(text, ' ') + 1;
        return words <= 10 && !text.ends_with('.') && text.find("; ") == std::string_view::npos;
    }

    MinutesLines& lines_;
    std::size_t begin_, end_;
    MinutesHead head_;
};

} // namespace

std::size_t first_of_minutes(const MinutesLines& lines) {
    bool agenda = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const std::string& text = lines[at].text;
        if (begins_attendance(text) || stem_at_start(text)) return 0;
        agenda = agenda || has_word(text, "agenda");
        if (!agenda || at <= 20 || !opens_minutes(text)) continue;
        std::string heading = text;
        for (std::size_t next = at + 1; next < std::min(lines.size(), at + 3); ++next)
            heading += " " + lines[next].text;
        if (find_day(heading)) return at;
    }
    return 0;
}

std::size_t line_of_day(const MinutesLines& lines, std::size_t begin, std::size_t end) {
    MinutesLines copy(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(end));
    return HeadReading(copy, begin, end).find_date();
}

std::optional<MinutesHead> read_head(MinutesLines& lines, std::size_t begin, std::size_t end, std::optional<Date> day) {
    HeadReading reading(lines, begin, end);
    if (!reading.read_date() && !day) return std::nullopt;
    if (day) reading.know_date(*day);
    return reading.finish();
}

} // namespace qd::inline exchange
