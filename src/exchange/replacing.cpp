#include "exchange/replacing.hpp"

#include "exchange/row_keys.hpp"
#include "exchange/withdrawing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace qd::inline exchange {
namespace {

using Key = std::vector<std::string>;

// A figure is of the days of its period, however that is written.
using DaysOfFigure = std::tuple<MeasureCode, AreaCode, Date, Date>;

struct KnownFigure {
    std::optional<Instant> known_at;
    Observation cell;
};

std::map<DaysOfFigure, KnownFigure> figures_of(const Content& content, const Calendar& calendar) {
    std::map<DaysOfFigure, KnownFigure> figures;
    for (const Return& each : content.returns) {
        for (std::size_t i = 0; i < each.observations.size(); ++i) {
            Observation cell = each.observations.at(i);
            const DaysOfFigure place{each.measure, cell.area, calendar.first_day(cell.period),
                                     calendar.last_day(cell.period)};
            const auto [found, is_new] = figures.try_emplace(place);
            if (is_new || found->second.known_at <= each.known_at) found->second = {each.known_at, std::move(cell)};
        }
    }
    return figures;
}

std::vector<Key> missing_figures(const Content& stored, const Content& given) {
    const Calendar& calendar = stored.settings.calendar;
    const auto there = figures_of(stored, calendar), handed_in = figures_of(given, calendar);
    std::vector<Key> keys;
    for (const auto& [place, figure] : there)
        if (!handed_in.contains(place) && !is_withdrawn(figure.cell))
            keys.push_back({std::get<0>(place).text(), figure.cell.area.text(), print(figure.cell.period)});
    return keys;
}

std::vector<Key> missing_keys(const TextTable& stored, const TextTable& given) {
    std::set<Key> there;
    for (const TextTable::Row& row : given.rows) there.insert(row.key);
    std::vector<Key> keys;
    for (const TextTable::Row& row : stored.rows)
        if (there.insert(row.key).second) keys.push_back(row.key); // of the versions of a ledger once
    return keys;
}

std::vector<SourceFile> files_without_returns(Content content, const Settings& settings) {
    content.settings = settings;
    content.returns.clear();
    return to_files(content, "");
}

} // namespace

std::vector<AskedWithdrawal> missing_rows(const Content& stored, const SourceReading& source,
                                          const std::string& reason) {
    const AreaCode& own = stored.settings.area;
    const std::vector<SourceFile> was = files_without_returns(stored, stored.settings),
                                  is = files_without_returns(source.content, stored.settings);
    std::vector<AskedWithdrawal> missing;
    for (const TextKind& kind : text_kinds()) {
        if (std::ranges::find(source.tables, kind.name) == source.tables.end()) continue;
        const std::vector<Key> keys = kind.name == returns_table.name
                                          ? missing_figures(stored, source.content)
                                          : missing_keys(text_table(was, kind), text_table(is, kind));
        for (const Key& key : keys) {
            const bool is_asked = std::ranges::any_of(source.withdrawals, [&](const AskedWithdrawal& asked) {
                return asked.table == kind.name && names_key(asked.words, kind.keys, key, own);
            });
            if (!is_asked) missing.push_back({kind.name, key, reason});
        }
    }
    return missing;
}

} // namespace qd::inline exchange
