#include "base/text.hpp"
#include "exchange/layouts/table_reading.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/vocabulary.hpp"
#include "exchange/workbook/fills.hpp"

#include <algorithm>

// What rows say of figures in words and colours: statuses and comments.
namespace qd::inline exchange {

namespace {

// What stands before the first space, dash, colon or comma: "Amber – demand up" → "amber".
std::string first_words(std::string_view text) {
    const std::string words = same_words(text);
    return words.substr(0, words.find_first_of(" -:,;."));
}

std::optional<Status> status_of(const Layout& layout, const std::string& words) {
    const auto own = layout.rag.find(words);
    const auto read = read_word<Status>(own == layout.rag.end() ? words : own->second);
    return read ? std::optional(*read) : std::nullopt;
}

} // namespace

void TableReading::take_status(const ColumnUse& column, const GridCell& cell, const RowSaid& said) {
    const auto status = status_of(context_.layout, same_words(cell.text));
    if (!status)
        return complain(cell, column.heading,
                        {"is a status that the layout does not know.",
                         "Say which it is: quarterday layout set " + context_.layout.name + " rag.\"" +
                             shorten(std::string(trim(cell.text)), 40) + "\" green, amber, red or not_rated."});
    const auto key = key_of(column, cell, said);
    if (!key) return;
    use(cell, column.rule->into_updates ? Fate::narrative : Fate::checked);
    keep_status(column, *key, *status, cell, name_of(cell));
}

void TableReading::keep_status(const ColumnUse& column, const FigureKey& key, Status status, const GridCell& cell,
                               const std::string& place) {
    taking_.statuses.push_back({key, std::string(print(status)), at(cell), place});
    if (!column.rule->into_updates || !key.area.empty()) return;
    TakenUpdate& update = taking_.updates[{key.measure, key.period}];
    update.status = print(status);
    update.from = at(cell);
}

// Colours of cells, which may be blank, where the layout says that they are statuses.
void TableReading::take_colours(std::span<const GridCell> row, const RowSaid& said) {
    if (said.failed || row.empty()) return;
    const std::uint32_t number = row.front().row;
    for (const ColumnUse& column : table_.columns) {
        if (column.rule == nullptr || !column.rule->fill_is_status) continue;
        const auto cell = std::ranges::find(row, column.column, &GridCell::column);
        if (cell != row.end() && column.rule->is == ColumnIs::rag) continue; // its words say it
        const auto colour = sheet_.fill_at(number, column.column);
        if (!colour || *colour == 0xFFFFFF) continue;
        const GridCell& named = cell == row.end() ? row.front() : *cell;
        const std::string written = print_colour(*colour);
        const auto means = context_.layout.fills.find(written);
        if (means == context_.layout.fills.end()) {
            if (!colours_told_.insert(written).second) continue;
            complaints_.add({taking_.file.place(number_), number + std::size_t{1}, column.heading, written,
                             "is a colour that the layout does not know.",
                             "Say which status it is: quarterday layout set " + context_.layout.name + " fills." +
                                 written + " green, amber, red, not_rated or leave."});
            continue;
        }
        const auto status = read_word<Status>(means->second);
        if (!status) continue; // it is left out
        if (const auto key = key_of(column, named, said)) {
            const std::string at =
                block_.turned ? name_of_cell(column.column, number) : name_of_cell(number, column.column);
            const std::string& sheet = taking_.file.sheets[number_].name;
            keep_status(column, *key, *status, named, sheet.empty() ? at : sheet + "!" + at);
        }
    }
}

void TableReading::take_narrative(const ColumnUse& column, const GridCell& cell, const RowSaid& said) {
    const auto marker = context_.layout.markers.find(same_words(cell.text));
    if (marker != context_.layout.markers.end() && marker->second.kind == MarkerMeaning::Kind::leave)
        return use(cell, Fate::left_out, WhyLeftOut::layout);
    const auto key = key_of(column, cell, said);
    if (!key) return;
    if (!key->area.empty())
        return complain(cell, column.heading,
                        {"is about one area, but words are kept only for a measure of the whole council.",
                         "Make the column a note: is = \"note\"."});
    use(cell, Fate::narrative);
    TakenUpdate& update = taking_.updates[{key->measure, key->period}];
    const std::string text(trim(cell.text));
    if (update.narrative.empty()) update.from = at(cell);
    update.narrative += (update.narrative.empty() ? "" : "\n\n") + text;
    if (!column.rule->first_is_status) return;
    if (const auto status = status_of(context_.layout, first_words(text)))
        keep_status(column, *key, *status, cell, name_of(cell));
}

} // namespace qd::inline exchange
