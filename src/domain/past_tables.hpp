#pragma once

#include "domain/past.hpp"
#include "domain/registers.hpp"

#include <string>
#include <string_view>

namespace qd {

template <class T> inline constexpr std::string_view table_name = Shape<T>::table;
template <> inline constexpr std::string_view table_name<Area> = "areas";
template <> inline constexpr std::string_view table_name<Unit> = "units";
template <> inline constexpr std::string_view table_name<Measure> = "measures";
template <> inline constexpr std::string_view table_name<Target> = "targets";
template <> inline constexpr std::string_view table_name<OfficerForecast> = "forecasts";
template <> inline constexpr std::string_view table_name<Plan> = "plans";
template <> inline constexpr std::string_view table_name<Priority> = "priorities";
template <> inline constexpr std::string_view table_name<Update> = "updates";
template <> inline constexpr std::string_view table_name<RecoveryPlan> = "recovery_plans";
template <> inline constexpr std::string_view table_name<Action> = "actions";
template <> inline constexpr std::string_view table_name<Project> = "projects";

// Whether a row is never replaced by another: of its key there may be many.
template <class T> consteval bool is_of_ledger() {
    if constexpr (Shaped<T>)
        return is_ledger<T>();
    else
        return std::same_as<T, Target> || std::same_as<T, OfficerForecast> || std::same_as<T, Update>;
}

// The tables of a content that are shown as they stood. The others are shown as they are: what a paper says and how it looks, what was
// printed, and the returns, whose rows never end.
template <class Visit> constexpr void each_past(Visit visit) {
    visit(&Content::areas), visit(&Content::units), visit(&Content::measures), visit(&Content::targets);
    visit(&Content::forecasts), visit(&Content::plans), visit(&Content::priorities), visit(&Content::updates);
    visit(&Content::recovery_plans), visit(&Content::actions), visit(&Content::projects);
    each_register([&](auto member) {
        if constexpr (!std::same_as<RowIn<decltype(member)>, Printed>) visit(member);
    });
}

// What a row is known by in its table, as one text: its code, or its keys.
template <class T> std::string key_of_row(const T& row) {
    if constexpr (requires { row.code.text(); })
        return row.code.text();
    else if constexpr (Shaped<T>)
        return key_of(row);
    else
        return {}; // of a ledger
}

// Visits the rows of a table that ended, in the order in which they did: `visit(row, stood)`.
template <class T, class Part, class Visit>
void each_ended(const Past& past, std::vector<T> Part::*table, Visit visit) {
    for (const auto& piece : past.pieces) {
        const auto found = piece->stood.find(table_name<T>);
        if (found == piece->stood.end()) continue;
        const std::vector<T>& rows = (*piece).rows.*table;
        for (std::size_t i = 0; i < found->second.size(); ++i) visit(rows.at(i), found->second[i]);
    }
}

} // namespace qd
