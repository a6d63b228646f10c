#pragma once

#include "domain/shape.hpp"

namespace qd {

// How a programme is paid for: out of the council's own money, by a grant, by a contract for outcomes, or by results.
enum class ProgrammeKind { own, grant, contract, payment_by_results };
std::string_view print(ProgrammeKind kind);
std::string label(ProgrammeKind kind);

using ProgrammeCode = Code<struct Programme>;

// Work over some years towards outcomes that somebody pays for.
struct Programme {
    ProgrammeCode code;
    std::string title;
    UnitCode unit; // who delivers it, or leads
    ProgrammeKind kind = ProgrammeKind::own;
    std::string funder;
    std::optional<Decimal> contract_value; // £
    std::optional<Date> runs_from, runs_to;
    std::string aim, note;

    friend bool operator==(const Programme&, const Programme&) = default;
};

template <> struct Shape<Programme> : Rows<Readable::open> {
    using T = Programme;
    static constexpr std::string_view table = "programmes", one = "a programme";
    static constexpr auto parts =
        made_of(code<open>("code", &T::code), need<open>("title", &T::title), part<open>("unit", &T::unit),
                part<open>("kind", &T::kind), part<open>("funder", &T::funder),
                part<open>("contract_value", &T::contract_value), part<open>("runs_from", &T::runs_from),
                part<open>("runs_to", &T::runs_to), part<open>("aim", &T::aim), part<open>("note", &T::note));
    static std::vector<RowProblem> problems(const Programme& row);
};

enum class FundingState { agreed, planned, possible };
std::string_view print(FundingState state);

using FundingCode = Code<struct Funding>;

// One stream of a programme's money: for a stretch of time, in all or so much for each of so many.
struct Funding {
    FundingCode code;
    ProgrammeCode programme;
    std::string title;
    std::optional<Period> period; // none = the whole of the programme
    FundingState state = FundingState::agreed;
    std::optional<Decimal> amount; // £, as published
    std::optional<Decimal> each;   // £ for each of `count`
    std::optional<Decimal> count;
    std::string counted; // what `count` counts: "pupils eligible for free school meals"
    std::string note;
    int position = 0;
    std::optional<Decimal> brought_forward; // £, the opening balance: what the year before left over, or overspent (−)
    std::optional<Decimal> virement;        // £ moved to this stream from others (+), or away from it (−)
    std::optional<Decimal> spent;           // £, so far

    friend bool operator==(const Funding&, const Funding&) = default;
};

template <> struct Shape<Funding> : Rows<Readable::by_rule> {
    using T = Funding;
    static constexpr std::string_view table = "funding", one = "a funding stream";
    static constexpr auto parts =
        made_of(code<open>("code", &T::code), need<open>("programme", &T::programme), need<open>("title", &T::title),
                part<open>("period", &T::period), part<open>("state", &T::state), part<open>("amount", &T::amount),
                part<open>("each", &T::each), part<open>("count", &T::count), part<open>("counted", &T::counted),
                part<open>("note", &T::note), part<open>("position", &T::position),
                later(part<open>("brought_forward", &T::brought_forward)), later(part<open>("virement", &T::virement)),
                later(part<open>("spent", &T::spent)));
};

std::optional<Decimal> amount_of(const Funding& funding); // £, as published, else each × count
// £: brought forward + the amount + virement; none where the amount is not known.
std::optional<Decimal> to_spend(const Funding& funding);

// Not complete: whether it was begun is not known.
enum class PhaseState { not_started, under_way, largely_complete, complete, not_complete };
std::string_view print(PhaseState state);
std::string label(PhaseState state);

using PhaseCode = Code<struct Phase>;

// A programme goes through its phases in their order; its state in a period is an update on it.
struct Phase {
    PhaseCode code;
    ProgrammeCode programme;
    std::string title;
    PhaseState state = PhaseState::not_started;
    std::optional<Date> started, due, completed;
    std::string note;
    int position = 0;

    friend bool operator==(const Phase&, const Phase&) = default;
};

template <> struct Shape<Phase> : Rows<Readable::open> {
    using T = Phase;
    static constexpr std::string_view table = "phases", one = "a phase";
    static constexpr auto parts = made_of(
        code<open>("code", &T::code), need<open>("programme", &T::programme), need<open>("title", &T::title),
        part<open>("state", &T::state), part<open>("started", &T::started), part<open>("due", &T::due),
        part<open>("completed", &T::completed), part<open>("note", &T::note), part<open>("position", &T::position));
    static std::vector<RowProblem> problems(const Phase& row);
};

enum class ReviewState { open, done };
std::string_view print(ReviewState state);

using ContractReviewCode = Code<struct ContractReview>;

// A look at how a body delivers its part of a programme. What is required of it in detail are actions about the review.
struct ContractReview {
    ContractReviewCode code;
    ProgrammeCode programme;
    UnitCode body; // whose delivery was looked at; empty = all
    std::optional<Date> reviewed_on;
    std::string finding, required;
    ReviewState state = ReviewState::open;

    friend bool operator==(const ContractReview&, const ContractReview&) = default;
};

template <> struct Shape<ContractReview> : Rows<Readable::council> {
    using T = ContractReview;
    static constexpr std::string_view table = "contract_reviews", one = "a contract review";
    static constexpr auto parts = made_of(
        code<council>("code", &T::code), need<council>("programme", &T::programme), part<council>("body", &T::body),
        part<council>("reviewed_on", &T::reviewed_on), need<council>("finding", &T::finding),
        part<council>("required", &T::required), part<council>("state", &T::state));
};

} // namespace qd
