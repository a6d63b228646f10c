#pragma once

#include "domain/return.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace qd::inline store {

// The newest word on each cell of one measure; drafts and the like are kept apart from what counts.
class NewestWords {
public:
    void add(const Return& handed_in, Instant known_at);
    // Whether, for each cell of the return, the word of `other` on it is the word here: what was approved may have been
    // certified since, not the other way round.
    bool repeat(const NewestWords& other, const Return& cells) const;

private:
    struct Word {
        Instant known_at;
        ReturnState state = ReturnState::approved;
        Observation observation;
    };
    using Words = std::map<std::pair<AreaCode, Period>, Word>;
    static bool repeats(const Word& here, const Word& there);
    const Words& words(ReturnState state) const { return counts(state) ? counting_ : pending_; }

    Words counting_, pending_;
};

// Decides which of the given returns of one measure the ledger lacks. One that says when it was known is looked for in the
// ledger; one that does not says nothing new where each of its cells, as the whole hand-in leaves it, is in force already.
class ReturnIntake {
public:
    explicit ReturnIntake(Instant now) : now_(now) {}

    // First what is to be brought in, and what the ledger holds …
    void hear(const Return& given_return);
    void know(const std::string& sha256) { ++unmatched_[sha256]; }
    void know(const Return& stored) { note(stored); }
    bool needs_cells() const { return undated_; } // whether know(Return) is needed too
    // … then each again.
    bool is_new(const Return& given_return, const std::string& sha256);

private:
    void note(const Return& handed_in);

    Instant now_;
    bool undated_ = false;
    std::unordered_map<std::string, std::size_t> unmatched_; // returns of the ledger by hash
    NewestWords in_force_, spoken_;                          // spoken: by the given returns that do not say when
};

} // namespace qd::inline store
