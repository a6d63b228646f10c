#pragma once

#include "store/acts.hpp"
#include "store/rows.hpp"
#include "store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace qd::inline store {

// Writes the rows of one act, inside the caller's transaction. Nothing is overwritten: a row that another takes the place of, or
// that is withdrawn, is moved to the twin of its table.
class Writer {
public:
    Writer(db::Connection& store, Act act); // with its number and moment

    db::Connection& store() const { return store_; }
    const Act& act() const { return act_; }
    Instant now() const { return act_.at; }

    // What is not there is added; what is there and differs, in the row itself or in one of its parts, is replaced whole.
    enum class Became { added, changed, same };
    Became put(const Item& item);
    bool repeats(const Item& item) const; // whether put() would change nothing
    void add(const Row& row);             // as it is: to a ledger
    void end(const std::vector<StoredRow>& item, const std::optional<std::string>& withdrawn);
    // The row of that key and its parts; of a ledger all rows of the key. Error(absent) if there is none, Error(request) for a
    // table or a key that is not one.
    void withdraw(const Withdrawal& withdrawal);
    void made_issue(std::int64_t number, const std::string& sha256);

    // If the act says what it was based on: what another one has changed since. Checked before a row
    // with that key is written; all are reported together by refuse_conflicts().
    void look_for_conflict(const Row& row);
    void conflict(const std::string& what) { conflicts_.push_back(what); }
    void refuse_conflicts() const; // Error(conflict)

    // The line of the ledger; of what was brought the tables that had rows.
    void finish(std::size_t changes, const std::vector<ImportOutcome::Line>& brought = {});

private:
    void insert(const Row& row, const std::string& sha256);
    void refuse_twice(const StoredRow& stored) const;

    db::Connection& store_;
    Act act_;
    Marks marks_;
    std::vector<std::string> conflicts_;
};

// Things with a key, each as an item of rows.
template <class Thing, class ItemOf>
ImportOutcome::Line bring(Writer& writer, const char* table, const std::vector<Thing>& given, ItemOf item_of) {
    ImportOutcome::Line line{.table = table};
    for (const Thing& thing : given) {
        const Writer::Became became = writer.put(item_of(thing));
        ++(became == Writer::Became::added ? line.added : became == Writer::Became::changed ? line.changed : line.same);
    }
    return line;
}

} // namespace qd::inline store
