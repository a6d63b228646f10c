#pragma once

#include "domain/content.hpp"
#include "domain/registers.hpp"

#include <cstddef>
#include <utility>

// Who may read what of each noun, as one table for all: a noun with a Shape says so there, the older ones say so here. Nothing is
// published that is not said to be: a noun, or a member of one, that is said nothing of does not compile.
namespace qd::inline engine {

template <Readable who, auto... members> struct Members {
    static constexpr std::size_t count = sizeof...(members);
    static constexpr bool are_by_rule = who == Readable::by_rule && count > 0;
    template <class Visit> static constexpr void each(Visit visit) { (visit(who, members), ...); }
};

template <Readable who_reads_rows, class... Lists> struct Said : Rows<who_reads_rows> {
    static constexpr std::size_t count = (Lists::count + ...);
    static constexpr bool has_by_rule = (Lists::are_by_rule || ...);
    template <class Visit> static constexpr void each(Visit visit) { (Lists::each(visit), ...); }
};

template <auto... members> using Open = Members<Readable::open, members...>;
template <auto... members> using ByRule = Members<Readable::by_rule, members...>;
template <auto... members> using Council = Members<Readable::council, members...>;

template <class T> struct WhoReads;

template <Shaped T> struct WhoReads<T> : Rows<Shape<T>::rows> {
    static constexpr std::size_t count = [] {
        std::size_t parts = 0;
        each_part<T>([&](const auto&) { ++parts; });
        return parts;
    }();
    static constexpr bool has_by_rule = has_parts_by_rule<T>();
    template <class Visit> static constexpr void each(Visit visit) {
        each_part<T>([&](const auto& part) { visit(part.readable, part.member); });
    }
};

template <>
struct WhoReads<Settings>
    : Said<Readable::open,
           Open<&Settings::name, &Settings::area, &Settings::calendar, &Settings::opens_with, &Settings::due_days,
                &Settings::late_report_days, &Settings::tolerance, &Settings::status_rules, &Settings::own_statuses,
                &Settings::child_rule, &Settings::charts, &Settings::suppression, &Settings::neighbours,
                &Settings::risk, &Settings::registers, &Settings::requests, &Settings::recovery,
                &Settings::as_planned_within, &Settings::reference_document>> {};

template <>
struct WhoReads<Definition>
    : Said<Readable::open,
           Open<&Definition::from, &Definition::text, &Definition::numerator_label, &Definition::denominator_label,
                &Definition::source, &Definition::link, &Definition::overlap>,
           Council<&Definition::reason>> {};

template <>
struct WhoReads<Measure>
    : Said<Readable::open,
           Open<&Measure::code, &Measure::title, &Measure::short_title, &Measure::theme, &Measure::owner,
                &Measure::polarity, &Measure::quantity, &Measure::per, &Measure::decimals, &Measure::grain,
                &Measure::roll_up, &Measure::area_roll_up, &Measure::missing, &Measure::target_roll_up,
                &Measure::judged, &Measure::seasonal, &Measure::baseline, &Measure::tolerance, &Measure::due_days,
                &Measure::least, &Measure::most, &Measure::parent, &Measure::formula, &Measure::on_scorecard,
                &Measure::active_from, &Measure::active_to>,
           ByRule<&Measure::definitions>> {};

// A number that a change is counted from may be a hidden one: the result is given instead, if that is allowed.
template <>
struct WhoReads<Target> : Said<Readable::open,
                               Open<&Target::measure, &Target::area, &Target::period, &Target::role, &Target::strict,
                                    &Target::peers, &Target::state, &Target::set_on, &Target::from>,
                               ByRule<&Target::kind, &Target::value, &Target::lower, &Target::upper,
                                      &Target::baseline_period, &Target::words>,
                               Council<&Target::baseline, &Target::reason>> {};

// A hash over all that was handed in would reveal a hidden count to anyone who tries four of them.
template <>
struct WhoReads<Return>
    : Said<Readable::by_rule,
           Open<&Return::measure, &Return::known_at, &Return::state, &Return::source, &Return::origin>,
           ByRule<&Return::observations>,
           Council<&Return::handed_in_by, &Return::signed_off_by, &Return::source_sha256, &Return::reason>> {};

template <>
struct WhoReads<OfficerForecast>
    : Said<Readable::by_rule,
           Open<&OfficerForecast::measure, &OfficerForecast::area, &OfficerForecast::period, &OfficerForecast::made_in,
                &OfficerForecast::value, &OfficerForecast::lower, &OfficerForecast::upper, &OfficerForecast::outlook,
                &OfficerForecast::known_at>,
           Council<&OfficerForecast::by, &OfficerForecast::reason>> {};

template <>
struct WhoReads<Update>
    : Said<Readable::by_rule,
           Open<&Update::subject, &Update::period, &Update::status, &Update::outlook, &Update::direction_previous,
                &Update::direction_last_year, &Update::change_previous, &Update::change_last_year, &Update::known_at>,
           ByRule<&Update::narrative>, Council<&Update::reason, &Update::by>> {};

template <>
struct WhoReads<RecoveryPlan> : Said<Readable::by_rule,
                                     Open<&RecoveryPlan::code, &RecoveryPlan::measure, &RecoveryPlan::raised_in,
                                          &RecoveryPlan::raised_on, &RecoveryPlan::description, &RecoveryPlan::state,
                                          &RecoveryPlan::closed_on, &RecoveryPlan::text_published>,
                                     ByRule<&RecoveryPlan::presented, &RecoveryPlan::causes, &RecoveryPlan::evidence>> {
};

template <>
struct WhoReads<Paper>
    : Said<Readable::by_rule,
           Open<&Paper::code, &Paper::report, &Paper::period, &Paper::title, &Paper::body, &Paper::meeting,
                &Paper::item, &Paper::report_of, &Paper::contact, &Paper::part, &Paper::affects, &Paper::purpose,
                &Paper::summary, &Paper::consultations, &Paper::part_two_reason, &Paper::recommendations,
                &Paper::reasons, &Paper::alternatives, &Paper::objectives, &Paper::implications,
                &Paper::background_papers, &Paper::body_text>> {};

template <>
struct WhoReads<ReportDefinition> : Said<Readable::by_rule, Open<&ReportDefinition::name, &ReportDefinition::text>> {};

template <>
struct WhoReads<ReferenceDocument> : Said<Readable::open, Open<&ReferenceDocument::name, &ReferenceDocument::bytes>> {};

// Converts to a value of any type, to count the members of a struct by making it from that many.
struct Anything {
    template <class V> operator V() const noexcept; // NOLINT(google-explicit-constructor)
};
template <class T, std::size_t... i> consteval bool is_made_of(std::index_sequence<i...>) {
    return requires { T{(void(i), Anything{})...}; };
}
template <class T, std::size_t most = 64> consteval std::size_t members_of() {
    if constexpr (most == 0 || is_made_of<T>(std::make_index_sequence<most>{}))
        return most;
    else
        return members_of<T, most - 1>();
}

// The open part of a row. The members that a rule decides on are left empty.
template <class T> T open_members(const T& row) {
    static_assert(WhoReads<T>::count == members_of<T>(), "say of every member who may read it");
    T made;
    WhoReads<T>::each([&](Readable who, auto member) {
        if (who == Readable::open) made.*member = row.*member;
    });
    return made;
}

} // namespace qd::inline engine
