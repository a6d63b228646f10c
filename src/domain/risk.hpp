#pragma once

#include "domain/shape.hpp"

namespace qd {

enum class RiskKind { risk, opportunity };
std::string_view print(RiskKind kind);

using RiskCode = Code<struct Risk>;

// An entry of the register of risks and opportunities. It leaves the register only with a reason and who approved it.
struct Risk {
    RiskCode code;
    RiskKind kind = RiskKind::risk;
    std::string title;
    std::string renamed_from; // the title before
    UnitCode unit;
    std::string owner; // a post
    std::optional<Date> raised_on;
    std::optional<Period> raised_in; // the register that first had it
    std::string cause, consequence, controls, planned;
    RiskCode merged_into;
    std::optional<Date> closed_on;
    std::optional<Period> closed_in; // the register that no longer has it
    std::string closed_reason, approved_by;

    bool is_closed() const { return closed_in.has_value() || closed_on.has_value(); }
    friend bool operator==(const Risk&, const Risk&) = default;
};

template <> struct Shape<Risk> {
    using T = Risk;
    static constexpr std::string_view table = "risks", one = "a risk";
    static constexpr auto parts = made_of(
        code("code", &T::code), part("kind", &T::kind), need("title", &T::title),
        part("renamed_from", &T::renamed_from), part("unit", &T::unit), part("owner_post", &T::owner),
        part("raised_on", &T::raised_on), part("raised_in", &T::raised_in), part("cause", &T::cause),
        part("consequence", &T::consequence), part("controls", &T::controls), part("planned", &T::planned),
        above("merged_into", &T::merged_into), part("closed_on", &T::closed_on), part("closed_in", &T::closed_in),
        part("closed_reason", &T::closed_reason), part("approved_by", &T::approved_by));
    static std::vector<RowProblem> problems(const Risk& row);
};

// How an entry of the register was scored in a period; a ledger. Impact and likelihood count from 1; where a paper gives only
// the score, or only that it is at least so much, that is what is held.
struct RiskReview {
    RiskCode risk;
    Period period;
    std::optional<int> inherent_impact, inherent_likelihood; // without any controls
    std::optional<int> impact, likelihood;                   // residual: with the controls
    std::optional<int> target_impact, target_likelihood;     // what is aimed at
    std::optional<int> score;                                // residual, as published
    std::optional<int> least_score;                          // residual, at least
    std::string note;
    std::optional<Instant> known_at;

    friend bool operator==(const RiskReview&, const RiskReview&) = default;
};

template <> struct Shape<RiskReview> {
    using T = RiskReview;
    static constexpr std::string_view table = "risk_reviews", one = "a risk review";
    static constexpr auto parts =
        made_of(key("risk", &T::risk), key("period", &T::period), part("inherent_impact", &T::inherent_impact),
                part("inherent_likelihood", &T::inherent_likelihood), part("impact", &T::impact),
                part("likelihood", &T::likelihood), part("target_impact", &T::target_impact),
                part("target_likelihood", &T::target_likelihood), part("score", &T::score),
                part("least_score", &T::least_score), part("note", &T::note), moment(&T::known_at));
    static std::vector<RowProblem> problems(const RiskReview& row);
};

} // namespace qd
