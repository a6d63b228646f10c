#pragma once

#include "domain/content.hpp"

#include <tuple>
#include <utility>

namespace qd {

// The tables of a content that are made by their shape alone, in the order in which they are read: what is referred to comes
// before what refers to it.
inline constexpr auto registers = std::tuple(
    &Content::rebases, &Content::neighbours, &Content::peer_groups, &Content::tolerances, &Content::programmes,
    &Content::funding, &Content::phases, &Content::contract_reviews, &Content::deliverables, &Content::delivery,
    &Content::payment_rules, &Content::payment_claims, &Content::waves, &Content::milestones, &Content::forms,
    &Content::form_returns, &Content::site_ratings, &Content::risks, &Content::risk_reviews, &Content::trajectories,
    &Content::escalations, &Content::bank_holidays, &Content::meetings, &Content::items, &Content::attendance,
    &Content::declarations, &Content::decisions, &Content::request_progress, &Content::minutes, &Content::printed,
    &Content::layouts);

template <class Visit> constexpr void each_register(Visit visit) {
    std::apply([&](auto... members) { (visit(members), ...); }, registers);
}

// The noun of a register: RowOf<&Content::rebases>, RowIn<decltype(member)> in each_register.
template <class T, class Part> T row_of(std::vector<T> Part::*);
template <class Member> using RowIn = decltype(row_of(std::declval<Member>()));
template <auto Member> using RowOf = RowIn<decltype(Member)>;

} // namespace qd
