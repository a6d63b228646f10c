#include "exchange/front_matter.hpp"
#include "exchange/narratives.hpp"

namespace qd::inline exchange {
namespace {

std::string date_text(const std::optional<Date>& day) { return day ? print(*day) : std::string(); }

} // namespace

void read_paper(const SourceFile& file, const std::string& place, Content& into, Intake& intake) {
    auto cut = cut_front_matter(file, place, intake.complaints);
    if (!cut) return intake.papers.leave_open();
    Paper paper;
    paper.code = PaperCode(cut->code);
    paper.body_text = std::move(cut->body);
    TomlTable front(cut->front, place, intake);
    const auto text = [&](std::string_view key) { return front.take_or<std::string>(key, ""); };
    paper.report = front.need<std::string>("report");
    paper.period = front.need<Period>("period");
    paper.title = front.need<std::string>("title");
    paper.body = front.take_or<UnitCode>("body", UnitCode());
    paper.meeting = front.take<Date>("meeting");
    paper.item = text("item");
    paper.report_of = text("report_of");
    paper.contact = text("contact");
    paper.part = text("part");
    paper.affects = text("affects");
    paper.purpose = text("purpose");
    paper.summary = text("summary");
    paper.consultations = text("consultations");
    paper.part_two_reason = text("part_two_reason");
    paper.recommendations = front.take_texts("recommendations");
    paper.reasons = front.take_texts("reasons");
    paper.alternatives = front.take_texts("alternatives");
    paper.objectives = front.take_texts("objectives");
    for (TomlTable& row : front.take_tables("implications")) {
        paper.implications.push_back({row.need<std::string>("area"), row.need<std::string>("text")});
        row.finish();
    }
    for (TomlTable& row : front.take_tables("background_papers")) {
        paper.background_papers.push_back(
            {row.need<std::string>("title"), row.take<Date>("date"), row.take_or<std::string>("contact", "")});
        row.finish();
    }
    front.finish();
    intake.papers.add(paper.code.text());
    into.papers.push_back(std::move(paper));
}

SourceFile write_paper(const Paper& paper, YearStyle years) {
    std::string front = toml_line("report", paper.report) + toml_line("period", print(paper.period, years)) +
                        toml_line("title", paper.title) + toml_line("body", paper.body.text()) +
                        toml_line("meeting", date_text(paper.meeting)) + toml_line("item", paper.item) +
                        toml_line("report_of", paper.report_of) + toml_line("contact", paper.contact) +
                        toml_line("part", paper.part) + toml_line("affects", paper.affects) +
                        toml_line("purpose", paper.purpose) + toml_line("summary", paper.summary) +
                        toml_line("consultations", paper.consultations) +
                        toml_line("part_two_reason", paper.part_two_reason) +
                        toml_line("recommendations", paper.recommendations) + toml_line("reasons", paper.reasons) +
                        toml_line("alternatives", paper.alternatives) + toml_line("objectives", paper.objectives);
    for (const Implication& row : paper.implications)
        front += "\n[[implications]]\n" + toml_line("area", row.area) + toml_line("text", row.text);
    for (const BackgroundPaper& row : paper.background_papers)
        front += "\n[[background_papers]]\n" + toml_line("title", row.title) + toml_line("date", date_text(row.date)) +
                 toml_line("contact", row.contact);
    return {"papers/" + paper.code.text() + ".md", join_front_matter(front, paper.body_text)};
}

} // namespace qd::inline exchange
