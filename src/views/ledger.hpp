#pragma once

#include "base/clock.hpp"
#include "domain/row_history.hpp"
#include "views/snapshot.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline views {

// What was done to one store, and what became of its rows: read from it each time, and for the council alone. Errors as of the
// store.
class Ledger {
public:
    Ledger(const std::string& address, const Clock& clock);
    ~Ledger();

    std::vector<Act> acts();                           // oldest first
    std::vector<Act> acts(const std::string& subject); // about one thing: "issue:3"
    // Of a row, named as it is withdrawn: {"actions", "A1"}. Error(absent) with the nearest name where there never was one,
    // Error(request) where it is not named whole.
    RowHistory row(const std::vector<std::string>& words);

    // Whichever a subject names: a row, an act ("act:7", "7"), or what acts were about. Error(absent) for what nothing was
    // ever done about.
    struct Found {
        std::optional<RowHistory> row;
        std::vector<Act> acts;    // about it, if it is not a row
        std::optional<Act> act{}; // if it is one: with its receipt
    };
    Found look_up(const std::string& subject);

private:
    std::unique_ptr<Store> store_;
};

// The words that name a row, of one text: "actions A1", "measure:ASC1", "targets:ASC1 2012-13Q3". None where it names no table.
std::optional<std::vector<std::string>> row_words(const std::string& subject);
// "targets ASC1 2012-13 annual"
std::string name_of(const RowHistory& history);
// "jsmith (Head of performance)"; "-" where nothing is known
std::string who(const Actor& actor);

} // namespace qd::inline views
