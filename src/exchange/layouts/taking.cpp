#include "exchange/layouts/taking.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

constexpr std::array<std::string_view, reasons_to_leave_out> reasons{"",
                                                                     "the layout leaves it",
                                                                     "above the table",
                                                                     "below the table",
                                                                     "a total of others",
                                                                     "divides the table",
                                                                     "of another group",
                                                                     "not shown",
                                                                     "not part of a table that the layout knows",
                                                                     "belongs to no figure",
                                                                     "says that there is no target"};

constexpr std::array<std::string_view, row_fields> field_names{"numerator", "denominator", "value",     "target",
                                                               "gap",       "flags",       "published", "note",
                                                               "source",    "reason",      "known_at",  "handed_in_by"};

struct Bound {
    std::string_view words;
    std::string_view kind;
    bool strict;
};
constexpr Bound bounds[] = {{"below ", "ceiling", true},
                            {"under ", "ceiling", true},
                            {"less than ", "ceiling", true},
                            {"fewer than ", "ceiling", true},
                            {"<", "ceiling", true},
                            {"at most ", "ceiling", false},
                            {"no more than ", "ceiling", false},
                            {"maximum ", "ceiling", false},
                            {"≤", "ceiling", false},
                            {"<=", "ceiling", false},
                            {"above ", "floor", true},
                            {"over ", "floor", true},
                            {"more than ", "floor", true},
                            {">", "floor", true},
                            {"at least ", "floor", false},
                            {"no less than ", "floor", false},
                            {"minimum ", "floor", false},
                            {"≥", "floor", false},
                            {">=", "floor", false}};

} // namespace

std::string_view print(WhyLeftOut why) { return reasons[static_cast<std::size_t>(why)]; }
std::string_view print(RowField field) { return field_names[static_cast<std::size_t>(field)]; }

TargetWords target_words(const std::string& text) {
    const std::string plain = plain_cell(text);
    const Bound* best = nullptr;
    for (const Bound& bound : bounds)
        if (plain.starts_with(bound.words) && (best == nullptr || bound.words.size() > best->words.size()))
            best = &bound;
    TargetWords words;
    if (best != nullptr) {
        words.kind = best->kind;
        words.strict = best->strict;
        words.value = trim(std::string_view(plain).substr(best->words.size()));
        return words;
    }
    for (const std::string_view mark : {" to ", "-"}) {
        const auto at = plain.find(mark, 1);
        if (at == std::string::npos) continue;
        const std::string low(trim(std::string_view(plain).substr(0, at)));
        const std::string high(trim(std::string_view(plain).substr(at + mark.size())));
        if (!read_number(low) || !read_number(high)) continue;
        words.kind = "range";
        words.lower = low;
        words.upper = high;
        return words;
    }
    words.value = text;
    return words;
}

const FilledField* TakenFigure::find(RowField field) const {
    const auto found = std::ranges::find(fields, field, &std::pair<RowField, FilledField>::first);
    return found == fields.end() ? nullptr : &found->second;
}

void TakenFigure::put(RowField field, FilledField filled) {
    const auto place = std::ranges::lower_bound(fields, field, {}, &std::pair<RowField, FilledField>::first);
    fields.emplace(place, field, std::move(filled));
}

bool TakenFigure::has_figure() const {
    return std::ranges::any_of(fields, [](const auto& each) {
        return each.first == RowField::numerator || each.first == RowField::denominator ||
               each.first == RowField::value || each.first == RowField::gap;
    });
}

std::size_t SheetTaking::filled() const {
    std::size_t count = 0;
    for (const SheetGrid& sheet : file.sheets)
        if (!sheet.hidden) count += sheet.cells.size();
    return count;
}

std::size_t SheetTaking::count(Fate fate) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < uses.size(); ++i)
        if (!file.sheets[i].hidden)
            found += static_cast<std::size_t>(std::ranges::count(uses[i], fate, &CellUse::fate));
    return found;
}

std::size_t SheetTaking::count(WhyLeftOut why) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < uses.size(); ++i)
        if (!file.sheets[i].hidden)
            found += static_cast<std::size_t>(std::ranges::count_if(
                uses[i], [&](const CellUse& use) { return use.fate == Fate::left_out && use.why == why; }));
    return found;
}

std::vector<std::string> SheetTaking::samples(WhyLeftOut why, std::size_t most) const {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < uses.size(); ++i)
        for (std::size_t j = 0; j < uses[i].size() && texts.size() < most; ++j) {
            if (file.sheets[i].hidden || uses[i][j].fate != Fate::left_out || uses[i][j].why != why) continue;
            std::string text = shorten(replace_all(std::string(file.sheets[i].cells[j].text), "\n", " "), 40);
            if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
        }
    return texts;
}

} // namespace qd::inline exchange
