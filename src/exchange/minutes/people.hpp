#pragma once

#include "exchange/minutes/names.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace qd::inline exchange {

// Where a person is in a line, and what is written for the name.
struct Mention {
    std::size_t begin = 0, end = 0; // bytes
    std::string words;              // "a member", "the Head of Roads"
    int persons = 1;
    bool unknown = false; // an officer whose post is not known
};

// A line without names.
struct CleanedLine {
    std::string text;
    int unknown = 0, persons = 0; // `unknown`: with no known post
};

// Finds out who the people of a text are, and puts posts for their names. Names themselves are not kept beyond it.
class People {
public:
    // "Gail Porter, Working Together With Families Coordinator, …", "Dr Gail Porter (Coordinator)": remembers what the
    // person is. "Councillor Elm": remembers that this is a member.
    void learn(const std::string& line);
    void learn_member(std::string_view name);
    void learn_officer(std::string_view name, const std::string& post);         // a post may be empty
    void learn_initials(const std::string& initials, const std::string& words); // "JW", and what is written for it
    void know_place(std::string_view name); // "Burnley": an area, though a member has its name

    const std::vector<std::string>& posts() const { return posts_; }  // in the order of the text
    std::vector<std::string> posts_in(const std::string& line) const; // of the people that this line introduces

    std::vector<Mention> mentions(std::string_view line) const;
    CleanedLine clean(const std::string& line) const;

    bool is_surname(std::string_view word) const { return surnames_.contains(word); } // in lower case
    std::optional<std::string> post_of(std::string_view name) const;                  // full or first name
    std::optional<std::string> post_of_surname(std::string_view word) const;
    std::optional<std::string> words_for_initials(std::string_view word) const;
    bool is_place(std::string_view word) const { return places_.contains(word); }

private:
    using Named = std::map<std::string, std::string, std::less<>>;
    Named by_name_, by_surname_; // in lower case → post
    Named by_initials_;          // as written → words
    std::set<std::string, std::less<>> surnames_, places_;
    std::vector<std::string> posts_;
};

} // namespace qd::inline exchange
