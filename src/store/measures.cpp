#include "store/fields.hpp"
#include "store/nouns.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace qd::inline store {
namespace {

constexpr auto select_definitions = "SELECT measure, valid_from, text, numerator_label, denominator_label, source, "
                                    "reason, link, overlap FROM definitions ORDER BY measure, number";

std::map<MeasureCode, std::vector<Definition>> read_definitions(db::Connection& store) {
    std::map<MeasureCode, std::vector<Definition>> definitions;
    for (auto row : store.query(select_definitions)) {
        FieldReader read(row);
        const MeasureCode measure = read.code<MeasureCode>();
        Definition definition;
        definition.from = read.date();
        definition.text = read.text();
        definition.numerator_label = read.text();
        definition.denominator_label = read.text();
        definition.source = read.text();
        definition.reason = read.text();
        definition.link = read.decimal();
        definition.overlap = read.code<MeasureCode>();
        definitions[measure].push_back(std::move(definition));
    }
    return definitions;
}

std::optional<Tolerance> tolerance(const std::string& text) {
    if (text.empty()) return std::nullopt;
    auto parsed = Tolerance::parse(text);
    if (!parsed) damaged("measures.tolerance", text);
    return *parsed;
}

constexpr auto select_measures =
    "SELECT code, title, short_title, theme, owner, polarity, unit, per, decimals, grain, roll_up, area_roll_up, "
    "tolerance, due_days, "
    "least, most, parent, on_scorecard, active_from, active_to, missing, target_roll_up, formula, seasonal, baseline, "
    "judged "
    "FROM "
    "measures ORDER BY position";

Measure read_measure(const db::Row& row) {
    FieldReader read(row);
    Measure measure;
    measure.code = read.code<MeasureCode>();
    measure.title = read.text();
    measure.short_title = read.text();
    measure.theme = read.text();
    measure.owner = read.code<UnitCode>();
    measure.polarity = read.word(parse_polarity);
    measure.quantity = read.word(parse_quantity);
    measure.per = read.integer();
    measure.decimals = read.small_integer();
    measure.grain = read.word(parse_grain);
    measure.roll_up = read.word(parse_roll_up);
    measure.area_roll_up = read.word(parse_area_roll_up);
    measure.tolerance = tolerance(read.text());
    measure.due_days = read.small_integer_if();
    measure.least = read.decimal();
    measure.most = read.decimal();
    measure.parent = read.code<MeasureCode>();
    measure.on_scorecard = read.truth();
    measure.active_from = read.date();
    measure.active_to = read.date();
    measure.missing = read.word_or(parse_missing_parts, MissingParts::withhold);
    measure.target_roll_up = read.word_or(parse_target_roll_up, TargetRollUp::none);
    measure.formula = read.text();
    measure.seasonal = read.small_integer_if().value_or(0) == 1;
    measure.baseline = read.small_integer_if();
    if (const std::string judged = read.text(); !judged.empty()) {
        measure.judged = parse_judged(judged);
        if (!measure.judged) damaged("measures.judged", judged);
    }
    return measure;
}

// What was the only way before the column came is written as nothing.
template <class Word> std::optional<std::string_view> unless_usual(Word word, Word usual) {
    return word == usual ? std::nullopt : std::optional(print(word));
}

Item item_of(const Measure& measure, std::int64_t position) {
    const std::optional<std::string> near = measure.tolerance ? std::optional(print(*measure.tolerance)) : std::nullopt;
    Item item{Row::of("measures", measure.code.text(), position, measure.title, given(measure.short_title),
                      given(measure.theme), given(measure.owner), print(measure.polarity), print(measure.quantity),
                      measure.per, measure.decimals, print(measure.grain), print(measure.roll_up),
                      print(measure.area_roll_up), near, measure.due_days, given(measure.least), given(measure.most),
                      given(measure.parent), measure.on_scorecard, given(measure.active_from), given(measure.active_to),
                      unless_usual(measure.missing, MissingParts::withhold),
                      unless_usual(measure.target_roll_up, TargetRollUp::none), given(measure.formula),
                      measure.seasonal ? std::optional(1) : std::nullopt, measure.baseline,
                      measure.judged ? std::optional(print(*measure.judged)) : std::nullopt)};
    std::int64_t number = 0;
    for (const Definition& definition : measure.definitions)
        item.push_back(Row::of("definitions", measure.code.text(), ++number, given(definition.from),
                               given(definition.text), given(definition.numerator_label),
                               given(definition.denominator_label), given(definition.source), given(definition.reason),
                               given(definition.link), given(definition.overlap)));
    return item;
}

using Positions = std::map<std::string, std::int64_t>;

Positions read_positions(db::Connection& store) {
    Positions positions;
    for (auto row : store.query("SELECT code, position FROM measures"))
        positions[row.get<std::string>(0)] = row.get<std::int64_t>(1);
    return positions;
}

// All given: their order. Only some: the new ones come last. The place of a measure is part of it, so those that
// only move are written again too.
Positions positions_of(const Positions& there, const std::vector<Measure>& given_measures) {
    std::set<std::string> given_codes;
    for (const Measure& measure : given_measures) given_codes.insert(measure.code.text());
    const bool all = std::ranges::all_of(there, [&](const auto& one) { return given_codes.contains(one.first); });
    Positions positions = all ? Positions() : there;
    std::int64_t last = 0;
    for (const auto& [code, position] : positions) last = std::max(last, position);
    for (const Measure& measure : given_measures)
        if (positions.try_emplace(measure.code.text(), last + 1).second) ++last;
    return positions;
}

} // namespace

std::vector<Measure> read_measures(db::Connection& store) {
    auto definitions = read_definitions(store);
    std::vector<Measure> measures;
    for (auto row : store.query(select_measures)) {
        measures.push_back(read_measure(row));
        measures.back().definitions = std::move(definitions[measures.back().code]);
    }
    return measures;
}

Line bring_measures(Writer& writer, const std::vector<Measure>& given_measures) {
    Line line{.table = "measures"};
    if (given_measures.empty()) return line;
    const Positions there = read_positions(writer.store()), positions = positions_of(there, given_measures);
    std::size_t moved = 0;
    for (const Measure& measure : given_measures) {
        const std::string& code = measure.code.text();
        const auto before = there.find(code);
        const bool moves = before != there.end() && before->second != positions.at(code);
        const bool is_same_but_for_that = moves && writer.repeats(item_of(measure, before->second));
        const Writer::Became became = writer.put(item_of(measure, positions.at(code)));
        moved += is_same_but_for_that;
        ++(became == Writer::Became::added                              ? line.added
           : became == Writer::Became::changed && !is_same_but_for_that ? line.changed
                                                                        : line.same);
    }
    if (moved > 0 && line.added + line.changed == 0) ++line.changed; // only the order is another
    return line;
}

} // namespace qd::inline store
