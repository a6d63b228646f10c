#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/view/frame.hpp"
#include "web/view/tags.hpp"

#include "base/text.hpp"
#include "base/version.hpp"

namespace qd::web::pages {

Response about(const Visit& visit) {
    const auto& about = visit.snapshot.about();
    const Content& content = visit.snapshot.content();
    const Calendar& calendar = content.settings.calendar;
    std::vector<Fields> rows, periods;
    const bool is_public = visit.snapshot.reader() == Reader::everyone;
    if (!is_public)
        for (const auto& [table, count] : about.rows)
            rows.push_back(Fields{}
                               .text("table", capitalised(replace_all(table, "_", " ")))
                               .text("count", print_grouped(Decimal::whole(count), 0)));
    for (auto period = visit.snapshot.periods().rbegin(); period != visit.snapshot.periods().rend(); ++period)
        periods.push_back(Fields{}
                              .text("label", calendar.label(*period))
                              .text("href", visit.link("/", {{"period", calendar.text(*period)}})));
    Fields fields;
    fields.flag("is_public", is_public);
    fields.text("council", content.settings.name).text("area", area_name(content, content.settings.area));
    fields.text("year_start", month_name(calendar.start_month()))
        .text("database", about.database)
        .text("address", about.address);
    fields.text("schema", std::to_string(about.schema)).text("generation", std::to_string(visit.snapshot.generation()));
    fields.text("version", program_version()).text("accessibility", visit.link("/accessibility"));
    fields.list("rows", std::move(rows)).list("periods", std::move(periods));
    return render_page(visit, {is_public ? "About this site" : "About this store", "about", std::move(fields),
                               Section::about, Framing::hidden});
}

Response accessibility(const Visit& visit) {
    Fields fields;
    fields.text("council", visit.snapshot.content().settings.name);
    return render_page(
        visit, {"Accessibility statement", "accessibility", std::move(fields), Section::about, Framing::hidden});
}

} // namespace qd::web::pages
