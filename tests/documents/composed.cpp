#include "documents/composed.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "documents/definition.hpp"
#include "documents/markdown.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/findings_section.hpp"
#include "documents/sections/judgement_section.hpp"
#include "documents/sections/paper_frame.hpp"
#include "documents/sections/risk_section.hpp"
#include "documents/sections/sources_section.hpp"

#include <functional>
#include <map>

namespace qd::test {
namespace {

using Sections = std::map<std::string, std::function<Blocks()>>;

std::optional<DefinitionBody> supplied(const std::string& name) {
    constexpr std::string_view fence = "+++\n";
    const std::string file = "templates/reports/" + name + ".md", text = read_file(file);
    return DefinitionBody{file, 1, text.substr(text.find(fence, fence.size()) + fence.size())};
}

template <class Write> std::function<Blocks()> section(Write write) {
    return [write] {
        Blocks blocks;
        write(blocks);
        return blocks;
    };
}

// What every definition may call for.
template <class Input> Sections common(const Input& input, Period period) {
    return {
        {"purpose", section([&](Blocks& blocks) { write_purpose(blocks, input.paper); })},
        {"summary", [&] { return input.paper ? from_markdown(input.paper->summary, 3) : Blocks(); }},
        {"recommendations",
         section([&](Blocks& blocks) { write_recommendations(blocks, input.content, input.paper); })},
        {"background", section([&](Blocks& blocks) {
             if (!input.paper || input.paper->body_text.empty()) return;
             blocks.push_back(heading(2, "Background and advice"));
             append(blocks, from_markdown(input.paper->body_text, 3));
         })},
        {"findings", section([&](Blocks& blocks) { write_findings(blocks, input.findings); })},
        {"closing", section([&](Blocks& blocks) { write_close(blocks, input.paper); })},
        {"judgement", section([&, period](Blocks& blocks) { write_judgement(blocks, input.content, period); })},
        {"two-times",
         section([&, period](Blocks& blocks) { write_two_times(blocks, input.content, period, input.as_at); })},
    };
}

template <class Input>
Document document_of(const std::string& name, const Input& input, Period period, const Sections& sections,
                     const std::vector<Figure>& figures, const std::string& title) {
    FilledText text;
    const DefinitionLines read = lines_of(*supplied(name), name, supplied);
    for (const DefinitionLine& line : read.lines) {
        const Placeholder* only = line.alone();
        if (only)
            text.add(Filling(sections.at(only->name)()));
        else if (!line.parts.empty())
            text.add(std::get<std::string>(line.parts.at(0)));
        text.add("\n\n");
    }
    Document document;
    document.title = input.paper && !input.paper->title.empty() ? input.paper->title : title;
    write_head(document, input.content, input.paper, period, input.as_at);
    std::size_t misplaced = 0;
    append(document.blocks, text.blocks(misplaced));
    write_sources(document.blocks, input.content, figures);
    document.foot = foot_line(input.content, period, input.as_at, input.program_version);
    return document;
}

} // namespace

Document composed(const ScorecardReportInput& input) {
    FigureNumbers numbers;
    Sections sections = common(input, input.now.period);
    sections["scorecard-summary"] = [&] { return scorecard_summary(input, numbers); };
    sections["exceptions"] = [&] { return exceptions_part(input, numbers); };
    sections["changes"] = [&] { return changes_part(input); };
    sections["scorecard"] = [&] { return scorecard_part(input); };
    sections["definitions"] = section([&](Blocks& blocks) { write_definitions(blocks, input.content, input.now); });
    return document_of("scorecard", input, input.now.period, sections, input.now.figures,
                       "Scorecard, " + input.content.settings.calendar.label(input.now.period));
}

Document composed(const PartnershipReportInput& input) {
    FigureNumbers numbers;
    std::vector<Figure> figures;
    for (const GroupLines& group : input.partnership.groups)
        for (const PriorityLine& line : group.lines)
            figures.insert(figures.end(), line.figures.begin(), line.figures.end());
    Sections sections = common(input, input.partnership.period);
    sections["partnership"] = [&] {
        Blocks blocks = partnership_summary(input, numbers);
        append(blocks, groups_part(input));
        return blocks;
    };
    sections["groups"] = section([&](Blocks& blocks) {
        for (const GroupLines& group : input.partnership.groups) append(blocks, group_part(input, group));
    });
    sections["escalations"] = [&] { return escalations_section(input.content, input.partnership.period); };
    sections["judged-by-groups"] = [] { return judged_by_groups_part(); };
    return document_of("partnership", input, input.partnership.period, sections, figures,
                       "Partnership performance, " + input.content.settings.calendar.label(input.partnership.period));
}

} // namespace qd::test
