#include "exchange/layouts/next_file.hpp"

#include "base/text.hpp"
#include "exchange/layouts/persons.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <set>

// How a file differs from the last one that was read by its layout.
namespace qd::inline exchange {
namespace {

template <class List, class Value> bool has(const List& list, const Value& value) {
    return std::ranges::find(list, value) != list.end();
}

std::vector<std::string> shapes_of(const SheetTaking& taking) {
    std::vector<std::string> shapes;
    for (const TakenHeading& heading : taking.headings)
        if (!has(shapes, heading.shape)) shapes.push_back(heading.shape);
    return shapes;
}

// Headings of the last file that are not in this one by any name that the layout has for their column.
std::vector<std::string> gone_headings(const Layout& layout, const SheetTaking& taking, NameBook& names) {
    std::vector<std::string> gone;
    if (!layout.seen) return gone;
    const std::vector<std::string> now = shapes_of(taking);
    for (const std::string& was : layout.seen->headings) {
        if (has(now, was)) continue;
        const auto area = names.area(was);
        const bool renamed = std::ranges::any_of(taking.headings, [&](const TakenHeading& heading) {
            if (heading.rule.empty() || has(layout.seen->headings, heading.shape)) return false;
            return has(heading.rule, was) || (area && names.area(heading.text) == area);
        });
        if (!renamed) gone.push_back(was);
    }
    return gone;
}

// The neighbours of a heading in a list, leaving out those that are in doubt themselves.
struct Beside {
    std::string before, after;
};
Beside beside(const std::vector<std::string>& all, std::size_t at, const std::vector<std::string>& doubtful) {
    Beside found;
    for (std::size_t i = at; i-- > 0 && found.before.empty();)
        if (!has(doubtful, all[i])) found.before = all[i];
    for (std::size_t i = at + 1; i < all.size() && found.after.empty(); ++i)
        if (!has(doubtful, all[i])) found.after = all[i];
    return found;
}

bool holds_numbers(const std::vector<std::string_view>& cells) {
    const auto numbers =
        std::ranges::count_if(cells, [](std::string_view text) { return read_figure(text).has_value(); });
    return numbers * 2 > static_cast<std::ptrdiff_t>(cells.size());
}

const LayoutColumn* rule_called(const Layout& layout, const std::string& heading) {
    for (const LayoutBlock& block : layout.blocks)
        for (const LayoutColumn& column : block.columns)
            if (std::ranges::any_of(column.headings,
                                    [&](const Pattern& pattern) { return same_words(pattern.text()) == heading; }))
                return &column;
    return nullptr;
}

bool takes_numbers(const LayoutColumn& column) {
    using enum ColumnIs;
    switch (column.is) {
    case value:
    case numerator:
    case denominator:
    case target:
    case annual_target:
    case by_role:
    case check: return true;
    default: return false;
    }
}

// Which heading of the last file a new one most probably is: it stands in the same place, and its cells are of the same kind.
std::string likely_before(const Layout& layout, const SheetTaking& taking, const TakenHeading& heading,
                          const std::vector<std::string>& gone, NameBook& names) {
    if (!layout.seen || gone.empty()) return "";
    std::vector<std::string> unknown;
    for (const TakenHeading& each : taking.headings)
        if (each.rule.empty()) unknown.push_back(each.shape);
    const std::vector<std::string> now = shapes_of(taking);
    const auto place = static_cast<std::size_t>(std::ranges::find(now, heading.shape) - now.begin());
    const Beside here = beside(now, place, unknown);
    for (const std::string& was : gone) {
        const LayoutColumn* rule = rule_called(layout, was);
        const bool numbers = rule != nullptr ? takes_numbers(*rule) : names.area(was).has_value();
        if (holds_numbers(heading.samples) != numbers) continue;
        const std::vector<std::string>& all = layout.seen->headings;
        const Beside there = beside(all, static_cast<std::size_t>(std::ranges::find(all, was) - all.begin()), gone);
        const bool same_place =
            (!here.before.empty() && here.before == there.before) || (!here.after.empty() && here.after == there.after);
        if (same_place || (gone.size() == 1 && unknown.size() == 1)) return was;
    }
    return "";
}

std::string remedy_for(const Layout& layout, const SheetTaking& taking, const TakenHeading& heading,
                       const std::vector<std::string>& gone, NameBook& names) {
    const std::string set = "quarterday layout set " + layout.name + " ", own = "\"" + heading.text + "\"";
    const std::string was = likely_before(layout, taking, heading, gone, names);
    if (const auto area = was.empty() ? std::nullopt : names.area(was))
        return "It is where “" + was + "” was. If that area has another name now: " + set + "areas." + own + " " +
               (area->empty() ? "COUNCIL" : *area) +
               ". If it is a new area, add it to areas.csv, and set its own code. " + "If it is no area: " + set +
               "columns." + own + " leave";
    if (!was.empty())
        return "It is where “" + was + "” was. If it is the same: " + set + "columns." + own + " 'as " + was +
               "'. If not: " + set + "columns." + own + " leave, or what it is";
    switch (names_in(heading.samples)) {
    case Names::posts: return "Its cells look like posts. To leave it out: " + set + "columns." + own + " leave";
    case Names::persons:
        return "Its cells look like names of persons, which are not kept. To leave it out: " + set + "columns." + own +
               " leave";
    case Names::neither: break;
    }
    return "Say what it is: " + set + "columns." + own +
           " leave; or value, target, narrative … for what is to be taken in.";
}

void tell_gone(const Layout& layout, const SheetTaking& taking, const std::vector<std::string>& gone, NameBook& names,
               const SheetWish& wish, ComplaintBook& complaints) {
    std::vector<std::string> proposed; // with the heading that takes its place
    for (const TakenHeading& heading : taking.headings)
        if (heading.rule.empty()) proposed.push_back(likely_before(layout, taking, heading, gone, names));
    for (const std::string& was : gone) {
        if (has(proposed, was) || is_confirmed(wish, "heading", was)) continue;
        complaints.add({taking.file.name, 0, "", was,
                        "was a heading in the last file, " + layout.seen->file + ", and is not in this one.",
                        "Nothing is taken back. If that is right: " + how_to_confirm("heading", was)});
    }
}

std::set<std::string> all_measures(const std::map<std::string, std::vector<std::string>>& sheets) {
    std::set<std::string> all;
    for (const auto& [name, measures] : sheets) all.insert(measures.begin(), measures.end());
    return all;
}

// Whether two sheets are about the same: half of the measures of either at least.
bool share_measures(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto both = std::ranges::count_if(a, [&](const std::string& each) { return has(b, each); });
    return both > 0 && both * 2 >= static_cast<std::ptrdiff_t>(std::min(a.size(), b.size()));
}

void compare_sheets(const Layout& layout, SheetTaking& taking, const SheetWish& wish, ComplaintBook& complaints) {
    const auto &before = layout.seen->sheets, now = seen_of(taking).sheets;
    std::vector<std::string> renamed;
    for (const auto& [name, measures] : now) {
        if (before.contains(name)) continue;
        const auto was = std::ranges::find_if(before, [&](const auto& each) {
            return !now.contains(each.first) && share_measures(each.second, measures);
        });
        if (was != before.end()) {
            renamed.push_back(was->first);
            taking.notes.push_back("The sheet " + was->first + " is now " + name +
                                   ": the same headings, the same measures.");
        } else if (!is_confirmed(wish, "sheet", name)) {
            complaints.add({taking.file.name, 0, "", name,
                            "is a sheet that the last file, " + layout.seen->file + ", had not.",
                            "If its figures belong here: " + how_to_confirm("sheet", name) +
                                ". To leave it out: not_sheets in layouts/" + layout.name + ".toml."});
        }
    }
    for (const auto& [name, measures] : before)
        if (!now.contains(name) && !has(renamed, name) && !is_confirmed(wish, "sheet", name))
            complaints.add({taking.file.name, 0, "", name,
                            "was a sheet of the last file, " + layout.seen->file + ", and is not in this one.",
                            "Nothing is taken back. If that is right: " + how_to_confirm("sheet", name)});
}

void compare_measures(const Layout& layout, SheetTaking& taking, const SheetWish& wish, ComplaintBook& complaints) {
    const std::set<std::string> before = all_measures(layout.seen->sheets), now = all_measures(seen_of(taking).sheets);
    for (const std::string& code : before)
        if (!now.contains(code) && !is_confirmed(wish, "gone", code))
            complaints.add({taking.file.name, 0, "", code,
                            "had figures in the last file, " + layout.seen->file + ", and has none in this one.",
                            "Nothing is taken back. If that is right: " + how_to_confirm("gone", code)});
    std::vector<std::string> come;
    for (const std::string& code : now)
        if (!before.contains(code)) come.push_back(code);
    if (!come.empty())
        taking.notes.push_back("Not in the last file, " + layout.seen->file + ": " + in_words(come) + ".");
}

} // namespace

bool is_confirmed(const SheetWish& wish, const std::string& kind, const std::string& what) {
    return std::ranges::any_of(wish.confirmed, [&](const std::string& given) {
        const std::string each = lower(given);
        return each == "all" || each == kind || each == kind + ":" + lower(what);
    });
}

std::string how_to_confirm(const std::string& kind, const std::string& what) {
    const std::string key = kind + ":" + what;
    return "--confirm " + (std::ranges::find(key, ' ') == key.end() ? key : "\"" + key + "\"");
}

SheetsSeen seen_of(const SheetTaking& taking) {
    SheetsSeen seen;
    seen.file = taking.file.name;
    seen.headings = shapes_of(taking);
    for (const TakenHeading& heading : taking.headings) seen.sheets.try_emplace(taking.sheet_shapes[heading.sheet]);
    const auto add = [&](std::uint32_t sheet, const std::string& measure) {
        std::vector<std::string>& codes = seen.sheets[taking.sheet_shapes[sheet]];
        if (const auto place = std::ranges::lower_bound(codes, measure); place == codes.end() || *place != measure)
            codes.insert(place, measure);
    };
    for (const auto& [key, figure] : taking.figures) add(figure.fields.front().second.from.sheet, key.measure);
    for (const auto& [about, target] : taking.targets) add(target.from.sheet, about.first.measure);
    return seen;
}

void complain_of_headings(const Layout& layout, const SheetTaking& taking, NameBook& names, ComplaintBook& complaints) {
    const std::vector<std::string> gone = gone_headings(layout, taking, names);
    for (const TakenHeading& heading : taking.headings)
        if (heading.rule.empty())
            complaints.add({taking.file.place(heading.sheet), heading.row + std::size_t{1},
                            letters_of_column(heading.column), heading.text,
                            "is a heading that the layout " + taking.layout + " does not know.",
                            remedy_for(layout, taking, heading, gone, names)});
}

void compare_with_last(const Layout& layout, SheetTaking& taking, NameBook& names, const SheetWish& wish,
                       ComplaintBook& complaints) {
    for (const std::string& missing : taking.missing) {
        if (is_confirmed(wish, "heading", missing)) continue;
        complaints.add({taking.file.name, 0, "", missing,
                        "is a heading by which the layout " + layout.name + " finds its table, and is not there.",
                        "Name one that will last: quarterday layout set " + layout.name + " heading.\"" + missing +
                            "\" OTHER. The table was found by the other headings."});
    }
    if (!layout.seen) return;
    tell_gone(layout, taking, gone_headings(layout, taking, names), names, wish, complaints);
    compare_sheets(layout, taking, wish, complaints);
    compare_measures(layout, taking, wish, complaints);
}

} // namespace qd::inline exchange
