#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "domain/known_reviews.hpp"
#include "domain/risk_register.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

Finding of(const RiskLine& line, FindingKind kind, std::string message) {
    return {kind,
            {SubjectKind::risk, line.risk.code.text()},
            line.risk.code.text() + " " + line.risk.title,
            std::move(message)};
}

void left_out(const CheckInput& input, const RiskRegister& all, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    for (const RiskLine& line : all.missing)
        findings.push_back(of(line, error("risk-left-out"),
                              "It was on the register of " + calendar.label(*all.before) +
                                  ", and is neither on this one nor deleted."));
    for (const UnreviewedRegister& each : all.not_reviewed) {
        std::vector<std::string> codes;
        for (const RiskCode& code : each.entries) codes.push_back(code.text());
        const Unit* unit = find_row(input.content.units, UnitCode(each.name));
        const std::string name = unit ? unit->name : each.name;
        findings.push_back({warning("register-not-reviewed"), unit ? Subject{SubjectKind::unit, each.name} : Subject{},
                            name.empty() ? std::string("Risk register") : name,
                            "Nobody reviewed it in " + calendar.label(all.period) + "; " + in_words(codes) +
                                (codes.size() == 1 ? " stands" : " stand") + " as in " + calendar.label(each.last) +
                                "."});
    }
}

void deleted(const RiskRegister& all, Findings& findings) {
    for (const RiskLine& line : all.left) {
        if (line.risk.closed_reason.empty() && line.risk.merged_into.empty())
            findings.push_back(
                of(line, error("risk-deleted-bare"), "It is deleted from the register without a reason."));
        if (line.risk.approved_by.empty())
            findings.push_back(of(line, warning("risk-deletion-unapproved"),
                                  "It is deleted from the register, and nobody is said to have approved it."));
    }
}

std::string levels_of(const std::vector<int>& levels) {
    std::vector<std::string> words;
    for (const int level : levels) words.push_back(std::to_string(level));
    return in_words(words);
}

void off_matrix(const RiskMatrix& matrix, const RiskLine& line, Findings& findings) {
    const RiskReview& review = *line.review;
    const auto say = [&](const char* what, int level, const std::vector<int>& levels) {
        findings.push_back(of(line, error("risk-off-matrix"),
                              std::string(what) + " of " + std::to_string(level) +
                                  " is outside the matrix, which has " + levels_of(levels) + "."));
    };
    for (const auto& level : {review.impact, review.inherent_impact, review.target_impact})
        if (level && !is_on(matrix, *level)) return say("An impact", level->number, matrix.impact_levels);
    for (const auto& level : {review.likelihood, review.inherent_likelihood, review.target_likelihood})
        if (level && !is_on(matrix, *level)) return say("A likelihood", level->number, matrix.likelihood_levels);
}

// What a paper gives compared with what follows from its parts.
void published_differs(const RiskRegister& all, const RiskLine& line, std::string_view which, const GivenRating& given,
                       const RiskRating& rating, Findings& findings) {
    const RiskMatrix& matrix = all.matrix;
    const std::string whose = which.empty() ? "" : capitalised(std::string(which)) + ": ";
    if (given.impact && given.likelihood && given.score) {
        const auto computed = computed_score(matrix, all.rule, *given.impact, *given.likelihood);
        if (computed && computed != given.score) {
            const std::string shown = show(matrix, all.rule, rating);
            const bool sum_shown = shown.find(" = ") != std::string::npos;
            findings.push_back(of(line, error("risk-score-differs"),
                                  whose + (sum_shown ? replace_all(shown, " = ", " is ") : "The levels make " + shown) +
                                      ", not " + std::to_string(*given.score) + "."));
        }
    }
    const RiskBand* computed = computed_band(matrix, rating);
    const auto published = status_named(matrix, line.risk.kind, given.band);
    if (given.band.empty() || !computed) return;
    const RiskBand* named = band_named(matrix, given.band.text);
    const bool is_colour = parse_status(given.band.text).has_value();
    if (named && !is_colour ? named == computed : published == status_of(*computed, line.risk.kind)) return;
    findings.push_back(of(line, error("risk-band-differs"),
                          whose + show(matrix, all.rule, rating) + " is " + computed->label + " by the matrix, and " +
                              given.band.text + " is published."));
}

// Of an opportunity less is worse, so all of it is the other way round.
void out_of_order(const RiskRegister& all, const RiskLine& line, Findings& findings) {
    const bool risk = line.risk.kind == RiskKind::risk;
    const int wrong = risk ? 1 : -1;
    const std::string beyond = risk ? "above" : "below";
    const auto shown = [&](const RiskRating& rating) { return show(all.matrix, all.rule, rating); };
    if (compare(all.matrix, line.risk.kind, line.residual, line.inherent) == wrong)
        findings.push_back(of(line, warning("risk-residual-beyond-inherent"),
                              "Its residual rating, " + shown(line.residual) + ", is " + beyond +
                                  " the one without controls, " + shown(line.inherent) + "."));
    const auto to_target = compare(all.matrix, line.risk.kind, line.target, line.residual);
    if (to_target == wrong)
        findings.push_back(of(line, warning("risk-target-beyond-residual"),
                              "Its target, " + shown(line.target) + ", is " + beyond + " its residual rating, " +
                                  shown(line.residual) + "."));
    if (line.appetite && line.appetite->exceeded == true)
        findings.push_back(of(line, warning("risk-beyond-appetite"),
                              "Its residual rating, " + shown(line.residual) + ", is " + beyond +
                                  " what is accepted, " + accepted(*line.appetite) + "."));
}

void late_target(const CheckInput& input, const RiskRegister& all, const RiskLine& line, Findings& findings) {
    const auto& by = line.review->target_by;
    if (!by || *by > input.content.settings.calendar.last_day(input.period)) return;
    const int short_of = line.risk.kind == RiskKind::risk ? 1 : -1;
    if (compare(all.matrix, line.risk.kind, line.residual, line.target) != short_of) return;
    findings.push_back(of(line, warning("risk-target-overdue"),
                          "Its target of " + show(all.matrix, all.rule, line.target) + " was to be reached by " +
                              print_long(*by) + "; it is " + show(all.matrix, all.rule, line.residual) + "."));
}

void ratings(const CheckInput& input, const RiskRegister& all, const RiskLine& line, Findings& findings) {
    off_matrix(all.matrix, line, findings);
    published_differs(all, line, "", residual_of(*line.review), line.residual, findings);
    published_differs(all, line, "inherent", inherent_of(*line.review), line.inherent, findings);
    published_differs(all, line, "target", target_of(*line.review), line.target, findings);
    out_of_order(all, line, findings);
    late_target(input, all, line, findings);
    const Update* update = risk_update(input.content, line.risk.code, line.review->period, input.as_at);
    const BandName& band = line.review->band;
    if (update && update->status && *update->status != Status::not_rated && !band.empty() &&
        status_named(all.matrix, line.risk.kind, band) != update->status)
        findings.push_back(
            of(line, error("risk-band-differs"),
               "Its review says " + band.text + ", and the update of the same period " + label(*update->status) + "."));
    if (line.residual.score && *line.residual.score < all.matrix.keep)
        findings.push_back(of(line, note("risk-below-threshold"),
                              "Its residual score of " + std::to_string(*line.residual.score) + " is below " +
                                  std::to_string(all.matrix.keep) + ", from which entries stay on the register."));
}

// Scores that are not the product, without a rule for them: they are used as published, and not computed again.
void unknown_rule(const RiskRegister& all, Findings& findings) {
    if (all.matrix.rule != ScoreRule::usual || all.rule != ScoreRule::published) return;
    findings.push_back(
        {note("risk-rule-unknown"),
         {},
         "Risk register",
         "Most of the published scores are not impact × likelihood, and council.toml does not say how they are "
         "made: they are shown as published."});
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
        const Instant by = Instant::end_of(meeting->date);
        const auto newest = newest_register(content, by);
        if (!newest || *newest == input.period || newest->grain() != input.period.grain()) continue;
        // An entry reviewed less often is in the register of the period as last reviewed.
        if (*newest < input.period && register_shown_for(content, input.period, by) == input.period) continue;
        findings.push_back({warning("register-other-period"),
                            {SubjectKind::item, beside->code.text()},
                            beside->title,
                            "The register at the meeting of " + print_long(meeting->date) + " is for " +
                                calendar.label(*newest) + ", but the figures shown with it are for " +
                                calendar.label(input.period) + "."});
    }
}

} // namespace

// The register of risks and opportunities: nothing leaves it silently, and its scores are what they are made of.
Findings check_risks(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    other_period(input, findings);
    const RiskRegister all = risk_register(input.content, input.period, input.as_at);
    if (all.lines.empty() && all.missing.empty()) return findings; // there is no register of this period
    left_out(input, all, findings);
    deleted(all, findings);
    unknown_rule(all, findings);
    for (const RiskLine& line : all.lines)
        if (line.movement != RiskMovement::not_reviewed) ratings(input, all, line, findings);
    return findings;
}

} // namespace qd::inline checks
