#include "base/text.hpp"
#include "exchange/minutes/people.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

// Walks along the words of a line and finds the persons in it.
class Finding {
public:
    Finding(std::string_view line, const People& people) : line_(line), people_(people), words_(name_words(line)) {}

    std::vector<Mention> take() {
        find_apologies();
        while (at_ < words_.size())
            if (!councillor() && !titled() && !introduced_by() && !known() && !with_initials() && !speaking() &&
                !apologising())
                ++at_;
        return std::move(found_);
    }

private:
    std::string_view name(std::size_t first, std::size_t count) const {
        return line_.substr(words_[first].begin, words_[first + count - 1].end - words_[first].begin);
    }
    std::string_view gap(std::size_t first) const { // between this word and the next
        return first + 1 < words_.size() ? line_.substr(words_[first].end, words_[first + 1].begin - words_[first].end)
                                         : std::string_view("");
    }
    bool joined_to_capital(std::size_t last) const {
        return last + 1 < words_.size() && gap(last) == " " && is_capital(words_[last + 1].text);
    }
    bool behind_capital(std::size_t first) const {
        return first > 0 && gap(first - 1) == " " &&
               (is_capital(words_[first - 1].text) || is_capitals(words_[first - 1].text));
    }

    void add(std::size_t first, std::size_t count, std::string words, int persons = 1) {
        found_.push_back({words_[first].begin, words_[first + count - 1].end, std::move(words), persons, false});
        at_ = first + count;
    }

    // The post itself follows where the person is introduced: it goes with the name.
    void take_post(const std::string& post) {
        const std::string_view rest = line_.substr(found_.back().end);
        for (const auto& [before, after] : {std::pair(", ", ""), std::pair(",", ""), std::pair(" (", ")"),
                                            std::pair(" – ", ""), std::pair(" - ", ""), std::pair(" — ", "")}) {
            const std::string words = before + post + after;
            if (!rest.starts_with(words)) continue;
            std::size_t length = words.size();
            if (before[0] == ',' && length < rest.size() && rest[length] == ',') ++length; // closes the apposition
            found_.back().end += length;
            skip_taken();
            return;
        }
    }
    void skip_taken() {
        while (at_ < words_.size() && words_[at_].begin < found_.back().end) ++at_;
    }

    // "County Councillor Ann Elm (Chair)" is the Chair.
    void take_chair() {
        const std::string_view rest = line_.substr(found_.back().end);
        for (const std::string_view chair :
             {"Chair", "Vice-Chair", "Deputy Chair", "Chairman", "Chairwoman", "Chairperson", "Vice-Chairman"}) {
            const std::string mark = " (" + std::string(chair) + ")";
            const bool in_chair = chair == "Chair" && rest.starts_with(", in the Chair");
            if (!rest.starts_with(mark) && !in_chair) continue;
            found_.back().words = "the " + std::string(chair);
            found_.back().end += in_chair ? std::string_view(", in the Chair").size() : mark.size();
            skip_taken();
            return;
        }
    }

    // After a name of "Councillors A Birch, C Dale and Fern": how many words the next one has, from where.
    struct Next {
        std::size_t first = 0, count = 0;
    };
    Next next_of_list(std::size_t from) const {
        if (from >= words_.size() || from == 0) return {};
        std::string between(gap(from - 1));
        std::size_t first = from;
        if (words_[first].text == "and" && first + 1 < words_.size()) {
            between += gap(first);
            ++first;
        }
        if (between.find_first_not_of(" ,;/&\t") != std::string::npos) return {};
        const bool parted = first > from || between.find_first_of(",;/&\t") != std::string::npos;
        if (!parted && !is_initial(words_[first].text) && !is_title(words_[first].text)) return {};
        first += councillor_words(line_, words_, first);
        if (first >= words_.size()) return {};
        const std::size_t count = name_length(line_, words_, first, NameSign::none);
        if (count == 0) return {};
        if (count == 1 && joined_to_capital(first) && is_ordinary(lower(words_[first + 1].text))) return {};
        return {first, count};
    }

    bool councillor() {
        const std::size_t title = councillor_words(line_, words_, at_);
        if (title == 0 || at_ + title >= words_.size()) return false;
        const std::string_view between = gap(at_ + title - 1);
        if (between.find_first_not_of(" .:\t") != std::string_view::npos || between.empty()) return false;
        std::size_t count = name_length(line_, words_, at_ + title, NameSign::title);
        if (count == 0) return false;
        const std::size_t first = at_;
        std::size_t end = at_ + title + count;
        const std::string word = lower(words_[at_ + title - 1].text);
        int persons = 1;
        const bool several = word.ends_with('s') || word == "aldermen";
        while (several) {
            const Next next = next_of_list(end);
            if (next.count == 0) break;
            end = next.first + next.count;
            ++persons;
        }
        add(first, end - first, persons > 1 ? "members" : "a member", persons);
        if (persons == 1) take_chair();
        return true;
    }

    // "Mr Reed", "Dr J Poe": a title makes a name of what follows.
    bool titled() {
        if (!is_title(words_[at_].text)) return false;
        const std::size_t count = name_length(line_, words_, at_, NameSign::title);
        if (count < 2) return false;
        std::size_t last = at_ + count - 1;
        while (last > at_ && is_honour(words_[last].text)) --last;
        const auto post = people_.post_of_surname(words_[last].text);
        add(at_, count, post ? "the " + *post : "an officer");
        found_.back().unknown = !post;
        if (post) take_post(*post);
        return true;
    }

    // "Proposed by Finch, seconded by Wren", "Clerk: J Wren".
    bool introduced_by() {
        if (at_ == 0) return false;
        std::size_t before = at_ - 1;
        std::string word = lower(words_[before].text);
        const std::string_view between = gap(before);
        if (between.find_first_not_of(" :-–\t") != std::string_view::npos || between.empty()) return false;
        if (word == "by" && before > 0) word = lower(words_[--before].text);
        constexpr std::array<std::string_view, 8> signs{"proposed", "seconded", "moved",  "nominated",
                                                        "proposer", "seconder", "signed", "chaired"};
        if (std::ranges::find(signs, word) == signs.end()) return false;
        const std::size_t count = name_length(line_, words_, at_, NameSign::none);
        if (count == 0 || (count == 1 && joined_to_capital(at_))) return false;
        add(at_, count, "a member");
        return true;
    }

    bool known() {
        for (std::size_t count = std::min<std::size_t>(6, words_.size() - at_); count > 0; --count) {
            const auto post = people_.post_of(name(at_, count));
            if (!post || !(is_capital(words_[at_].text) || is_capitals(words_[at_].text) || count > 1)) continue;
            add(at_, count, "the " + *post);
            take_post(*post);
            return true;
        }
        if (const auto words = people_.words_for_initials(words_[at_].text)) {
            add(at_, 1, *words);
            return true;
        }
        const std::size_t count = name_length(line_, words_, at_, NameSign::none);
        for (std::size_t i = at_; i < at_ + count; ++i) {
            const std::string word = lower(words_[i].text);
            if (!people_.is_surname(word) || is_ordinary(word)) continue;
            const bool place = people_.is_place(word) || joined_to_capital(at_ + count - 1) || behind_capital(at_);
            if (count == 1 && place) break;
            const auto post = people_.post_of_surname(word);
            add(at_, count, post ? "the " + *post : "a member");
            return true;
        }
        return false;
    }

    // "J. R. Elm", but not the "A Report" at the beginning of a sentence.
    bool with_initials() {
        if (!is_initial(words_[at_].text) || behind_capital(at_)) return false;
        const std::size_t count = name_length(line_, words_, at_, NameSign::none);
        if (count < 2) return false;
        const bool article = (words_[at_].text == "A" || words_[at_].text == "I") && gap(at_) == " " && count == 2;
        const bool at_start = at_ == 0 || gap(at_ - 1).find_first_of(".:") != std::string_view::npos;
        if (article && at_start && !next_says(at_ + count)) return false;
        if (joined_to_capital(at_ + count - 1) && !is_office(words_[at_ + count].text)) return false;
        add(at_, count, "an officer");
        found_.back().unknown = true;
        return true;
    }

    bool next_says(std::size_t at) const { return at < words_.size() && is_saying(words_[at].text); }

    // "Ann Elm reported", "presented by Ann Elm".
    bool speaking() {
        const std::size_t count = name_length(line_, words_, at_, NameSign::none);
        if (count < 2 || behind_capital(at_) || people_.is_place(lower(words_[at_].text))) return false;
        const bool by = at_ > 0 && words_[at_ - 1].text == "by" && !joined_to_capital(at_ + count - 1);
        if (!next_says(at_ + count) && !by) return false;
        add(at_, count, "an officer");
        found_.back().unknown = true;
        return true;
    }

    // What is between "apologies … from" and the end of the sentence.
    void find_apologies() {
        const auto apologies = find_words(line_, "apolog");
        if (apologies == std::string_view::npos) return;
        auto from = find_words(line_, " from ", apologies);
        if (from == std::string_view::npos) from = find_words(line_, ": ", apologies);
        if (from == std::string_view::npos || from > apologies + 90) return;
        apologies_from_ = from;
        apologies_end_ = line_.size();
        for (auto dot = line_.find(". ", from); dot != std::string_view::npos; dot = line_.find(". ", dot + 1))
            if (dot > 1 && line_[dot - 2] != ' ' && line_[dot - 2] != '.') {
                apologies_end_ = dot;
                return;
            }
    }

    bool apologising() {
        if (words_[at_].begin < apologies_from_ || words_[at_].begin >= apologies_end_) return false;
        if (behind_capital(at_)) return false;
        const std::size_t count = name_length(line_, words_, at_, NameSign::none);
        if (count == 0 || (count == 1 && joined_to_capital(at_))) return false;
        add(at_, count, "a member");
        return true;
    }

    std::string_view line_;
    const People& people_;
    std::vector<NameWord> words_;
    std::size_t at_ = 0;
    std::size_t apologies_from_ = std::string_view::npos, apologies_end_ = 0;
    std::vector<Mention> found_;
};

} // namespace

std::vector<Mention> People::mentions(std::string_view line) const { return Finding(line, *this).take(); }

CleanedLine People::clean(const std::string& line) const {
    CleanedLine cleaned;
    std::size_t copied = 0;
    for (const Mention& mention : mentions(line)) {
        const std::string before = line.substr(copied, mention.begin - copied);
        const std::string_view so_far = trim(before).empty() ? trim(cleaned.text) : trim(before);
        std::string words = mention.words;
        const bool begins = so_far.empty() || so_far.ends_with('.') || so_far.ends_with(':') || so_far == "-";
        if (begins && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
        if (words.starts_with("the ") && lower(so_far).ends_with(" the")) words.erase(0, 4);
        cleaned.text += before + words;
        copied = mention.end;
        cleaned.unknown += mention.unknown ? 1 : 0;
        cleaned.persons += mention.persons;
    }
    cleaned.text += line.substr(copied);
    return cleaned;
}

} // namespace qd::inline exchange
