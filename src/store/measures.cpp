#include "store/bring.hpp"
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

void insert_measure(db::Connection& store, const Measure& measure, std::int64_t position) {
    constexpr auto insert =
        "INSERT INTO measures (code, position, title, short_title, theme, owner, polarity, unit, per, decimals, grain, "
        "roll_up, area_roll_up, "
        "tolerance, due_days, least, most, parent, on_scorecard, active_from, active_to, missing, target_roll_up, "
        "formula, seasonal, baseline, judged) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
        "$23, $24, $25, $26, $27)";
    constexpr auto insert_definition = "INSERT INTO definitions (measure, number, valid_from, text, numerator_label, "
                                       "denominator_label, source, reason, link, overlap) "
                                       "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    const std::optional<std::string> near = measure.tolerance ? std::optional(print(*measure.tolerance)) : std::nullopt;
    store.execute(insert, measure.code.text(), position, measure.title, given(measure.short_title),
                  given(measure.theme), given(measure.owner), print(measure.polarity), print(measure.quantity),
                  measure.per, measure.decimals, print(measure.grain), print(measure.roll_up),
                  print(measure.area_roll_up), near, measure.due_days, given(measure.least), given(measure.most),
                  given(measure.parent), measure.on_scorecard, given(measure.active_from), given(measure.active_to),
                  unless_usual(measure.missing, MissingParts::withhold),
                  unless_usual(measure.target_roll_up, TargetRollUp::none), given(measure.formula),
                  measure.seasonal ? std::optional(1) : std::nullopt, measure.baseline,
                  measure.judged ? std::optional(print(*measure.judged)) : std::nullopt);
    std::int64_t number = 0;
    for (const Definition& definition : measure.definitions)
        store.execute(insert_definition, measure.code.text(), ++number, given(definition.from), given(definition.text),
                      given(definition.numerator_label), given(definition.denominator_label), given(definition.source),
                      given(definition.reason), given(definition.link), given(definition.overlap));
}

std::vector<MeasureCode> codes_of(const std::vector<Measure>& measures) {
    std::vector<MeasureCode> codes;
    for (const Measure& measure : measures) codes.push_back(measure.code);
    return codes;
}

// All given: their order. Only some: the new ones come last.
std::vector<MeasureCode> order_of(const std::vector<MeasureCode>& there, const std::vector<MeasureCode>& given_codes) {
    const std::set<MeasureCode> given_set(given_codes.begin(), given_codes.end()),
        there_set(there.begin(), there.end());
    if (std::ranges::includes(given_set, there_set)) return given_codes;
    std::vector<MeasureCode> order = there;
    std::ranges::copy_if(given_codes, std::back_inserter(order),
                         [&](const MeasureCode& code) { return !there_set.contains(code); });
    return order;
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

Line bring_measures(db::Connection& store, const std::vector<Measure>& given_measures) {
    constexpr auto erase_definitions = "DELETE FROM definitions WHERE measure = $1";
    constexpr auto erase = "DELETE FROM measures WHERE code = $1";
    constexpr auto move = "UPDATE measures SET position = $2 WHERE code = $1 AND position <> $2";
    const std::vector<Measure> there = read_measures(store);
    Line line = bring(
        "measures", there, given_measures, [](const Measure& measure) { return measure.code; },
        [&](const Measure& measure) { insert_measure(store, measure, 0); },
        [&](const Measure& measure) {
            store.execute(erase_definitions, measure.code.text());
            store.execute(erase, measure.code.text());
        });
    const std::vector<MeasureCode> before = codes_of(there), order = order_of(before, codes_of(given_measures));
    std::int64_t position = 0;
    for (const MeasureCode& code : order) store.execute(move, code.text(), ++position);
    if (line.added + line.changed == 0 && order != before) ++line.changed; // only the order is another
    return line;
}

} // namespace qd::inline store
