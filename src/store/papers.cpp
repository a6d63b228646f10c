#include "store/fields.hpp"
#include "store/nouns.hpp"

#include <map>

namespace qd::inline store {
namespace {

constexpr auto select_papers = "SELECT code, report, period, body, meeting, title, item, report_of, contact, part, "
                               "affects, purpose, summary, consultations, "
                               "part_two_reason, body_text FROM papers";
constexpr auto select_lines =
    "SELECT paper, list, text, area, date, contact FROM paper_lines ORDER BY paper, list, position";

void add_line(Paper& paper, const std::string& list, FieldReader& read) {
    std::string text = read.text();
    if (list == "recommendation")
        paper.recommendations.push_back(std::move(text));
    else if (list == "reason")
        paper.reasons.push_back(std::move(text));
    else if (list == "alternative")
        paper.alternatives.push_back(std::move(text));
    else if (list == "objective")
        paper.objectives.push_back(std::move(text));
    else if (list == "implication")
        paper.implications.push_back({read.text(), std::move(text)});
    else if (list == "background_paper") {
        BackgroundPaper background{.title = std::move(text), .date = {}, .contact = {}};
        read.text(); // area: of implications
        background.date = read.date();
        background.contact = read.text();
        paper.background_papers.push_back(std::move(background));
    } else
        damaged("paper_lines.list", list);
}

void add_lines(const Paper& paper, Item& item) {
    std::int64_t position = 0;
    const auto line = [&](std::string_view list, const std::string& text, std::string_view area,
                          const std::optional<Date>& date, std::string_view contact) {
        item.push_back(Row::of("paper_lines", paper.code.text(), list, ++position, text, given(area), given(date),
                               given(contact)));
    };
    const auto plain = [&](std::string_view list, const std::vector<std::string>& texts) {
        position = 0;
        for (const std::string& text : texts) line(list, text, "", {}, "");
    };
    plain("recommendation", paper.recommendations);
    plain("reason", paper.reasons);
    plain("alternative", paper.alternatives);
    plain("objective", paper.objectives);
    position = 0;
    for (const Implication& implication : paper.implications)
        line("implication", implication.text, implication.area, {}, "");
    position = 0;
    for (const BackgroundPaper& background : paper.background_papers)
        line("background_paper", background.title, "", background.date, background.contact);
}

Paper read_paper(const db::Row& row) {
    FieldReader read(row);
    Paper paper;
    paper.code = read.code<PaperCode>();
    paper.report = read.text();
    paper.period = read.period();
    paper.body = read.code<UnitCode>();
    paper.meeting = read.date();
    paper.title = read.text();
    paper.item = read.text();
    paper.report_of = read.text();
    paper.contact = read.text();
    paper.part = read.text();
    paper.affects = read.text();
    paper.purpose = read.text();
    paper.summary = read.text();
    paper.consultations = read.text();
    paper.part_two_reason = read.text();
    paper.body_text = read.text();
    return paper;
}

} // namespace

std::vector<Paper> read_papers(db::Connection& store) {
    std::map<PaperCode, Paper> papers;
    for (auto row : store.query(select_papers)) {
        Paper paper = read_paper(row);
        papers.emplace(paper.code, std::move(paper));
    }
    for (auto row : store.query(select_lines)) {
        FieldReader read(row);
        const PaperCode code = read.code<PaperCode>();
        const std::string list = read.text();
        const auto paper = papers.find(code);
        if (paper == papers.end()) damaged("paper_lines.paper", code.text());
        add_line(paper->second, list, read);
    }
    std::vector<Paper> out;
    for (auto& [code, paper] : papers) out.push_back(std::move(paper));
    return out;
}

Line bring_papers(Writer& writer, const std::vector<Paper>& given_papers) {
    return bring(writer, "papers", given_papers, [](const Paper& paper) {
        Item item{Row::of("papers", paper.code.text(), paper.report, print(paper.period), given(paper.body),
                          given(paper.meeting), paper.title, given(paper.item), given(paper.report_of),
                          given(paper.contact), given(paper.part), given(paper.affects), given(paper.purpose),
                          given(paper.summary), given(paper.consultations), given(paper.part_two_reason),
                          given(paper.body_text))};
        add_lines(paper, item);
        return item;
    });
}

} // namespace qd::inline store
