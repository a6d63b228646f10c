#pragma once

#include "base/clock.hpp"
#include "store/db/connection.hpp"
#include "store/past.hpp"
#include "store/store.hpp"

namespace qd::inline store {

class Store::Inside {
public:
    Inside(db::Connection opened, const Clock& given_clock)
        : connection(std::move(opened)), clock(given_clock), past(given_clock) {}

    db::Connection connection;
    const Clock& clock;
    PastReader past;
};

struct Table;
class Writer;

// The next act, at this moment, and what it is to begin from.
Writer next_act(db::Connection& store, Act act, Instant now);
// Computed figures are removed with what they follow from: if the program ends before they are computed again, it leaves no old
// figures.
void take_out_computed(db::Connection& store);

// The digest of a record or of what is rebuildable, written with every change, so that verify sees one made by something else.
enum class Digest { as_it_was, written_anew };
Digest write_digest(db::Connection& store, const Table& table);
std::vector<std::string> verify_digest(db::Connection& store, const Table& table);
std::vector<std::string> verify_store(db::Connection& store);

} // namespace qd::inline store
