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
        return (is_last ? "What is left " : "Each period to come ") + std::string(is_limit ? "may" : "has to") +
               " bring " + needed + " for the target to be met.";
    case RollUp::mean:
    case RollUp::ratio:
        return (is_last ? "What is left " : "On average the periods to come ") +
               std::string(is_limit  ? "may"
                           : is_last ? "has to"
                                     : "have to") +
               " be " + needed + " for the target to be met.";
    default:
        return "To meet the target takes " + show_difference(measure, *outturn.required) +
               (is_last ? "." : " from period to period.");
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
