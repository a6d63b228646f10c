#include "domain/tolerance.hpp"

#include "base/text.hpp"
#include "domain/margin.hpp"
#include "domain/status.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qd {
namespace {

using Sign = CutOff::Sign;
using Said = tl::expected<Tolerance, std::string>;

constexpr std::string_view example = "Write them like “green >= 55; amber >= 40; red otherwise”.";

struct Spelling {
    std::string_view text;
    Sign sign;
};
constexpr Spelling spellings[] = {
    // the longer before those they start with
    {">=", Sign::at_least}, {"≥", Sign::at_least},  {"<=", Sign::at_most},
    {"≤", Sign::at_most},   {">", Sign::more_than}, {"<", Sign::less_than},
};

bool takes_upwards(Sign sign) { return sign == Sign::at_least || sign == Sign::more_than; }
bool takes_boundary(Sign sign) { return sign == Sign::at_least || sign == Sign::at_most; }

std::string quoted(const CutOff& cut_off) { return "“" + print(cut_off) + "”"; }

// As parse_status spells it if it is one of the six, else as the council writes it.
std::string status_word(std::string_view text) {
    const auto status = parse_status(text);
    return status ? std::string(print(*status)) : std::string(trim(text));
}

tl::expected<CutOff, std::string> parse_cut_off(std::string_view text) {
    const auto at = std::min({text.find('<'), text.find('>'), text.find("≤"), text.find("≥")});
    if (at == std::string_view::npos)
        return tl::unexpected(fmt::format("“{}” is not a cut-off. {}", trim(text), example));
    const std::string_view rest = text.substr(at);
    const auto spelling =
        std::ranges::find_if(spellings, [&](const Spelling& known) { return rest.starts_with(known.text); });
    const std::string_view number = trim(rest.substr(spelling->text.size()));
    CutOff cut_off{status_word(text.substr(0, at)), spelling->sign, {}};
    if (cut_off.status.empty()) return tl::unexpected(fmt::format("“{}” names no status. {}", trim(text), example));
    const auto value = Decimal::parse(number);
    if (!value)
        return tl::unexpected(
            fmt::format("“{}” in “{}” is not a number. Write digits only, such as 55 or 2.5.", number, trim(text)));
    cut_off.value = *value;
    return cut_off;
}

bool are_complements(const CutOff& a, const CutOff& b) {
    return a.value == b.value && takes_upwards(a.sign) != takes_upwards(b.sign) &&
           takes_boundary(a.sign) != takes_boundary(b.sign);
}

// Why two neighbours that look in opposite directions do not make a ladder.
std::string gap_or_overlap(const CutOff& a, const CutOff& b) {
    const CutOff& up = takes_upwards(a.sign) ? a : b;
    const CutOff& down = takes_upwards(a.sign) ? b : a;
    if (are_complements(a, b)) return fmt::format("{} and {} leave nothing for what follows.", quoted(a), quoted(b));
    if (up.value == down.value && takes_boundary(up.sign))
        return fmt::format("{} and {} overlap: both cover {}.", quoted(a), quoted(b), print(up.value));
    if (up.value == down.value)
        return fmt::format("{} and {} leave a gap: nothing covers {}.", quoted(a), quoted(b), print(up.value));
    if (up.value < down.value)
        return fmt::format("{} and {} overlap: both cover values between {} and {}.", quoted(a), quoted(b),
                           print(up.value), print(down.value));
    return fmt::format("{} and {} leave a gap: nothing covers values between {} and {}.", quoted(a), quoted(b),
                       print(down.value), print(up.value));
}

// What is wrong with `next` right after `before`, or "".
std::string fault_in_step(const CutOff& before, const CutOff& next) {
    if (takes_upwards(before.sign) != takes_upwards(next.sign)) return gap_or_overlap(before, next);
    const bool further = takes_upwards(next.sign) ? next.value < before.value : next.value > before.value;
    const bool adds_boundary = next.value == before.value && takes_boundary(next.sign) && !takes_boundary(before.sign);
    if (further || adds_boundary) return {};
    return fmt::format("{} overlaps {}, which comes first and covers all of it.", quoted(next), quoted(before));
}

std::string twice_named(const Tolerance& tolerance) {
    std::vector<std::string> words{tolerance.otherwise};
    for (const CutOff& cut_off : tolerance.cut_offs) words.push_back(cut_off.status);
    std::ranges::sort(words);
    const auto found = std::ranges::adjacent_find(words);
    return found == words.end() ? std::string{} : *found;
}

std::vector<std::string> cut_off_parts(std::string_view text) {
    auto parts = split(text, text.find(';') == std::string_view::npos ? ',' : ';');
    if (!parts.empty() && trim(parts.back()).empty()) parts.pop_back(); // a closing mark
    return parts;
}

Said parse_cut_offs(std::string_view text) {
    Tolerance tolerance{Tolerance::Kind::cut_offs, {}, {}, {}};
    for (const std::string& part : cut_off_parts(text)) {
        if (!tolerance.otherwise.empty())
            return tl::unexpected(fmt::format("“{} otherwise” must come last.", tolerance.otherwise));
        if (constexpr std::string_view end = " otherwise"; lower(trim(part)).ends_with(end)) {
            tolerance.otherwise = status_word(trim(part).substr(0, trim(part).size() - end.size()));
            continue;
        }
        auto cut_off = parse_cut_off(part);
        if (!cut_off) return tl::unexpected(std::move(cut_off.error()));
        tolerance.cut_offs.push_back(std::move(*cut_off));
    }
    auto& cut_offs = tolerance.cut_offs;
    // "amber >= 40; red < 40" says in full what "amber >= 40; red otherwise" says.
    if (tolerance.otherwise.empty() && cut_offs.size() > 1 && are_complements(cut_offs.end()[-2], cut_offs.back())) {
        tolerance.otherwise = cut_offs.back().status;
        cut_offs.pop_back();
    }
    if (cut_offs.empty()) return tl::unexpected(fmt::format("There is no cut-off in “{}”. {}", text, example));
    for (std::size_t i = 1; i < cut_offs.size(); ++i)
        if (const std::string fault = fault_in_step(cut_offs[i - 1], cut_offs[i]); !fault.empty())
            return tl::unexpected(fmt::format("{} {}", fault, example));
    if (tolerance.otherwise.empty()) tolerance.otherwise = print(Status::red);
    if (const std::string word = twice_named(tolerance); !word.empty())
        return tl::unexpected(fmt::format(
            "“{}” covers more than one range: name each status once, and put last the one that takes the rest. {}",
            word, example));
    return tolerance;
}

std::string_view symbol(Sign sign) { return std::ranges::find(spellings, sign, &Spelling::sign)->text; }

} // namespace

Said Tolerance::parse(std::string_view text) {
    text = trim(text);
    if (lower(text) == "none") return Tolerance{};
    if (text.find_first_of("<>;") != std::string_view::npos || text.find("≥") != std::string_view::npos ||
        text.find("≤") != std::string_view::npos)
        return parse_cut_offs(text);
    const auto margin = Margin::parse(text);
    if (!margin)
        return tl::unexpected(fmt::format("“{}” is not a tolerance. Write “5%”, “2 points”, “none”, or cut-offs like "
                                          "“green >= 55; amber >= 40; red otherwise”.",
                                          text));
    return Tolerance{margin->unit == Margin::Unit::percent ? Kind::relative : Kind::points, margin->amount, {}, {}};
}

std::string print(const CutOff& cut_off) {
    return fmt::format("{} {} {}", cut_off.status, symbol(cut_off.sign), print(cut_off.value));
}

std::string print(const Tolerance& tolerance) {
    switch (tolerance.kind) {
    case Tolerance::Kind::none: return "none";
    case Tolerance::Kind::relative: return print(Margin{tolerance.amount, Margin::Unit::percent});
    case Tolerance::Kind::points: return print(Margin{tolerance.amount, Margin::Unit::points});
    case Tolerance::Kind::cut_offs: break;
    }
    std::string out;
    for (const CutOff& cut_off : tolerance.cut_offs) out += print(cut_off) + "; ";
    return out + tolerance.otherwise + " otherwise";
}

} // namespace qd
