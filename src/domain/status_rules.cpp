#include "domain/status_rules.hpp"

#include "base/text.hpp"
#include "domain/margin.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qd {
namespace {

using Kind = Condition::Kind;

// `before` and `after` are all of it, or what is on both sides of a margin.
struct Phrase {
    Kind kind;
    std::string_view before, after;
    bool has_margin;
    std::string_view example;
};
constexpr Phrase phrases[] = {
    {Kind::meets_target, "meets target", "", false, "meets target"},
    {Kind::misses_target, "misses target", "", false, "misses target"},
    {Kind::beats_target, "beats target by ", "", true, "beats target by 5%"},
    {Kind::within_tolerance, "within tolerance", "", false, "within tolerance"},
    {Kind::within, "within ", " of target", true, "within 10% of target"},
    {Kind::better_than_previous, "better than previous", "", false, "better than previous"},
    {Kind::same_or_better_than_previous, "same or better than previous", "", false, "same or better than previous"},
    {Kind::better_than_last_year, "better than last year", "", false, "better than last year"},
    {Kind::same_or_better_than_last_year, "same or better than last year", "", false, "same or better than last year"},
    {Kind::forecast_meets_target, "forecast meets target", "", false, "forecast meets target"},
    {Kind::at_year_end, "at year end", "", false, "at year end"},
    {Kind::before_year_end, "before year end", "", false, "before year end"},
    {Kind::no_target, "no target", "", false, "no target"},
    {Kind::no_figure, "no figure", "", false, "no figure"},
    {Kind::not_due, "not due", "", false, "not due"},
    {Kind::otherwise, "otherwise", "", false, "otherwise"},
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end])) ++end;
        if (end > at) words.push_back(lower(text.substr(at, end - at)));
        at = end + 1;
    }
    return words;
}

// The conditions between the ands, each with single spaces.
std::vector<std::string> parts_between_ands(std::string_view text) {
    std::vector<std::string> parts(1);
    for (const std::string& word : words_in(text)) {
        if (word == "and")
            parts.emplace_back();
        else
            parts.back() += parts.back().empty() ? word : " " + word;
    }
    return parts;
}

std::string not_a_condition(const std::string& part) {
    std::vector<std::string> known;
    for (const Phrase& phrase : phrases) known.emplace_back(phrase.example);
    const std::string meant = nearest(part, known);
    std::string out = fmt::format("“{}” is not a condition. ", part);
    if (!meant.empty()) out += fmt::format("Did you mean “{}”? ", meant);
    return out + "Known are: " + join(known, ", ") + "; join several with “and”.";
}

tl::expected<Condition, std::string> parse_condition(const std::string& part) {
    const std::string_view text = part;
    for (const Phrase& phrase : phrases) {
        if (!phrase.has_margin) {
            if (text == phrase.before) return Condition{phrase.kind, {}, Condition::Measured::percent};
            continue;
        }
        if (!text.starts_with(phrase.before) || !text.ends_with(phrase.after) ||
            text.size() < phrase.before.size() + phrase.after.size())
            continue;
        const auto margin =
            Margin::parse(text.substr(phrase.before.size(), text.size() - phrase.before.size() - phrase.after.size()));
        if (!margin) return tl::unexpected(margin.error());
        return Condition{phrase.kind, margin->amount,
                         margin->unit == Margin::Unit::percent ? Condition::Measured::percent
                                                               : Condition::Measured::points};
    }
    return tl::unexpected(not_a_condition(part));
}

} // namespace

tl::expected<std::vector<Condition>, std::string> parse_conditions(std::string_view text) {
    std::vector<Condition> conditions;
    for (const std::string& part : parts_between_ands(text)) {
        if (part.empty())
            return tl::unexpected(std::string(
                trim(text).empty() ? "The condition is empty. Write, for example, “meets target” or “otherwise”."
                                   : "A condition is missing next to “and”."));
        auto condition = parse_condition(part);
        if (!condition) return tl::unexpected(std::move(condition.error()));
        conditions.push_back(*condition);
    }
    if (conditions.size() > 1 && std::ranges::find(conditions, Kind::otherwise, &Condition::kind) != conditions.end())
        return tl::unexpected(std::string("“otherwise” is always true: it must be on its own."));
    return conditions;
}

std::string print(const std::vector<Condition>& conditions) {
    std::vector<std::string> parts;
    for (const Condition& condition : conditions) {
        const Phrase& phrase = *std::ranges::find(phrases, condition.kind, &Phrase::kind);
        std::string part(phrase.before);
        if (phrase.has_margin) {
            const bool percent = condition.measured == Condition::Measured::percent;
            part += print(Margin{condition.amount, percent ? Margin::Unit::percent : Margin::Unit::points});
        }
        parts.push_back(part + std::string(phrase.after));
    }
    return join(parts, " and ");
}

StatusRules usual_status_rules() {
    const auto rule = [](Status status, Kind kind) {
        return StatusRule{status, {}, {}, {}, {Condition{kind, {}, {}}}};
    };
    return {{},
            {rule(Status::green, Kind::meets_target), rule(Status::amber, Kind::within_tolerance),
             rule(Status::red, Kind::otherwise)}};
}

} // namespace qd
