#include "checks/said/words.hpp"

#include "base/digit.hpp"
#include "base/text.hpp"

#include <array>

namespace qd::inline checks {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

constexpr std::string_view pound = "\u00a3";

struct Sign {
    std::string_view bytes;
    char plain; // 0 = nothing
};
// Typographic signs that people's programs put in; all of three bytes or two.
constexpr std::array signs = {Sign{"\u2019", '\''},   Sign{"\u2018", '\''}, Sign{"\u201c", '"'}, Sign{"\u201d", '"'},
                              Sign{"\u2013", '-'},    Sign{"\u2014", '-'},  Sign{"\u2212", '-'}, Sign{"\u2011", '-'},
                              Sign{"\u00a0", ' '},    Sign{"\u202f", ' '},  Sign{"\u2009", ' '}, Sign{"\u00ad", '\x01'},
                              Sign{"\u200b", '\x01'}, Sign{"\u2022", ';'}};

// The sentence with signs in plain form, and where each byte of it came from.
struct Plain {
    std::string text;
    std::vector<std::size_t> from;
};

Plain plain_of(std::string_view sentence) {
    Plain plain;
    for (std::size_t at = 0; at < sentence.size();) {
        const Sign* sign = nullptr;
        if ((sentence[at] & 0x80) != 0)
            for (const Sign& one : signs)
                if (sentence.substr(at).starts_with(one.bytes)) sign = &one;
        const char c = sign ? sign->plain : sentence[at];
        if (c != '\x01') {
            plain.text += c;
            plain.from.push_back(at);
        }
        at += sign ? sign->bytes.size() : 1;
    }
    plain.from.push_back(sentence.size());
    return plain;
}

class Reader {
public:
    explicit Reader(std::string_view sentence) : plain_(plain_of(sentence)) {}

    Words take() {
        const std::string& text = plain_.text;
        while (at_ < text.size()) {
            const char c = text[at_];
            if (is_digit(c))
                number();
            else if (text.compare(at_, pound.size(), pound) == 0)
                mark(pound.size());
            else if (is_letter(c))
                letters();
            else if (c == '-' && !(at_ > 0 && is_letter(text[at_ - 1]) && next_is_letter()))
                mark(1); // a hyphen between letters is nothing; a dash or a minus is a mark
            else if (std::string_view(" \n\t-*_'").find(c) != std::string_view::npos)
                ++at_;
            else
                mark(1);
        }
        return std::move(words_);
    }

private:
    bool next_is_letter() const { return at_ + 1 < plain_.text.size() && is_letter(plain_.text[at_ + 1]); }

    void add(std::size_t start, std::string text, WordKind kind) {
        const std::size_t from = plain_.from[start], to = plain_.from[at_];
        const bool joined = start > 0 && plain_.text[start - 1] != ' ' && plain_.text[start - 1] != '(';
        words_.push_back({std::move(text), kind, from, to, joined});
    }

    void mark(std::size_t bytes) {
        const std::size_t start = at_;
        at_ += bytes;
        add(start, plain_.text.substr(start, bytes), WordKind::mark);
    }

    void number() {
        const std::string& text = plain_.text;
        const std::size_t start = at_;
        std::string digits;
        bool point = false;
        for (; at_ < text.size(); ++at_) {
            const bool digit_next = at_ + 1 < text.size() && is_digit(text[at_ + 1]);
            if (is_digit(text[at_]))
                digits += text[at_];
            else if (text[at_] == '.' && digit_next && !point) {
                digits += '.';
                point = true;
            } else if (text[at_] != ',' || !digit_next || at_ + 3 >= text.size() || !is_digit(text[at_ + 2]) ||
                       !is_digit(text[at_ + 3]) || point)
                break;
        }
        add(start, digits, WordKind::number);
    }

    void letters() {
        const std::string& text = plain_.text;
        const std::size_t start = at_;
        while (at_ < text.size() && (is_letter(text[at_]) || (text[at_] == '\'' && next_is_letter())) &&
               text.compare(at_, pound.size(), pound) != 0)
            ++at_;
        const std::string word = lower(text.substr(start, at_ - start));
        const std::size_t apostrophe = word.find('\'');
        if (apostrophe == std::string::npos) return add(start, word, WordKind::letters);
        if (word.ends_with("n't")) {
            add(start,
                word == "can't"   ? "can"
                : word == "won't" ? "will"
                                  : word.substr(0, word.size() - 3),
                WordKind::letters);
            return add(start, "not", WordKind::letters);
        }
        const std::string rest = word.substr(apostrophe);
        add(start, word.substr(0, apostrophe), WordKind::letters);
        if (rest == "'ve") add(start, "have", WordKind::letters);
        if (rest == "'re") add(start, "are", WordKind::letters);
        if (rest == "'ll") add(start, "will", WordKind::letters);
        if (rest == "'s" && (words_.back().text == "it" || words_.back().text == "that"))
            add(start, "is", WordKind::letters);
    }

    Plain plain_;
    std::size_t at_ = 0;
    Words words_;
};

// Forms that no ending tells: of the same word, or of a noun and its verb.
const std::unordered_map<std::string, std::string>& irregular_forms() {
    static const std::unordered_map<std::string, std::string> forms = [] {
        std::unordered_map<std::string, std::string> read;
        for (const std::string& pair :
             split(std::string("paid=pay sold=sell sale=sell sales=sell spent=spend sent=send built=build held=hold "
                               "kept=keep found=find lost=lose loss=lose losses=lose left=leave leavers=leave "
                               "taken=take took=take given=give gave=give seen=see saw=see known=know knew=know "
                               "grown=grow grew=grow growth=grow driven=drive drove=drive written=write wrote=write "
                               "broken=break broke=break stolen=steal stole=steal fallen=fall fell=fall bought=buy "
                               "brought=bring taught=teach caught=catch slept=sleep dealt=deal felt=feel fed=feed "
                               "led=lead ran=run began=begin begun=begin chosen=choose chose=choose drawn=draw "
                               "drew=draw children=child women=woman men=man lives=life death=die deaths=die "
                               "dead=die birth=born births=born done=do did=do gone=go went=go won=win shut=close "
                               "fitted=fit injuries=injure injury=injure arrivals=arrive arrival=arrive"),
                   ' ')) {
            const std::size_t equals = pair.find('=');
            read.emplace(pair.substr(0, equals), pair.substr(equals + 1));
        }
        return read;
    }();
    return forms;
}

bool is_one_of(const std::vector<std::string>& words, const std::string& text) {
    for (const std::string& word : words)
        if (word == text) return true;
    return false;
}

} // namespace

Words words_of(std::string_view sentence) { return Reader(sentence).take(); }

WordSet::WordSet(std::string_view spaced) {
    for (std::string& word : split(std::string(spaced), ' ')) words_.insert(std::move(word));
}

Phrase::Phrase(std::string_view text) {
    for (std::string part : split(std::string(text), ' ')) {
        const bool optional = part.ends_with('?');
        if (optional) part.pop_back();
        parts_.push_back({split(part, '|'), optional});
    }
}

std::vector<std::string> Phrase::first_words() const {
    std::vector<std::string> first;
    for (const Part& part : parts_) {
        first.insert(first.end(), part.any_of.begin(), part.any_of.end());
        if (!part.optional) break;
    }
    return first;
}

std::size_t Phrase::length_at(const Words& words, std::size_t at) const {
    std::size_t next = at;
    for (const Part& part : parts_) {
        const bool there = next < words.size() && is_one_of(part.any_of, words[next].text);
        if (!there && !part.optional) return 0;
        if (there) ++next;
    }
    return next - at;
}

bool is_phrase_at(const Words& words, std::size_t at, std::string_view phrase) {
    thread_local std::unordered_map<std::string, Phrase> ready; // the same few hundred phrases over and over
    auto known = ready.find(std::string(phrase));
    if (known == ready.end()) known = ready.emplace(std::string(phrase), Phrase(phrase)).first;
    return known->second.length_at(words, at) > 0;
}

std::string stem_of(const std::string& word) {
    std::string stem = word;
    if (const auto plain = irregular_forms().find(word); plain != irregular_forms().end()) stem = plain->second;
    for (int round = 0; round < 2; ++round) { // "answered" → "answer" → "answ", as "answers" does
        for (const std::string_view ending :
             {"ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ances", "ance", "ness",
              "ers",    "ies",   "ied",   "ed",   "es",   "ly",  "er",   "s",   "e",     "y"})
            if (stem.size() >= ending.size() + 3 && stem.ends_with(ending)) {
                stem.resize(stem.size() - ending.size());
                break;
            }
        if (stem.size() > 3 && stem[stem.size() - 1] == stem[stem.size() - 2]) stem.pop_back(); // "planned" → "plan"
    }
    return stem;
}

bool is_text(const Words& words, std::size_t at, std::string_view text) {
    return at < words.size() && words[at].text == text;
}

} // namespace qd::inline checks
