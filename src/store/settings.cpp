#include "store/nouns.hpp"

namespace qd::inline store {
namespace {

constexpr std::string_view council = "council.toml";

} // namespace

std::string read_settings(db::Connection& store) {
    const std::vector<StoredRow> stored =
        item_in_force(store, table_named("settings"), {{db::Kind::text, std::string(council), {}}});
    return stored.empty() ? std::string() : stored.front().row.value("text").text.value_or("");
}

Line bring_settings(Writer& writer, const std::string& text) {
    if (text.empty()) return {.table = "settings"};
    return bring(writer, "settings", std::vector{text},
                 [](const std::string& given_text) { return Item{Row::of("settings", council, given_text)}; });
}

} // namespace qd::inline store
