#pragma once

#include "domain/finding.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

// All that the checker can find, once: `quarterday check --codes` prints it, and docs/findings.md is made of that.
namespace qd {

// The severities that findings of one code may have.
class Severities {
public:
    consteval Severities(Severity only) : Severities({only}) {}
    consteval Severities(std::initializer_list<Severity> all) {
        for (const Severity severity : all) bits_ |= 1U << static_cast<unsigned>(severity);
    }
    constexpr bool has(Severity severity) const { return (bits_ >> static_cast<unsigned>(severity) & 1U) != 0; }

private:
    unsigned bits_ = 0;
};

std::vector<std::string> words_of(Severities severities); // the worst first: "error", "warning"

struct FindingEntry {
    std::string_view code; // stable: "parts-of-count"
    Severities severities;
    std::string_view family;  // the heading it stands under
    std::string_view meaning; // `names of files and settings` in backticks
    std::string_view remedy;  // what to do, where a finding has nothing more exact to say
};

namespace catalogue {

using enum Severity;

inline constexpr std::string_view text = "Figures and claims in text", statuses = "Statuses and outlooks",
                                  figures = "Figures and targets", returns = "Returns",
                                  recovery = "Recovery plans and actions", registers = "Registers and dates",
                                  programmes = "Programmes", risks = "Risks", forms = "Self-evaluation",
                                  printed = "Printed texts", meetings = "Meetings", reports = "Report definitions";

inline constexpr FindingEntry entries[] = {
    {"percent-of-count", error, text,
     "A percentage does not follow from the count and the total stated with it, at the number of decimals printed.",
     "Correct the count or the percentage."},
    {"parts-of-count", error, text,
     "The parts do not add up to the total. Figures with decimals, and percentages in whole numbers, may each have "
     "been rounded by half a unit. Whole counts must match exactly.",
     "Correct the total, or say what is counted twice or left out."},
    {"change-of-figures",
     {error, warning},
     text,
     "A difference is not the difference between the two figures given, or between the two figures that the text is "
     "about. It may be out by half a unit of what is printed. It is a warning where the text does not say which two "
     "figures it compares.",
     "Correct the change or the figures."},
    {"word-against-figure",
     {error, warning},
     text,
     "Error: the text says that something rose, fell, improved or worsened, that a target was met or missed, that a "
     "status is green, or that a figure is a record, and the figures say otherwise. Warning: the text says by how much "
     "or what share (“doubled”, “by a third”, “nearly”, “over half”), and the figures differ.",
     "Correct the wording, or the figure, status or forecast it describes."},
    {"lag", note, text,
     "A figure is said to be a number of months old, and the time it describes ended longer ago or more recently. The "
     "whole month on either side of the true age is accepted.",
     "Correct the age, or print the period the figure describes."},
    {"published-differs",
     {error, warning},
     text,
     "A figure that was published is not what the store computes or counts. It may be in a return, in text, or in the "
     "evidence for calling a recovery plan back on track. Warning: an amount in text is none of the figures for its "
     "subject, and the text does not name the period.",
     "Correct the published figure, or hand in what it rests on."},
    {"average-differs", note, text, "A change described in words is not the change of the measure itself.",
     "Name the average, or the figures, that are meant."},
    {"forecast-above-plan", error, text,
     "The officer’s forecast is beyond what everything still said to be possible would achieve.",
     "Correct the forecast, or say what will make up the difference."},
    {"claims-not-bound", note, text,
     "This many figures in the text of the period (commentaries, recovery plans, papers) could not be compared with "
     "anything. There is one note for all of them.",
     "Add what they rest on as statements, or use placeholders in a report definition."},
    {"majority-without-count", note, text,
     "“Most” or “the majority” of measures are said to be green, and no measure is rated.",
     "Hand in the statuses, or print how many out of how many."},
    {"points-as-percent", note, text,
     "A change in a percentage is printed in per cent, and is the difference in percentage points; or nothing shows "
     "which of the two it is.",
     "Say percentage points, or print the earlier figure."},
    {"share-uneven", note, text,
     "So many projects in so many areas would not be a whole number in each. Where the wave is counted, the finding is "
     "about the wave, and otherwise about the sentence.",
     "Say how many there are in each area."},
    {"unit-missing", note, text, "The value of a percentage measure is printed without a percentage sign.",
     "Add the percentage sign."},

    {"status-blank", error, statuses, "A priority has a row in the tables and no status.", "Give the status."},
    {"status-unsupported", warning, statuses,
     "The status of a priority is not the one that the council’s rule (`child_rule`) makes of its actions.",
     "Correct the status, or say why it differs from its actions."},
    {"green-while-worse", warning, statuses,
     "A priority is reported as green, and one of its measures is worse than a year before.",
     "Correct the status, or say in the narrative why it is still green."},
    {"update-missing", warning, statuses, "A priority in force has no row where others have one.",
     "Add the update, or say why there is none."},
    {"outlook-contradicts", error, statuses,
     "An officer’s outlook for the end of the year contradicts the officer’s own figure against the target. For a "
     "figure that can only grow (a sum or year to date of counts, or of anything with a minimum of 0 or more), it may "
     "also contradict what has been reached already: “to miss” or “missed” for a target already reached, “to meet” "
     "where the limit is already exceeded, “met” where the target is not reached yet or the limit may still be "
     "exceeded. When the year is over, only “met” and “missed” are compared with the result.",
     "Correct the word, or the figure it contradicts, in forecasts.csv."},
    {"told-differs", error, statuses,
     "A direction or an outlook is given in words (`updates.csv`), and is not what the figures show.",
     "Correct the word in updates.csv, or the figures it is about."},

    {"value-implausible",
     {error, warning},
     figures,
     "Error: a value is below the minimum or above the maximum of its measure. Warning: a numerator is larger than its "
     "denominator, or a change is more than six times the usual change and twice the largest (tested once there are "
     "six changes).",
     "Have the return confirmed, or corrected."},
    {"target-implausible",
     {error, warning},
     figures,
     "Error: a target is below the minimum or above the maximum of its measure. Warning: it is more than fifty times "
     "everything measured, or less than a fiftieth of it, such as 0.95 for 95% (counts are tested once there are four "
     "values).",
     "Check that it is in the measure’s own unit."},
    {"target-missing", note, figures,
     "Measures that had a target last year have none this year. There is one note for all of them. Measures with "
     "`none_yet`, or without a better direction, are left out.",
     "Set it in targets.csv, or give the kind none_yet if there is no target yet."},
    {"profile-off-target", warning, figures,
     "The last position of a profile is not the year’s target. For a measure that adds up, positions are also right "
     "where each is what its period adds, and together they make the year’s target.",
     "Correct one of the two: the last position of a profile is the year’s target."},
    {"target-of-another-stretch", warning, figures,
     "A figure is not rated because its target covers a different length of time: not every period so far has a "
     "target, or the target is for a year and the figure for part of it, and no share of the target can be taken.",
     "Give each period a target, or give one for the year, in targets.csv or with the figures."},
    {"change-the-bad-way", note, figures,
     "A target that is a change goes in the wrong direction: up where smaller is better, or down where bigger is "
     "better. Only its sign is looked at.",
     "Reverse the sign, unless it is a limit on how much worse the figure may get."},
    {"year-to-date-falls", error, figures,
     "A year-to-date figure for counts or money, handed in as such, is lower than the one before it.",
     "Correct one of the two returns."},
    {"value-contradicts-parts", error, figures,
     "A value was handed in with a numerator and denominator that give a different one. Values that are equal as "
     "printed (86 and 86.0) are accepted. The figure is computed from the numerator and denominator.",
     "Correct whichever of the three numbers is wrong in the return. What a paper printed goes into the column "
     "published."},
    {"value-without-parts", warning, figures,
     "A measure that is rolled up by numerator and denominator was handed in as a value alone, so longer periods "
     "cannot be computed.",
     "Hand in its numerator and denominator: without them no longer period can be computed."},
    {"value-scale", warning, figures,
     "A percentage may be a fraction (0.87 among values of 86 to 89), or a hundred times too large. Values are tested, "
     "and so are targets, published figures and forecasts. At least two other values between 5 and 100 are needed.",
     "Write percentages as they are printed: 87 or 87%, not 0.87; or confirm the number."},
    {"value-outlying", note, figures,
     "A value is far from everything the measure has been, and got there in one step: its robust z-score against the "
     "figures before it (at least eight), and that of its last change, are both above 6.",
     "Have the return confirmed, or say what happened."},
    {"peer-outlying", note, figures,
     "The value of one area is far from those of all others of its kind: its robust z-score is above 6. At least eight "
     "areas are needed. Counts and money are not compared.",
     "Have the return confirmed, or corrected."},
    {"not-computed", warning, figures,
     "Figures are too large, or too far apart, to be computed again: a millionth and a billion.",
     "Check that they were entered in the right unit."},

    {"value-missing",
     {warning, note},
     returns,
     "A figure that was due has not been handed in. It may be for the period, for the periods or areas that the figure "
     "shown is built from, or for the years since the latest one known. The message names them. It is a note where the "
     "measure leaves out what is missing (`missing: leave_out`) and has a figure without it.",
     "Ask its owner for the return, or hand in the reason for the gap."},
    {"actual-missing", warning, returns,
     "All that is known of a period is a forecast (flag `forecast`), the period has ended, and its return is overdue. "
     "The message names the periods and areas.",
     "Ask its owner for the actual, and hand it in without the flag forecast."},
    {"value-known-later", warning, returns, "The figure is in the store, but was known only after the day asked for.",
     "Correct known_at if that day is a mistake; otherwise say in the paper that the figure came later."},
    {"value-not-approved", warning, returns, "The figure was handed in, and nobody has approved it.",
     "Approve it, or return it with what needs correcting."},
    {"part-red", warning, returns,
     "A measure is green as a whole, but red in an area directly below, by that area’s own figure and target.",
     "Say so in the paper: it cannot be seen from the figure for the whole."},
    {"area-not-there", warning, returns,
     "A figure was handed in for an area, for days on which the area did not exist. An import refuses such a figure; "
     "older stores may have some.",
     "Withdraw it, hand it in for the area that existed then, or correct the dates in areas.csv."},
    {"value-stale", warning, returns,
     "The numerator and denominator are exactly the same as in the period before, and not small.",
     "Check whether the return was carried over unchanged."},
    {"return-late", note, returns,
     "A return came after it was due. Corrections, and figures taken from a paper, are not late.",
     "Agree the date, or give the measure more days."},
    {"paper-late", note, returns,
     "A paper is discussed longer after its period than `late_report_days` allows. The day is the one the paper gives, "
     "or that of the meeting whose agenda it is on.",
     "Say so in the paper, or bring newer figures."},

    {"recovery-plan-missing", error, recovery,
     "A measure needs a recovery plan by the council’s rule, usually because it is off target, and has none. Off "
     "target, here and everywhere, means red now, or forecast to miss its target, or the target is missed. A council "
     "with `raise = \"never\"` has no such finding.",
     "Open one."},
    {"back-on-track-while-off", error, recovery,
     "A recovery plan was called back on track, and its measure is off target. Looked at from the period whose figures "
     "it relied on.",
     "Reopen the plan, or correct the figure."},
    {"recovery-plan-empty", warning, recovery,
     "A published recovery plan does not say why the measure falls short, or has no actions.",
     "Write why the measure falls short, and add the actions."},
    {"exception-not-carried", warning, recovery,
     "A measure is off target now and had an open recovery plan a period ago, and was not among those off target then.",
     "Say why it was left out, or restate the earlier period."},
    {"recovery-plan-evidence", warning, recovery, "A recovery plan was closed in the period without evidence.",
     "Add the evidence to the plan."},
    {"action-incomplete", warning, recovery,
     "Actions of a recovery plan have no lead or no date. Actions of a priority need them only where other actions of "
     "the same priority have them.",
     "Complete the rows in actions.csv."},
    {"action-overdue", warning, recovery,
     "The last date of an action is past, at the time of the check, and it is not reported complete. Actions of a "
     "recovery plan are looked at while its measure is in use.",
     "Ask its lead how it stands, and report it."},

    {"entry-gone", error, registers,
     "A measure, priority or project was there in the period before and is gone, and is neither complete nor ended nor "
     "explained.",
     "Put it back, or give the reason."},
    {"period-outside", warning, registers, "A date in a paper is outside the time it is said to be part of.",
     "Give the months or days with their years."},
    {"date-outside",
     {error, warning},
     registers,
     "Error: a project ends before it starts. Warning: a project is due outside the dates of its wave, in the periods "
     "the wave runs through.",
     "Correct whichever of the dates is wrong."},
    {"register-other-period", warning, registers,
     "A meeting has figures for one period, and the risk register of another.",
     "Bring both for the same period, or say why they differ."},
    {"code-unknown", error, registers,
     "Something refers to a code that is not in the store. Import refuses these; this finds them in stores written "
     "another way.",
     "Add it, or correct the code."},

    {"delivery-order", error, programmes,
     "A programme has more evidenced than delivered, more claimed than evidenced, or more paid than claimed.",
     "Correct one of the two."},
    {"delivery-falls",
     {error, warning},
     programmes,
     "A total from the start of a programme is lower than before. It is a warning for amounts claimed or paid, which "
     "may have been taken back.",
     "Correct one of the two. If this is what one period added, add it to the total before."},
    {"profile-word-wrong", error, programmes,
     "Delivery is said to be ahead of its profile, as planned, or behind it, and the figures say otherwise. As planned "
     "means a difference of no more than `as_planned_within` (`[programme]` in `council.toml`; 5% if it is not set).",
     "Correct the word or the figures."},
    {"profile-word", note, programmes,
     "Delivery is said to be (slightly) behind its profile. The note gives the difference, since no tolerance defines "
     "slight.",
     "Print the difference with the word: no tolerance defines slight."},
    {"profile-share-of-nothing", warning, programmes,
     "A profile is given as a share of its year, and the year’s total is not known.",
     "Give the profile at the end of the year, or the deliverable’s total and due date."},
    {"amount-arithmetic", warning, programmes,
     "An amount of funding is not the amount for each multiplied by their number, by more than rounding.",
     "Correct one of the three, or say what the rest is for."},
    {"spent-above-budget", warning, programmes,
     "More was spent than the funding available: its amount, what was brought forward and what was moved to it.",
     "Say where the rest came from: a virement, or money brought forward."},
    {"virement-uneven", note, programmes, "The virements within a programme and year do not cancel out.",
     "Correct them, or say which programme the rest was moved from or to."},
    {"claim-twice", error, programmes, "A case was claimed twice under the same payment rule.",
     "Withdraw one of the two."},
    {"claim-evidence", error, programmes, "Something was claimed without evidence.",
     "Put the evidence on file before claiming."},
    {"claim-window", error, programmes,
     "A claim is outside its window, or its case was taken on outside the dates of the rule.",
     "Withdraw it, or claim it under the rule in force then."},
    {"clawback-above-claim", error, programmes, "More was taken back than was claimed.", "Correct the amount."},
    {"milestone-overdue", warning, programmes, "A milestone was due in the period and is not reported as reached.",
     "Report it, or say when it is expected now."},
    {"escalation-unanswered", warning, programmes, "An issue escalated in an earlier period has no outcome yet.",
     "Say what was decided, or when it will be."},
    {"duration-differs", warning, programmes,
     "A programme is said to run for a number of years, and its dates give a different number at as many decimals.",
     "Print the two dates, or correct them."},

    {"risk-left-out", error, risks,
     "An entry of the previous risk register is neither on this one nor deleted, though its review was due and others "
     "of its register were reviewed.",
     "Carry it forward, or delete it with a reason and who approved it."},
    {"risk-deleted-bare", error, risks, "An entry was deleted from the risk register without a reason.",
     "Give the reason."},
    {"risk-deletion-unapproved", warning, risks,
     "An entry was deleted from the risk register, and nobody is recorded as having approved it.",
     "Say who approved it."},
    {"risk-off-matrix", error, risks, "A risk is scored at a level that the council’s matrix does not have.",
     "Correct the level, or [risk] in council.toml."},
    {"risk-score-differs", error, risks,
     "A risk’s score is not what the council’s rule makes of impact and likelihood.",
     "Correct the score or its parts, or say in [risk] in council.toml how scores are made."},
    {"risk-rule-unknown", note, risks,
     "Most of the published scores are not impact times likelihood, and `council.toml` does not say how they are made. "
     "They are shown as published.",
     "Write score in [risk] in council.toml, such as score = \"impact^2 × likelihood\"."},
    {"risk-band-differs", error, risks,
     "A published band is not the one that the matrix gives for the score or levels, or a review and an update of the "
     "same period name different bands.",
     "Correct the band, or the score or levels behind it."},
    {"risk-residual-beyond-inherent", warning, risks,
     "A risk is rated higher with its controls than without them (an opportunity lower).",
     "Check whether the two were swapped: controls do not make a risk worse."},
    {"risk-target-beyond-residual", warning, risks,
     "A risk’s target is above its residual rating (an opportunity’s below).",
     "Set a target that is still to be reached, or say that it is reached."},
    {"risk-target-overdue", warning, risks, "The day by which a target was to be reached is past, and it is not.",
     "Say why it was not reached, and give a new date."},
    {"risk-beyond-appetite", warning, risks,
     "A residual rating is above what is accepted for the risk or its category (for an opportunity below).",
     "Say what is being done to bring it within the appetite, or who accepts it as it is."},
    {"register-not-reviewed", warning, risks,
     "Nobody reviewed a register in the period, though it was due. Its entries are shown unchanged.",
     "Hand in its reviews, or say in [risk] in council.toml how often it is reviewed."},
    {"risk-below-threshold", note, risks,
     "A risk stays on the register with a residual score below the threshold for staying.",
     "Delete it with a reason and who approved it, or say why it stays."},

    {"form-shares", error, forms, "The shares of green, amber and red returns do not add up to 100%.",
     "Correct the shares, or say what else was rated."},
    {"form-response", error, forms, "A response rate is not what the counts give.",
     "Correct the count or the percentage."},
    {"red-not-followed-up", warning, forms, "A site rated itself red, and nothing is said about what was done.",
     "Follow them up, and say how."},

    {"symbol-unexplained", warning, printed,
     "A symbol such as * follows printed text, and no note in the same place explains it.",
     "Say below the table what it means, or leave it out."},
    {"heading-covers", warning, printed,
     "A heading for what was done (achieved, actual, delivered …) spans a column of what was planned (profile, target "
     "…).",
     "Give the column a heading of its own."},
    {"name-varies", warning, printed,
     "A paper calls something by another name than the store does. A shortened name is accepted.",
     "Use one name for one thing."},
    {"cell-split", warning, printed,
     "One row of a printed table is split over two, or two of its cells are merged into one.",
     "Keep what belongs together in one row, and labels and statuses in cells of their own."},
    {"choice-open", warning, printed, "A field of a paper offers a choice, and nothing is marked.",
     "Mark one, so that readers know which applies."},
    {"label-cut-off", warning, printed, "A printed text ends in an open bracket, or its year is cut short (“2013/1”).",
     "Print it in full."},

    {"agenda-late", error, meetings,
     "An agenda was published fewer than five clear days before its meeting. Weekends, bank holidays, and the days of "
     "publication and meeting do not count. The meetings looked at are those at which the period is reported: those in "
     "the period after it by the calendar, or with a paper on it.",
     "Move the meeting, or have each item taken as urgent with its reason."},
    {"item-late", error, meetings, "An item was published later than that, and gives no reason for urgency.",
     "Give the special circumstances in urgent_reason, or take it to a later meeting."},
    {"exempt-unfounded", error, meetings,
     "An item in part 2 does not give the paragraph, the reason and the public interest test.",
     "Give them, or move the item to part 1."},
    {"notice-late", error, meetings, "A key decision does not have 28 clear days’ notice.",
     "Take the decision later, or record the consent to do without notice."},
    {"minutes-unconfirmed", warning, meetings,
     "A meeting whose agenda is known has no item that confirms the minutes of the one before, or the item has no "
     "decision that did.",
     "Add the item and its decision (kind confirmed), or say where they are confirmed (minutes_of)."},
    {"weekday-wrong", error, meetings, "A date is printed with the wrong weekday.",
     "Check which of the two is right, and tell those who were invited."},
    {"next-meeting-moved", note, meetings, "The next meeting is not on the day that was announced at the one before.",
     "Nothing, if it was moved; otherwise correct one of the two."},
    {"item-number", warning, meetings, "The item numbers of an agenda skip one, or repeat one.",
     "Number the items in order, or add the missing one."},
    {"pages-overlap", error, meetings, "An item begins on a page of the one before it.",
     "Put later papers after the last page; published pages keep their numbers."},
    {"request-incomplete", warning, meetings,
     "Something was asked for, or promised, without saying who answers, or by when. A date is not needed for standing "
     "requests, for those put off, or where a rule in `[requests]` sets it.",
     "Fill in owner, and due_meeting, due_by or due_words, in decisions.csv."},
    {"request-overdue", warning, meetings,
     "A request is due and not answered. It is looked at for a year after it was made.",
     "Answer it at the next meeting, or agree another day."},
    {"answer-late", warning, meetings,
     "A request was answered later than it was due. It is reported with the period of the answer.",
     "Say at the meeting why it took longer."},

    {"placeholder-unknown", error, reports, "There is no placeholder of that name.", "Correct the name."},
    {"placeholder-arguments", error, reports, "What follows the name is not what the placeholder takes.",
     "Correct what follows the name."},
    {"placeholder-unknown-code", error, reports, "Nothing of that kind has that code.", "Correct the code."},
    {"placeholder-ambiguous", error, reports, "Several measures share these initials.", "Write the code."},
    {"placeholder-empty", error, reports, "There is nothing to show: no figure, no forecast, no plan.",
     "Take the placeholder out, or end it with ? to leave its line out."},
    {"placeholder-parameter", error, reports, "A parameter has no value.", "Give it a value."},
    {"placeholder-misplaced", error, reports,
     "A part of a report is within a line, a list or a table, or a placeholder is where none is filled in.",
     "Put it on a line of its own."},
    {"placeholder-not-closed", error, reports, "Braces are opened and not closed, or are empty.",
     "Close it with }}, or write \\{{ for two braces."},
    {"include-unknown", error, reports, "There is no definition of that name.", "Correct the name."},
    {"include-circular", error, reports, "Definitions include each other.", "Remove one of these includes."},
    {"definition-too-long", error, reports, "The definition and what it includes have too many lines.",
     "Split the report."},
    {"report-grain", error, reports, "The report is made for another kind of period.",
     "Ask for a period of its grain, or change grain in its front matter."},
};

} // namespace catalogue

consteval FindingCode::FindingCode(const char* code)
    : entry_(std::ranges::find(catalogue::entries, std::string_view(code), &FindingEntry::code)) {
    if (entry_ == std::end(catalogue::entries)) throw "This code is not in the catalogue of findings.";
}

consteval FindingKind::FindingKind(Severity as, FindingCode of) : code(of), severity(as) {
    if (!of.entry().severities.has(as)) throw "The catalogue does not allow this code the severity.";
}
consteval FindingKind error(FindingCode code) { return {Severity::error, code}; }
consteval FindingKind warning(FindingCode code) { return {Severity::warning, code}; }
consteval FindingKind note(FindingCode code) { return {Severity::note, code}; }

} // namespace qd
