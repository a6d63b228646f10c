#include "base/sha256.hpp"
#include "store/nouns.hpp"

namespace qd::inline store {
namespace {

constexpr std::string_view council = "council.toml";
constexpr auto select_setting = "SELECT text, sha256 FROM settings WHERE name = $1";

} // namespace

std::string read_settings(db::Connection& store) {
    for (auto row : store.query(select_setting, council)) return row.get<std::string>(0);
    return {};
}

Line bring_settings(db::Connection& store, const std::string& text) {
    constexpr auto insert = "INSERT INTO settings (name, text, sha256) VALUES ($1, $2, $3)";
    constexpr auto erase = "DELETE FROM settings WHERE name = $1";
    Line line{.table = "settings"};
    if (text.empty()) return line;
    const std::string before = read_settings(store);
    if (before == text) {
        line.same = 1;
        return line;
    }
    const bool there = store.execute(erase, council) > 0;
    store.execute(insert, council, text, sha256(text));
    ++(there ? line.changed : line.added);
    return line;
}

std::vector<std::string> verify_settings(db::Connection& store) {
    for (auto row : store.query(select_setting, council))
        if (sha256(row.get<std::string>(0)) != row.get<std::string>(1))
            return {"settings: council.toml was changed after it was brought in."};
    return {};
}

} // namespace qd::inline store
