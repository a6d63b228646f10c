#include "web/view/registers.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/report_parts.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "documents/formats/html.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/programme_section.hpp"
#include "documents/sections/risk_section.hpp"
#include "views/registers.hpp"

// The pages of the registers show the very sections that reports are made of.
namespace qd::web::pages {
namespace {

// `links` lead to what the page is a list of; `json` is the address of the same for programs.
Response register_page(const Visit& visit, const std::string& title, const Blocks& blocks, Section section,
                       std::vector<Fields> links = {}, const std::string& json = {}) {
    Document document;
    document.title = title;
    document.blocks = {paragraph("As at " + print_long(visit.view().as_at.date()) + ".", ParagraphRole::small)};
    append(document.blocks, blocks);
    Fields fields;
    fields.flag("link_block", !links.empty()).list("links", std::move(links));
    fields.text("json", json);
    fields.text("paper", report_body(article_html(document)));
    return render_page(visit, {title, "register", std::move(fields), section, Framing::hidden});
}

// The day up to which delivery was asked for. Error(request) if it is not a day.
std::optional<Date> until(const Visit& visit) {
    const std::string_view asked = visit.parameter("until");
    if (asked.empty()) return std::nullopt;
    const auto day = Date::parse(asked);
    if (!day) throw Error(Fault::request, "“" + shorten(asked, 40) + "” is not a day. Write it as 2012-03-20.");
    return day;
}

// Links to what was reported of the other periods.
std::vector<Fields> other_periods(const Visit& visit, const ProgrammeProgress& newest, const ProgrammeProgress& shown) {
    std::vector<Fields> links;
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    for (const Period period : newest.periods) {
        if (period == shown.period) continue;
        const Date last = calendar.last_day(period);
        links.push_back(Fields{}
                            .text("href", visit.link("/programmes/" + percent_encode(newest.programme.code.text()),
                                                     {{"until", print(last)}}))
                            .text("words", "As reported to " + print_long(last)));
    }
    return links;
}

bool has_phase_or_delivery(const ProgrammeProgress& progress) {
    return progress.period || !progress.funding.empty() || !progress.phases.empty();
}

} // namespace

Response programmes(const Visit& visit) {
    std::vector<Fields> links;
    Blocks blocks;
    for (const ProgrammeProgress& progress : qd::programmes(visit.snapshot, visit.view().as_at)) {
        links.push_back(Fields{}
                            .text("href", visit.link("/programmes/" + percent_encode(progress.programme.code.text())))
                            .text("words", progress.programme.title));
        if (!has_phase_or_delivery(progress)) continue;
        const Blocks table = delivery_table(progress, visit.snapshot.content());
        if (table.empty()) continue;
        blocks.push_back({Heading{2, progress.programme.title, ""}});
        append(blocks, table);
    }
    return register_page(visit, "Programmes", blocks, Section::programmes, std::move(links),
                         visit.link("/programmes.json"));
}

Response programme(const Visit& visit) {
    const ProgrammeCode code(visit.capture("code"));
    const ProgrammeProgress newest = qd::programme(visit.snapshot, code, visit.view().as_at);
    const ProgrammeProgress progress = qd::programme(visit.snapshot, code, visit.view().as_at, until(visit));
    FigureNumbers numbers;
    Blocks blocks = programme_section(progress, visit.snapshot.content(), numbers);
    blocks.front() = {Heading{2, "How it stands", ""}}; // its title is the page's
    std::vector<Fields> links;
    links.push_back(Fields{}.text("href", visit.link("/programmes")).text("words", "All programmes"));
    for (Fields& link : other_periods(visit, newest, progress)) links.push_back(std::move(link));
    return register_page(
        visit, progress.programme.title, blocks, Section::programmes, std::move(links),
        visit.link("/programmes/" + percent_encode(progress.programme.code.text()) + "/programme.json"));
}

Response projects(const Visit& visit) {
    Blocks blocks;
    for (const WaveLines& wave : wave_lines(visit.snapshot.content(), visit.view().as_at))
        append(blocks, wave_section(wave, visit.snapshot.content()));
    return register_page(visit, "Projects", blocks, Section::projects);
}

Response risks(const Visit& visit) {
    const Instant as_at = visit.view().as_at;
    const Content& content = visit.snapshot.content();
    const auto periods = qd::register_periods(content, as_at);
    if (periods.empty())
        return register_page(visit, "Risks and opportunities", {paragraph("There was no register by then.")},
                             Section::risks);
    const RiskRegister all = qd::risks(visit.snapshot, risk_period(visit), as_at);
    const Calendar& calendar = content.settings.calendar;
    std::vector<Fields> links;
    for (const Period period : periods)
        links.push_back(Fields{}
                            .text("href", visit.link("/risks", {{"period", calendar.text(period)}}))
                            .text("words", "Register of " + calendar.label(period)));
    const auto address = [&](const RiskCode& code) { return visit.link("/risks/" + percent_encode(code.text())); };
    return register_page(visit, "Risks and opportunities", risk_section(all, content, address), Section::risks,
                         std::move(links), visit.link("/risks.json"));
}

Response risk(const Visit& visit) {
    const qd::Risk& entry = qd::risk(visit.snapshot, visit.capture("code"));
    const Instant as_at = visit.view().as_at;
    Blocks blocks = risk_history_section(visit.snapshot.content(), entry, as_at);
    blocks.erase(blocks.begin()); // its title is the page's
    std::vector<Fields> links;
    links.push_back(Fields{}.text("href", visit.link("/risks")).text("words", "The whole register"));
    return register_page(visit, entry.code.text() + " " + title_on(entry, as_at.date()), blocks, Section::risks,
                         std::move(links), visit.link("/risks/" + percent_encode(entry.code.text()) + "/risk.json"));
}

Response self_evaluation(const Visit& visit) {
    Blocks blocks;
    for (const FormReport& report : form_reports(visit.snapshot, visit.view().as_at))
        append(blocks, form_section(report, visit.snapshot.content()));
    return register_page(visit, "Self-evaluation", blocks, Section::self_evaluation);
}

} // namespace qd::web::pages
