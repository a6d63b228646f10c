#include "domain/statement.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<Binding> bindings[] = {
    {Binding::none, "none"},
    {Binding::measures, "measures"},
    {Binding::outlook_meet, "outlook_meet"},
    {Binding::outlook_miss, "outlook_miss"},
    {Binding::priorities, "priorities"},
    {Binding::priorities_green, "priorities_green"},
    {Binding::priorities_amber, "priorities_amber"},
    {Binding::priorities_red, "priorities_red"},
    {Binding::priorities_not_started, "priorities_not_started"},
    {Binding::actions, "actions"},
    {Binding::projects, "projects"},
    {Binding::value, "value"},
    {Binding::change_previous, "change_previous"},
    {Binding::change_last_year, "change_last_year"},
    {Binding::change_percent_last_year, "change_percent_last_year"},
    {Binding::forecast, "forecast"},
    {Binding::years, "years"},
};

} // namespace

std::string_view print(Binding binding) { return word_of(bindings, binding); }
std::optional<Binding> parse_binding(std::string_view text) { return value_of(bindings, text); }

std::vector<RowProblem> Shape<Statement>::problems(const Statement& row) {
    std::vector<RowProblem> found;
    if (row.denominator && row.denominator->is_zero())
        found.push_back({"denominator", "leaves nothing to divide by.",
                         "Write what the percentage is of, or leave the cell empty."});
    if (row.window_from && row.window_to && *row.window_from > *row.window_to)
        found.push_back({"window_to", "is before window_from.", "Put the later day here."});
    if (row.from.has_value() != row.to.has_value())
        found.push_back({row.from ? "to" : "from", "The cell is empty.", "A change has a from and a to."});
    return found;
}

} // namespace qd
