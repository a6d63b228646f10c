#include "service/report.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "documents/exceptions.hpp"
#include "documents/html.hpp"
#include "documents/partnership_report.hpp"
#include "documents/scorecard_report.hpp"

#include <algorithm>

namespace qd::inline service {
namespace {

std::optional<Paper> paper_of(const Snapshot& snapshot, const std::string& name, Period period) {
    const Paper* paper = snapshot.paper(name, period);
    return paper ? std::optional(*paper) : std::nullopt;
}

std::vector<Reading> readings_off_target(const Snapshot& snapshot, const View& view) {
    const auto scorecard = snapshot.scorecard(view);
    std::vector<Reading> readings;
    for (const Figure* figure : exceptions(*scorecard)) readings.push_back(*snapshot.reading(figure->measure, view));
    return readings;
}

Document scorecard_document(const Snapshot& snapshot, const View& view) {
    const auto before = snapshot.scorecard_before(view);
    return scorecard_report({.content = snapshot.content(),
                             .now = *snapshot.scorecard(view),
                             .before = before ? std::optional(*before) : std::nullopt,
                             .series = *snapshot.series(view),
                             .readings = readings_off_target(snapshot, view),
                             .findings = *snapshot.findings(view),
                             .paper = paper_of(snapshot, "scorecard", view.period),
                             .as_at = view.as_at,
                             .program_version = std::string(program_version())});
}

Document partnership_document(const Snapshot& snapshot, const View& view) {
    return partnership_report({.content = snapshot.content(),
                               .partnership = *snapshot.partnership(view),
                               .findings = *snapshot.findings(view),
                               .paper = paper_of(snapshot, "partnership", view.period),
                               .as_at = view.as_at,
                               .program_version = std::string(program_version())});
}

struct Composer {
    ReportKind kind;
    Document (*compose)(const Snapshot&, const View&);
};

const std::vector<Composer>& composers() {
    static const std::vector<Composer> all = {
        {{"scorecard", "Corporate scorecard and recovery plans"}, scorecard_document},
        {{"partnership", "Partnership priorities"}, partnership_document},
    };
    return all;
}

} // namespace

const std::vector<ReportKind>& report_kinds() {
    static const std::vector<ReportKind> kinds = [] {
        std::vector<ReportKind> all;
        for (const Composer& composer : composers()) all.push_back(composer.kind);
        return all;
    }();
    return kinds;
}

Document report_document(const Snapshot& snapshot, const std::string& name, const View& view) {
    const auto found =
        std::ranges::find(composers(), name, [](const Composer& composer) { return composer.kind.name; });
    if (found != composers().end()) {
        Document document = found->compose(snapshot, view);
        document.as_at = view.as_at;
        return document;
    }
    std::vector<std::string> names;
    for (const ReportKind& kind : report_kinds()) names.push_back(kind.name);
    throw Error(Fault::absent, "There is no report “" + name + "”. There is " + join(names, " and ") + ".");
}

ReportFile report_file(const Snapshot& snapshot, const std::string& name, const View& view, DocumentFormat format,
                       const Looks& looks) {
    const std::string period = snapshot.content().settings.calendar.text(view.period);
    return {name + "-" + period + "." + std::string(print(format)), std::string(media_type(format)),
            write_document(report_document(snapshot, name, view), format, looks)};
}

std::string report_html(const Snapshot& snapshot, const std::string& name, const View& view) {
    return to_html(report_document(snapshot, name, view));
}

} // namespace qd::inline service
