#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/programme_section.hpp"

#include <algorithm>
#include <map>

// What a programme is paid, and what it spends.
namespace qd::inline documents {
namespace {

TableCell money_cell(const std::optional<Decimal>& value) {
    if (!value) return cell(quiet("not given"));
    TableCell made = cell(plain("£" + print_grouped(*value, 0)));
    made.number = CellNumber{*value, 0, "£"};
    return made;
}

// "−£12,000": a negative amount has its sign before the pound.
std::string pounds(Decimal sum) { return (sum < Decimal() ? "−£" : "£") + print_grouped(sum.abs(), 0); }

TableCell balance_cell(const std::optional<Decimal>& value) {
    TableCell made = money_cell(value);
    if (value) made.spans = plain(pounds(*value));
    return made;
}

// One column of the table of money, shown where any stream has something to say in it.
struct MoneyColumn {
    std::string title;
    std::optional<Decimal> (*value)(const FundingLine&);
    bool is_always_shown = false;
};

std::vector<MoneyColumn> money_columns(const std::vector<FundingLine>& lines) {
    const MoneyColumn all[] = {
        {"Brought forward", [](const FundingLine& line) { return line.funding.brought_forward; }},
        {"Amount", [](const FundingLine& line) { return amount_of(line.funding); }, true},
        {"Virement", [](const FundingLine& line) { return line.funding.virement; }},
        {"To spend",
         [](const FundingLine& line) {
             const bool moved = line.funding.brought_forward || line.funding.virement;
             return moved ? line.to_spend : std::nullopt;
         }},
        {"Spent", [](const FundingLine& line) { return line.funding.spent; }},
        {"Left", [](const FundingLine& line) { return line.remaining; }},
    };
    std::vector<MoneyColumn> shown;
    for (const MoneyColumn& column : all)
        if (column.is_always_shown ||
            std::ranges::any_of(lines, [&](const auto& line) { return column.value(line).has_value(); }))
            shown.push_back(column);
    return shown;
}

std::string how_made_up(const FundingLine& line) {
    const Funding& funding = line.funding;
    std::string made_of;
    if (line.computed)
        made_of = "£" + show_number(*funding.each) + " for each of " + show_number(*funding.count) +
                  (funding.counted.empty() ? "" : " " + funding.counted) + ": £" + print_grouped(*line.computed, 0);
    if (funding.state != FundingState::agreed)
        made_of += (made_of.empty() ? "" : "; ") + std::string(print(funding.state));
    return made_of;
}

} // namespace

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
               " (rounded down: " + money_cut_to_tenths(sum) + ")";
    };
    blocks.push_back(paragraph(capitalised(join({each("attachment fees", income.attachment),
                                                 each("results", income.results), each("total", income.total())},
                                                "; ")) +
                               "."));
    if (progress.claims.claims > 0)
        blocks.push_back(paragraph(plural(progress.claims.claims, "claim", "claims") + " of £" +
                                   print_grouped(progress.claims.claimed, 0) + ", £" +
                                   print_grouped(progress.claims.received, 0) + " of it paid, £" +
                                   print_grouped(progress.claims.clawed_back, 0) + " clawed back."));
    return blocks;
}

std::vector<std::string> spending_words(const ProgrammeProgress& progress, const Calendar& calendar) {
    struct Sum {
        Decimal to_spend, spent;
        bool is_whole = true; // every stream of it says what there was to spend
    };
    std::map<std::optional<Period>, Sum> sums;
    for (const FundingLine& line : progress.funding) {
        if (!line.funding.spent) continue;
        Sum& sum = sums[line.funding.period];
        sum.is_whole = sum.is_whole && line.to_spend.has_value();
        if (line.to_spend) sum.to_spend = sum.to_spend + *line.to_spend;
        sum.spent = sum.spent + *line.funding.spent;
    }
    std::vector<std::string> said;
    for (const auto& [period, sum] : sums) {
        std::string words = (period ? calendar.label(*period) : "In total") + ": " + pounds(sum.spent) + " spent";
        if (sum.is_whole) {
            const Decimal left = sum.to_spend - sum.spent;
            words +=
                " of " + pounds(sum.to_spend) + ", " + pounds(left.abs()) + (left < Decimal() ? " too much" : " left");
        }
        said.push_back(words + ".");
    }
    return said;
}

Blocks funding_section(const ProgrammeProgress& progress, const Content& content) {
    if (progress.funding.empty()) return {};
    const std::vector<MoneyColumn> columns = money_columns(progress.funding);
    Table table;
    table.columns = {{"Funding"}, {"For"}};
    for (const MoneyColumn& column : columns) table.columns.push_back({column.title, Align::right});
    table.columns.push_back({"How it is made up"});
    table.groups.emplace_back();
    const Calendar& calendar = content.settings.calendar;
    for (const FundingLine& line : progress.funding) {
        TableRow row;
        row.cells = {cell(plain(line.funding.title)),
                     cell(line.funding.period ? plain(calendar.label(*line.funding.period)) : quiet("in total"))};
        for (const MoneyColumn& column : columns) row.cells.push_back(balance_cell(column.value(line)));
        const std::string made_of = how_made_up(line);
        row.cells.push_back(cell(made_of.empty() ? quiet("agreed") : plain(made_of)));
        table.groups[0].rows.push_back(std::move(row));
    }
    Blocks blocks{heading(3, "Funding"), {table}};
    if (!progress.funded.is_zero())
        blocks.push_back(paragraph("Agreed and planned together: £" + print_grouped(progress.funded, 0) + "."));
    for (const std::string& words : spending_words(progress, calendar)) blocks.push_back(paragraph(words));
    return blocks;
}

} // namespace qd::inline documents
