#include "views/due_figures.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/grain_months.hpp"
#include "domain/names.hpp"
#include "engine/goal.hpp"
#include "engine/sheet.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace qd::inline views {
namespace {

constexpr std::size_t most_lines = 5'000; // more than anybody fills in

std::string unit_words(const Measure& measure) {
    switch (measure.quantity) {
    case Quantity::percent: return "%";
    case Quantity::rate: return "per " + print_grouped(Decimal::whole(measure.per), 0);
    case Quantity::money: return "£";
    case Quantity::days: return "days";
    case Quantity::score: return "score";
    case Quantity::count:
    case Quantity::number: break;
    }
    return "number";
}

std::string good_words(Polarity polarity) {
    switch (polarity) {
    case Polarity::higher: return "higher";
    case Polarity::lower: return "lower";
    case Polarity::range: return "within a range";
    case Polarity::middle: return "near the target";
    case Polarity::none: break;
    }
    return "";
}

std::string goal_words(const Measure& measure, const Goal& goal) {
    if (goal.lower && goal.upper) return show(measure, *goal.lower) + " to " + show(measure, *goal.upper);
    if (goal.aim) return show(measure, *goal.aim);
    return goal.words;
}

// The measures' units: who is below whom, and which directorate each belongs to.
class UnitTree {
public:
    explicit UnitTree(const Content& content) : content_(content) {}

    bool is_below(UnitCode unit, const UnitCode& above) const {
        for (std::size_t steps = 0; !unit.empty() && steps <= content_.units.size(); ++steps) {
            if (unit == above) return true;
            const Unit* found = find_row(content_.units, unit);
            unit = found == nullptr ? UnitCode() : found->parent;
        }
        return false;
    }

    // The directorate above a unit; else the last one below the council.
    std::string directorate(UnitCode unit) const {
        std::string name;
        for (std::size_t steps = 0; !unit.empty() && steps <= content_.units.size(); ++steps) {
            const Unit* found = find_row(content_.units, unit);
            if (found == nullptr || found->kind == UnitKind::council) break;
            name = found->name;
            if (found->kind == UnitKind::directorate) break;
            unit = found->parent;
        }
        return name;
    }

private:
    const Content& content_;
};

class DueComposing {
public:
    DueComposing(const Snapshot& snapshot, Period period, const UnitCode& unit, Instant now)
        : content_(snapshot.content()), calendar_(content_.settings.calendar), period_(period), unit_(unit),
          owners_(content_), known_(content_, now) {
        for (const Return& each : content_.returns)
            for (const AreaCode& area : each.observations.area_codes()) handed_in_[each.measure].insert(area);
    }

    DueFigures compose() {
        if (months_in(period_.grain()) == 0 || period_.grain() == Grain::academic_year)
            throw Error(Fault::request, "Figures are handed in for a month, a quarter, a half or a year, and " +
                                            calendar_.text(period_) + " is none of these.");
        if (!unit_.empty() && find_row(content_.units, unit_) == nullptr)
            throw absent("unit", unit_.text(), codes_of(content_.units));
        for (const Measure& measure : content_.measures)
            if (measure.formula.empty() && (unit_.empty() || owners_.is_below(measure.owner, unit_))) add(measure);
        if (made_.lines == 0)
            throw Error(Fault::request,
                        "Nothing is due for " + calendar_.label(period_) +
                            (unit_.empty() ? "" : " from " + unit_name(content_, unit_)) +
                            ": no measure is handed in for it. Check the columns grain, active_from and owner of "
                            "measures.csv, or name another period.");
        frame();
        return std::move(made_);
    }

private:
    void add(const Measure& measure) {
        if (measure.grain == Grain::span) {
            made_.left_out.push_back(measure.code.text());
            return;
        }
        const std::vector<Period> periods = periods_of(measure);
        if (periods.empty()) return;
        std::string directorate = owners_.directorate(measure.owner);
        if (directorate.empty()) directorate = has_directorates() ? "Other measures" : "Figures";
        for (const AreaCode& area : areas_of(measure)) {
            const Sheet sheet(known_, measure, known_.named(area));
            for (const Period period : periods) {
                if (!is_for(measure, area, period)) continue;
                lines_of(directorate)
                    .push_back(line_of(sheet, area, period, period == periods.front(), period == periods.back()));
                if (++made_.lines > most_lines)
                    throw Error(Fault::request, "More than " + std::to_string(most_lines) +
                                                    " figures are due, too many for one workbook. Name a unit: "
                                                    "quarterday template --unit CODE");
            }
        }
    }

    bool has_directorates() const {
        return std::ranges::find(content_.units, UnitKind::directorate, &Unit::kind) != content_.units.end();
    }

    // The measure's own periods within the period; or the longer one that ends in it.
    std::vector<Period> periods_of(const Measure& measure) const {
        if (measure.grain == period_.grain()) return {period_};
        const Date last = calendar_.last_day(period_);
        if (measure.grain != Grain::academic_year && months_in(measure.grain) < months_in(period_.grain()))
            return calendar_.parts(period_, measure.grain);
        const Period around = calendar_.containing(measure.grain, last);
        if (calendar_.last_day(around) == last) return {around};
        const auto before = calendar_.previous(around); // a school year that ended within the period
        if (before && calendar_.last_day(*before) >= calendar_.first_day(period_)) return {*before};
        return {};
    }

    // Where it was handed in before; for the council itself where nothing was yet.
    std::vector<AreaCode> areas_of(const Measure& measure) const {
        const auto found = handed_in_.find(measure.code);
        if (found == handed_in_.end()) return {AreaCode()};
        std::vector<AreaCode> areas;
        if (found->second.contains(AreaCode()) || found->second.contains(content_.settings.area)) areas.emplace_back();
        for (const Area& area : content_.areas)
            if (area.code != content_.settings.area && found->second.contains(area.code)) areas.push_back(area.code);
        return areas;
    }

    bool is_for(const Measure& measure, const AreaCode& area, Period period) const {
        const Date first = calendar_.first_day(period), last = calendar_.last_day(period);
        if ((measure.active_from && last < *measure.active_from) || (measure.active_to && *measure.active_to < first))
            return false;
        const Area* place = find_row(content_.areas, known_.named(area));
        return place == nullptr || was_there(*place, first, last);
    }

    std::vector<HandInLine>& lines_of(const std::string& directorate) {
        auto& sheets = made_.workbook.sheets;
        const auto found = std::ranges::find(sheets, directorate, &HandInSheet::name);
        return found != sheets.end() ? found->lines : sheets.emplace_back(HandInSheet{directorate, {}}).lines;
    }

    HandInLine line_of(const Sheet& sheet, const AreaCode& area, Period period, bool is_first, bool is_last) const {
        const Measure& measure = sheet.measure();
        const AreaCode& place = known_.named(area);
        const auto before = calendar_.previous(period);
        HandInLine line;
        line.measure = measure.code;
        line.area = area;
        line.period = period;
        line.title = measure.title + (area.empty() ? "" : ", " + area_name(content_, area));
        line.unit = unit_words(measure);
        line.good_is = good_words(measure.polarity);
        line.year_before = figure_of(sheet, place, calendar_.year_before(period));
        if (before) line.before = figure_of(sheet, place, *before);
        line.target = target_of(sheet, place, period);
        line.quantity = measure.quantity;
        line.decimals = measure.decimals;
        line.least = measure.least;
        line.most = measure.most;
        const Amount last = before ? sheet.own_amount(place, *before) : Amount();
        line.takes_parts = measure.quantity == Quantity::percent || measure.quantity == Quantity::rate ||
                           measure.roll_up == RollUp::ratio || (last.numerator && last.denominator);
        line.takes_words = area.empty() && is_last;
        line.takes_correction = is_first && before.has_value(); // or one that is handed in late
        return line;
    }

    // Of what adds up over the year, the year's; a quarter's share of it is nobody's target.
    std::string target_of(const Sheet& sheet, const AreaCode& area, Period period) const {
        const Measure& measure = sheet.measure();
        if (adds_up(measure)) {
            const std::string words = goal_words(measure, goal_at_year_end(sheet, area, period).now.goal);
            return words.empty() ? words : words + " for the year";
        }
        const Shown shown = sheet.shown(area, period);
        const std::string words = goal_words(measure, goal_now(sheet, area, period, shown).goal);
        return words.empty() || shown.described == period ? words
                                                          : words + " (" + calendar_.label(shown.described) + ")";
    }

    std::string figure_of(const Sheet& sheet, const AreaCode& area, Period period) const {
        const Amount amount = sheet.own_amount(area, period);
        if (amount.number) return show(sheet.measure(), amount.number->rounded());
        return sheet.said(area, sheet.stretch(period)) ? label(amount.gap) : "";
    }

    void frame() {
        HandInWorkbook& workbook = made_.workbook;
        workbook.council = content_.settings.area;
        workbook.period = period_;
        workbook.unit = unit_.text();
        workbook.years = calendar_.year_style();
        const std::string whose = unit_.empty() ? "" : unit_name(content_, unit_) + ", ";
        workbook.subject = calendar_.label(period_) + ", " + whose + content_.settings.name;
        const Unit* asks = find_row(content_.units, unit_);
        workbook.read_me = {
            "Figures for " + workbook.subject,
            "Fill in the yellow cells, save the workbook, and send it back by " +
                print_long(calendar_.last_day(period_).plus_days(content_.settings.due_days)) + ".",
            "A figure is a numerator and a denominator, or a value. If there is none, choose why in “No figure "
            "because”. "
            "Write 0 only where the figure is 0.",
            "Say what changed the figure in “What the figure shows”, and what is done about it in “What we will do”. "
            "Write posts, not the names of people.",
            "If the figure of the period before was wrong, write the right one into “Correction of the period before” "
            "(parts as 19/20), and say why.",
            "The grey cells and the headings are locked, so that the figures can be read back. There is no password. "
            "Do "
            "not add, delete or move lines.",
            "The sheet Examples shows three lines that are filled in. It is not read."};
        if (asks != nullptr && !asks->post.empty())
            workbook.read_me.insert(workbook.read_me.begin() + 2, "Responsible for these figures: " + asks->post + ".");
    }

    const Content& content_;
    const Calendar& calendar_;
    Period period_;
    UnitCode unit_;
    UnitTree owners_;
    Known known_;
    std::map<MeasureCode, std::set<AreaCode>> handed_in_;
    DueFigures made_;
};

} // namespace

DueFigures due_figures(const Snapshot& snapshot, Period period, const UnitCode& unit, Instant now) {
    return DueComposing(snapshot, period, unit, now).compose();
}

Period period_to_hand_in(const Snapshot& snapshot, Date today) {
    const Content& content = snapshot.content();
    const auto count = [&](Grain grain) { return std::ranges::count(content.measures, grain, &Measure::grain); };
    const Grain grain = count(Grain::month) > count(Grain::quarter) ? Grain::month : Grain::quarter;
    return *content.settings.calendar.previous(content.settings.calendar.containing(grain, today));
}

} // namespace qd::inline views
