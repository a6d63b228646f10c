#include "documents/sections/programme_section.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/promises.hpp"
#include "documents/sections/recovery_section.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

TableCell number_cell(const std::optional<Decimal>& value, const std::string& words = {}) {
    if (!value) return cell(words.empty() ? quiet("not given") : plain(words));
    TableCell made = cell(plain(show_number(*value)));
    made.number = CellNumber{*value, value->rounded(0) == *value ? 0 : 1};
    return made;
}

TableCell money_cell(const std::optional<Decimal>& value) {
    if (!value) return cell(quiet("not given"));
    TableCell made = cell(plain("£" + print_grouped(*value, 0)));
    made.number = CellNumber{*value, 0, "£"};
    return made;
}

// "Slightly behind", and below it what the figures make.
TableCell standing(const DeliveryLine& line) {
    const std::optional<ProfileLabel> judged = line.row ? line.row->judged : std::nullopt;
    TableCell made = cell(judged ? plain(capitalised(label(*judged))) : quiet("not judged"));
    if (line.variance) {
        append(made.spans, line_break());
        append(made.spans, quiet(show_variance(*line.variance) + " against profile"));
    }
    if (line.after_lag) {
        append(made.spans, line_break());
        append(made.spans, quiet(print_grouped(*line.after_lag, 1) + " expected after a lag of " +
                                 plural(static_cast<std::size_t>(line.deliverable.lag_weeks), "week", "weeks")));
    }
    return made;
}

TableRow delivery_row(const DeliveryLine& line) {
    const Delivery row = line.row.value_or(Delivery());
    TableCell what = cell(plain(line.deliverable.title));
    TableCell actual = number_cell(row.delivered, row.delivered_words);
    if (line.share) {
        append(actual.spans, line_break());
        append(actual.spans, quiet(print_fixed(*line.share, 1) + "% of the total"));
    }
    return {{what, number_cell(line.deliverable.total, line.deliverable.total_words),
             number_cell(row.profile, row.profile_words), actual, standing(line)},
            ""};
}

Table rows_of_steps(const ProgrammeProgress& progress) {
    Table table;
    table.columns = {{"Deliverable"},
                     {"Delivered", Align::right},
                     {"Evidenced", Align::right},
                     {"Claimed", Align::right},
                     {"Paid", Align::right}};
    table.groups.emplace_back();
    for (const DeliveryLine& line : progress.lines) {
        if (!line.row || (!line.row->evidenced && !line.row->claimed && !line.row->paid)) continue;
        table.groups[0].rows.push_back(
            {{cell(plain(line.deliverable.title)), number_cell(line.row->delivered), number_cell(line.row->evidenced),
              number_cell(line.row->claimed), number_cell(line.row->paid)},
             ""});
    }
    return table;
}

void add_charts(Blocks& blocks, const ProgrammeProgress& progress, const Content& content, FigureNumbers& numbers) {
    if (const auto input = profile_bars(content, progress, "bars-" + progress.programme.code.text()))
        blocks.push_back({ChartBlock{promise_bars(*input), numbers.next()}});
    Blocks charts;
    for (const DeliveryLine& line : progress.lines)
        if (const auto input = profile_chart(content, line, "profile-" + line.deliverable.code.text())) {
            charts.push_back(heading(4, line.deliverable.title));
            charts.push_back({ChartBlock{promise_chart(*input), numbers.next()}});
        }
    if (charts.empty()) return;
    blocks.push_back(heading(3, "Profile and delivery over time"));
    append(blocks, std::move(charts));
}

void add_parts(Blocks& blocks, const ProgrammeProgress& progress, const Content& content) {
    if (progress.parts.empty()) return;
    Table table;
    table.columns = {
        {"Area or body"}, {"Deliverable"}, {"Profile", Align::right}, {"Delivered", Align::right}, {"Difference"}};
    table.groups.emplace_back();
    for (const DeliveryLine& line : progress.parts) {
        const Delivery& row = *line.row;
        std::string where = row.area.empty() ? "" : area_name(content, row.area);
        if (!row.body.empty()) where += (where.empty() ? "" : ", ") + unit_name(content, row.body);
        table.groups[0].rows.push_back(
            {{cell(plain(where)), cell(plain(line.deliverable.title)), number_cell(row.profile),
              number_cell(row.delivered),
              cell(line.variance ? plain(show_variance(*line.variance)) : quiet("not known"))},
             ""});
    }
    blocks.push_back(heading(3, "By area and delivery body"));
    blocks.push_back({table});
}

void add_reviews(Blocks& blocks, const ProgrammeProgress& progress, const Content& content) {
    if (progress.reviews.empty()) return;
    blocks.push_back(heading(3, "Contract reviews"));
    List list;
    for (const ContractReview& review : progress.reviews) {
        std::string words = review.body.empty() ? "" : unit_name(content, review.body) + ": ";
        if (review.reviewed_on) words += print_long(*review.reviewed_on) + ", ";
        words += review.finding;
        if (!words.ends_with('.')) words += ".";
        if (!review.required.empty()) words += " Required: " + review.required;
        list.items.push_back({paragraph(capitalised(words))});
    }
    blocks.push_back({list});
    for (const ContractReview& review : progress.reviews) {
        Table actions = actions_table(content, {SubjectKind::contract_review, review.code.text()});
        if (!actions.groups[0].rows.empty()) blocks.push_back({actions});
    }
}

} // namespace

std::string programme_words(const ProgrammeProgress& progress, const Content& content) {
    const Programme& programme = progress.programme;
    std::string words = unit_name(content, programme.unit);
    if (!programme.funder.empty())
        words += (words.empty() ? "" : ", ") + std::string("paid for by ") + programme.funder;
    if (programme.contract_value)
        words += (words.empty() ? "" : ", ") + std::string("contract £") + print_grouped(*programme.contract_value, 0);
    if (programme.runs_from || programme.runs_to)
        words += (words.empty() ? "" : ", ") +
                 (programme.runs_from ? "from " + print_long(*programme.runs_from) : std::string()) +
                 (programme.runs_to ? (programme.runs_from ? " to " : "to ") + print_long(*programme.runs_to) : "");
    return words.empty() ? "" : capitalised(words) + ".";
}

Blocks delivery_table(const ProgrammeProgress& progress, const Content& content) {
    if (progress.lines.empty()) return {};
    Table numbers, words;
    numbers.columns = {{"Deliverable", Align::left, 36},
                       {"To be delivered", Align::right, 14},
                       {"Profile", Align::right, 14},
                       {"Actual", Align::right, 16},
                       {"Ahead of profile, or behind", Align::left, 20}};
    words.columns = {{"Said in words"}, {"To be delivered"}, {"Profile"}, {"Actual"}, {"Judged"}};
    if (progress.period)
        numbers.caption = "From the start to " + print_long(content.settings.calendar.last_day(*progress.period));
    numbers.groups.emplace_back();
    words.groups.emplace_back();
    for (const DeliveryLine& line : progress.lines) {
        // Numbers stand to the right and do not break; words would push them apart.
        Table& table = is_in_words(line) ? words : numbers;
        table.groups[0].rows.push_back(delivery_row(line));
        if (line.row && !line.row->note.empty())
            table.notes.push_back(plain(line.deliverable.title + ": " + line.row->note));
    }
    Blocks blocks;
    for (Table* table : {&numbers, &words})
        if (!table->groups[0].rows.empty()) blocks.push_back({std::move(*table)});
    return blocks;
}

Blocks programme_section(const ProgrammeProgress& progress, const Content& content, FigureNumbers& numbers) {
    Blocks blocks{heading(2, progress.programme.title)};
    if (!progress.programme.aim.empty()) blocks.push_back(paragraph(progress.programme.aim));
    const std::string words = programme_words(progress, content);
    if (!words.empty()) blocks.push_back(paragraph(quiet(words), ParagraphRole::small));
    for (Block& block : delivery_table(progress, content)) blocks.push_back(std::move(block));
    add_charts(blocks, progress, content, numbers);
    Table steps = rows_of_steps(progress);
    if (!steps.groups[0].rows.empty()) {
        blocks.push_back(heading(3, "From delivery to payment"));
        blocks.push_back({steps});
    }
    add_parts(blocks, progress, content);
    for (const Blocks& section :
         {income_section(progress), funding_section(progress, content), phases_section(progress)})
        blocks.insert(blocks.end(), section.begin(), section.end());
    add_reviews(blocks, progress, content);
    return blocks;
}

Blocks income_section(const ProgrammeProgress& progress) {
    if (!progress.income) return {};
    const Income& income = *progress.income;
    Table table;
    table.columns = {
        {"Paid for"}, {"Each case", Align::right}, {"Cases paid for", Align::right}, {"Income", Align::right}};
    table.groups.emplace_back();
    for (const IncomeLine& line : income.lines) {
        TableCell what = cell(plain(line.rule.title));
        if (line.rule.funded != line.rule.funded_of) {
            append(what.spans, line_break());
            append(what.spans, quiet(std::to_string(line.rule.funded) + " of every " +
                                     std::to_string(line.rule.funded_of) + " cases are paid for"));
        }
        TableCell cases = cell(plain(print_grouped(line.cases, line.cases.rounded(0) == line.cases ? 0 : 1)));
        cases.number = CellNumber{line.cases, 1};
        table.groups[0].rows.push_back({{what, money_cell(line.rule.amount), cases, money_cell(line.income)}, ""});
    }
    Blocks blocks{heading(3, "Payment by results"), {table}};
    const auto each = [](const std::string& name, Decimal sum) {
        return name + " £" + print_grouped(sum, 0) + " = " + money_in_millions(sum) +
               " (cut off: " + money_cut_to_tenths(sum) + ")";
    };
    blocks.push_back(paragraph(capitalised(join({each("attachment fees", income.attachment),
                                                 each("results", income.results), each("together", income.total())},
                                                "; ")) +
                               "."));
    if (progress.claims.claims > 0)
        blocks.push_back(paragraph(plural(progress.claims.claims, "claim", "claims") + " of £" +
                                   print_grouped(progress.claims.claimed, 0) + ", £" +
                                   print_grouped(progress.claims.received, 0) + " of it paid, £" +
                                   print_grouped(progress.claims.clawed_back, 0) + " taken back."));
    return blocks;
}

Blocks funding_section(const ProgrammeProgress& progress, const Content& content) {
    if (progress.funding.empty()) return {};
    Table table;
    table.columns = {{"Funding"}, {"For"}, {"Amount", Align::right}, {"How it is made up"}};
    table.groups.emplace_back();
    for (const FundingLine& line : progress.funding) {
        const Funding& funding = line.funding;
        std::string made_of;
        if (line.computed)
            made_of = "£" + show_number(*funding.each) + " for each of " + show_number(*funding.count) +
                      (funding.counted.empty() ? "" : " " + funding.counted) + ": £" + print_grouped(*line.computed, 0);
        if (funding.state != FundingState::agreed)
            made_of += (made_of.empty() ? "" : "; ") + std::string(print(funding.state));
        table.groups[0].rows.push_back(
            {{cell(plain(funding.title)),
              cell(funding.period ? plain(content.settings.calendar.label(*funding.period)) : quiet("the whole of it")),
              money_cell(funding.amount), cell(made_of.empty() ? quiet("agreed") : plain(made_of))},
             ""});
    }
    Blocks blocks{heading(3, "Funding"), {table}};
    if (!progress.funded.is_zero())
        blocks.push_back(paragraph("Agreed and planned together: £" + print_grouped(progress.funded, 0) + "."));
    return blocks;
}

Blocks phases_section(const ProgrammeProgress& progress) {
    Blocks blocks;
    if (!progress.phases.empty()) {
        blocks.push_back(heading(3, "Phases"));
        List list{ListKind::numbered, {}};
        for (const Phase& phase : progress.phases)
            list.items.push_back(
                {paragraph(phase.title + ": " + label(phase.state) + (phase.note.empty() ? "." : ". " + phase.note))});
        blocks.push_back({list});
    }
    if (progress.milestones.empty()) return blocks;
    Table table;
    table.columns = {{"Milestone"}, {"Due"}, {"Reached"}, {"Slippage"}};
    table.groups.emplace_back();
    for (const MilestoneLine& line : progress.milestones) {
        const std::string slip = slippage_words(line.slippage);
        table.groups[0].rows.push_back(
            {{cell(plain(line.milestone.title)), cell(given(line.milestone.due)),
              cell(line.milestone.completed  ? given(line.milestone.completed)
                   : line.milestone.forecast ? quiet("expected " + print_long(*line.milestone.forecast))
                                             : quiet(line.is_overdue ? "overdue" : "not yet")),
              cell(slip.empty() ? quiet("not known") : plain(slip))},
             ""});
    }
    blocks.push_back(heading(3, "Milestones"));
    blocks.push_back({table});
    return blocks;
}

Blocks wave_section(const WaveLines& wave, const Content& content) {
    Blocks blocks{heading(2, wave.title.empty() ? "Projects" : wave.title)};
    std::vector<std::string> facts;
    if (!wave.projects.empty())
        facts.push_back(plural(wave.projects.size(), "project", "projects") + ": " + std::to_string(wave.complete) +
                        " complete, " + std::to_string(wave.not_started) + " not started");
    if (wave.wave) {
        const Wave& counted = *wave.wave;
        const auto listed = [](std::size_t count) { return Decimal::whole(static_cast<std::int64_t>(count)); };
        if (counted.completed && *counted.completed != listed(wave.complete))
            facts.push_back(show_number(*counted.completed) + " completed");
        if (counted.proposed && *counted.proposed != listed(wave.projects.size()))
            facts.push_back(show_number(*counted.proposed) + " proposed");
        if (wave.each_area)
            facts.push_back("in " + show_number(*counted.areas) + " " +
                            (counted.areas_words.empty() ? "areas" : counted.areas_words) + ", " +
                            show_number(*wave.each_area) + " each");
    }
    std::string words = facts.empty() ? "" : capitalised(join(facts, "; ")) + ".";
    if (wave.wave && !wave.wave->note.empty()) words += (words.empty() ? "" : " ") + wave.wave->note + ".";
    if (!words.empty()) blocks.push_back(paragraph(words));
    if (wave.projects.empty()) return blocks;
    // A column in which nothing is known says nothing.
    const bool areas = std::ranges::any_of(wave.projects, [](const auto& line) { return !line.project.area.empty(); });
    const bool slips = std::ranges::any_of(wave.projects, [](const auto& line) { return line.slippage.has_value(); });
    Table table;
    table.columns = {{"Project"}};
    if (areas) table.columns.push_back({"Area"});
    table.columns.push_back({"Expected"});
    if (slips) table.columns.push_back({"Slippage"});
    table.columns.push_back({"Status"});
    table.groups.emplace_back();
    for (const ProjectLine& line : wave.projects) {
        TableCell expected = cell(given(line.expected));
        if (line.is_outside) {
            append(expected.spans, line_break());
            append(expected.spans, quiet("outside the wave"));
        }
        const std::string slip = slippage_words(line.slippage);
        const std::string area = area_name(content, line.project.area);
        TableRow row{{cell(plain(line.project.title))}, ""};
        if (areas) row.cells.push_back(cell(area.empty() ? quiet("not given") : plain(area)));
        row.cells.push_back(expected);
        if (slips) row.cells.push_back(cell(slip.empty() ? quiet("not known") : plain(slip)));
        row.cells.push_back(cell(line.project.status ? Spans{status_tag(*line.project.status)} : quiet("not given")));
        table.groups[0].rows.push_back(std::move(row));
    }
    blocks.push_back({table});
    return blocks;
}

} // namespace qd::inline documents
