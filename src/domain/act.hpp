#pragma once

#include "base/date.hpp"
#include "domain/import_outcome.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace qd {

// Who does something, and from where.
struct Actor {
    std::string name;                    // "jsmith": the account; empty = not known
    std::string post{};                  // in which they act; empty = not said
    std::string origin = "command line"; // "command line", "page"

    friend bool operator==(const Actor&, const Actor&) = default;
};

// One thing that somebody did, in one transaction: a line of the ledger of acts. The store gives its number, its moment and
// its count of changes; the rest is given by the caller.
struct Act {
    std::int64_t number = 0; // 1, 2, 3 …: the greatest is the generation of the store
    Instant at;
    Actor actor{};
    std::string kind = "import"; // import, edit, withdraw, issue, publish …: lower-case letters and hyphens
    std::string subject{};       // what it is about: "measure:ASC1", "issue:3"; empty = no one thing
    std::string reason{};
    std::string source{};      // the folder, workbook or table, as named by the person; empty = none
    std::int64_t changes = 0;  // rows written and ended, as the act counts them
    std::int64_t left_out = 0; // rows of the source that were complained of
    // Its receipt, besides the above; acts that older programs noted have none of these.
    std::string sha256{};                       // of the file; empty = none, or a folder
    std::string layout{};                       // by which the file was read; empty = none
    std::vector<ImportOutcome::Line> brought{}; // by table, of what it had
    // The generation that it was made from. If a row that it writes or ends was changed since, the store refuses the act.
    // Not kept in the ledger.
    std::optional<std::int64_t> based_on{};

    friend bool operator==(const Act&, const Act&) = default;
};

// A row that is to be withdrawn: in force no longer, but kept in its history, with the reason.
struct Withdrawal {
    std::string table; // "actions", as the file of a council folder is called
    std::vector<std::string>
        key; // the texts of the columns that its rows are told apart by: {"A1"}, {"ASC1", "", "2012-13Q3"}
    std::string reason;

    friend bool operator==(const Withdrawal&, const Withdrawal&) = default;
};

// One version of a row: its columns as the store has them, and the acts between which it was in force.
struct RowVersion {
    std::string table;                                       // "actions", or a table of its parts: "due_dates"
    std::vector<std::pair<std::string, std::string>> fields; // name and text; empty where nothing is given
    Act written_by{};
    std::optional<Act> ended_by{};          // none = in force
    std::optional<std::string> withdrawn{}; // why; none where another version took its place, or it is in force

    friend bool operator==(const RowVersion&, const RowVersion&) = default;
};

} // namespace qd
