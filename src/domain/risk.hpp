#pragma once

#include "domain/risk_level.hpp"
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
    std::optional<Date> renamed_on;    // from this day it has its title; none = it is not known when that was
    std::string held_in;               // the register it is in; empty = that of its unit
    std::optional<Grain> review_every; // none = as its register is
    std::string category;              // "Financial"
    std::optional<int> appetite;       // the highest residual score that is accepted (of an opportunity the lowest)
    BandName appetite_band;            // the same as a band

    bool is_closed() const { return closed_in.has_value() || closed_on.has_value(); }
    friend bool operator==(const Risk&, const Risk&) = default;
};

// The title that it had on a day; of a renaming whose day is not known that of today.
const std::string& title_on(const Risk& risk, Date day);

template <> struct Shape<Risk> : Rows<Readable::open> {
    using T = Risk;
    static constexpr std::string_view table = "risks", one = "a risk";
    static constexpr auto parts =
        made_of(code<open>("code", &T::code), part<open>("kind", &T::kind), need<open>("title", &T::title),
                part<open>("renamed_from", &T::renamed_from), part<open>("unit", &T::unit),
                part<open>("owner_post", &T::owner), part<open>("raised_on", &T::raised_on),
                part<open>("raised_in", &T::raised_in), part<council>("cause", &T::cause),
                part<council>("consequence", &T::consequence), part<council>("controls", &T::controls),
                part<council>("planned", &T::planned), above<open>("merged_into", &T::merged_into),
                part<open>("closed_on", &T::closed_on), part<open>("closed_in", &T::closed_in),
                part<open>("closed_reason", &T::closed_reason), part<open>("approved_by", &T::approved_by),
                later(part<open>("renamed_on", &T::renamed_on)), later(part<open>("register", &T::held_in)),
                later(part<open>("review_every", &T::review_every)), later(part<open>("category", &T::category)),
                later(part<open>("appetite", &T::appetite)), later(part<open>("appetite_band", &T::appetite_band)));
    static std::vector<RowProblem> problems(const Risk& row);
};

// How an entry of the register was rated in a period; a ledger. Inherent, residual and target are each known whole, in part or
// not at all: by the levels of the matrix, by the score, or by the band alone, as the paper gives them.
struct RiskReview {
    RiskCode risk;
    Period period;
    std::optional<ImpactLevel> inherent_impact; // without any controls
    std::optional<LikelihoodLevel> inherent_likelihood;
    std::optional<ImpactLevel> impact; // residual: with the controls
    std::optional<LikelihoodLevel> likelihood;
    std::optional<ImpactLevel> target_impact; // what is aimed at
    std::optional<LikelihoodLevel> target_likelihood;
    std::optional<int> score;       // residual, as published
    std::optional<int> least_score; // residual, at least
    std::string note;
    std::optional<Instant> known_at;
    std::optional<int> inherent_score, target_score; // as published
    BandName inherent_band, band, target_band;       // as published
    std::optional<Date> target_by;                   // when the target is to be reached
    std::string held_in;                             // the register it was in then; empty = that of the risk

    friend bool operator==(const RiskReview&, const RiskReview&) = default;
};

template <> struct Shape<RiskReview> : Rows<Readable::open> {
    using T = RiskReview;
    static constexpr std::string_view table = "risk_reviews", one = "a risk review";
    static constexpr auto parts = made_of(
        key<open>("risk", &T::risk), key<open>("period", &T::period),
        part<open>("inherent_impact", &T::inherent_impact), part<open>("inherent_likelihood", &T::inherent_likelihood),
        part<open>("impact", &T::impact), part<open>("likelihood", &T::likelihood),
        part<open>("target_impact", &T::target_impact), part<open>("target_likelihood", &T::target_likelihood),
        part<open>("score", &T::score), part<open>("least_score", &T::least_score), part<council>("note", &T::note),
        moment<open>(&T::known_at), later(part<open>("inherent_score", &T::inherent_score)),
        later(part<open>("inherent_band", &T::inherent_band)), later(part<open>("band", &T::band)),
        later(part<open>("target_score", &T::target_score)), later(part<open>("target_band", &T::target_band)),
        later(part<open>("target_by", &T::target_by)), later(part<open>("register", &T::held_in)));
    static std::vector<RowProblem> problems(const RiskReview& row);
};

} // namespace qd
