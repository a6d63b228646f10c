#include "exchange/risk_settings.hpp"

#include "base/text.hpp"
#include "domain/risk_formula.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

constexpr int most_levels = 20, most_weight = 1'000;

std::optional<int> whole_number(std::string_view text) {
    const auto number = read_number(text);
    if (!number || number->millionths() % Decimal::scale != 0) return std::nullopt;
    const std::int64_t value = number->millionths() / Decimal::scale;
    return value < -1'000'000 || value > 1'000'000 ? std::nullopt : std::optional(static_cast<int>(value));
}

std::vector<int> counted_levels(int size) {
    std::vector<int> levels;
    for (int level = 1; level <= size; ++level) levels.push_back(level);
    return levels;
}

// size = 5, or size = [4, 6]: how many levels impact and likelihood have; empty where it is not said.
std::vector<int> take_sizes(TomlTable& table, RiskMatrix& matrix) {
    const std::vector<std::string> given = table.take_texts("size");
    std::vector<int> sizes;
    for (const std::string& text : given)
        if (const auto size = whole_number(text); size && *size >= 2 && *size <= most_levels) sizes.push_back(*size);
    if (given.empty()) return {};
    if (sizes.size() != given.size() || sizes.size() > 2) {
        table.complain("size", {"is out of range.",
                                "Write how many levels impact and likelihood have, 2 to 20 each: 5, or [4, 6]."});
        return {};
    }
    matrix.impact_levels = counted_levels(sizes.front());
    matrix.likelihood_levels = counted_levels(sizes.back());
    return sizes;
}

// The numbers of the levels where they are not 1, 2, 3 …; and their words.
struct LevelKeys {
    std::string_view numbers, words;
};
void take_levels(TomlTable& table, const LevelKeys& keys, const std::vector<int>& sizes, std::vector<int>& levels,
                 std::vector<std::string>& words) {
    const std::vector<std::string> numbers = table.take_texts(keys.numbers);
    words = table.take_texts(keys.words);
    if (!numbers.empty()) {
        std::vector<int> read;
        for (const std::string& text : numbers)
            if (const auto number = whole_number(text); number && *number >= 0 && *number <= most_weight)
                if (read.empty() || *number > read.back()) read.push_back(*number);
        if (read.size() != numbers.size() || read.size() < 2 || read.size() > most_levels)
            table.complain(keys.numbers, {"is not a list of rising whole numbers.",
                                          "Write the number of each level, the least first: [1, 2, 4, 8]."});
        else
            levels = read;
    } else if (!words.empty() && sizes.empty() && words.size() >= 2 && words.size() <= most_levels) {
        levels = counted_levels(static_cast<int>(words.size()));
    }
    if (!words.empty() && words.size() != levels.size())
        table.complain(keys.words, {"does not have a word for each level.",
                                    "Write " + std::to_string(levels.size()) + " words, the least first."});
}

// A row for each impact, in it a cell for each likelihood.
bool fits(const RiskMatrix& matrix, const std::vector<std::vector<std::string>>& rows) {
    return rows.size() == matrix.impact_levels.size() &&
           std::ranges::all_of(rows, [&](const auto& row) { return row.size() == matrix.likelihood_levels.size(); });
}
Problem misfit(const RiskMatrix& matrix) {
    return {"does not have a cell for each pair of levels.",
            "Write " + std::to_string(matrix.impact_levels.size()) +
                " rows, one for each impact, the least first, each with " +
                std::to_string(matrix.likelihood_levels.size()) + " cells, one for each likelihood: [[…], […]]."};
}

void take_cells(TomlTable& table, RiskMatrix& matrix) {
    const auto scores = table.take_rows("scores");
    const auto labels = table.take_rows("cells");
    if (!scores.empty() && !fits(matrix, scores)) table.complain("scores", misfit(matrix));
    if (!labels.empty() && !fits(matrix, labels)) table.complain("cells", misfit(matrix));
    if (fits(matrix, labels)) matrix.band_cells = labels;
    if (!fits(matrix, scores)) return;
    for (const auto& row : scores) {
        matrix.score_cells.emplace_back();
        for (const std::string& text : row) {
            const auto score = whole_number(text);
            if (!score || *score < 0)
                table.complain("scores", {"contains “" + text + "”, which is not a whole number.", "Write the score."});
            matrix.score_cells.back().push_back(score.value_or(0));
        }
    }
}

void take_rule(TomlTable& table, RiskMatrix& matrix) {
    const std::string said = table.take_or<std::string>("score", "");
    const std::string word = as_word(said);
    if (said.empty()) {
        if (!matrix.score_cells.empty())
            matrix.rule = ScoreRule::cells;
        else if (!matrix.band_cells.empty())
            matrix.rule = ScoreRule::none;
        return;
    }
    if (!matrix.score_cells.empty())
        table.complain("score", {"is given as well as a table of scores.", "Give one of score and scores."});
    matrix.rule = word == "published" ? ScoreRule::published : word == "none" ? ScoreRule::none : ScoreRule::formula;
    if (matrix.rule != ScoreRule::formula) return;
    matrix.formula = word == "product" ? "impact × likelihood" : word == "sum" ? "impact + likelihood" : said;
    if (const std::string mistake = mistake_in_risk_formula(matrix.formula); !mistake.empty())
        table.complain("score", {"cannot be understood: " + mistake + ".",
                                 "Write product, sum, published, none, or a formula such as impact^2 × likelihood."});
}

// Where nothing else is said of how grave they are, colours are.
std::vector<RiskBand> bands_of_cells(const RiskMatrix& matrix) {
    std::vector<RiskBand> bands;
    for (const Status status : {Status::red, Status::amber, Status::green})
        for (const auto& row : matrix.band_cells)
            if (std::ranges::find(row, print(status)) != row.end()) {
                bands.push_back({{}, std::string(print(status)), status});
                break;
            }
    return bands;
}

// The lowest score that the matrix can make; 1 where no rule is known.
int lowest_score(const RiskMatrix& matrix) {
    if (!matrix.score_cells.empty()) {
        int lowest = matrix.score_cells[0][0];
        for (const auto& row : matrix.score_cells) lowest = std::min(lowest, *std::ranges::min_element(row));
        return lowest;
    }
    const auto first = risk_score_by(matrix.formula, matrix.impact_levels[0], matrix.likelihood_levels[0]);
    const bool is_made = matrix.rule == ScoreRule::usual || matrix.rule == ScoreRule::formula;
    return is_made ? first.value_or(1) : 1;
}

void take_bands(TomlTable& table, RiskMatrix& matrix) {
    std::vector<RiskBand> bands;
    for (TomlTable& block : table.take_tables("band")) {
        bands.push_back({block.take<int>("least"), block.need<std::string>("label"), block.need<Status>("status")});
        if (bands.size() > 1 && bands.back().least.has_value() != bands.front().least.has_value())
            block.complain("least", {"is given in only some of the bands.", "Give it in all of them, or in none."});
        else if (bands.size() > 1 && bands.back().least && *bands.back().least >= *bands[bands.size() - 2].least)
            block.complain("least", {"is not below that of the band before.", "Put the highest band first."});
        block.finish();
    }
    const bool usual = matrix.impact_levels == RiskMatrix().impact_levels &&
                       matrix.likelihood_levels == RiskMatrix().likelihood_levels && matrix.rule != ScoreRule::none &&
                       (matrix.rule == ScoreRule::usual || matrix.formula == RiskMatrix().formula);
    if (bands.empty() && !matrix.band_cells.empty()) bands = bands_of_cells(matrix);
    if (!bands.empty() || !usual || matrix.rule == ScoreRule::cells) matrix.bands = bands; // else the usual ones
    if (!bands.empty() && bands.back().least && *bands.back().least > std::max(1, lowest_score(matrix)))
        table.complain("band", {"leaves a gap: the last band does not begin at the lowest score.",
                                "End with a band with least = " + std::to_string(lowest_score(matrix)) + "."});
    if (!usual || matrix.rule == ScoreRule::cells) matrix.keep = 0;
    for (auto& row : matrix.band_cells)
        for (const std::string& label : row)
            if (std::ranges::none_of(matrix.bands,
                                     [&](const RiskBand& band) { return lower(band.label) == lower(label); }))
                table.complain("cells", {"contains “" + label + "”, which is not one of the bands.",
                                         "Add a [[risk.band]] with that label and its status."});
}

BandName take_band_name(TomlTable& table, const RiskMatrix& matrix) {
    const std::string text = table.take_or<std::string>("band", "");
    const bool known =
        std::ranges::any_of(matrix.bands, [&](const RiskBand& band) { return lower(band.label) == lower(text); });
    if (text.empty() || known || parse_status(text)) return {text};
    table.complain("band", {"is not one of the bands.", "Write the label of a band, or red, amber or green."});
    return {};
}

Grain take_rhythm(TomlTable& table, std::string_view key) {
    const Grain every = table.need<Grain>(key);
    if (every == Grain::span) table.complain(key, {"is not a rhythm.", "Write month, quarter, half or year."});
    return every;
}

RegisterRules take_register_rules(TomlTable& table, const RiskMatrix& matrix) {
    RegisterRules rules;
    rules.every = table.take<Grain>("review_every");
    if (rules.every == Grain::span)
        table.complain("review_every", {"is not a rhythm.", "Write month, quarter, half or year."});
    for (TomlTable& block : table.take_tables("register")) {
        RegisterRules::Rhythm rhythm;
        rhythm.name = block.need<std::string>("name");
        rhythm.every = take_rhythm(block, "review_every");
        rules.rhythms.push_back(std::move(rhythm));
        block.finish();
    }
    for (TomlTable& block : table.take_tables("appetite")) {
        RegisterRules::Appetite appetite;
        appetite.category = block.need<std::string>("category");
        appetite.most = block.take<int>("most");
        appetite.band = take_band_name(block, matrix);
        if (appetite.most.has_value() != appetite.band.empty())
            block.complain("most", {"and band: one of them says what is accepted.", "Give one of the two."});
        rules.appetites.push_back(std::move(appetite));
        block.finish();
    }
    return rules;
}

} // namespace

RiskSettings take_risk(TomlTable& root) {
    RiskSettings read;
    for (TomlTable& table : root.take_table("risk")) {
        RiskMatrix& matrix = read.matrix;
        const std::vector<int> sizes = take_sizes(table, matrix);
        take_levels(table, {"impact_levels", "impacts"}, sizes, matrix.impact_levels, matrix.impacts);
        take_levels(table, {"likelihood_levels", "likelihoods"}, sizes, matrix.likelihood_levels, matrix.likelihoods);
        take_cells(table, matrix);
        take_rule(table, matrix);
        take_bands(table, matrix);
        matrix.keep = table.take_or<int>("keep", matrix.keep);
        if (matrix.keep < 0 || matrix.keep > 1'000'000)
            table.complain("keep", {"is out of range.", "Write a score, or 0: every entry stays."});
        read.registers = take_register_rules(table, matrix);
        table.finish();
    }
    return read;
}

// undated = "never", "next meeting", "after 2 meetings".
RequestRule take_requests(TomlTable& root) {
    RequestRule rule;
    for (TomlTable& table : root.take_table("requests")) {
        const std::string said = as_word(table.take_or<std::string>("undated", ""));
        int number = 0; // of "after_2_meetings"
        if (said.starts_with("after_") && said.find("_meeting") != std::string::npos)
            number = whole_number(said.substr(6, said.find('_', 6) - 6)).value_or(0);
        if (said == "never") {
            rule.undated = RequestRule::Undated::never;
        } else if (said == "next_meeting") {
            rule = {RequestRule::Undated::counted, 1};
        } else if (number >= 1 && number <= 20) {
            rule = {RequestRule::Undated::counted, number};
        } else if (!said.empty()) {
            table.complain("undated", {"is not a rule for requests without a day.",
                                       "Write never, next meeting, or after 2 meetings."});
        }
        table.finish();
    }
    return rule;
}

} // namespace qd::inline exchange
