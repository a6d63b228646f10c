#pragma once

#include "base/clock.hpp"
#include "store/db/connection.hpp"
#include "store/store.hpp"

namespace qd::inline store {

class Store::Inside {
public:
    Inside(db::Connection opened, const Clock& given_clock) : connection(std::move(opened)), clock(given_clock) {}

    db::Connection connection;
    const Clock& clock;
};

// Digests of the plain tables, written with every change, so that verify sees one made by another hand.
void write_digests(db::Connection& store);
std::vector<std::string> verify_store(db::Connection& store);

} // namespace qd::inline store
