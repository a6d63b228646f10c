#include "reports/filler.hpp"

#include "base/text.hpp"
#include "base/version.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/exceptions.hpp"

#include <algorithm>
#include <cctype>

namespace qd::inline reports {
namespace {

// "Self directed support" → "sds"
std::string initials(const std::string& title) {
    std::string out;
    for (const std::string& word : split(title, ' '))
        if (!word.empty() && std::isalnum(static_cast<unsigned char>(word.front()))) out += word.front();
    return lower(out);
}

bool has_initials(const Measure& measure, const std::string& wanted) {
    return wanted.size() > 1 && (initials(measure.title) == wanted || initials(measure.short_title) == wanted);
}

std::optional<Paper> copy_of(const Paper* paper) { return paper ? std::optional(*paper) : std::nullopt; }

std::vector<Reading> readings_off_target(const Snapshot& snapshot, const View& view) {
    std::vector<Reading> readings;
    for (const Figure* figure : exceptions(*snapshot.scorecard(view)))
        readings.push_back(*snapshot.reading(figure->measure, view));
    return readings;
}

} // namespace

Filler::Filler(const Snapshot& snapshot, const View& view, const Paper* paper,
               std::map<std::string, std::string> parameters)
    : snapshot_(snapshot), view_(view), paper_(copy_of(paper)), parameters_(std::move(parameters)),
      scorecard_(snapshot.scorecard(view)), partnership_(snapshot.partnership(view)) {}

Filler::~Filler() = default;

tl::unexpected<Unfilled> unknown_code(const std::string& what, const std::string& word,
                                      const std::vector<std::string>& known, const std::string& where) {
    return tl::make_unexpected(Unfilled{error("placeholder-unknown-code"), "There is no " + what + " “" + word + "”.",
                                        did_you_mean(word, known, "Write the code of " + where + ".")});
}

Filled<const Measure*> Filler::measure(const std::string& word) const {
    std::vector<const Measure*> found;
    std::vector<std::string> codes;
    for (const Measure& one : content().measures) {
        if (one.code.text() == word) return &one;
        codes.push_back(one.code.text());
        if (has_initials(one, lower(word))) found.push_back(&one);
    }
    if (found.size() == 1) return found.front();
    if (found.empty()) return unknown_code("measure", word, codes, "a measure of measures.csv");
    std::vector<std::string> names;
    for (const Measure* one : found) names.push_back(one->code.text() + " (" + short_name(*one) + ")");
    return tl::make_unexpected(Unfilled{error("placeholder-ambiguous"),
                                        "“" + word + "” may be any of " + join(names, ", ") + ".",
                                        "Write the code of the one that is meant."});
}

Filled<Figure> Filler::figure(const Measure& measure) const {
    const auto found = std::ranges::find(scorecard_->figures, measure.code, &Figure::measure);
    if (found != scorecard_->figures.end()) return *found;
    for (const Figure& point : snapshot_.series(measure.code, view_).points)
        if (point.period == view_.period) return point;
    return tl::make_unexpected(Unfilled{error("placeholder-empty"),
                                        "Nothing was reported for " + short_name(measure) + " (" + measure.code.text() +
                                            ") for " + calendar().label(view_.period) + ".",
                                        "Hand in the figure, or remove the placeholder."});
}

Filled<const PriorityLine*> Filler::priority(const std::string& word) const {
    std::vector<std::string> codes;
    for (const GroupLines& group : partnership_->groups)
        for (const PriorityLine& line : group.lines) {
            if (line.priority.code.text() == word) return &line;
            codes.push_back(line.priority.code.text());
        }
    return unknown_code("priority", word, codes, "a priority of priorities.csv");
}

const ScorecardReportInput& Filler::scorecard_input() {
    if (!scorecard_input_) {
        const auto before = snapshot_.scorecard_before(view_);
        scorecard_input_.emplace(ScorecardReportInput{.content = content(),
                                                      .now = *scorecard_,
                                                      .before = before ? std::optional(*before) : std::nullopt,
                                                      .series = *snapshot_.series(view_),
                                                      .readings = readings_off_target(snapshot_, view_),
                                                      .findings = *snapshot_.findings(view_),
                                                      .paper = paper_,
                                                      .as_at = view_.as_at,
                                                      .program_version = std::string(program_version())});
    }
    return *scorecard_input_;
}

const PartnershipReportInput& Filler::partnership_input() {
    if (!partnership_input_)
        partnership_input_.emplace(PartnershipReportInput{.content = content(),
                                                          .partnership = *partnership_,
                                                          .findings = *snapshot_.findings(view_),
                                                          .paper = paper_,
                                                          .as_at = view_.as_at,
                                                          .program_version = std::string(program_version())});
    return *partnership_input_;
}

} // namespace qd::inline reports
