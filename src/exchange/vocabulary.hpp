#pragma once

#include "domain/content.hpp"
#include "domain/words.hpp"
#include "domain/written.hpp"
#include "exchange/intake.hpp"

namespace qd::inline exchange {

// How the words of an enumeration are read, and which value, if any, a table writes as an empty cell.
// Of most: their own words, and no cell is empty.
template <class E> struct Vocabulary {
    static std::optional<E> parse(std::string_view text) { return Written<E>::parse(as_word(text)); }
    static constexpr std::optional<E> blank{};
};

#define QD_VOCABULARY(Enum, parser, ...)                                                                               \
    template <> struct Vocabulary<Enum> {                                                                              \
        static std::optional<Enum> parse(std::string_view text) { return parser(text); }                               \
        static constexpr std::optional<Enum> blank{__VA_ARGS__};                                                       \
    };

QD_VOCABULARY(AreaKind, parse_area_kind)
QD_VOCABULARY(UnitKind, parse_unit_kind)
QD_VOCABULARY(Polarity, parse_polarity)
QD_VOCABULARY(Quantity, parse_quantity)
QD_VOCABULARY(Grain, parse_grain)
QD_VOCABULARY(RollUp, parse_roll_up)
QD_VOCABULARY(AreaRollUp, parse_area_roll_up)
QD_VOCABULARY(MissingParts, parse_missing_parts)
QD_VOCABULARY(TargetRollUp, parse_target_roll_up)
QD_VOCABULARY(TargetRole, parse_target_role)
QD_VOCABULARY(TargetKind, parse_target_kind)
QD_VOCABULARY(Judged, parse_judged)
QD_VOCABULARY(TargetState, parse_target_state)
QD_VOCABULARY(GapReason, parse_gap_reason)
QD_VOCABULARY(ReturnState, parse_return_state)
QD_VOCABULARY(Outlook, parse_outlook, Outlook::unknown)
QD_VOCABULARY(Status, parse_status)
QD_VOCABULARY(Direction, parse_direction)
QD_VOCABULARY(ActionState, parse_action_state)
QD_VOCABULARY(RecoveryPlanState, parse_recovery_plan_state)
QD_VOCABULARY(Binding, parse_binding, Binding::none)
QD_VOCABULARY(ChildRule, parse_child_rule)
#undef QD_VOCABULARY

template <class E>
concept Worded = WordedEnum<E>;

template <Worded E> std::string write_word(E value) {
    return Vocabulary<E>::blank == value ? "" : std::string(print(value));
}

// “grean” → "is not one of …", with the nearest.
template <Worded E> Understood<E> read_word(std::string_view text) {
    const auto value = Vocabulary<E>::parse(text);
    if (value && value != Vocabulary<E>::blank) return *value;
    std::vector<std::string> words = all_words<E>();
    if (Vocabulary<E>::blank) std::erase(words, std::string(print(*Vocabulary<E>::blank)));
    return tl::make_unexpected(
        Problem{"is not one of " + join(words, ", ") + ".", did_you_mean(as_word(text), words, "Write one of these.")});
}

} // namespace qd::inline exchange
