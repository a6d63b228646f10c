#pragma once

#include "domain/act.hpp"
#include "store/db/connection.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace qd::inline store {

// The ledger of acts: a line for each, chained to the one before, with what it wrote and ended in each table.

// Of one table, how many rows an act wrote there (of a twin `past_NAME`: ended), and a SHA-256 over the hashes of these rows.
struct WrittenRows {
    std::size_t rows = 0;
    std::string sha256;

    friend bool operator==(const WrittenRows&, const WrittenRows&) = default;
};
using WrittenByTable = std::map<std::string, WrittenRows, std::less<>>;

// Collects the marks of rows (rows.hpp), in whatever order.
class Marks {
public:
    void wrote(const std::string& table, std::string mark) { tables_[table].push_back(std::move(mark)); }
    void ended(const std::string& table, const std::string& mark, const std::optional<std::string>& withdrawn);
    WrittenByTable written() const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> tables_;
};

// How an act knows the issue that it made.
std::string issue_mark(std::int64_t number, const std::string& sha256);

std::int64_t last_act(db::Connection& store);                     // its number; 0 = none yet
std::string chain_at(db::Connection& store, std::int64_t number); // "" = there is no such act
// The names of the tables and twins that acts wrote to after the one with this number and this chain; none where the ledger does
// not lead on from there.
std::optional<std::set<std::string>> written_since(db::Connection& store, std::int64_t number,
                                                   const std::string& chain);

// Inside the caller's transaction.
void add_act(db::Connection& store, const Act& act, const WrittenByTable& written);

// Oldest first; with a subject those about it. Error(outage) where the line of one is damaged.
std::vector<Act> read_acts(db::Connection& store);
std::vector<Act> read_acts(db::Connection& store, const std::string& subject);
Act read_act(db::Connection& store, std::int64_t number); // Error(outage) if there is none

// Error(outage) if the newest line is not what was written: nobody builds on a broken ledger.
void refuse_broken_end(db::Connection& store);

// Its numbers, its chain, and what each act wrote, against the rows that are there.
std::vector<std::string> verify_acts(db::Connection& store);

} // namespace qd::inline store
