#pragma once

#include "domain/content.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace qd {

// From the act that wrote a row until the act that ended it.
struct Stood {
    Instant from, until;
    bool was_withdrawn = false; // no other row took its place

    bool holds(Instant moment) const { return from <= moment && moment < until; }
    friend bool operator==(const Stood&, const Stood&) = default;
};

// The rows of a content that were replaced or withdrawn: of each thing all versions but the one that is in force, oldest first.
struct Past {
    Content rows;                                                 // its settings stand below
    std::map<std::string, std::vector<Stood>, std::less<>> stood; // by table, beside each of its rows
    std::vector<std::pair<Stood, std::string>> settings_texts;    // council.toml, word for word
};

// The content as it stood at a time: what had been handed in by then, in the version of then, and what was withdrawn after that. What was
// first handed in later stays, since a register that is typed in on a Tuesday describes what was so before; and so does what was
// withdrawn and handed in again. None = nothing stood otherwise.
std::optional<Content> as_stood(const Content& content, const Past& past, Instant moment);

} // namespace qd
