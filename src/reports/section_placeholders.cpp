#include "reports/placeholders.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/findings_section.hpp"
#include "documents/sections/judgement_section.hpp"
#include "documents/sections/measure_trend.hpp"
#include "documents/sections/paper_frame.hpp"
#include "documents/sections/recovery_section.hpp"
#include "documents/sections/scorecard_tables.hpp"
#include "reports/composing.hpp"

#include <algorithm>
#include <array>

namespace qd::inline reports {
namespace {

using Words = const std::vector<std::string>&;

template <class Write> Filled<Filling> written(Write write) {
    Blocks blocks;
    write(blocks);
    return Filling(std::move(blocks));
}

Filled<Filling> paper_summary(Filler& filler, Words) {
    return compose_paper_text(filler, &Paper::summary, "summary", 3).map([](Blocks blocks) {
        return Filling(std::move(blocks));
    });
}

Filled<Filling> background(Filler& filler, Words) {
    return compose_paper_text(filler, &Paper::body_text, "below its front matter", 3).map([](Blocks text) {
        Blocks blocks;
        if (!text.empty()) blocks.push_back(heading(2, "Background and advice"));
        append(blocks, std::move(text));
        return Filling(std::move(blocks));
    });
}

Filled<Filling> close_of_paper(Filler& filler, Words) {
    return written([&](Blocks& blocks) { write_close(blocks, filler.paper()); });
}

Filled<Filling> recovery_plan(Filler& filler, Words given) {
    const auto measure = filler.measure(given[0]);
    if (!measure) return tl::make_unexpected(measure.error());
    const RecoveryPlan* plan = plan_for(filler.content(), (*measure)->code, filler.view().period, filler.view().as_at);
    if (!plan)
        return tl::make_unexpected(Unfilled{error("placeholder-empty"),
                                            "There is no recovery plan for " + short_name(**measure) + ".",
                                            "Hand it in as recovery/CODE.md, or remove the placeholder."});
    const Series series = filler.snapshot().series((*measure)->code, filler.view());
    return written([&](Blocks& blocks) {
        blocks.push_back(heading(4, "Recovery plan"));
        append(blocks, recovery_plan_section(filler.content(), *plan, &series, filler.view().as_at, filler.numbers()));
        for (Block& block : blocks) // its headings are below one of a paper's parts
            if (auto* heading = std::get_if<Heading>(&block.content)) heading->level -= 1;
    });
}

Filled<Filling> chart(Filler& filler, Words given) {
    const auto measure = filler.measure(given[0]);
    if (!measure) return tl::make_unexpected(measure.error());
    const auto figure = filler.figure(**measure);
    if (!figure) return tl::make_unexpected(figure.error());
    const Series series = filler.snapshot().series((*measure)->code, filler.view());
    filler.note_source(*figure);
    const TrendInput input = measure_trend(filler.content(), **measure, series, *figure,
                                           filler.snapshot().reading((*measure)->code, filler.view())->bearing,
                                           "chart-" + lower((*measure)->code.text()));
    return Filling(Blocks{{ChartBlock{trend_chart(input), filler.numbers().next()}}});
}

Filled<Filling> groups_in_full(Filler& filler, Words) {
    const PartnershipReportInput& input = filler.partnership_input();
    Blocks blocks;
    for (const GroupLines& group : input.partnership.groups) append(blocks, group_part(input, group));
    return Filling(std::move(blocks));
}

Filled<Filling> group(Filler& filler, Words given) {
    const PartnershipReportInput& input = filler.partnership_input();
    std::vector<std::string> codes;
    for (const GroupLines& one : input.partnership.groups) {
        if (one.unit.code.text() == given[0]) return Filling(group_part(input, one));
        codes.push_back(one.unit.code.text());
    }
    return unknown_code("group with priorities", given[0], codes, "a group of units.csv");
}

// What is wrong with agendas and minutes is for the clerk, what is wrong with a programme is in a report on programmes, and
// what the checker had nothing to compare with is for its officer: none of it says anything about the figures of a report.
bool is_for_others(const Finding& finding) {
    const SubjectKind kind = finding.subject.kind;
    return kind == SubjectKind::meeting || kind == SubjectKind::item || kind == SubjectKind::decision ||
           kind == SubjectKind::programme || finding.code == "claims-not-bound";
}

Filled<Filling> findings(Filler& filler, Words given) {
    std::vector<SubjectKind> wanted;
    for (const std::string& word : given) {
        const auto kind = parse_subject_kind(word);
        if (!kind)
            return tl::make_unexpected(Unfilled{error("placeholder-arguments"),
                                                "“" + word + "” is not a kind of subject.",
                                                "Write kinds as actions.csv does: measure, programme, project, …"});
        wanted.push_back(*kind);
    }
    Findings of_figures = *filler.snapshot().findings(filler.view());
    std::erase_if(of_figures, [&](const Finding& finding) {
        return wanted.empty() ? is_for_others(finding)
                              : std::ranges::find(wanted, finding.subject.kind) == wanted.end();
    });
    return written([&](Blocks& blocks) { write_findings(blocks, of_figures); });
}

const std::array section_kinds{
    PlaceholderKind{
        "purpose", "", "the purpose of the report, from the paper’s frame", PlaceholderKind::alone, 0, 0,
        [](Filler& filler, Words) { return written([&](Blocks& blocks) { write_purpose(blocks, filler.paper()); }); }},
    PlaceholderKind{"summary", "", "what the paper’s frame says in summary", PlaceholderKind::alone, 0, 0,
                    paper_summary},
    PlaceholderKind{"recommendations", "", "what the body is asked to do, with reasons and alternatives",
                    PlaceholderKind::alone, 0, 0,
                    [](Filler& filler, Words) {
                        return written(
                            [&](Blocks& blocks) { write_recommendations(blocks, filler.content(), filler.paper()); });
                    }},
    PlaceholderKind{"background", "", "the text of the paper’s frame, with its own placeholders filled in",
                    PlaceholderKind::alone, 0, 0, background},
    PlaceholderKind{"closing", "", "consultations, implications and background papers of the paper’s frame",
                    PlaceholderKind::alone, 0, 0, close_of_paper},
    PlaceholderKind{"scorecard-summary", "", "how many measures are forecast to meet their target, and how they stand",
                    PlaceholderKind::alone, 0, 0,
                    [](Filler& filler, Words) {
                        return Filled<Filling>(scorecard_summary(filler.scorecard_input(), filler.numbers()));
                    }},
    PlaceholderKind{"exceptions", "", "the measures off target, in a table and each in full with its recovery plan",
                    PlaceholderKind::alone, 0, 0,
                    [](Filler& filler, Words) {
                        return Filled<Filling>(exceptions_part(filler.scorecard_input(), filler.numbers()));
                    }},
    PlaceholderKind{"changes", "", "what changed since the scorecard of the period before", PlaceholderKind::alone, 0,
                    0, [](Filler& filler, Words) { return Filled<Filling>(changes_part(filler.scorecard_input())); }},
    PlaceholderKind{"commentary", "", "commentary on the measures that are not off target", PlaceholderKind::alone, 0,
                    0,
                    [](Filler& filler, Words) { return Filled<Filling>(commentary_part(filler.scorecard_input())); }},
    PlaceholderKind{"scorecard", "", "the whole scorecard", PlaceholderKind::alone, 0, 0,
                    [](Filler& filler, Words) { return Filled<Filling>(scorecard_part(filler.scorecard_input())); }},
    PlaceholderKind{"recovery-plan", "CODE", "the recovery plan of a measure", PlaceholderKind::alone, 1, 1,
                    recovery_plan},
    PlaceholderKind{"chart", "CODE", "a chart of a measure over time", PlaceholderKind::alone, 1, 1, chart},
    PlaceholderKind{"partnership", "", "how many priorities are green, and the groups in a table",
                    PlaceholderKind::alone, 0, 0,
                    [](Filler& filler, Words) {
                        Blocks blocks = partnership_summary(filler.partnership_input(), filler.numbers());
                        append(blocks, groups_part(filler.partnership_input()));
                        return Filled<Filling>(std::move(blocks));
                    }},
    PlaceholderKind{"groups", "", "each group of the partnership in full", PlaceholderKind::alone, 0, 0,
                    groups_in_full},
    PlaceholderKind{"group", "CODE", "one group in full", PlaceholderKind::alone, 1, 1, group},
    PlaceholderKind{"judged-by-groups", "", "how priorities are judged", PlaceholderKind::alone, 0, 0,
                    [](Filler&, Words) { return Filled<Filling>(judged_by_groups_part()); }},
    PlaceholderKind{"findings", "KIND…",
                    "what the checker found about these kinds of subject (programme, project, risk, …); without one, "
                    "about all but agendas, minutes, programmes and what the checker had nothing to compare with",
                    PlaceholderKind::alone, 0, 12, findings},
    PlaceholderKind{"definitions", "", "sources and definitions of the measures", PlaceholderKind::alone, 0, 0,
                    [](Filler& filler, Words) {
                        return written([&](Blocks& blocks) {
                            write_definitions(blocks, filler.content(), filler.scorecard_input().now);
                        });
                    }},
    PlaceholderKind{"judgement", "", "how status is judged: rules, tolerance, words", PlaceholderKind::alone, 0, 0,
                    [](Filler& filler, Words) {
                        return written(
                            [&](Blocks& blocks) { write_judgement(blocks, filler.content(), filler.view().period); });
                    }},
    PlaceholderKind{"two-times", "", "which figures these are: their period and the date they are as at",
                    PlaceholderKind::alone, 0, 0,
                    [](Filler& filler, Words) {
                        return written([&](Blocks& blocks) {
                            write_two_times(blocks, filler.content(), filler.view().period, filler.view().as_at);
                        });
                    }},
};

} // namespace

std::span<const PlaceholderKind> section_placeholders() { return section_kinds; }

} // namespace qd::inline reports
