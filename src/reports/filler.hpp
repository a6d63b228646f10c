#pragma once

#include "documents/definition.hpp"
#include "documents/sections/partnership_report.hpp"
#include "documents/sections/scorecard_report.hpp"
#include "domain/finding_catalogue.hpp"
#include "reports/own_text.hpp"
#include "views/snapshot.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline reports {

// Why a placeholder could not be filled, without its place.
struct Unfilled {
    FindingKind kind; // of the finding: error("placeholder-empty")
    std::string message, remedy;
};
template <class T> using Filled = tl::expected<T, Unfilled>;
// A word that is the code of nothing: the nearest of those that are known, or where to find them: "a meeting of meetings.csv".
tl::unexpected<Unfilled> unknown_code(const std::string& what, const std::string& word,
                                      const std::vector<std::string>& known, const std::string& where);

// What placeholders are filled from: one view of a snapshot, the paper that frames the report, and what is counted along.
class Filler {
public:
    // `paper` frames it; null = none does.
    Filler(const Snapshot& snapshot, const View& view, const Paper* paper,
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
    // Definitions that texts include, by name; each is noted by its finder.
    void find_definitions(FindDefinition find) { find_ = std::move(find); }
    std::optional<DefinitionBody> definition(const std::string& name) const {
        return find_ ? find_(name) : std::nullopt;
    }

    // What is wrong with the texts, and what they came to say in words of their own.
    void complain(Finding finding) { findings_.push_back(std::move(finding)); }
    Findings take_findings() { return std::move(findings_); }
    void note_text(OwnText text) { texts_.push_back(std::move(text)); }
    std::vector<OwnText>& texts() { return texts_; }

    // A text of the paper that is being filled; another one within it would never end.
    class OpenText {
    public:
        explicit OpenText(Filler& filler) : filler_(filler) { ++filler_.open_texts_; }
        OpenText(const OpenText&) = delete;
        OpenText& operator=(const OpenText&) = delete;
        ~OpenText() { --filler_.open_texts_; }
        bool is_outermost() const { return filler_.open_texts_ == 1; }

    private:
        Filler& filler_;
    };

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
    FindDefinition find_;
    Findings findings_;
    std::vector<OwnText> texts_;
    int open_texts_ = 0;
    std::shared_ptr<const Scorecard> scorecard_;
    std::shared_ptr<const Partnership> partnership_;
    std::optional<ScorecardReportInput> scorecard_input_;
    std::optional<PartnershipReportInput> partnership_input_;
};

} // namespace qd::inline reports
