#pragma once

#include "documents/definition.hpp"
#include "documents/partnership_report.hpp"
#include "documents/scorecard_report.hpp"
#include "service/snapshot.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline service {

// Why a placeholder could not be filled, without its place.
struct Unfilled {
    std::string code; // of the finding: "placeholder-empty"
    std::string message, remedy;
};
template <class T> using Filled = tl::expected<T, Unfilled>;

// What placeholders are filled from: one view of a snapshot, the paper that frames the report, and what is counted along.
class Filler {
public:
    // `paper` names the report whose papers frame it.
    Filler(const Snapshot& snapshot, const View& view, const std::string& paper,
           std::map<std::string, std::string> parameters);
    ~Filler();

    const Snapshot& snapshot() const { return snapshot_; }
    const Content& content() const { return snapshot_.content(); }
    const Calendar& calendar() const { return content().settings.calendar; }
    const View& view() const { return view_; }
    const std::optional<Paper>& paper() const { return paper_; }
    const std::map<std::string, std::string>& parameters() const { return parameters_; }
    FigureNumbers& numbers() { return numbers_; }

    // By code, or by initials of its title where only one measure has them ("SDS").
    Filled<const Measure*> measure(const std::string& word) const;
    // Of the scorecard, or computed where the measure is not on it.
    Filled<Figure> figure(const Measure& measure) const;
    Filled<const PriorityLine*> priority(const std::string& word) const;

    const ScorecardReportInput& scorecard_input();
    const PartnershipReportInput& partnership_input();
    // Figures that words of the report name, for the list of sources.
    void note_source(const Figure& figure) { named_.push_back(figure); }
    const std::vector<Figure>& named() const { return named_; }

private:
    const Snapshot& snapshot_;
    View view_;
    std::optional<Paper> paper_;
    std::map<std::string, std::string> parameters_;
    FigureNumbers numbers_;
    std::vector<Figure> named_;
    std::shared_ptr<const Scorecard> scorecard_;
    std::shared_ptr<const Partnership> partnership_;
    std::optional<ScorecardReportInput> scorecard_input_;
    std::optional<PartnershipReportInput> partnership_input_;
};

} // namespace qd::inline service
