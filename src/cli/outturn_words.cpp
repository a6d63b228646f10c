#include "cli/outturn_words.hpp"

#include "charts/forecast_fan.hpp"

namespace qd::cli {
namespace {

std::string required_words(const Measure& measure, const OutturnReading& outturn) {
    const std::string needed = show(measure, *outturn.required);
    const bool is_last = outturn.path.size() == 1;
    const bool is_limit = measure.polarity == Polarity::lower;
    switch (measure.roll_up) {
    case RollUp::sum:
        return std::string(is_last ? "The last period " : "Each remaining period ") +
               (is_limit ? "may come to at most " : "must come to ") + needed + " to meet the target.";
    case RollUp::mean:
    case RollUp::ratio:
        return std::string(is_last ? "The last period " : "The remaining periods ") + (is_limit ? "may " : "must ") +
               (is_last ? "be " : "average ") + (is_limit ? "at most " : "") + needed + " to meet the target.";
    default:
        return "To meet the target, the figure must change by " + show_difference(measure, *outturn.required) +
               (is_last ? "." : " each period.");
    }
}

} // namespace

std::string outturn_words(const Measure& measure, const Calendar& calendar, const Reading& reading) {
    if (!reading.forecast) return "none. " + reading.why_no_forecast;
    const OutturnReading& outturn = *reading.forecast;
    std::string text = show(measure, outturn.outturn) + " at the end of " + calendar.label(outturn.year);
    if (outturn.lower && outturn.upper)
        text += ", " + show(measure, *outturn.lower) + " to " + show(measure, *outturn.upper) + " in 95 of 100 cases";
    text += " (" + outturn.method_label + ").";
    if (outturn.probability)
        text += " The chance of meeting the target is " + chance_number(*outturn.probability) + ".";
    if (outturn.required) text += " " + required_words(measure, outturn);
    return outturn.note.empty() ? text : text + " " + outturn.note;
}

} // namespace qd::cli
