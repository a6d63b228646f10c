#include "views/issue_comparison.hpp"

#include "base/error.hpp"
#include "documents/sections/figure_reading.hpp"
#include "domain/goal_words.hpp"
#include "domain/names.hpp"
#include "domain/own_status.hpp"

#include <algorithm>
#include <map>

namespace qd::inline views {
namespace {

std::string value_of(const Measure& measure, const Figure& figure) {
    if (!figure.actual.has_value()) return label(figure.actual.gap());
    std::string out = show(measure, figure.actual.value());
    if (const std::string parts = parts_words(figure); !parts.empty()) out += ", " + parts;
    return out;
}

std::string goal_of(const Measure& measure, const Figure& figure) { return goal_words(measure, figure.goal); }

std::optional<Decimal> number_of(const Cell& cell) {
    return cell.has_value() ? std::optional(cell.value()) : std::nullopt;
}
// Of a range there is none.
std::optional<Decimal> number_of(const std::optional<Goal>& goal) {
    if (!goal || (goal->lower && goal->upper)) return std::nullopt;
    return goal->lower ? goal->lower : goal->upper;
}

std::string forecast_of(const Measure& measure, const Figure& figure) {
    return (figure.forecast ? show_set(measure, *figure.forecast) + ", " : std::string()) + label(figure.outlook);
}

std::string status_of(const Figure& figure) { return word_of(figure.status); }

// The two sides, measure by measure.
class Comparing {
public:
    Comparing(const Snapshot& before, const Snapshot& after, IssueComparison& out)
        : before_(before), after_(after), calendar_(after.content().settings.calendar),
          is_public_(out.before.audience == "everyone" || out.after.audience == "everyone"), out_(out) {}

    void compare(const View& view_before, const View& view_after) {
        std::map<MeasureCode, const Series*> earlier;
        const auto series_before = before_.series(view_before), series_after = after_.series(view_after);
        for (const Series& series : *series_before) earlier[series.measure] = &series;
        for (const Series& series : *series_after) {
            const auto found = earlier.find(series.measure);
            compare(found == earlier.end() ? Series{} : *found->second, series);
            if (found != earlier.end()) earlier.erase(found);
        }
        for (const auto& [code, series] : earlier)
            for (const Figure& figure : series->points) only(out_.gone, before_.measure(code), figure);
        compare_plans();
    }

private:
    void compare(const Series& before, const Series& after) {
        const Measure& measure = after_.measure(after.measure);
        std::map<Period, const Figure*> earlier;
        for (const Figure& figure : before.points) earlier[figure.period] = &figure;
        for (const Figure& figure : after.points) {
            const auto found = earlier.find(figure.period);
            if (found == earlier.end()) {
                only(out_.added, measure, figure);
                continue;
            }
            compare(measure, *found->second, figure);
            earlier.erase(found);
        }
        for (const auto& [period, figure] : earlier) only(out_.gone, measure, *figure);
    }

    void compare(const Measure& measure, const Figure& before, const Figure& after) {
        using What = Restatement::What;
        const auto told = [&](What what, std::string was, std::string is) {
            return Restatement{what, measure.code, after.period, std::move(was), std::move(is), {}, {}};
        };
        Restatement figure = told(What::figure, value_of(measure, before), value_of(measure, after));
        figure.was = number_of(before.actual), figure.is = number_of(after.actual);
        Restatement target = told(What::target, goal_of(measure, before), goal_of(measure, after));
        target.was = number_of(before.goal), target.is = number_of(after.goal);
        Restatement forecast = told(What::forecast, forecast_of(measure, before), forecast_of(measure, after));
        forecast.was = before.forecast, forecast.is = after.forecast;
        note(std::move(figure), after);
        note(std::move(target), after);
        note(told(What::status, status_of(before), status_of(after)), after);
        note(std::move(forecast), after);
    }

    void note(Restatement found, const Figure& figure) {
        if (found.before == found.after) return;
        const Restatement::What what = found.what;
        if (is_public_) {
            // the posts and reasons behind returns are only for the council
        } else if (what == Restatement::What::figure && figure.lineage) {
            found.when = figure.lineage->known_at;
            found.by = figure.lineage->handed_in_by;
            found.why = figure.lineage->reason.empty() ? figure.note : figure.lineage->reason;
        } else if (what == Restatement::What::target && figure.goal) {
            found.why = figure.goal->reason;
        } else if (what == Restatement::What::status) {
            found.why = figure.status.reason.empty() ? why_status(found) : figure.status.reason;
        } else if (what == Restatement::What::forecast) {
            found.by = figure.forecast_by;
            found.why = figure.forecast_reason;
        }
        out_.restated.push_back(std::move(found));
    }

    // A status that nobody judged follows from what it is computed of.
    std::string why_status(const Restatement& status) const {
        for (const Restatement& other : out_.restated)
            if (other.measure == status.measure && other.period == status.period &&
                (other.what == Restatement::What::figure || other.what == Restatement::What::target))
                return "follows from the " + std::string(print(other.what));
        return {};
    }

    void only(std::vector<OnlyInOne>& in, const Measure& measure, const Figure& figure) const {
        if (!figure.actual.has_value()) return;
        in.push_back({short_name(measure) + " (" + measure.code.text() + "), " + calendar_.label(figure.period) + ": " +
                          value_of(measure, figure),
                      measure.code, figure.period, figure.actual.value()});
    }

    void compare_plans() {
        const auto there = [](const Snapshot& snapshot, const RecoveryPlan& plan) {
            return find_row(snapshot.content().recovery_plans, plan.code) != nullptr;
        };
        for (const RecoveryPlan& plan : after_.content().recovery_plans)
            if (!there(before_, plan)) out_.added.push_back({"Recovery plan " + plan.code.text(), plan.measure});
        for (const RecoveryPlan& plan : before_.content().recovery_plans)
            if (!there(after_, plan)) out_.gone.push_back({"Recovery plan " + plan.code.text(), plan.measure});
    }

    const Snapshot &before_, &after_;
    const Calendar& calendar_;
    bool is_public_;
    IssueComparison& out_;
};

void compare_texts(IssueComparison& out) {
    for (const IssueText& text : out.after.texts) {
        const auto same = std::ranges::find_if(out.before.texts, [&](const IssueText& other) {
            return other.kind == text.kind && other.name == text.name;
        });
        if (same == out.before.texts.end())
            out.texts.push_back("“" + text.name + "” is used only by issue " + std::to_string(out.after.number) + ".");
        else if (same->text != text.text)
            out.texts.push_back("“" + text.name + "” has a different text.");
    }
}

} // namespace

IssueComparison compare_issues(Issued& issued, const Issue& before, const Issue& after) {
    if (before.area != after.area)
        throw Error(Fault::request, "Issue " + std::to_string(before.number) + " is of " + before.area.text() +
                                        " and issue " + std::to_string(after.number) + " of " + after.area.text() +
                                        ". Compare two of the same area.");
    IssueComparison out{before, after, {}, {}, {}, {}};
    const auto then = issued.snapshot_of(before), later = issued.snapshot_of(after);
    Comparing(*then, *later, out).compare(view_of(before), view_of(after));
    compare_texts(out);
    return out;
}

} // namespace qd::inline views
