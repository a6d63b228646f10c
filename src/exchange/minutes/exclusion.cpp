#include "exchange/minutes/exclusion.hpp"

#include "base/text.hpp"
#include "exchange/minutes/item_titles.hpp"
#include "exchange/minutes/outcome_words.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace qd::inline exchange {
namespace {

template <std::size_t N> bool has_any(std::string_view low, const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return low.find(word) != std::string_view::npos; });
}

constexpr std::array<std::string_view, 17> denials{
    "not be excluded", "no need to exclude", "not necessary", "unnecessary", "were not excluded", "not to exclude",
    "no exempt",       "would be excluded",  "not required",  "no items",    "no confidential",   "not excluded",
    "was no need",     "not applicable",     "none",          "no business", "may be excluded"};

bool excludes(const std::string& low) {
    const bool public_named = has_word(low, "public") || has_word(low, "press");
    constexpr std::array<std::string_view, 7> ways{"excluded",          "exclude ", "exclusion of",    "asked to leave",
                                                   "leave the meeting", "withdraw", "left the meeting"};
    return public_named && has_any(low, ways) && !has_any(low, denials);
}

bool readmits(const std::string& low) {
    constexpr std::array<std::string_view, 13> ways{"readmit",
                                                    "re-admit",
                                                    "resumed in public",
                                                    "open session",
                                                    "public session resumed",
                                                    "public returned",
                                                    "return to the meeting",
                                                    "re-entered",
                                                    "reopened to the public",
                                                    "re-opened to the public",
                                                    "resumed in open",
                                                    "meeting in public resumed",
                                                    "back into public"};
    constexpr std::array<std::string_view, 2> denied{"not readmit", "not re-admit"};
    return has_any(low, ways) && !has_any(low, denied);
}

// "PART 2", "Part II – not open to the press and public": a line that parts the items.
enum class PartLine { none, open, closed };
PartLine part_line(const std::string& low) {
    if (low.size() > 70) return PartLine::none;
    for (const std::string_view closed : {"part 2", "part ii", "part two", "part b"})
        if (low.starts_with(closed) &&
            (low.size() == closed.size() || !(low[closed.size()] >= 'a' && low[closed.size()] <= 'z')))
            return PartLine::closed;
    for (const std::string_view closed :
         {"exempt items", "confidential items", "exempt business", "closed session", "private session",
          "items in private", "confidential session", "in committee"})
        if (low.starts_with(closed) && low.size() < closed.size() + 12) return PartLine::closed;
    for (const std::string_view open : {"part 1", "part i ", "part one", "part a"})
        if (low.starts_with(open) &&
            (low.size() == open.size() || !(low[open.size()] >= 'a' && low[open.size()] <= 'z')))
            return PartLine::open;
    return PartLine::none;
}

// The numbers after a word: "paragraphs 1, 2 and 3", "items 8 and 9", "items 7 to 9".
std::vector<int> numbers_behind(const std::string& low, std::string_view word) {
    std::vector<int> numbers;
    for (auto at = low.find(word); at != std::string::npos; at = low.find(word, at + 1)) {
        std::size_t i = at + word.size();
        bool range = false;
        while (i < low.size()) {
            if (low[i] >= '0' && low[i] <= '9') {
                int value = 0;
                for (; i < low.size() && low[i] >= '0' && low[i] <= '9' && value < 10000; ++i)
                    value = value * 10 + (low[i] - '0');
                if (range && !numbers.empty() && value - numbers.back() < 40)
                    for (int between = numbers.back() + 1; between < value; ++between) numbers.push_back(between);
                range = false;
                numbers.push_back(value);
                continue;
            }
            const std::string_view rest = std::string_view(low).substr(i);
            std::size_t skipped = 0;
            for (const std::string_view joint :
                 {" and ", " to ", " or ", "(s) ", "s ", " – ", "–", " no. ", " ", ",", "-", "&", "("})
                if (skipped == 0 && rest.starts_with(joint)) {
                    skipped = joint.size();
                    range = joint == " to " || joint == "-" || joint == "–" || joint == " – ";
                }
            if (skipped == 0) break;
            i += skipped;
        }
    }
    return numbers;
}

std::vector<ExemptParagraph> paragraphs_in(const std::string& low) {
    std::set<int> found;
    for (const int number : numbers_behind(low, "paragraph"))
        if (number >= 1 && number <= 7) found.insert(number);
    std::vector<ExemptParagraph> paragraphs;
    for (const int number : found) paragraphs.push_back(static_cast<ExemptParagraph>(number - 1));
    return paragraphs;
}

int count_in(const std::string& number) {
    const auto end = number.find_last_of("0123456789");
    if (end == std::string::npos) return -1;
    auto begin = end;
    while (begin > 0 && number[begin - 1] >= '0' && number[begin - 1] <= '9') --begin;
    return end - begin < 6 ? std::stoi(number.substr(begin, end - begin + 1)) : -1;
}

class Walking {
public:
    explicit Walking(const MinutesSheet& sheet) : sheet_(sheet) {}

    std::vector<ItemPrivacy> take() {
        for (std::size_t i = 0; i < sheet_.items.size(); ++i) {
            item_ = i;
            ItemPrivacy privacy = before(sheet_.items[i]);
            walk(sheet_.items[i], privacy);
            found_.push_back(std::move(privacy));
        }
        return std::move(found_);
    }

private:
    ItemPrivacy before(const MinutesSection& section) {
        ItemPrivacy privacy;
        if (closed_ && !named_.empty()) {
            if (named_.contains(count_in(section.heading.number))) {
                privacy.part = ItemPart::two;
            } else if (!some_named_follow()) {
                closed_ = false;
            }
        } else if (closed_ && left_ != 0) {
            privacy.part = ItemPart::two;
            if (left_ > 0 && --left_ == 0) next_only_ = true;
        } else if (next_only_) {
            privacy.unsure = "The public was excluded for the item before; this one is drafted as open.";
            next_only_ = closed_ = false;
        }
        // When the body meets next is public.
        if (kind_of_title(section.heading.title) == ItemKind::next_meeting) privacy = {};
        if (privacy.part == ItemPart::two) {
            privacy.paragraphs = paragraphs_;
            if (paragraphs_.empty())
                privacy.unsure = "It was taken in private, and no paragraph of schedule 12A is named.";
        }
        const std::string title = lower(section.heading.title);
        const bool says_so =
            (has_word(title, "exempt") || has_word(title, "confidential") ||
             title.find("part 2") != std::string::npos || title.find("part ii") != std::string::npos) &&
            kind_of_title(title) != ItemKind::exclusion && !excludes(title);
        if (says_so && privacy.part == ItemPart::one) {
            privacy.part = ItemPart::two;
            privacy.unsure = "Its title says that it is private, and no resolution before it excludes the public.";
        }
        return privacy;
    }

    bool some_named_follow() const {
        for (std::size_t i = item_; i < sheet_.items.size(); ++i)
            if (named_.contains(count_in(sheet_.items[i].heading.number))) return true;
        return false;
    }

    void walk(const MinutesSection& section, ItemPrivacy& privacy) {
        bool denied = false, decided = false, excluded = false;
        std::string all;
        for (std::size_t at = section.begin; at < section.end; ++at) {
            const std::string low = lower(sheet_.lines[at].text);
            if (low.empty()) continue;
            all += low + " ";
            denied = denied || has_any(low, denials);
            decided = decided || sheet_.lines[at].place == LinePlace::decision;
            if (const PartLine part = part_line(low); part != PartLine::none)
                part == PartLine::closed ? close(low) : open();
            if (low.find("not for publication") != std::string::npos) {
                privacy.part = ItemPart::two;
                if (privacy.paragraphs.empty()) privacy.paragraphs = paragraphs_in(low);
            }
            if (readmits(low)) {
                open();
                excluded = false;
            }
            excluded = excluded || excludes(low);
        }
        const bool by_title = kind_of_title(section.heading.title) == ItemKind::exclusion && decided && !denied;
        if (excluded || by_title) close(all + lower(section.heading.title));
    }

    void open() {
        closed_ = next_only_ = false;
        named_.clear();
    }

    // How far the exclusion goes: for named items, for the next one, or for all that follow.
    void close(const std::string& low) {
        closed_ = true;
        next_only_ = false;
        named_.clear();
        paragraphs_ = paragraphs_in(low);
        constexpr std::array<std::string_view, 6> one{"next item ",      "following item ",  "next item.",
                                                      "following item.", "next agenda item", "following agenda item"};
        left_ = has_any(low, one) && low.find("items") == std::string::npos ? 1 : -1;
        for (const std::string_view word : {"items ", "item ", "item no", "minute "})
            for (const int number : numbers_behind(low, word)) named_.insert(number);
        if (!named_.empty()) {
            ++item_;
            if (!some_named_follow()) named_.clear(); // numbers of something else
            --item_;
        }
    }

    const MinutesSheet& sheet_;
    std::vector<ItemPrivacy> found_;
    std::size_t item_ = 0;
    bool closed_ = false, next_only_ = false;
    int left_ = -1;       // items that are private; -1 = all that follow
    std::set<int> named_; // their numbers, where they are named
    std::vector<ExemptParagraph> paragraphs_;
};

} // namespace

std::vector<ItemPrivacy> privacy_of_items(const MinutesSheet& sheet) { return Walking(sheet).take(); }

} // namespace qd::inline exchange
