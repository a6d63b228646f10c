#include "domain/settings.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<ChildRule> child_rules[] = {
    {ChildRule::none, "none"},
    {ChildRule::most_common, "most_common"},
    {ChildRule::worst, "worst"},
};

} // namespace

std::string_view print(ChildRule rule) { return word_of(child_rules, rule); }
std::optional<ChildRule> parse_child_rule(std::string_view text) { return value_of(child_rules, text); }

} // namespace qd
