#include "exchange/changes.hpp"

#include "base/text.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/narratives.hpp"
#include "exchange/source.hpp"
#include "exchange/tables.hpp"
#include "exchange/toml_node.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace qd::inline exchange {
namespace {

// Every value of a TOML document by where it is: "status 1 rule 2 when".
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

std::string at(const std::map<std::string, std::string>& values, const std::string& key) {
    const auto found = values.find(key);
    return found == values.end() ? std::string() : found->second;
}

// What two lists of values say otherwise, in the order of their keys.
void add_differing(std::vector<CellChange>& changes, const std::string& table, const std::string& row,
                   const std::map<std::string, std::string>& was, const std::map<std::string, std::string>& is) {
    std::map<std::string, std::string> keys = was;
    keys.insert(is.begin(), is.end());
    for (const auto& [key, value] : keys)
        if (at(was, key) != at(is, key)) changes.push_back({table, row, key, at(was, key), at(is, key)});
}

// The first line in which two texts differ, of each; empty where a text has ended before it.
std::pair<std::string, std::string> first_differing_lines(const std::string& before, const std::string& after) {
    const std::vector<std::string> was = split(before, '\n'), is = split(after, '\n');
    for (std::size_t i = 0; i < std::max(was.size(), is.size()); ++i) {
        const std::string one = i < was.size() ? was[i] : "", other = i < is.size() ? is[i] : "";
        if (one != other) return {one, other};
    }
    return {};
}

// A text that the store has, as it is written in a council folder, against what is handed in: by the keys of its front matter, and the
// line in which the text begins to differ.
void add_text_changes(std::vector<CellChange>& changes, const std::string& table, const std::string& row,
                      const std::string& before, const std::string& after) {
    const auto cut = [](const std::string& text) {
        const std::size_t end = text.starts_with("+++\n") ? text.find("+++\n", 4) : std::string::npos;
        if (end == std::string::npos) return std::pair(std::string(), text);
        return std::pair(text.substr(4, end - 4), std::string(trim(text.substr(end + 4))));
    };
    const auto [front_before, text_before] = cut(before);
    const auto [front_after, text_after] = cut(after);
    add_differing(changes, table, row, values_of(front_before), values_of(front_after));
    if (text_before == text_after) return;
    auto [was, is] = first_differing_lines(text_before, text_after);
    if (text_after.empty()) was = text_before, is.clear(); // the whole text goes
    changes.push_back(
        {table, row, "text", std::move(was), is.empty() && !text_after.empty() ? "(fewer lines)" : std::move(is)});
}

template <class T, class Named, class Write>
void add_texts(std::vector<CellChange>& changes, const std::string& table, const std::vector<T>& stored,
               const std::vector<T>& given, Named named, Write write) {
    for (const T& after : given)
        for (const T& before : stored)
            if (named(before) == named(after) && !(before == after))
                add_text_changes(changes, table, named(after), write(before), write(after));
}

// Plans, papers, minutes and the definitions of reports: what is handed in as a text of its own.
void add_all_texts(std::vector<CellChange>& changes, const Content& stored, const Content& given, YearStyle years) {
    add_texts(
        changes, "recovery_plans", stored.recovery_plans, given.recovery_plans,
        [](const RecoveryPlan& plan) { return plan.code.text(); },
        [&](const RecoveryPlan& plan) { return write_recovery_plan(plan, years).bytes; });
    add_texts(
        changes, "papers", stored.papers, given.papers, [](const Paper& paper) { return paper.code.text(); },
        [&](const Paper& paper) { return write_paper(paper, years).bytes; });
    add_texts(
        changes, "minutes", stored.minutes, given.minutes,
        [](const Minutes& minutes) { return minutes.meeting.text(); },
        [](const Minutes& minutes) { return write_minutes(minutes).bytes; });
    add_texts(
        changes, "report_definitions", stored.report_definitions, given.report_definitions,
        [](const ReportDefinition& definition) { return definition.name; },
        [](const ReportDefinition& definition) { return definition.text; });
    add_texts(
        changes, "layouts", stored.layouts, given.layouts, [](const SheetLayout& layout) { return layout.name; },
        [](const SheetLayout& layout) { return "+++\n" + LayoutText(layout.text).without_seen() + "+++\n"; });
    for (const ReferenceDocument& after : given.reference_documents)
        for (const ReferenceDocument& before : stored.reference_documents)
            if (before.name == after.name && before.bytes != after.bytes)
                changes.push_back({"reference_documents", after.name, "file",
                                   std::to_string(before.bytes.size()) + " bytes",
                                   std::to_string(after.bytes.size()) + " bytes"});
}

} // namespace

std::vector<CellChange> changes_of_settings(const std::string& before, const std::string& after) {
    std::vector<CellChange> changes;
    if (before.empty()) return changes;
    add_differing(changes, "settings", std::string(settings_file), values_of(before), values_of(after));
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
    add_all_texts(changes, stored, given, years);
    return changes;
}

} // namespace qd::inline exchange
