#pragma once

#include "domain/content.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace qd {

// From the act that wrote a row until the act that ended it.
struct Stood {
    Instant from, until;
    bool was_withdrawn = false; // no other row took its place
    std::int64_t number = 0;    // in its ledger; 0 = it is in none

    bool holds(Instant moment) const { return from <= moment && moment < until; }
    friend bool operator==(const Stood&, const Stood&) = default;
};

// Rows of a content that were replaced or withdrawn, in the order in which they ended.
struct PastRows {
    Content rows;                                                 // its settings stand below
    std::map<std::string, std::vector<Stood>, std::less<>> stood; // by table, beside each of its rows
    std::vector<std::pair<Stood, std::string>> settings_texts;    // council.toml, word for word
};

// Of each thing all versions but the one that is in force, oldest first. In pieces, one after the other, which the Past after the
// next act shares.
struct Past {
    std::vector<std::shared_ptr<const PastRows>> pieces;
    std::vector<Instant> moments; // of all acts up to the newest in it, by number; never earlier than the one before
};

// Adds what ended later. Pieces that are no longer than what comes after them are joined with it, so there are always few.
void add_later(Past& past, PastRows later);

// The content as it stood at a time: what had been handed in by then, in the version of then, and what was withdrawn after that. What was
// first handed in later stays, since a register that is typed in on a Tuesday describes what was so before; and so does what was
// withdrawn and handed in again. None = nothing stood otherwise.
std::optional<Content> as_stood(const Content& content, const Past& past, Instant moment);

} // namespace qd
