#pragma once

#include "domain/return.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>

namespace qd::inline store {

// The newest version of each cell of one measure; drafts and the like are kept separate from what counts. The returns
// it was given must outlive it.
class NewestWords {
public:
    void add(const Return& handed_in, Instant known_at);
    // Whether, for each cell of the return, the word of `other` on it is the word here: what was approved may have been
    // certified since, not the other way round.
    bool repeat(const NewestWords& other, const Return& cells) const;
    // How many of the return's cells there was no word on, another one, and the same.
    struct Rows {
        std::size_t added = 0, changed = 0, same = 0;
    };
    Rows count(const Return& handed_in) const;

private:
    struct Word {
        Instant known_at;
        const Return* handed_in = nullptr;
        std::size_t row = 0;
    };
    using Words = std::unordered_map<std::uint64_t, Word>; // by place of area and period
    static bool repeats(const Word& here, const Word& there);
    const Words& words(ReturnState state) const { return counts(state) ? counting_ : pending_; }

    // Areas and periods in the order in which they were first spoken of.
    std::unordered_map<AreaCode, std::uint32_t> areas_;
    std::unordered_map<Period, std::uint32_t> periods_;
    Words counting_, pending_;
};

// Decides which of the given returns of one measure the ledger lacks. One that says when it was known is looked for in the
// ledger; one that does not says nothing new where each of its cells, as the whole hand-in leaves it, is in force already.
class ReturnIntake {
public:
    explicit ReturnIntake(Instant now) : now_(now) {}

    // First what is to be imported (and stays where it is), and what the ledger has …
    void hear(const Return& given_return);
    void know(const std::string& sha256) { ++unmatched_[sha256]; }
    void know(Return stored);
    bool needs_cells() const { return undated_; } // whether know(Return) is needed too
    // … then each again.
    bool is_new(const Return& given_return, const std::string& sha256);
    // What it does to the cells that are in force; asked of one that is new, before the next is asked about. All are added by
    // one that says when it was known: it is a piece of history.
    NewestWords::Rows rows() const { return rows_; }

private:
    bool is_alone() const { return heard_ == 1 && stored_.empty(); }
    void note(const Return& handed_in);
    void listen();

    Instant now_;
    bool undated_ = false;
    NewestWords::Rows rows_;
    std::size_t heard_ = 0;
    std::deque<const Return*> unheard_; // undated ones that are not in spoken_ yet
    std::deque<Return> stored_;
    std::unordered_map<std::string, std::size_t> unmatched_; // returns of the ledger by hash
    NewestWords in_force_, spoken_;                          // spoken: by the given returns that do not say when
};

} // namespace qd::inline store
