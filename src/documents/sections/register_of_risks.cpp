#include "documents/sections/risk_section.hpp"

#include "base/text.hpp"
#include "charts/heat_map.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/recovery_section.hpp"
#include "domain/requests_about.hpp"
#include "domain/risk_words.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

Spans short_rating(const RiskRating& rating) {
    const std::string words = show_short(rating);
    return words.empty() ? quiet("not given") : plain(words);
}

Spans band_of(const RiskRating& rating) {
    if (rating.band.empty()) return quiet("not known");
    return rating.status ? Spans{StatusTag{*rating.status, capitalised(rating.band)}} : plain(capitalised(rating.band));
}

TableCell rating_cell(const RiskRegister& all, const RiskRating& rating) {
    const std::string words = show(all.matrix, all.rule, rating);
    TableCell shown = cell(words.empty() ? quiet("not given") : plain(words));
    if (rating.score) shown.number = CellNumber{Decimal(*rating.score), 0};
    return shown;
}

TableCell target_cell(const RiskLine& line) {
    TableCell shown = cell(short_rating(line.target));
    if (line.review && line.review->target_by) append(shown.spans, quiet(" by " + print_long(*line.review->target_by)));
    return shown;
}

TableRow risk_row(const RiskRegister& all, const RiskLine& line, const Content& content, const RiskAddress& address) {
    const std::string code = line.risk.code.text();
    TableCell title = cell(address ? Spans{Link{code, address(line.risk.code)}} : strong(code));
    append(title.spans, plain(" " + line.risk.title));
    std::vector<std::string> below;
    const std::string owner = line.risk.owner.empty() ? unit_name(content, line.risk.unit) : line.risk.owner;
    if (!owner.empty()) below.push_back(owner);
    if (line.appetite) below.push_back("appetite " + show(*line.appetite));
    if (!below.empty()) {
        append(title.spans, line_break());
        append(title.spans, quiet(join(below, "; ")));
    }
    return {{title, cell(short_rating(line.inherent)), rating_cell(all, line.residual), target_cell(line),
             cell(band_of(line.residual)), cell(plain(capitalised(line.change)))},
            ""};
}

void add_lines(Blocks& blocks, const RiskRegister& all, RiskKind kind, const Content& content,
               const RiskAddress& address) {
    Table table;
    table.columns = {{kind == RiskKind::risk ? "Risk" : "Opportunity", Align::left, 40},
                     {"Inherent", Align::right},
                     {"Residual", Align::right},
                     {"Target", Align::right},
                     {"Band"},
                     {"Change"}};
    table.groups.emplace_back();
    for (const RiskLine& line : all.lines)
        if (line.risk.kind == kind) table.groups[0].rows.push_back(risk_row(all, line, content, address));
    if (table.groups[0].rows.empty()) return;
    blocks.push_back(heading(3, kind == RiskKind::risk ? "Risks" : "Opportunities"));
    blocks.push_back(paragraph(counts_words(all, kind)));
    if (has_heat_map(all, kind))
        blocks.push_back({ChartBlock{heat_map({kind == RiskKind::risk ? "risks" : "opportunities", kind, all}), ""}});
    blocks.push_back({table});
}

void add_left(Blocks& blocks, const std::string& title, const std::vector<RiskLine>& lines) {
    if (lines.empty()) return;
    blocks.push_back(heading(3, title));
    List list;
    for (const RiskLine& line : lines) {
        std::string words = line.risk.code.text() + " " + line.risk.title + ": " + label(line.movement);
        if (!line.risk.merged_into.empty()) words += " into " + line.risk.merged_into.text();
        if (line.movement != RiskMovement::missing) {
            words += line.risk.closed_reason.empty() ? ", no reason given" : ". " + line.risk.closed_reason;
            words += line.risk.approved_by.empty()
                         ? (words.ends_with('.') ? " " : ". ") + std::string("It is not known who approved it")
                         : ". Approved by " + line.risk.approved_by;
        }
        list.items.push_back({paragraph(words + (words.ends_with('.') ? "" : "."))});
    }
    blocks.push_back({list});
}

} // namespace

std::vector<RiskFact> risk_facts(const Content& content, const Risk& risk, const std::vector<RiskLine>& history,
                                 Instant as_at) {
    const RiskLine* newest = history.empty() ? nullptr : &history.back();
    std::vector<RiskFact> facts;
    const auto say = [&](const char* what, const std::string& words) {
        if (!words.empty()) facts.push_back({what, words});
    };
    say("Kind", capitalised(print(risk.kind)));
    if (!risk.renamed_from.empty() && title_on(risk, as_at.date()) == risk.title)
        say("Previous title",
            risk.renamed_from + (risk.renamed_on ? ", until " + print_long(risk.renamed_on->plus_days(-1)) : ""));
    say("Owner", risk.owner.empty() ? unit_name(content, risk.unit) : risk.owner);
    say("Register", newest ? unit_name(content, UnitCode(newest->held_in)) : risk.held_in);
    say("Category", risk.category);
    if (newest && newest->appetite) say("Appetite", show(*newest->appetite));
    if (risk.raised_on) say("Raised on", print_long(*risk.raised_on));
    if (risk.review_every) say("Reviewed every", spoken(print(*risk.review_every)));
    say("Cause", risk.cause);
    say("Consequence", risk.consequence);
    say("Controls", risk.controls);
    say("Planned", risk.planned);
    if (risk.closed_on)
        say("Closed on", print_long(*risk.closed_on));
    else if (risk.closed_in)
        say("Closed in", content.settings.calendar.label(*risk.closed_in));
    say("Why it was closed", risk.closed_reason);
    if (!risk.merged_into.empty()) say("Merged into", risk.merged_into.text());
    say("Approved by", risk.approved_by);
    return facts;
}

Blocks risk_section(const RiskRegister& all, const Content& content, const RiskAddress& address) {
    const Calendar& calendar = content.settings.calendar;
    Blocks blocks{heading(2, "Risk and opportunity register, " + calendar.label(all.period))};
    std::string words = plural(all.lines.size(), "entry", "entries");
    words +=
        all.before ? "; the last register was for " + calendar.label(*all.before) : "; there is no earlier register";
    words += ".";
    const auto is_scored = [](const RiskLine& line) { return line.residual.score || line.residual.least; };
    if (all.matrix.keep > 0 && std::ranges::any_of(all.lines, is_scored))
        words += " An entry stays while its residual score is " + std::to_string(all.matrix.keep) + " or more.";
    blocks.push_back(paragraph(words));
    add_left(blocks, "Left out", all.missing);
    add_left(blocks, "Deleted", all.left);
    add_lines(blocks, all, RiskKind::risk, content, address);
    add_lines(blocks, all, RiskKind::opportunity, content, address);
    return blocks;
}

Blocks risk_history_section(const Content& content, const Risk& risk, Instant as_at) {
    const std::vector<RiskLine> lines = risk_history(content, risk, as_at);
    RiskRegister frame;
    frame.matrix = content.settings.risk;
    frame.rule = score_rule_known(content, as_at);
    Blocks blocks{heading(2, risk.code.text() + " " + title_on(risk, as_at.date()))};
    Definitions facts;
    for (RiskFact& fact : risk_facts(content, risk, lines, as_at))
        facts.entries.push_back({std::move(fact.what), plain(fact.words)});
    blocks.push_back({std::move(facts)});
    Table table;
    table.columns = {
        {"Register"}, {"Inherent", Align::right}, {"Residual", Align::right}, {"Target", Align::right}, {"Band"},
        {"Change"}};
    table.groups.emplace_back();
    for (const RiskLine& line : lines) {
        TableCell period = cell(plain(content.settings.calendar.label(line.review->period)));
        if (!line.review->note.empty()) {
            append(period.spans, line_break());
            append(period.spans, quiet(line.review->note));
        }
        table.groups[0].rows.push_back(
            {{period, cell(short_rating(line.inherent)), rating_cell(frame, line.residual), target_cell(line),
              cell(band_of(line.residual)), cell(plain(capitalised(line.change)))},
             ""});
    }
    if (lines.empty())
        blocks.push_back(paragraph(quiet("It had not been reviewed by then.")));
    else
        blocks.push_back({table});
    List asked;
    for (const Request& request : requests_about(content, {SubjectKind::risk, risk.code.text()}, as_at.date()))
        asked.items.push_back({paragraph(print_long(request.meeting->date) + ": " + request.decision->text + " (" +
                                         label(request.state) + ")")});
    if (!asked.items.empty()) {
        blocks.push_back(heading(3, "Asked for by committees"));
        blocks.push_back({asked});
    }
    Table actions = actions_table(content, {SubjectKind::risk, risk.code.text()});
    if (!actions.groups[0].rows.empty()) {
        blocks.push_back(heading(3, "What is being done about it"));
        blocks.push_back({actions});
    }
    return blocks;
}

} // namespace qd::inline documents
