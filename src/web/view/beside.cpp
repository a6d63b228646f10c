#include "web/view/beside.hpp"

#include "documents/sections/measure_beside.hpp"
#include "domain/coverage.hpp"
#include "web/view/frame.hpp"
#include "web/view/reading.hpp"
#include "web/view/tags.hpp"
#include "web/view/trend.hpp"
#include "web/view/wording.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace qd::web {
namespace {

constexpr std::size_t most_bars = 40; // more cannot be read one below the other; the funnel and the table take over

constexpr std::array fifth_words = {"top fifth", "second fifth", "middle fifth", "fourth fifth", "last fifth"};

Fields row_of(const Visit& visit, const Measure& measure, const Beside& beside, const BesideArea& area,
              const ComparisonInput& input) {
    const Figure& figure = area.figure;
    Fields row;
    row.text("area", area_name(visit.snapshot.content(), figure.area));
    row.text("href", visit.link("/measures/" + measure.code.text(), {{"area", figure.area.text()}}));
    row.flag("own", figure.area == beside.own);
    row.text("value", show(measure, figure.actual)).flag("has_value", figure.actual.has_value());
    const bool other_days = figure.actual.has_value() && beside.whole_figure &&
                            beside.whole_figure->actual.has_value() &&
                            beside.whole_figure->described != figure.described;
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    std::string aside = other_days ? calendar.label(figure.described) : std::string{};
    if (const auto coverage = coverage_of(calendar, measure, figure))
        aside += (aside.empty() ? "" : ", ") + words_of(*coverage);
    if (figure.flags != 0) aside += (aside.empty() ? "" : ", ") + join(flags_in_words(figure.flags), ", ");
    row.text("aside", aside).text("parts", parts_words(figure));
    row.text("interval", area.lower && area.upper ? show(measure, *area.lower) + " to " + show(measure, *area.upper)
                                                  : std::string{});
    const bool compared = area.comparison != Comparison::not_compared;
    ComparedArea same{"", figure.actual, {}, {}, compared ? std::optional(tone_of(area.comparison)) : std::nullopt};
    row.object("signal", Fields{}
                             .text("shape", tone_shape_id(tone_of(area.comparison)))
                             .text("word", capitalised(comparison_words(input, same))));
    row.flag("compared", compared);
    row.text("place", area.place ? std::to_string(*area.place) + (area.sharing > 0 ? " =" : "") : std::string{});
    row.text("fifth", area.fifth ? fifth_words.at(*area.fifth - 1) : "");
    return row;
}

} // namespace

std::string quartile_words(const Measure& measure, const Beside& beside) {
    if (!beside.quartiles) return {};
    const auto& [quarter, half, three] = *beside.quartiles;
    return "A quarter of the figures are at or below " + show(measure, quarter) + ", half are at or below " +
           show(measure, half) + ", and three quarters are at or below " + show(measure, three) + ".";
}

std::vector<Fields> beside_rows(const Visit& visit, const Measure& measure, const Beside& beside) {
    const ComparisonInput input = measure_comparison(visit.snapshot.content(), measure, beside, "order");
    std::vector<const BesideArea*> areas;
    for (const BesideArea& area : beside.areas) areas.push_back(&area);
    const bool small_first = measure.polarity == Polarity::lower;
    std::ranges::stable_sort(areas, [&](const BesideArea* a, const BesideArea* b) {
        const Cell &left = a->figure.actual, &right = b->figure.actual;
        if (!left.has_value() || !right.has_value()) return left.has_value() && !right.has_value();
        return small_first ? left.value() < right.value() : left.value() > right.value();
    });
    std::vector<Fields> rows;
    for (const BesideArea* area : areas) rows.push_back(row_of(visit, measure, beside, *area, input));
    return rows;
}

void add_beside_charts(Fields& fields, const Visit& visit, const Measure& measure, const Beside& beside, Bars bars) {
    const Content& content = visit.snapshot.content();
    if (bars == Bars::drawn && beside.given > 0 && beside.areas.size() <= most_bars)
        fields.object("bars", Fields{}.object("chart", chart_fields(comparison_bars(
                                                           measure_comparison(content, measure, beside, "bars")))));
    else
        fields.none("bars");
    if (const auto rank = measure_rank(content, measure, beside, "rank"))
        fields.object("rank", Fields{}.object("chart", chart_fields(rank_strip(*rank))));
    else
        fields.none("rank");
    if (const auto funnel = measure_funnel(content, measure, beside, "funnel"))
        fields.object("funnel", Fields{}.object("chart", chart_fields(funnel_plot(*funnel))));
    else
        fields.none("funnel");
}

void add_comparison(Fields& fields, const Visit& visit, const Measure& measure) {
    const auto beside = visit.snapshot.beside(measure.code, std::nullopt, visit.view());
    if (beside->given == 0) {
        fields.none("compared");
        return;
    }
    Fields section;
    section.text("where_capital", capitalised(beside_words(visit.snapshot.content(), *beside)));
    section.text("href", visit.link("/areas", {{"measure", measure.code.text()}}));
    section.text("quartiles", quartile_words(measure, *beside));
    section.text("no_funnel", beside->funnel.empty()
                                  ? "There is no funnel, and no interval: they need figures made of two counts, "
                                    "handed in with numerator and denominator for three areas or more."
                                  : "");
    add_beside_charts(section, visit, measure, *beside, Bars::drawn);
    fields.object("compared", std::move(section));
}

} // namespace qd::web
