#include "reports/placeholders.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/programme_section.hpp"
#include "documents/sections/risk_section.hpp"
#include "domain/wave_lines.hpp"
#include "views/registers.hpp"

#include <algorithm>
#include <array>

namespace qd::inline reports {
namespace {

using Words = const std::vector<std::string>&;

Filled<Filling> fill_programmes(Filler& filler, Words) {
    Blocks blocks;
    for (const ProgrammeProgress& progress : programmes(filler.snapshot(), filler.view().as_at))
        append(blocks, programme_section(progress, filler.content(), filler.numbers()));
    return Filling(std::move(blocks));
}

Filled<Filling> fill_programme(Filler& filler, Words given) {
    const std::vector<std::string> codes = codes_of(filler.content().programmes);
    if (std::ranges::find(codes, given[0]) != codes.end())
        return Filling(programme_section(programme(filler.snapshot(), ProgrammeCode(given[0]), filler.view().as_at),
                                         filler.content(), filler.numbers()));
    return unknown_code("programme", given[0], codes, "a programme of programmes.csv");
}

Filled<Filling> fill_risks(Filler& filler, Words) {
    const auto shown = register_shown_for(filler.content(), filler.view().period, filler.view().as_at);
    if (!shown) return Filling(Blocks());
    return Filling(risk_section(risk_register(filler.content(), *shown, filler.view().as_at), filler.content()));
}

Filled<Filling> fill_risk(Filler& filler, Words given) {
    if (const Risk* found = find_row(filler.content().risks, RiskCode(given[0])))
        return Filling(risk_history_section(filler.content(), *found, filler.view().as_at));
    return unknown_code("risk or opportunity", given[0], codes_of(filler.content().risks), "an entry of risks.csv");
}

Filled<Filling> fill_projects(Filler& filler, Words) {
    Blocks blocks;
    for (const WaveLines& wave : wave_lines(filler.content(), filler.view().as_at))
        append(blocks, wave_section(wave, filler.content()));
    return Filling(std::move(blocks));
}

Filled<Filling> fill_self_evaluation(Filler& filler, Words) {
    Blocks blocks;
    for (const FormReport& report : form_reports(filler.snapshot(), filler.view().as_at))
        append(blocks, form_section(report, filler.content()));
    return Filling(std::move(blocks));
}

const std::array register_kinds{
    PlaceholderKind{"programme", "CODE", "a programme in full: deliverables, payment by results, funding, phases",
                    PlaceholderKind::alone, 1, 1, fill_programme},
    PlaceholderKind{"programmes", "", "every programme in full", PlaceholderKind::alone, 0, 0, fill_programmes},
    PlaceholderKind{"projects", "", "the projects, wave by wave", PlaceholderKind::alone, 0, 0, fill_projects},
    PlaceholderKind{"self-evaluation", "", "what sites say of themselves, form by form", PlaceholderKind::alone, 0, 0,
                    fill_self_evaluation},
    PlaceholderKind{"risk", "CODE", "one entry of the register of risks and opportunities, with its history",
                    PlaceholderKind::alone, 1, 1, fill_risk},
    PlaceholderKind{"risks", "", "the register of risks and opportunities, of the period or the latest known",
                    PlaceholderKind::alone, 0, 0, fill_risks},
    PlaceholderKind{"escalations", "", "what groups escalated to each other in the period", PlaceholderKind::alone, 0,
                    0,
                    [](Filler& filler, Words) {
                        return Filled<Filling>(escalations_section(filler.content(), filler.view().period));
                    }},
};

} // namespace

std::span<const PlaceholderKind> register_placeholders() { return register_kinds; }

} // namespace qd::inline reports
