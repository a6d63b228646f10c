#include "exchange/minutes/names.hpp"

#include "base/text.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

template <std::size_t N> bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

// Follow "Councillor" but are not a name: "Councillor Call for Action".
constexpr std::array<std::string_view, 34> no_member{
    "the",      "in",       "officers",  "members",    "call",      "training",   "development",
    "conduct",  "code",     "allowance", "allowances", "surgery",   "surgeries",  "questions",
    "question", "champion", "champions", "present",    "attending", "attendance", "contact",
    "details",  "vacancy",  "vacancies", "induction",  "briefing",  "enquiries",  "workshop",
    "grants",   "services", "and",       "on",         "also",      "absent"};

bool has_vowel(std::string_view word) { return word.find_first_of("AEIOUY") != std::string_view::npos; }

class NameReading {
public:
    NameReading(std::string_view line, const std::vector<NameWord>& words, std::size_t at, NameSign sign)
        : line_(line), words_(words), start_(at), at_(at), sign_(sign) {}

    std::size_t take() {
        while (at_ < words_.size() && at_ < start_ + 10 && together() && accept()) ++at_;
        if (names_ == 0 && (initials_ == 0 || sign_ == NameSign::none)) return 0;
        if (names_ == 0 && is_title(words_[at_ - 1].text)) return 0;
        while (at_ < words_.size() && is_honour(words_[at_].text) && honour_follows()) ++at_;
        return at_ - start_;
    }

private:
    bool together() const { return at_ == start_ || stand_together(line_, words_[at_ - 1], words_[at_]); }

    bool honour_follows() const {
        const std::string_view between = line_.substr(words_[at_ - 1].end, words_[at_].begin - words_[at_ - 1].end);
        return between == " " || between == ", ";
    }

    const NameWord* next() const { return at_ + 1 < words_.size() ? &words_[at_ + 1] : nullptr; }
    bool next_is_together() const { return next() != nullptr && stand_together(line_, words_[at_], *next()); }

    // A small word such as "de" leads to a surname.
    bool leads_on() const {
        for (std::size_t i = at_ + 1; i < words_.size() && i < at_ + 4; ++i) {
            if (!stand_together(line_, words_[i - 1], words_[i])) return false;
            if (is_capital(words_[i].text) || is_capitals(words_[i].text)) return true;
            if (!is_particle(words_[i].text)) return false;
        }
        return false;
    }

    bool accept() {
        const std::string_view word = words_[at_].text;
        if (is_title(word)) return names_ == 0 && initials_ == 0;
        if (is_initial(word)) return accept_initial();
        if (is_particle(word)) return names_ < 3 && leads_on();
        if (!is_capital(word) && !is_capitals(word)) return false;
        if (is_honour(word) && names_ + initials_ > 0) return false;
        const bool accepted = names_ == 0 ? accept_first(lower(word)) : accept_later(word);
        if (accepted) ++names_;
        return accepted;
    }

    bool accept_initial() {
        if (names_ > 0) { // "Ann B Elm"
            if (sign_ == NameSign::list || names_ > 1 || initials_ > 0 || !next_is_together()) return false;
            if (!is_capital(next()->text) || is_ordinary(lower(next()->text))) return false;
        }
        ++initials_;
        return initials_ < 5;
    }

    bool accept_first(const std::string& word) {
        first_ordinary_ = is_ordinary(word) || is_office(word);
        const bool led = at_ > start_ && !is_initial(words_[at_ - 1].text); // by a title or a particle
        if (sign_ == NameSign::none) return !first_ordinary_ || (led && is_particle(words_[at_ - 1].text));
        if (one_of(no_member, word)) return false;
        if (sign_ == NameSign::list && initials_ == 0 && !led) return !is_office(word);
        if (initials_ > 0) return true;
        return word != "mayor" && word != "chair" && word != "cabinet" && word != "lieutenant";
    }

    bool accept_later(std::string_view word) const {
        if (names_ > 3 || is_office(word)) return false;
        if (is_capitals(word) && (word.size() < 3 || !has_vowel(word))) return false;
        if (!is_ordinary(lower(word))) return true;
        if (names_ > 1 || initials_ > 0) return false;
        if (first_ordinary_ && sign_ == NameSign::title) return true;
        const NameWord* after = next();
        return sign_ != NameSign::none && (after == nullptr || is_saying(after->text) || !next_is_together());
    }

    std::string_view line_;
    const std::vector<NameWord>& words_;
    std::size_t start_, at_;
    NameSign sign_;
    int names_ = 0, initials_ = 0;
    bool first_ordinary_ = false;
};

} // namespace

bool stand_together(std::string_view line, const NameWord& first, const NameWord& last) {
    if (last.begin < first.end) return false;
    const std::string_view between = line.substr(first.end, last.begin - first.end);
    if (between == " ") return true;
    const bool dotted = is_initial(first.text) || is_title(first.text) || first.text == "St" || first.text == "Cllr" ||
                        first.text == "Cllrs";
    return dotted && (between == ". " || between == ".");
}

std::size_t name_length(std::string_view line, const std::vector<NameWord>& words, std::size_t at, NameSign sign) {
    return NameReading(line, words, at, sign).take();
}

std::size_t councillor_words(std::string_view line, const std::vector<NameWord>& words, std::size_t at) {
    constexpr std::array<std::string_view, 9> kinds{"county", "borough",  "city",   "district",   "town",
                                                    "parish", "honorary", "fellow", "independent"};
    constexpr std::array<std::string_view, 11> members{"councillor", "councillors", "cllr",     "cllrs",
                                                       "clr",        "clrs",        "alderman", "aldermen",
                                                       "coun",       "councilors",  "councilor"};
    std::size_t count = 0;
    if (words[at].text[0] < 'A' || words[at].text[0] > 'Z') return 0;
    if (one_of(kinds, lower(words[at].text))) ++count;
    if (at + count >= words.size() || (count > 0 && !stand_together(line, words[at], words[at + 1]))) return 0;
    const NameWord& word = words[at + count];
    if (one_of(members, lower(word.text)) && word.text[0] < 'a') return count + 1;
    if (count == 0 && word.text == "CC") {
        const bool behind = at > 0 && stand_together(line, words[at - 1], word) &&
                            (is_capital(words[at - 1].text) || is_capitals(words[at - 1].text));
        return !behind && at + 1 < words.size() && name_length(line, words, at + 1, NameSign::none) > 0 ? 1 : 0;
    }
    return 0;
}

} // namespace qd::inline exchange
