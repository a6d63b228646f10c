#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// A sentence taken apart into words, and phrases looked for among them.
namespace qd::inline checks {

enum class WordKind { letters, number, mark };

struct Word {
    std::string
        text; // small letters; "didn't" is "did" and "not"; of a number its digits without the commas of thousands
    WordKind kind = WordKind::letters;
    std::size_t start = 0, end = 0; // bytes of the sentence
    bool joined = false;            // nothing stands between it and the word before: the "end" of "year-end"
};
using Words = std::vector<Word>;

// Hyphens part words ("year-end" is two); a dash between spaces is the mark "-". Curly quotes, dashes and hard spaces are read
// as their plain forms, soft hyphens as nothing.
Words words_of(std::string_view sentence);

// Whether the word at that place is there and is this one.
bool is_text(const Words& words, std::size_t at, std::string_view text);

// A list of words, written with spaces between them.
class WordSet {
public:
    explicit WordSet(std::string_view spaced);
    bool contains(const std::string& word) const { return words_.contains(word); }

private:
    std::unordered_set<std::string> words_;
};

// A phrase made ready to be looked for: "a|b" is either, and "a?" may be missing.
class Phrase {
public:
    explicit Phrase(std::string_view text);

    std::vector<std::string> first_words() const; // with which it may begin
    std::size_t length_at(const Words& words,
                          std::size_t at) const; // words it takes up from there on; 0 = it is not there

private:
    struct Part {
        std::vector<std::string> any_of;
        bool optional = false;
    };
    std::vector<Part> parts_;
};

bool is_phrase_at(const Words& words, std::size_t at, std::string_view phrase);

template <class Meaning> struct Meant {
    Meaning meaning;
    std::size_t first = 0, last = 0; // words, `last` behind it
};

// Phrases by their first word, each with what it means.
template <class Meaning> class Lexicon {
public:
    struct Entry {
        std::string_view phrase;
        Meaning meaning;
    };

    explicit Lexicon(const std::vector<Entry>& entries) {
        for (const Entry& entry : entries) {
            phrases_.push_back({Phrase(entry.phrase), entry.meaning});
            for (const std::string& word : phrases_.back().phrase.first_words())
                by_first_[word].push_back(phrases_.size() - 1);
        }
    }

    // Left to right, the longest that begins at a word; none overlap.
    std::vector<Meant<Meaning>> found_in(const Words& words) const {
        std::vector<Meant<Meaning>> found;
        for (std::size_t at = 0; at < words.size();) {
            std::size_t longest = 0;
            const Ready* best = nullptr;
            if (const auto known = by_first_.find(words[at].text); known != by_first_.end())
                for (const std::size_t i : known->second)
                    if (const std::size_t length = phrases_[i].phrase.length_at(words, at); length > longest) {
                        longest = length;
                        best = &phrases_[i];
                    }
            if (best) found.push_back({best->meaning, at, at + longest});
            at += best ? longest : 1;
        }
        return found;
    }

private:
    struct Ready {
        Phrase phrase;
        Meaning meaning;
    };
    std::vector<Ready> phrases_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_first_;
};

// What a word has in common with its other forms: one text for "collected", "collection" and "collecting". Rough, no word by
// itself, and only to be compared with others of its kind.
std::string stem_of(const std::string& word);

} // namespace qd::inline checks
