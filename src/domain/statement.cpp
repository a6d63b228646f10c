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

} // namespace qd
