#include "domain/printed.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<PrintedKind> kinds[] = {
    {PrintedKind::name, "name"},   {PrintedKind::row, "row"},   {PrintedKind::heading, "heading"},
    {PrintedKind::value, "value"}, {PrintedKind::note, "note"}, {PrintedKind::choice, "choice"},
};

} // namespace

std::string_view print(PrintedKind kind) { return word_of(kinds, kind); }

std::vector<RowProblem> Shape<Printed>::problems(const Printed& row) {
    std::vector<RowProblem> found;
    const bool is_choice = row.kind == PrintedKind::choice;
    if (is_choice && row.choices.empty())
        found.push_back({"choices", "is empty, but this is a choice.", "Write what there is to choose: Yes / No."});
    if (!is_choice && row.text.empty())
        found.push_back({"text", "is empty.", "Write what is printed there; only a choice may be left unmarked."});
    if (row.kind == PrintedKind::name && !row.subject)
        found.push_back({"subject", "is empty, but this is a name.", "Write what the paper gives this name to."});
    return found;
}

} // namespace qd
