#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "domain/delivery_known.hpp"
#include "domain/programme_progress.hpp"

#include <algorithm>
#include <map>

namespace qd::inline checks {
namespace {

bool is_in_period(const CheckInput& input, std::optional<Date> day) {
    const Calendar& calendar = input.content.settings.calendar;
    return day && *day >= calendar.first_day(input.period) && *day <= calendar.last_day(input.period);
}

std::string place_of(const Content& content, const Deliverable& deliverable, const Delivery& row) {
    const Programme* programme = find_row(content.programmes, deliverable.programme);
    const Area* area = find_row(content.areas, row.area);
    const Unit* body = find_row(content.units, row.body);
    return (programme ? programme->title + ", " : "") + deliverable.title + (area ? ", " + area->name : "") +
           (body ? ", " + body->name : "");
}

Subject subject_of(const Deliverable& deliverable) { return {SubjectKind::programme, deliverable.programme.text()}; }

// Each step comes after the one before it, so it can never count more.
void out_of_order(const Deliverable& deliverable, const Delivery& row, const std::string& place, Findings& findings) {
    const std::pair<std::string, std::optional<Decimal>> steps[] = {
        {"delivered", row.delivered}, {"evidenced", row.evidenced}, {"claimed", row.claimed}, {"paid", row.paid}};
    const std::pair<std::string, std::optional<Decimal>>* before = nullptr;
    for (const auto& step : steps) {
        if (!step.second) continue;
        if (before && *step.second > *before->second)
            findings.push_back(
                {error("delivery-order"), subject_of(deliverable), place,
                 print_stated(*step.second) + " are " + step.first + ", and only " + print_stated(*before->second) +
                     " " + before->first + ".",
                 "Correct one of the two: nothing is " + step.first + " before it is " + before->first + "."});
        before = &step;
    }
}

// No tolerance says what is slight, so those words stay as they were printed; a word that says another side than its own figures
// is an error.
void judged_label(const Deliverable& deliverable, const Delivery& row, const std::string& place, Decimal within,
                  Findings& findings) {
    if (!row.judged || !row.profile || !row.delivered || row.profile->is_zero()) return;
    const std::string figures = print_stated(*row.delivered) + " against a profile of " + print_stated(*row.profile);
    const std::string variance = show_variance(Decimal::ratio(*row.delivered, *row.profile, 100) - Decimal(100));
    const std::string said = "“" + capitalised(label(*row.judged)) + "” is printed for " + figures + ": ";
    if (contradicts(*row.judged, *row.delivered, *row.profile, within))
        findings.push_back({error("profile-word-wrong"), subject_of(deliverable), place, said + variance + "."});
    else if (*row.judged == ProfileLabel::behind || *row.judged == ProfileLabel::slightly_behind)
        findings.push_back({note("profile-word"), subject_of(deliverable), place, said + variance + "."});
}

// A total from the start can only grow. Money that was paid may have been taken back, and then the claims say so.
void falling_totals(const CheckInput& input, const Deliverable& deliverable, const Delivery& row,
                    const std::vector<Delivery>& rows, const std::string& place, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    const Date first = calendar.first_day(row.period), last = calendar.last_day(row.period);
    const std::pair<const char*, std::optional<Decimal> Delivery::*> steps[] = {{"delivered", &Delivery::delivered},
                                                                                {"evidenced", &Delivery::evidenced},
                                                                                {"claimed", &Delivery::claimed},
                                                                                {"paid", &Delivery::paid}};
    for (const auto& [word, step] : steps) {
        if (!(row.*step)) continue;
        const Delivery* before = nullptr; // the newest earlier total from the same start
        for (const Delivery& other : rows) {
            const Date end = calendar.last_day(other.period);
            const bool another_start = row.period.grain() == Grain::span && first > end;
            if (!is_same_line(other, row) || !(other.*step) || end >= last || another_start) continue;
            if (!before || end > calendar.last_day(before->period)) before = &other;
        }
        if (!before || *(row.*step) >= *(before->*step)) continue;
        const bool may_be_taken_back = step == &Delivery::claimed || step == &Delivery::paid;
        findings.push_back({may_be_taken_back ? warning("delivery-falls") : error("delivery-falls"),
                            subject_of(deliverable), place,
                            print_stated(*(before->*step)) + " were " + word + " from the start to " +
                                print_long(calendar.last_day(before->period)) + ", and " + print_stated(*(row.*step)) +
                                " to " + print_long(last) + ": a total from the start cannot fall.",
                            may_be_taken_back ? "Correct one of the two, or record what was taken back as a claim."
                                              : "Correct one of the two. If this is what one period added, add it to "
                                                "the total before."});
    }
}

void deliveries(const CheckInput& input, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    const std::vector<Delivery> rows = delivery_known(input.content, input.as_at);
    for (const Delivery& row : rows) {
        const Deliverable* deliverable = find_row(input.content.deliverables, row.deliverable);
        if (!deliverable || !is_in_period(input, calendar.last_day(row.period))) continue;
        const std::string place =
            place_of(input.content, *deliverable, row) + ", to " + print_long(calendar.last_day(row.period));
        guarded(subject_of(*deliverable), place, findings, [&] {
            out_of_order(*deliverable, row, place, findings);
            judged_label(*deliverable, row, place, input.content.settings.as_planned_within, findings);
            falling_totals(input, *deliverable, row, rows, place, findings);
            if (row.profile_share && !row.profile)
                findings.push_back({warning("profile-share-of-nothing"), subject_of(*deliverable), place,
                                    "The profile is " + print_stated(*row.profile_share) +
                                        "% of the year’s delivery, but how much the year is to deliver is not known."});
        });
    }
}

// Half a unit of an amount as it was printed: its zeros at the end may be rounding, though no more than a tenth of it is.
Decimal half_unit(Decimal amount) {
    std::int64_t unit = Decimal::scale;
    const std::int64_t size = amount.abs().millionths();
    while (unit <= size / 100 && size % (unit * 10) == 0) unit *= 10;
    return Decimal::from_millionths(unit / 2);
}

void amount_arithmetic(const Funding& funding, const Subject& subject, const std::string& place, Findings& findings) {
    if (!funding.amount || !funding.each || !funding.count) return;
    const Decimal computed = *funding.each * *funding.count;
    if ((computed - *funding.amount).abs() <= half_unit(*funding.amount)) return;
    findings.push_back({warning("amount-arithmetic"), subject, place,
                        "£" + print_grouped(*funding.amount, 0) + " is given, but £" + print_stated(*funding.each) +
                            " for each of " + print_stated(*funding.count) + " is £" + print_grouped(computed, 0) +
                            "."});
}

// Money that was spent beyond what there was, and virements within a programme that do not cancel out.
void spending(const CheckInput& input, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    std::map<ProgrammeCode, std::pair<Decimal, std::size_t>> moved;
    for (const Funding& funding : input.content.funding) {
        const Programme* programme = find_row(input.content.programmes, funding.programme);
        if (!programme || !funding.period || calendar.year_of(*funding.period) != calendar.year_of(input.period))
            continue;
        const Subject subject{SubjectKind::programme, programme->code.text()};
        const std::string place = programme->title + ", " + funding.title;
        guarded(subject, place, findings, [&] {
            amount_arithmetic(funding, subject, place, findings);
            if (funding.virement) {
                moved[programme->code].first = moved[programme->code].first + *funding.virement;
                ++moved[programme->code].second;
            }
            const auto budget = to_spend(funding);
            if (budget && funding.spent && *funding.spent > *budget)
                findings.push_back({warning("spent-above-budget"), subject, place,
                                    "£" + print_grouped(*funding.spent, 0) + " was spent, and there was £" +
                                        print_grouped(*budget, 0) + " to spend."});
        });
    }
    for (const auto& [code, sum] : moved)
        if (sum.second > 1 && !sum.first.is_zero())
            findings.push_back({note("virement-uneven"),
                                {SubjectKind::programme, code.text()},
                                find_row(input.content.programmes, code)->title,
                                "The virements of " + calendar.label(calendar.year_of(input.period)) + " leave £" +
                                    print_grouped(sum.first.abs(), 0) + (sum.first < Decimal() ? " less" : " more") +
                                    " than before: what one stream gained, another did not lose."});
}

struct ClaimPlace {
    Subject subject;
    std::string words;
};

void claim_window(const PaymentClaim& claim, const PaymentRule& rule, const ClaimPlace& place, Findings& findings) {
    const auto add = [&](const std::string& message, const std::string& remedy) {
        findings.push_back({error("claim-window"), place.subject, place.words, message, remedy});
    };
    if (!claim.attached_on) return;
    if ((rule.valid_from && *claim.attached_on < *rule.valid_from) ||
        (rule.valid_to && *claim.attached_on > *rule.valid_to))
        add("The case was taken on on " + print_long(*claim.attached_on) + ", outside the rule’s time, " +
                print_window(rule.valid_from, rule.valid_to) + ".",
            "Claim it under the rule for its time.");
    if (!claim.claimed_on) return;
    const std::int32_t days = *claim.claimed_on - *claim.attached_on;
    if ((rule.claim_from && days < *rule.claim_from) || (rule.claim_days && days > *rule.claim_days))
        add("It was claimed " + std::to_string(days) + " days after the case was taken on; the window is from day " +
                std::to_string(rule.claim_from.value_or(0)) +
                (rule.claim_days ? " to day " + std::to_string(*rule.claim_days) : "") + ".",
            "Withdraw the claim, or correct its dates.");
}

void one_claim(const PaymentClaim& claim, const PaymentRule& rule, const ClaimPlace& place, Findings& findings) {
    if (claim.evidence == EvidenceState::missing)
        findings.push_back({error("claim-evidence"), place.subject, place.words,
                            "It was claimed without evidence" +
                                (rule.evidence.empty() ? std::string(".") : ": " + rule.evidence + ".")});
    const Decimal amount = claim.amount.value_or(rule.amount);
    if (claim.clawback && *claim.clawback > amount)
        findings.push_back(
            {error("clawback-above-claim"), place.subject, place.words,
             "£" + print_stated(*claim.clawback) + " was taken back of a claim of £" + print_stated(amount) + "."});
    claim_window(claim, rule, place, findings);
}

void claims(const CheckInput& input, Findings& findings) {
    std::map<std::pair<PaymentRuleCode, std::string>, std::string> first; // the claim that had the case first
    for (const PaymentClaim& claim : input.content.payment_claims) {
        const PaymentRule* rule = find_row(input.content.payment_rules, claim.rule);
        if (!rule || claim.state == ClaimState::prepared || claim.state == ClaimState::refused) continue;
        const auto [found, fresh] = first.try_emplace({claim.rule, claim.reference}, claim.code.text());
        if (claim.claimed_on && !is_in_period(input, claim.claimed_on)) continue;
        const ClaimPlace place{{SubjectKind::programme, rule->programme.text()},
                               rule->title + ", claim " + claim.code.text()};
        if (!fresh)
            findings.push_back({error("claim-twice"), place.subject, place.words,
                                "Case " + claim.reference + " was claimed before, by claim " + found->second + "."});
        one_claim(claim, *rule, place, findings);
    }
}

void milestones(const CheckInput& input, Findings& findings) {
    for (const Milestone& milestone : input.content.milestones) {
        if (!is_in_period(input, milestone.due) || milestone.completed || *milestone.due >= input.as_at.date())
            continue;
        findings.push_back({warning("milestone-overdue"), milestone.subject, milestone.title,
                            "It was due on " + print_long(*milestone.due) + " and is not reported as reached" +
                                (milestone.forecast ? "; it is expected on " + print_long(*milestone.forecast) : "") +
                                "."});
    }
}

// Projects that a paper only counts cannot be laid on its areas one by one.
void waves(const CheckInput& input, Findings& findings) {
    for (const Wave& wave : input.content.waves) {
        const std::optional<Decimal> number = wave.completed ? wave.completed : wave.proposed;
        if (!wave.period || *wave.period != input.content.settings.calendar.year_of(input.period) || !number ||
            !wave.areas || wave.areas->is_zero())
            continue;
        const Decimal each = Decimal::ratio(*number, *wave.areas);
        if (each == each.rounded(0)) continue;
        const std::string areas = wave.areas_words.empty() ? "areas" : wave.areas_words;
        findings.push_back({note("share-uneven"),
                            {SubjectKind::unit, wave.unit.text()},
                            wave.title,
                            print_stated(*number) + " projects in " + print_stated(*wave.areas) + " " + areas +
                                " are " + print_stated(each.rounded(2)) + " each, so not as many in each."});
    }
}

void escalations(const CheckInput& input, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    for (const Escalation& escalation : input.content.escalations) {
        if (escalation.state != EscalationState::open || !escalation.outcome.empty() ||
            calendar.last_day(escalation.period) >= calendar.first_day(input.period))
            continue;
        findings.push_back({warning("escalation-unanswered"),
                            {SubjectKind::unit, escalation.to_unit.text()},
                            escalation.title,
                            "It was raised in " + calendar.label(escalation.period) + " and has no outcome yet."});
    }
}

} // namespace

// Programmes, payment by results, milestones, waves and escalations: of the period, by their own dates.
Findings check_programmes(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    deliveries(input, findings);
    spending(input, findings);
    claims(input, findings);
    milestones(input, findings);
    waves(input, findings);
    escalations(input, findings);
    return findings;
}

} // namespace qd::inline checks
