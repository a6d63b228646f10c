#include "base/error.hpp"
#include "domain/formula.hpp"
#include "engine/derive.hpp"
#include "engine/scorecard.hpp"
#include "fuzz/family.hpp"
#include "fuzz/mutate.hpp"

namespace qd::fuzz {
namespace {

constexpr std::string_view seeds[] = {
    "ASC1 / 12 * 100",
    "0.6*A + 0.4*{B-1}",
    "ratio(A, {B-1})",
    "per_head(A + {B-1}, {2})",
    "index(A, \"2012-13Q1\")",
    "wmean(A, 0.6, {B-1}, 0.4)",
    "mean(A, {B-1}, {2}) - least(A, 5) * greatest({2}, 0.000001)",
    "geomean(A, abs({B-1}), sqrt({2}))",
    "-(A - -{B-1}) / ({2} - {2})",
    "100 * (A / {B-1})",
    "A * A * A * A * A / {B-1} / {2}",
};

constexpr std::string_view pieces[] = {"A",      "{B-1}",       "{2}",    "+",     "-",      "*",      "/",
                                       "(",      ")",           ",",      "0.5",   "100",    "mean(",  "sum(",
                                       "index(", "\"2012-13\"", "wmean(", "sqrt(", "ratio(", "D",      " ",
                                       "1e9",    "999999999",   "{",      "}",     "\"",     "least(", "\xC3\xA9"};

constexpr std::string_view figures[] = {"0",
                                        "1",
                                        "-1",
                                        "0.000001",
                                        "3",
                                        "84.516",
                                        "22779",
                                        "9223372036854.775807",
                                        "-9223372036854.775807",
                                        "9000000000000"};

Observation cell_of(Random& random, Period period) {
    Observation cell;
    cell.area = AreaCode(random.once_in(3) ? "N" : "C");
    cell.period = period;
    if (random.once_in(5)) {
        cell.gap = static_cast<GapReason>(random.below(6));
    } else if (random.once_in(3)) {
        cell.numerator = Decimal::parse(random.pick(figures));
        cell.denominator = Decimal::parse(random.pick(figures));
    } else {
        cell.value = Decimal::parse(random.pick(figures));
    }
    return cell;
}

// Three measures of some grain with a few figures, and a fourth that is computed from them.
Content content_with(const std::string& formula, std::uint64_t seed) {
    Random random(seed, "formula", 0);
    Content content;
    content.settings.area = AreaCode("C");
    content.settings.status_rules = {usual_status_rules()};
    content.areas = {{AreaCode("C"), "C", AreaKind::county, {}, {}, {}},
                     {AreaCode("N"), "N", AreaKind::district, AreaCode("C"), {}, {}}};
    for (const char* code : {"A", "B-1", "2", "D"}) {
        Measure measure;
        measure.code = MeasureCode(code);
        measure.title = code;
        measure.quantity = static_cast<Quantity>(random.below(7));
        measure.grain = static_cast<Grain>(random.below(5));
        measure.roll_up = static_cast<RollUp>(random.below(6));
        measure.missing = static_cast<MissingParts>(random.below(2));
        measure.definitions = {Definition{}};
        if (measure.code.text() == "D") measure.formula = formula;
        content.measures.push_back(measure);
        for (std::size_t i = random.below(4); i > 0; --i) {
            Return handed_in;
            handed_in.measure = measure.code;
            if (random.once_in(2)) handed_in.known_at = Instant(static_cast<std::int64_t>(random.below(5)) * 86'400);
            for (int quarter = 1; quarter <= 4; ++quarter)
                handed_in.observations.add(cell_of(random, random.once_in(2)   ? Period::quarter(2012, quarter)
                                                           : random.once_in(2) ? Period::month(2012, quarter + 3)
                                                                               : Period::year(2010 + quarter)));
            content.returns.push_back(std::move(handed_in));
        }
    }
    return content;
}

void check_made(const Content& before, const Content& after) {
    for (std::size_t i = 0; i < after.returns.size(); ++i) {
        const Return& each = after.returns[i];
        must((each.origin == Origin::computed) == (i >= before.returns.size()),
             "A computed return stands among others.");
        if (each.origin == Origin::handed_in) continue;
        must(each.measure.text() == "D" && each.observations.size() > 0, "A formula makes what is not its own.");
        for (std::size_t row = 0; row < each.observations.size(); ++row) {
            const Observation cell = each.observations.at(row);
            const bool has_number = cell.value || (cell.numerator && cell.denominator);
            must(has_number != cell.gap.has_value(), "A computed cell holds neither a number nor a gap, or both.");
            must(!cell.denominator || !cell.denominator->is_zero(), "A computed cell divides by nothing.");
        }
    }
}

} // namespace

Input make_formula(Random& random) {
    std::string text(random.pick(seeds));
    if (random.once_in(2)) {
        text.clear();
        for (std::size_t i = random.between(1, 12); i > 0; --i) text += random.pick(pieces);
    } else if (random.once_in(2)) {
        text = mutate_bytes(random, text);
    }
    return {std::to_string(random.below(1'000'000)), {{"formula.txt", text}}};
}

Ending run_formula(const Input& input) {
    const std::string& text = input.files[0].bytes;
    const auto formula = Formula::parse(text);
    if (!formula) {
        must(!formula.error().message.empty() && !formula.error().remedy.empty(),
             "A formula is refused without a word.");
        return Ending::refused;
    }
    const Content content = content_with(text, std::stoull(input.about));
    const Content derived = with_derived(content);
    check_made(content, derived);
    must(with_derived(content).returns == derived.returns, "A formula makes other figures the second time.");
    try {
        (void)compute_scorecard(derived, Period::quarter(2012, 3), AreaCode("C"), Instant(86'400 * 365 * 50));
    } catch (const Error& error) { // figures too large to be judged
        must(error.fault() == Fault::request, std::string("A computed figure ends in: ") + error.what());
    }
    return Ending::understood;
}

} // namespace qd::fuzz
