#include "engine/past_forecasts.hpp"

#include "engine/goal.hpp"
#include "engine/outturn.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

constexpr std::size_t most_periods = 240; // of one measure: twenty years of months

// What became of years, measured by measure.
class Scoring {
public:
    Scoring(const Sheet& sheet, const AreaCode& area)
        : sheet_(sheet), area_(area), own_(own_figures(sheet, area, sheet.known().as_at.date())) {}

    std::vector<PastForecast> computed() const {
        std::vector<PastForecast> all;
        for (const Period period : periods()) {
            const auto actual = figure_at_end(year_at_issue(sheet_, period));
            if (!actual) continue;
            const auto reading = outturn_of(sheet_, known_by(period), area_, period);
            if (!reading) continue;
            PastForecast scored =
                frame(PastForecast::Maker::computed, reading->year, period, reading->outturn, *actual);
            scored.by = reading->method;
            scored.lower = reading->lower;
            scored.upper = reading->upper;
            all.push_back(std::move(scored));
        }
        return all;
    }

    std::vector<PastForecast> officers() const {
        std::vector<PastForecast> all;
        for (const OfficerForecast* forecast : sheet_.known().forecasts_of(sheet_.measure().code)) {
            if (!forecast->value || sheet_.known().named(forecast->area) != area_) continue;
            const auto actual = figure_at_end(forecast->period);
            if (!actual) continue;
            PastForecast scored =
                frame(PastForecast::Maker::officer, forecast->period, forecast->made_in, *forecast->value, *actual);
            scored.by = forecast->by;
            scored.lower = forecast->lower;
            scored.upper = forecast->upper;
            all.push_back(std::move(scored));
        }
        return all;
    }

private:
    // The measure's own periods for which something may be known, oldest first.
    std::vector<Period> periods() const {
        std::vector<Period> periods;
        const Measure& measure = sheet_.measure();
        const std::vector<Period> known = sheet_.periods(area_);
        if (known.empty() || measure.grain == Grain::span) return periods;
        const Calendar& calendar = sheet_.calendar();
        const Date last = calendar.last_day(known.back());
        Period period = calendar.containing(measure.grain, calendar.last_day(known.front()));
        for (; calendar.last_day(period) <= last && periods.size() < most_periods; period = *calendar.next(period))
            periods.push_back(period);
        return periods;
    }

    OwnFigures known_by(Period period) const {
        OwnFigures known{{}, own_.why_none};
        const Date end = sheet_.calendar().last_day(period);
        for (const OwnFigure& figure : own_.figures)
            if (sheet_.calendar().last_day(figure.period) <= end) known.figures.push_back(figure);
        return known;
    }

    // What the year came to; absent until its last period is known.
    std::optional<Decimal> figure_at_end(Period year) const {
        const Calendar& calendar = sheet_.calendar();
        const Grain grain = sheet_.measure().grain;
        if (grain == Grain::span) return {};
        const std::vector<Period> parts = calendar.parts(year, grain);
        const Period last = year.grain() == grain || parts.empty() ? year : parts.back();
        const Shown shown = sheet_.shown(area_, last);
        if (!shown.actual.number || sheet_.stretch(shown.described).last != calendar.last_day(year)) return {};
        return shown.actual.number->rounded();
    }

    PastForecast frame(PastForecast::Maker maker, Period year, Period made_in, Decimal forecast, Decimal actual) const {
        const Measure& measure = sheet_.measure();
        PastForecast scored;
        scored.maker = maker;
        scored.measure = measure.code;
        scored.owner = measure.owner;
        scored.area = area_;
        scored.year = year;
        scored.made_in = made_in;
        scored.forecast = forecast;
        scored.actual = actual;
        if (measure.polarity == Polarity::higher) scored.optimism = forecast - actual;
        if (measure.polarity == Polarity::lower) scored.optimism = actual - forecast;
        return scored;
    }

    const Sheet& sheet_;
    const AreaCode& area_;
    OwnFigures own_;
};

} // namespace

std::vector<PastForecast> compute_past_forecasts(const MeasuredContent& content, const AreaCode& area, Instant as_at) {
    const Known known(content, as_at);
    known.refuse_unknown(area);
    std::vector<PastForecast> all;
    for (const Measure& measure : content.measures) {
        const Sheet sheet(known, measure, area);
        const Scoring scoring(sheet, area);
        std::ranges::move(scoring.computed(), std::back_inserter(all));
        std::ranges::move(scoring.officers(), std::back_inserter(all));
    }
    return all;
}

} // namespace qd::inline engine
