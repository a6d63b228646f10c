#pragma once

#include "domain/registers.hpp"
#include "store/nouns.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace qd::inline store {

// What the store does with one register.
struct RegisterRows {
    std::string_view table;
    void (*read)(db::Connection& store, Content& into);
    Line (*bring)(Writer& writer, const Content& given_content);
    std::optional<LedgerCheck> check; // if it is a ledger
};

// By its shape (shaped.hpp). They are defined in registers/, in several files, because all in one take the compiler half a
// minute; one that is not defined does not link.
template <auto Member> RegisterRows register_rows();

const std::vector<RegisterRows>& all_registers(); // in the order in which they are read

} // namespace qd::inline store
