#pragma once

#include "domain/content.hpp"
#include "domain/risk_rating.hpp"

namespace qd {

// What became of an entry since its last review. Not reviewed: it is unchanged, because its register is reviewed
// less often, or nobody reviewed its register in the period.
enum class RiskMovement { fresh, up, same, down, unknown, closed, merged, missing, not_reviewed };
std::string_view print(RiskMovement movement);
std::string label(RiskMovement movement); // "up", "not known", "left out without a reason"

// What residual rating is accepted of an entry.
struct RiskAppetite {
    std::optional<int> most; // a score (of an opportunity the least), or
    std::string band;
    std::optional<bool> exceeded; // none = it is not known

    friend bool operator==(const RiskAppetite&, const RiskAppetite&) = default;
};
std::string accepted(const RiskAppetite& appetite); // "8", "amber"
std::string show(const RiskAppetite& appetite);     // "8, not kept"

struct RiskLine {
    Risk risk;                        // with the title that it had at the time
    std::string held_in;              // the register that it stands in, or its unit; "" = neither is said
    std::string moved_from;           // the register that it stood in before; "" = the same
    std::optional<RiskReview> review; // of the period, else the last before it
    std::optional<RiskReview> before; // the one before that
    RiskRating inherent, residual, target;
    RiskRating residual_before;
    std::optional<RiskAppetite> appetite;
    RiskMovement movement = RiskMovement::unknown;
    std::string change; // the movement in words: "up from amber", "last reviewed in 2024/25 quarter 1"

    friend bool operator==(const RiskLine&, const RiskLine&) = default;
};

// A register in which nobody reviewed an entry although it was due, and the entries that are unchanged.
struct UnreviewedRegister {
    std::string name; // "" = the only one
    Period last;      // when it was reviewed
    std::vector<RiskCode> entries;

    friend bool operator==(const UnreviewedRegister&, const UnreviewedRegister&) = default;
};

// The register of a period, by what was known at a time.
struct RiskRegister {
    Period period;
    std::optional<Period> before; // the register before; none = this is the first
    Instant as_at;
    RiskMatrix matrix;
    ScoreRule rule = ScoreRule::usual;            // what counts of it
    std::vector<Period> periods;                  // those with a register, oldest first
    std::vector<RiskLine> lines;                  // on the register, as people count: R2 before R12
    std::vector<RiskLine> left;                   // closed or merged since the register before
    std::vector<RiskLine> missing;                // on the register before, neither here nor closed
    std::vector<UnreviewedRegister> not_reviewed; // though due

    friend bool operator==(const RiskRegister&, const RiskRegister&) = default;
};

// The periods in which anybody rated a risk, in a review or an update, oldest first.
std::vector<Period> register_periods(const Content& content, Instant as_at);
RiskRegister risk_register(const Content& content, Period period, Instant as_at);
// The period whose register is shown if that of `asked` is wanted: itself, if entries were reviewed in it or are in
// it by the rhythm of their register; otherwise the newest. None = there is no register.
std::optional<Period> newest_register(const Content& content, Instant as_at);
std::optional<Period> register_shown_for(const Content& content, Period asked, Instant as_at);

ScoreRule score_rule_known(const Content& content, Instant as_at); // see score_rule_of
// The reviews of one entry, oldest first, each with what became of it since the one before.
std::vector<RiskLine> risk_history(const Content& content, const Risk& risk, Instant as_at);

// "2 risks: 1 high, 1 medium. 1 up, 1 same as before." of those on the register; "" without any of that kind.
std::string counts_words(const RiskRegister& all, RiskKind kind);
// How many are in each band (the gravest first, "" last: in none), and how many moved how.
struct RiskCounts {
    std::vector<std::pair<std::string, std::size_t>> bands;
    std::vector<std::pair<RiskMovement, std::size_t>> movements;
};
RiskCounts counts_of(const RiskRegister& all, RiskKind kind);

} // namespace qd
