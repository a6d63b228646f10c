#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "domain/risk_register.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

Subject subject_of(const Risk& risk) { return {SubjectKind::risk, risk.code.text()}; }
std::string place_of(const Risk& risk) { return risk.code.text() + " " + risk.title; }

void left_out(const CheckInput& input, const RiskRegister& all, Findings& findings) {
    for (const RiskLine& line : all.missing)
        findings.push_back({"risk-left-out", Severity::error, subject_of(line.risk), place_of(line.risk),
                            "It was on the register of " + input.content.settings.calendar.label(*all.before) +
                                ", and is neither on this one nor deleted.",
                            "Carry it forward, or delete it with a reason and who approved it."});
}

void deleted(const RiskRegister& all, Findings& findings) {
    for (const RiskLine& line : all.left) {
        if (line.risk.closed_reason.empty() && line.risk.merged_into.empty())
            findings.push_back({"risk-deleted-bare", Severity::error, subject_of(line.risk), place_of(line.risk),
                                "It is deleted from the register without a reason.", "Give the reason."});
        if (line.risk.approved_by.empty())
            findings.push_back(
                {"risk-deletion-unapproved", Severity::warning, subject_of(line.risk), place_of(line.risk),
                 "It is deleted from the register, and nobody is said to have approved it.", "Say who approved it."});
    }
}

void scores(const RiskRegister& all, const RiskLine& line, Findings& findings) {
    const RiskReview& review = *line.review;
    for (const auto& level : {review.impact, review.likelihood, review.inherent_impact, review.inherent_likelihood,
                              review.target_impact, review.target_likelihood})
        if (level && *level > all.matrix.size) {
            findings.push_back({"risk-off-matrix", Severity::error, subject_of(line.risk), place_of(line.risk),
                                "A level of " + std::to_string(*level) + " lies outside of the matrix, which goes to " +
                                    std::to_string(all.matrix.size) + ".",
                                "Correct the level, or [risk] in council.toml."});
            break;
        }
    if (review.impact && review.likelihood && review.score && *review.impact * *review.likelihood != *review.score)
        findings.push_back({"risk-score-differs", Severity::error, subject_of(line.risk), place_of(line.risk),
                            std::to_string(*review.impact) + " × " + std::to_string(*review.likelihood) + " is " +
                                std::to_string(*review.impact * *review.likelihood) + ", not " +
                                std::to_string(*review.score) + ".",
                            "Correct the score or its parts."});
    if (line.residual && *line.residual < all.matrix.keep)
        findings.push_back({"risk-below-threshold", Severity::note, subject_of(line.risk), place_of(line.risk),
                            "Its residual score of " + std::to_string(*line.residual) + " is below " +
                                std::to_string(all.matrix.keep) + ", from which entries stay on the register.",
                            "Delete it with a reason and who approved it, or say why it stays."});
}

bool is_about_risks(const Item& item) {
    return std::ranges::any_of(item.about, [](const Subject& about) { return about.kind == SubjectKind::risk; });
}

// A meeting has the figures of one period before it, and the register of another.
void other_period(const CheckInput& input, Findings& findings) {
    const Content& content = input.content;
    const Calendar& calendar = content.settings.calendar;
    for (const Paper& paper : content.papers) {
        if (paper.period != input.period) continue;
        const auto item = std::ranges::find(content.items, paper.code, &Item::paper);
        if (item == content.items.end()) continue;
        const auto beside = std::ranges::find_if(
            content.items, [&](const Item& other) { return other.meeting == item->meeting && is_about_risks(other); });
        const Meeting* meeting = find_row(content.meetings, item->meeting);
        if (beside == content.items.end() || !meeting) continue;
        const auto registers = register_periods(content.risk_reviews, Instant::end_of(meeting->date));
        if (registers.empty() || registers.back() == input.period || registers.back().grain() != input.period.grain())
            continue;
        findings.push_back({"register-other-period",
                            Severity::warning,
                            {SubjectKind::item, beside->code.text()},
                            beside->title,
                            "The register before the meeting of " + print_long(meeting->date) + " is of " +
                                calendar.label(registers.back()) + ", the figures beside it are of " +
                                calendar.label(input.period) + ".",
                            "Bring both for the same period, or say why they differ."});
    }
}

} // namespace

// The register of risks and opportunities: nothing leaves it silently, and its scores are what they are made of.
Findings check_risks(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    other_period(input, findings);
    const RiskRegister all = risk_register(input.content.risks, input.content.risk_reviews, input.content.settings.risk,
                                           input.period, input.as_at);
    if (all.lines.empty()) return findings; // there is no register of this period
    left_out(input, all, findings);
    deleted(all, findings);
    for (const RiskLine& line : all.lines) scores(all, line, findings);
    return findings;
}

} // namespace qd::inline checks
