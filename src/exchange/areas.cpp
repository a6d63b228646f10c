#include "exchange/rows_before.hpp"

#include "base/text.hpp"

#include <unordered_map>

namespace qd::inline exchange {
namespace {

// Codes of this same table, separated by ";": whether they are known is checked when all of it is read.
constexpr Column<Area> follows_column{"follows",
                                      Need::optional,
                                      CellKind::text,
                                      [](Area& area, std::string_view text, Intake&) -> std::optional<Problem> {
                                          for (const std::string& part : split(text, ';')) {
                                              if (trim(part).empty()) continue;
                                              auto code = read_own_code(trim(part));
                                              if (!code) return std::move(code.error());
                                              area.follows.emplace_back(*std::move(code));
                                          }
                                          return std::nullopt;
                                      },
                                      [](const Area& area, YearStyle) {
                                          std::vector<std::string> codes;
                                          for (const AreaCode& code : area.follows) codes.push_back(code.text());
                                          return join(codes, "; ");
                                      },
                                      [](Area& area, const Area& before) { area.follows = before.follows; }};

constexpr Column<Area> columns[] = {
    own_code<&Area::code>(),
    column<&Area::name>("name", Need::required),
    column<&Area::kind>("kind", Need::required),
    parent_code<&Area::parent>(),
    column<&Area::valid_from>("valid_from"),
    column<&Area::valid_to>("valid_to"),
    follows_column,
};

struct Placed {
    const Area* area = nullptr;
    std::size_t row = 0; // 0 = from the store
};

// An area takes the place of others on the day it begins, so these have ended by then.
void check_predecessors(const std::unordered_map<std::string, Placed>& areas, CodeSet& known,
                        const Complaining& complain) {
    for (const auto& [text, placed] : areas) {
        const Area& area = *placed.area;
        if (placed.row == 0 || area.follows.empty()) continue;
        if (!area.valid_from) {
            complain(placed.row, "valid_from", "",
                     {"The cell is empty, and " + text + " follows another area.", "Write the day on which it began."});
            continue;
        }
        for (const AreaCode& code : area.follows) {
            const auto before = areas.find(code.text());
            if (before == areas.end()) {
                if (!known.has(code.text()))
                    complain(placed.row, "follows", code.text(), unknown_code("an area", code.text(), known, "areas"));
            } else if (const auto& end = before->second.area->valid_to; !end || *end >= *area.valid_from) {
                complain(placed.row, "follows", code.text(),
                         {"had not ended when " + text + " began, on " + print_long(*area.valid_from) + ".",
                          "In valid_to of " + code.text() + " write its last day, " +
                              print(area.valid_from->plus_days(-1)) + " at the latest; or name another area here."});
            }
        }
    }
}

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("code", complain);
    std::vector<Link> links;
    RowsBefore<Area> before(intake.known.areas, columns, intake.settings);
    const Outcome outcome = read_table<Area>(table, columns, intake, &before, [&](Row<Area> row) {
        const Area& area = row.value;
        if (area.code.empty() || !keys.take(area.code.text(), area.code.text(), row.number)) return;
        intake.add_area(area);
        links.push_back({area.code.text(), area.parent.text(), row.number});
        if (area.valid_from && area.valid_to && *area.valid_from > *area.valid_to)
            complain(row.number, "valid_to", print(*area.valid_to),
                     {"is before valid_from.", "Put the later day here."});
        into.areas.push_back(std::move(row.value));
    });
    if (outcome == Outcome::unreadable) intake.areas.leave_open();
    for (const Area& area : intake.known.areas) links.push_back({area.code.text(), area.parent.text()});
    std::unordered_map<std::string, Placed> placed;
    for (std::size_t i = 0; i < into.areas.size(); ++i)
        placed[into.areas[i].code.text()] = {&into.areas[i], links[i].row};
    for (const Area& area : intake.known.areas) placed.try_emplace(area.code.text(), Placed{&area});
    check_predecessors(placed, intake.areas, complain);
    check_tree(links, {"an area", "areas"}, intake.areas, complain);
}

std::string write(const Content& content, YearStyle years) { return write_table<Area>(columns, content.areas, years); }

} // namespace

const TableKind areas_table{
    "areas", read, write, headings_of<columns>, changes_in<&Content::areas, columns>, codes_in<&Intake::areas>};

} // namespace qd::inline exchange
