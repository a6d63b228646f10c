#include "documents/sections/partnership_report.hpp"

#include "base/text.hpp"
#include "charts/status_bar.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/group_section.hpp"
#include "domain/share.hpp"
#include "domain/status_counts.hpp"

namespace qd::inline documents {
namespace {

Spans headline(const PartnershipReportInput& input) {
    const Calendar& calendar = input.content.settings.calendar;
    const Partnership& all = input.partnership;
    Spans out =
        plain("This report covers " + calendar.label(all.period) + " (" + calendar.days_label(all.period) + "). ");
    if (all.rows == 0) {
        append(out,
               plain("None of the " + plural(all.priorities, "priority", "priorities") + " has been reported on."));
        return out;
    }
    const std::size_t rated = all.tally.total() - all.tally.blank;
    std::string green = rated == 0
                            ? "None is rated"
                            : std::to_string(all.tally.green) + " of the " + std::to_string(rated) + " rated " +
                                  (rated == 1 ? "priority" : "priorities") + (all.tally.green == 1 ? " is" : " are") +
                                  " green (" + show_share(all.tally.green, rated) + ")";
    append(out, strong(green + ". "));
    append(out, plain(std::to_string(all.rows) + " of " + plural(all.priorities, "priority", "priorities") +
                      " were reported on: " + tally_words(all.tally) + "."));
    if (all.rows < all.priorities)
        append(out, plain(" " + std::to_string(all.priorities - all.rows) +
                          (all.priorities - all.rows == 1 ? " was" : " were") + " not."));
    if (all.actions > 0) append(out, plain(" The priorities have " + plural(all.actions, "action", "actions") + "."));
    return out;
}

void write_bar(Blocks& blocks, const PartnershipReportInput& input, FigureNumbers& numbers) {
    const StatusTally& tally = input.partnership.tally;
    if (tally.total() == 0) return;
    StatusBarInput bar{"priorities", "Priorities by status", {}, "priority", "priorities"};
    for (const Status status : worst_first) bar.counts.push_back({status, count_of(tally, status)});
    blocks.push_back({ChartBlock{status_bar(bar), numbers.next()}});
}

Table groups_table(const PartnershipReportInput& input) {
    Table table;
    table.columns = {{"Group", Align::left, 40},
                     {"Priorities", Align::right, 0},
                     {"Reported on", Align::right, 0},
                     {"Statuses", Align::left, 36}};
    table.groups.emplace_back();
    for (const GroupLines& group : input.partnership.groups)
        table.groups[0].rows.push_back(
            {{cell(plain(group.unit.name)), cell(plain(std::to_string(group.lines.size()))),
              cell(plain(std::to_string(group.tally.total()))),
              cell(group.tally.total() > 0 ? plain(tally_words(group.tally)) : quiet("not reported"))},
             ""});
    return table;
}

void write_ratings(Blocks& blocks) {
    blocks.push_back(heading(2, "How priorities are judged"));
    blocks.push_back(
        paragraph("Each group judges its own priorities. The group’s status is shown with the status that its actions "
                  "suggest by the council’s rule; if the two differ, both are shown. A status that was left "
                  "blank is not rated, and is "
                  "never counted as green. Percentages are of rated priorities only."));
}

} // namespace

Blocks partnership_summary(const PartnershipReportInput& input, FigureNumbers& numbers) {
    Blocks blocks{paragraph(headline(input), ParagraphRole::lede)};
    write_bar(blocks, input, numbers);
    return blocks;
}

Blocks groups_part(const PartnershipReportInput& input) {
    if (input.partnership.groups.empty()) return {};
    return {{groups_table(input)}};
}

Blocks group_part(const PartnershipReportInput& input, const GroupLines& group) {
    Blocks blocks;
    write_group(blocks, input.content, group);
    return blocks;
}

Blocks judged_by_groups_part() {
    Blocks blocks;
    write_ratings(blocks);
    return blocks;
}

} // namespace qd::inline documents
