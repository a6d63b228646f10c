#include "reports/report.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "documents/definition.hpp"
#include "documents/formats/html.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/paper_frame.hpp"
#include "documents/sections/sources_section.hpp"
#include "reports/composing.hpp"
#include "reports/layouts.hpp"

#include <algorithm>

namespace qd::inline reports {
namespace {

[[noreturn]] void no_such_report(const Content& content, const std::string& name) {
    std::vector<std::string> names;
    for (const Layout& layout : report_layouts(content)) names.push_back(layout.definition.name);
    throw absent("report", name, names, "The reports are " + join(names, ", ") + ".");
}

Layout layout_of(const Content& content, const std::string& name) {
    auto layout = find_layout(content, name);
    if (!layout || layout->front.kind != ReportFront::Kind::report) no_such_report(content, name);
    return *std::move(layout);
}

// The parameters' usual values, and those that were asked for.
ReportParameters parameters_of(const Layout& layout, const ReportParameters& asked) {
    ReportParameters all = layout.front.parameters;
    for (const auto& [name, value] : asked) {
        if (!all.contains(name))
            throw Error(Fault::request, "The report “" + layout.definition.name + "” has no parameter " + name + ".");
        all[name] = value;
    }
    return all;
}

// The latest period that priorities were reported on, where a report is of these; none = the latest of the store.
std::optional<Period> latest_period(const Snapshot& snapshot, const ReportFront& front) {
    if (front.needs.empty() || front.needs.front() != "priorities" || snapshot.periods().empty()) return std::nullopt;
    std::optional<Period> latest;
    for (const Update& update : snapshot.content().updates)
        if (update.subject.kind == SubjectKind::priority &&
            std::ranges::find(snapshot.periods(), update.period) != snapshot.periods().end() &&
            (!latest || *latest < update.period))
            latest = update.period;
    return latest;
}

// Fields of a paper's frame that are printed as they are: nobody fills a placeholder there.
void refuse_placeholders_in_frame(Filler& filler) {
    const auto& paper = filler.paper();
    if (!paper) return;
    std::vector<std::pair<std::string, std::string>> fields{{"title", paper->title},
                                                            {"purpose", paper->purpose},
                                                            {"consultations", paper->consultations},
                                                            {"part_two_reason", paper->part_two_reason}};
    for (const auto& [name, lines] :
         {std::pair("recommendations", &paper->recommendations), std::pair("reasons", &paper->reasons),
          std::pair("alternatives", &paper->alternatives), std::pair("objectives", &paper->objectives)})
        for (const std::string& line : *lines) fields.emplace_back(name, line);
    for (const Implication& implication : paper->implications) fields.emplace_back("implications", implication.text);
    for (const auto& [name, text] : fields)
        if (text.find("{{") != std::string::npos)
            filler.complain({error("placeholder-misplaced"),
                             {},
                             "papers/" + paper->code.text() + ".md, " + name,
                             "A placeholder is not filled here: “" + shorten(text, 80) + "”.",
                             "Put it into the text below the front matter, or into summary."});
}

// Puts one report together: each placeholder is filled, or reported as a finding.
class Composer {
public:
    Composer(const Snapshot& snapshot, const Layout& layout, const View& view, const ReportParameters& parameters,
             const Paper* paper)
        : content_(snapshot.content()), layout_(layout),
          filler_(snapshot, view, paper ? paper : snapshot.paper(layout.front.paper, view.period), parameters) {
        note_text(layout);
        filler_.find_definitions([this](const std::string& name) { return find(name); });
    }

    ComposedReport compose() {
        check_grain();
        refuse_placeholders_in_frame(filler_);
        Document& document = composed_.document;
        Blocks blocks = compose_text(filler_, {layout_.file, layout_.front.first_line, layout_.front.body},
                                     layout_.definition.name, 2);
        // The paper's own title goes before the definition's.
        document.title = filler_.paper() && !filler_.paper()->title.empty()
                             ? filler_.paper()->title
                             : compose_line(filler_, layout_.front.title, layout_.file);
        const View& view = filler_.view();
        write_head(document, content_, filler_.paper(), view.period, view.as_at);
        append(document.blocks, std::move(blocks));
        add_sources(document.blocks);
        document.foot = foot_line(content_, view.period, view.as_at, std::string(program_version()));
        document.as_at = view.as_at;
        for (const auto& [name, value] : filler_.parameters())
            composed_.texts.push_back({IssueText::Kind::parameter, name, "", value});
        composed_.findings = filler_.take_findings();
        composed_.own_texts = std::move(filler_.texts());
        return std::move(composed_);
    }

private:
    void note_text(const Layout& layout) {
        const IssueText text{IssueText::Kind::definition, layout.definition.name, layout.origin,
                             layout.definition.text};
        if (std::ranges::find(composed_.texts, text) == composed_.texts.end()) composed_.texts.push_back(text);
    }

    std::optional<DefinitionBody> find(const std::string& name) {
        const auto included = find_layout(content_, name);
        if (!included) return std::nullopt;
        note_text(*included);
        return DefinitionBody{included->file, included->front.first_line, included->front.body};
    }

    void check_grain() {
        const auto& grain = layout_.front.grain;
        if (!grain || filler_.view().period.grain() == *grain) return;
        filler_.complain(definition_finding(error("report-grain"), layout_.file, 1,
                                            "The report is made for a different kind of period from " +
                                                content_.settings.calendar.label(filler_.view().period) + "."));
    }

    // Of the figures to which something in the document leads.
    void add_sources(Blocks& blocks) {
        const std::set<std::string> linked = linked_sources(blocks);
        std::vector<Figure> figures;
        for (const Measure& measure : content_.measures)
            if (linked.contains(source_id(measure.code)))
                if (const auto figure = filler_.figure(measure)) figures.push_back(*figure);
        write_sources(blocks, content_, figures);
    }

    const Content& content_;
    const Layout& layout_;
    Filler filler_;
    ComposedReport composed_;
};

} // namespace

std::vector<ReportKind> report_kinds(const Content& content) {
    std::vector<ReportKind> kinds;
    for (const Layout& layout : report_layouts(content))
        kinds.push_back({layout.definition.name, layout.front.summary, layout.front.paper, layout.front.needs});
    return kinds;
}

bool has_what_it_needs(const Content& content, const ReportKind& kind) {
    const std::pair<std::string_view, bool> known[] = {
        {"measures", std::ranges::any_of(content.measures, &Measure::on_scorecard)},
        {"priorities", !content.priorities.empty()},
        {"projects", !content.projects.empty()},
        {"programmes", !content.programmes.empty()},
        {"risks", !content.risks.empty()},
    };
    return std::ranges::all_of(kind.needs, [&](const std::string& need) {
        const auto found = std::ranges::find(known, std::string_view(need), [](const auto& one) { return one.first; });
        return found == std::end(known) || found->second;
    });
}

View report_view(const Snapshot& snapshot, const std::string& name, const Question& question, Instant now) {
    const Layout layout = layout_of(snapshot.content(), name);
    Question asked = question;
    if (!asked.period) asked.period = latest_period(snapshot, layout.front);
    return snapshot.paper_view(layout.front.paper, asked, now);
}

ComposedReport compose_report(const Snapshot& snapshot, const std::string& name, const View& view,
                              const ReportParameters& parameters, const Paper* paper) {
    const auto known = snapshot.known_by(view.as_at);
    const Layout layout = layout_of(known->content(), name);
    return Composer(*known, layout, view, parameters_of(layout, parameters), paper).compose();
}

Document report_document(const Snapshot& snapshot, const std::string& name, const View& view, const Paper* paper) {
    ComposedReport report = compose_report(snapshot, name, view, {}, paper);
    if (report.findings.empty()) return std::move(report.document);
    std::string message = "The report “" + name + "” cannot be made:";
    for (const Finding& finding : report.findings)
        message += " " + finding.place + ": " + finding.message + (finding.remedy.empty() ? "" : " " + finding.remedy);
    throw Error(Fault::conflict, message);
}

Looks house_looks(const Content& content) {
    const auto found =
        std::ranges::find(content.reference_documents, content.settings.reference_document, &ReferenceDocument::name);
    return {found == content.reference_documents.end() ? std::string() : found->bytes};
}

ReportFile report_file(const Snapshot& snapshot, const Document& document, const std::string& name, const View& view,
                       DocumentFormat format, const std::optional<Looks>& looks) {
    const std::string period = snapshot.content().settings.calendar.text(view.period);
    return {name + "-" + period + "." + std::string(print(format)), std::string(media_type(format)),
            write_document(document, format, looks ? *looks : house_looks(snapshot.content()))};
}

ReportFile report_file(const Snapshot& snapshot, const std::string& name, const View& view, DocumentFormat format,
                       const std::optional<Looks>& looks) {
    return report_file(snapshot, report_document(snapshot, name, view), name, view, format, looks);
}

std::string report_html(const Snapshot& snapshot, const std::string& name, const View& view) {
    return to_html(report_document(snapshot, name, view));
}

} // namespace qd::inline reports
