#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace qd::db {

enum class Product { sqlite, postgres };

// Where a store is: `sqlite:FILE`, the plain path of a file, or `postgresql://USER@HOST:PORT/DATABASE`.
struct Address {
    Product product = Product::sqlite;
    std::string text;                   // as given: may hold a password, so never print it for PostgreSQL
    std::filesystem::path file() const; // of SQLite
};

// Error(request) for an address that is neither.
Address parse_address(std::string_view text);

} // namespace qd::db
