#include "domain/target.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<TargetKind> target_kinds[] = {
    {TargetKind::value, "value"},
    {TargetKind::floor, "floor"},
    {TargetKind::ceiling, "ceiling"},
    {TargetKind::range, "range"},
    {TargetKind::change, "change"},
    {TargetKind::change_percent, "change_percent"},
    {TargetKind::better_than_last_year, "better_than_last_year"},
    {TargetKind::peer_quartile, "peer_quartile"},
    {TargetKind::words, "words"},
    {TargetKind::none_yet, "none_yet"},
};

constexpr Word<TargetRole> target_roles[] = {
    {TargetRole::annual, "annual"},   {TargetRole::profile, "profile"},           {TargetRole::stretch, "stretch"},
    {TargetRole::minimum, "minimum"}, {TargetRole::intervention, "intervention"},
};

constexpr Word<TargetState> target_states[] = {
    {TargetState::in_force, "in_force"},
    {TargetState::suspended, "suspended"},
    {TargetState::withdrawn, "withdrawn"},
};

} // namespace

std::string_view print(TargetKind kind) { return word_of(target_kinds, kind); }
std::optional<TargetKind> parse_target_kind(std::string_view text) { return value_of(target_kinds, text); }
std::string_view print(TargetRole role) { return word_of(target_roles, role); }
std::optional<TargetRole> parse_target_role(std::string_view text) { return value_of(target_roles, text); }
std::string_view print(TargetState state) { return word_of(target_states, state); }
std::optional<TargetState> parse_target_state(std::string_view text) { return value_of(target_states, text); }

} // namespace qd
