#include "reports/composing.hpp"

#include "base/text.hpp"
#include "documents/words_of.hpp"
#include "reports/placeholders.hpp"

namespace qd::inline reports {
namespace {

enum class Outcome { filled, left_out };
using Parts = std::vector<std::variant<std::string, Filling>>;

void complain(Filler& filler, const Placeholder& used, const Unfilled& why) {
    filler.complain(definition_finding(why.kind, used.file, used.line,
                                       "{{" + shorten(used.text, 80) + "}}: " + why.message, why.remedy));
}

Outcome fill_one(Filler& filler, Parts& parts, const Placeholder& used, const Placeholder* alone) {
    const PlaceholderKind* kind = find_placeholder(used.name);
    if (kind && kind->place == PlaceholderKind::Place::on_its_own_line && alone == nullptr) {
        complain(filler, used, {error("placeholder-misplaced"), "It is in the middle of a line.", ""});
        return Outcome::filled;
    }
    auto filling = fill(filler, used);
    if (!filling && used.may_be_left_out && filling.error().kind.code == "placeholder-empty") return Outcome::left_out;
    if (filling)
        parts.emplace_back(*std::move(filling));
    else
        complain(filler, used, filling.error());
    return Outcome::filled;
}

// Each part of a line in its place; or the whole line is left out.
void add_line(Filler& filler, FilledText& text, OwnText& own, const DefinitionLine& line) {
    Parts parts;
    for (const auto& part : line.parts) {
        if (const auto* words = std::get_if<std::string>(&part)) {
            parts.emplace_back(*words);
        } else if (fill_one(filler, parts, std::get<Placeholder>(part), line.alone()) == Outcome::left_out) {
            return;
        }
    }
    const bool block = line.alone() && parts.size() == 1 && std::holds_alternative<Filling>(parts[0]) &&
                       std::holds_alternative<Blocks>(std::get<Filling>(parts[0]));
    if (block) text.add("\n");
    for (auto& part : parts) {
        if (const auto* words = std::get_if<std::string>(&part)) {
            text.add(*words);
            own.add(*words);
            continue;
        }
        auto& filling = std::get<Filling>(part);
        if (const auto* spans = std::get_if<Spans>(&filling)) own.add_filled(words_of(*spans));
        text.add(std::move(filling));
    }
    text.add(block ? "\n\n" : "\n");
    own.add("\n");
}

} // namespace

Blocks compose_text(Filler& filler, const DefinitionBody& body, const std::string& name, int top_level) {
    DefinitionLines lines = lines_of(body, name, [&](const std::string& wanted) { return filler.definition(wanted); });
    for (Finding& finding : lines.findings) filler.complain(std::move(finding));
    FilledText text;
    OwnText own{body.file, "", OwnText::Checked::whole};
    for (const DefinitionLine& line : lines.lines) add_line(filler, text, own, line);
    filler.note_text(std::move(own));
    std::size_t misplaced = 0;
    return text.blocks(misplaced, top_level);
}

std::string compose_line(Filler& filler, const std::string& text, const std::string& file) {
    std::string out;
    Findings findings;
    for (const auto& part : line_of(text, file, 1, findings).parts) {
        if (const auto* words = std::get_if<std::string>(&part)) {
            out += *words;
            continue;
        }
        Parts parts;
        fill_one(filler, parts, std::get<Placeholder>(part), nullptr);
        if (parts.empty()) continue;
        if (const auto* spans = std::get_if<Spans>(&std::get<Filling>(parts[0]))) out += words_of(*spans);
    }
    for (Finding& finding : findings) filler.complain(std::move(finding));
    return out;
}

Filled<Blocks> compose_paper_text(Filler& filler, std::string Paper::*text, const std::string& part, int top_level) {
    const auto& paper = filler.paper();
    if (!paper || trim((*paper).*text).empty()) return Blocks();
    const Filler::OpenText open(filler);
    if (!open.is_outermost())
        return tl::make_unexpected(Unfilled{error("include-circular"), "The text of the paper would include itself.",
                                            "Remove this placeholder from what the paper includes."});
    Blocks blocks =
        compose_text(filler, {"papers/" + paper->code.text() + ".md, " + part, 1, (*paper).*text}, "", top_level);
    filler.texts().back().checked = OwnText::Checked::where_filled; // the rest is checked with the papers
    return blocks;
}

} // namespace qd::inline reports
