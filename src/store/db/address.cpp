#include "store/db/address.hpp"

#include "base/error.hpp"

namespace qd::db {
namespace {

constexpr std::string_view sqlite_prefix = "sqlite:";
constexpr const char* address_forms = "Write sqlite:FILE, the path of a file, or postgresql://USER@HOST:PORT/DATABASE.";

} // namespace

std::filesystem::path Address::file() const {
    return text.starts_with(sqlite_prefix) ? text.substr(sqlite_prefix.size()) : text;
}

Address parse_address(std::string_view text) {
    if (text.starts_with("postgresql://") || text.starts_with("postgres://"))
        return {Product::postgres, std::string(text)};
    if (const auto scheme = text.find("://"); scheme != text.npos)
        throw Error(Fault::request, "A store cannot be kept at an address that begins with “" +
                                        std::string(text.substr(0, scheme)) + "://”. " + address_forms);
    Address address{Product::sqlite, std::string(text)};
    if (address.file().empty() || text.find('\0') != text.npos)
        throw Error(Fault::request, std::string("The address of the store names no file. ") + address_forms);
    return address;
}

} // namespace qd::db
