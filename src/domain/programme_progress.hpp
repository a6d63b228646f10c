#pragma once

#include "domain/calendar.hpp"
#include "domain/deliverable.hpp"
#include "domain/milestone.hpp"
#include "domain/payment.hpp"
#include "domain/plan.hpp"

namespace qd {

struct MilestoneLine {
    Milestone milestone;
    std::optional<int> slippage; // days that it comes, or is expected, later than due; negative = earlier
    bool is_overdue = false;     // due by now, and not reached

    friend bool operator==(const MilestoneLine&, const MilestoneLine&) = default;
};

// What is known of a deliverable at the end of one period.
struct DeliveryStep {
    Delivery row;
    std::optional<Decimal> after_lag; // as of DeliveryLine

    friend bool operator==(const DeliveryStep&, const DeliveryStep&) = default;
};

// One deliverable at the end of a period. Shares and variances are in per cent.
struct DeliveryLine {
    Deliverable deliverable;
    std::optional<Delivery> row;     // the newest by then, its profile a number; none = nothing is known of it
    std::size_t added = 0;           // the row is put together from so many areas and bodies; 0 = handed in as a whole
    std::optional<Decimal> share;    // delivered, of the total
    std::optional<Decimal> variance; // delivered ÷ profile − 1
    std::optional<ProfileLabel> stands; // by the variance: ahead, as planned or behind; none if it is not known
    std::optional<Decimal> after_lag;   // the profile as it was `lag_weeks` before the end of the period
    std::optional<Decimal> beside_lag;  // delivered ÷ that − 1
    std::vector<DeliveryStep> course;   // of all periods, oldest first

    friend bool operator==(const DeliveryLine&, const DeliveryLine&) = default;
};

// The day to which all lines were reported; none where they were reported to different days, or none was.
std::optional<Date> reported_to(const std::vector<DeliveryLine>& lines, const Calendar& calendar);
bool is_in_words(const DeliveryLine& line); // it has neither a number to deliver nor one delivered

// How delivery compares with its profile by the figures: as planned while the variance is no more than `within` per cent.
// None if the profile is 0: then there is no share of it.
std::optional<ProfileLabel> profile_standing(Decimal delivered, Decimal profile, Decimal within);
// Whether a word that somebody typed is on the other side from the figures. "Slightly behind" is behind, and may be said of
// anything behind by any amount, because no tolerance says what is slight.
bool contradicts(ProfileLabel typed, Decimal delivered, Decimal profile, Decimal within);

struct FundingLine {
    Funding funding;
    std::optional<Decimal> computed;  // each × count
    std::optional<Decimal> to_spend;  // brought forward + the amount + virement; none where the amount is not known
    std::optional<Decimal> remaining; // of that, after what was spent; negative = overspent

    friend bool operator==(const FundingLine&, const FundingLine&) = default;
};

struct IncomeLine {
    PaymentRule rule;
    Decimal cases;  // that are paid for
    Decimal income; // £

    friend bool operator==(const IncomeLine&, const IncomeLine&) = default;
};

// What payment by results should bring in, if every case that is planned is taken on and comes out well.
struct Income {
    std::vector<IncomeLine> lines;
    Decimal planned;             // cases in all
    Decimal attachment, results; // £
    Decimal total() const { return attachment + results; }

    friend bool operator==(const Income&, const Income&) = default;
};

struct ClaimTotals {
    std::size_t claims = 0, paid = 0;
    Decimal claimed, received, clawed_back; // £

    friend bool operator==(const ClaimTotals&, const ClaimTotals&) = default;
};

struct PhaseLine {
    Phase phase;
    std::optional<Update> said; // of it last, in a period that had ended by then

    friend bool operator==(const PhaseLine&, const PhaseLine&) = default;
};

// A programme as at the end of a period, by what was known at a time.
struct ProgrammeProgress {
    Programme programme;
    Instant as_at;
    std::optional<Period> period;    // the latest with anything known; none = nothing is
    std::vector<Period> periods;     // all of them, oldest first
    std::vector<DeliveryLine> lines; // of every deliverable, in all; each as it was last reported
    std::vector<DeliveryLine> parts; // by area and by body; likewise
    std::vector<FundingLine> funding;
    Decimal funded; // £, agreed and planned
    std::vector<PhaseLine> phases;
    std::vector<MilestoneLine> milestones;
    std::vector<ContractReview> reviews;
    std::optional<Income> income; // none without payment rules
    ClaimTotals claims;

    friend bool operator==(const ProgrammeProgress&, const ProgrammeProgress&) = default;
};

std::string show_number(Decimal value);              // "1,621", "24.5": grouped, with the decimals that it has
std::string show_variance(Decimal percent);          // "+65.0%", "−12.9%"
std::string money_in_millions(Decimal pounds);       // "£8.767m", rounded
std::string money_cut_to_tenths(Decimal pounds);     // "£8.7m", cut off: what papers often print
std::string slippage_words(std::optional<int> days); // "14 days late", "on time", "3 days early"; "" for none

} // namespace qd
