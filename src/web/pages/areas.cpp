#include "documents/sections/measure_beside.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/view/beside.hpp"
#include "web/view/frame.hpp"
#include "web/view/scorecard_filter.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace qd::web::pages {
namespace {

// The measure that was asked for, or the first with figures for several areas.
const Measure* chosen_measure(const Visit& visit) {
    const std::string_view code = visit.parameter("measure");
    if (!code.empty()) return &visit.snapshot.measure(MeasureCode{std::string{code}});
    const auto& spread = visit.snapshot.spread_over_areas();
    return spread.empty() ? nullptr : spread.front();
}

std::optional<AreaKind> chosen_kind(const Visit& visit) {
    const std::string_view word = visit.parameter("kind");
    if (word.empty()) return {};
    const auto kind = parse_area_kind(word);
    if (!kind)
        throw Error(Fault::request, "There is no kind of area “" + std::string{word} +
                                        "”. Choose nation, region, county, unitary, district, ward or local.");
    return kind;
}

std::vector<Fields> measure_options(const Visit& visit, const Measure* chosen) {
    std::vector<Fields> options;
    for (const Measure* measure : visit.snapshot.spread_over_areas())
        options.push_back(Fields{}
                              .text("value", measure->code.text())
                              .text("word", short_name(*measure))
                              .flag("chosen", measure == chosen));
    return options;
}

std::vector<Fields> kind_options(const Beside& beside) {
    std::vector<Fields> options;
    if (beside.kinds.size() > 1)
        for (const AreaKind kind : beside.kinds)
            options.push_back(Fields{}
                                  .text("value", print(kind))
                                  .text("word", capitalised(kind_words(kind)))
                                  .flag("chosen", kind == beside.kind));
    return options;
}

Fields table_of(const Visit& visit, const Measure& measure, const Beside& beside) {
    const Content& content = visit.snapshot.content();
    Fields fields;
    const std::string whole = area_name(content, beside.whole);
    fields.text("whole", whole);
    const bool has_whole = beside.whole_figure && beside.whole_figure->actual.has_value();
    fields.text("whole_value", has_whole ? show(measure, beside.whole_figure->actual.value()) : "no figure");
    fields.text("whole_parts", has_whole ? parts_words(*beside.whole_figure) : "");
    fields.text("caption", short_name(measure) + " in " + beside_words(content, beside));
    fields.text("described", described_words(content, beside));
    fields.text("given", std::to_string(beside.given) + " of " + plural(beside.areas.size(), "area has", "areas have") +
                             " a figure.");
    const bool intervals =
        std::ranges::any_of(beside.areas, [](const BesideArea& area) { return area.lower.has_value(); });
    fields.flag("intervals", intervals).text("quartiles", quartile_words(measure, beside));
    return fields.list("rows", beside_rows(visit, measure, beside));
}

} // namespace

Response areas(const Visit& visit) {
    Fields fields;
    const Measure* measure = chosen_measure(visit);
    fields.list("measures", measure_options(visit, measure));
    fields.list("frame_kept", kept_frame(visit));
    if (measure == nullptr) {
        fields.none("chosen").none("table").list("kinds", {}).none("kinds_block");
        return render_page(visit, {"Areas", "areas", std::move(fields), Section::areas});
    }
    const auto beside = visit.snapshot.beside(measure->code, chosen_kind(visit), visit.view());
    const Content& content = visit.snapshot.content();
    Fields chosen;
    chosen.text("title", short_name(*measure))
        .text("href", visit.link("/measures/" + measure->code.text()))
        .text("where", beside_words(content, *beside))
        .flag("none", beside->given == 0);
    chosen.text("headline",
                beside->given == 0
                    ? ""
                    : comparison_headline(measure_comparison(content, *measure, *beside, "headline")) + ".");
    add_beside_charts(chosen, visit, *measure, *beside, Bars::left_out);
    fields.object("chosen", std::move(chosen));
    fields.list("kinds", kind_options(*beside)).flag("kinds_block", beside->kinds.size() > 1);
    if (beside->given > 0)
        fields.object("table", table_of(visit, *measure, *beside));
    else
        fields.none("table");
    return render_page(visit, {"Areas: " + short_name(*measure), "areas", std::move(fields), Section::areas});
}

} // namespace qd::web::pages
