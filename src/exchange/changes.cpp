#include "exchange/changes.hpp"

#include "exchange/source.hpp"
#include "exchange/tables.hpp"
#include "exchange/toml_node.hpp"

#include <map>

namespace qd::inline exchange {
namespace {

// Every value of a TOML document by where it stands: "status 1 rule 2 when".
void flatten(const TomlNode& node, const std::string& name, std::map<std::string, std::string>& into) {
    const std::string before = name.empty() ? "" : name + " ";
    if (node.kind == TomlNode::Kind::scalar) into[name] = node.text;
    for (const auto& [key, entry] : node.entries) flatten(entry, before + key, into);
    for (std::size_t i = 0; i < node.items.size(); ++i) flatten(node.items[i], before + std::to_string(i + 1), into);
}

std::map<std::string, std::string> values_of(const std::string& text) {
    ComplaintBook complaints; // of what was read before without any
    std::map<std::string, std::string> values;
    if (const auto node = parse_toml(text, std::string(settings_file), 0, complaints)) flatten(*node, "", values);
    return values;
}

} // namespace

std::vector<CellChange> changes_of_settings(const std::string& before, const std::string& after) {
    std::vector<CellChange> changes;
    if (before.empty()) return changes;
    const auto was = values_of(before), is = values_of(after);
    const auto at = [](const std::map<std::string, std::string>& values, const std::string& key) {
        const auto found = values.find(key);
        return found == values.end() ? std::string() : found->second;
    };
    std::map<std::string, std::string> keys = was;
    keys.insert(is.begin(), is.end());
    for (const auto& [key, value] : keys)
        if (at(was, key) != at(is, key))
            changes.push_back({"settings", std::string(settings_file), key, at(was, key), at(is, key)});
    return changes;
}

std::vector<CellChange> changes_between(const Content& stored, const Content& given) {
    const YearStyle years = given.settings.calendar.year_style();
    std::vector<CellChange> changes;
    for (const TableKind* kind : table_kinds()) {
        if (kind->changes == nullptr) continue;
        for (CellChange& change : kind->changes(stored, given, years)) {
            change.table = kind->name;
            changes.push_back(std::move(change));
        }
    }
    return changes;
}

} // namespace qd::inline exchange
