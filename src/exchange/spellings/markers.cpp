#include "exchange/spellings/markers.hpp"

#include "base/digit.hpp"
#include "base/text.hpp"
#include "exchange/spellings/written.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

struct Sure {
    std::string_view text;
    GapReason gap;
    bool keep_text = false;
};

// In small letters. [c], [x], [z] and [low]: the shorthand of official statistics; ":" is that of Eurostat.
constexpr Sure sure[] = {
    {"[c]", GapReason::suppressed},
    {"[x]", GapReason::not_available},
    {"[z]", GapReason::not_applicable},
    {"[low]", GapReason::suppressed, true},
    {"[k]", GapReason::suppressed, true},
    {"*", GapReason::suppressed},
    {": c", GapReason::suppressed},
    {":c", GapReason::suppressed},
    {": z", GapReason::not_applicable},
    {":z", GapReason::not_applicable},
    {":", GapReason::not_available},
    {"..", GapReason::not_available},
    {"...", GapReason::not_available},
    {"…", GapReason::not_available},
    {"-", GapReason::not_available},
    {"n/a", GapReason::not_applicable},
    {"suppressed", GapReason::suppressed},
    {"withheld", GapReason::suppressed},
    {"redacted", GapReason::suppressed},
    {"confidential", GapReason::suppressed},
    {"null", GapReason::not_available},
    {"nan", GapReason::not_available},
    {"not available", GapReason::not_available},
    {"unavailable", GapReason::not_available},
    {"no data", GapReason::not_available},
    {"no return", GapReason::not_available},
    {"data not collected", GapReason::not_available},
    {"not collected", GapReason::not_available},
    {"nd", GapReason::not_available},
    {"n/k", GapReason::not_available},
    {"not known", GapReason::not_available},
    {"unknown", GapReason::not_available},
    {"not due", GapReason::not_due},
    {"not due yet", GapReason::not_due},
};

struct Asked {
    std::string_view texts; // parted by "|", in small letters
    std::string_view message, remedy;
};

constexpr std::string_view how_gaps_are_written =
    "Leave the cell empty and write not_available, not_applicable, not_due, overdue or suppressed in the column gap.";

constexpr Asked asked[] = {
    {"[u]|u", "may be a figure too unreliable to publish, or one of low reliability.",
     "Write [c] where the figure is withheld; after a figure, [u] says that it has low reliability."},
    {"[w]", "may be an estimate of 0, or no figure.", "Write 0 with the flag estimated, or not_available in gap."},
    {"[e]|[p]|[r]|[b]|[f]|[er]", "describes a figure, but there is none.",
     "Write the figure before it, or say in the column gap why there is none."},
    {"[t]", "says that this is a total.", "Write the figure, or leave the row out."},
    {"c|k|low", "may mean that the figure is suppressed.", "Write [c] if it is; otherwise write the figure."},
    {"x", "may mean not available, or suppressed.", "Write [x] for not available, [c] for suppressed."},
    {"z", "may mean not applicable.", "Write [z] if that is meant."},
    {"**", "may mean that the figure is suppressed, for a second reason.", "Write [c], and the reason in note."},
    {"~", "may mean that the count is low, or that the figure is approximate.", "Write [c] where it is suppressed."},
    {".", "may mean not applicable, or not available.", "Write [z] for not applicable, [x] for not available."},
    {"na|n.a.|n\\a", "may mean not available, or not applicable.",
     "Write n/a where the figure does not apply, .. where it is not available."},
    {"#n/a", "is a spreadsheet look-up that found nothing.",
     "Correct the formula; where there is no figure, write .. (not available)."},
    {"#div/0!", "is a division by zero in the spreadsheet.",
     "Write numerator and denominator, 0 of 0, or not_available in the column gap."},
    {"tbc|tba|tbd|nya|nyr|not yet available|not yet reported|not yet known|awaiting data|awaited|pending|data awaited|"
     "awaiting|to be confirmed",
     "may mean that the figure is not due yet, or that it is late.",
     "Leave the cell empty and write not_due or overdue in the column gap."},
    {"late|not received|not returned|nothing received|overdue|outstanding", "says that the figure is late.",
     "Leave the cell empty and write overdue in the column gap."},
    {"not applicable|not measured this quarter|annual|annual measure|annual only|reported annually|"
     "not reported this quarter|biannual",
     "may mean that the figure does not apply, or that nothing is due this time.",
     "Leave the row out where nothing is due; write n/a where the figure does not apply."},
    {"data only|for information|no target|monitor only", "describes a target, not a figure.",
     "Write the figure, or say in the column gap why there is none."},
    {"see comment|see note|see narrative|see below|see comments|see notes",
     "is not a figure; it refers to words elsewhere.",
     "Say in the column gap why there is no figure, and put the words in note."},
    {"nil|none|zero|no cases|nought", "may be the figure 0, or no figure.",
     "Write 0 if none were counted, .. if nothing is known."},
    {"yes|no|y|n", "is a word, and this is a column of figures.", "Write 1 for yes and 0 for no."},
};

bool is_one_of(std::string_view texts, const std::string& text) {
    return std::ranges::any_of(split(std::string(texts), '|'), [&](const std::string& each) { return each == text; });
}

// "[c1]": publishers may number their reasons.
std::optional<Marker> read_numbered(const std::string& text) {
    if (text.size() < 4 || text.front() != '[' || text.back() != ']' || !is_digit(text[2])) return std::nullopt;
    if (!std::all_of(text.begin() + 2, text.end() - 1, is_digit)) return std::nullopt;
    const std::string bare = text.substr(0, 2) + "]";
    for (const Sure& each : sure)
        if (each.text == bare) return Marker{.gap = each.gap, .keep_text = true, .doubt = {}};
    return std::nullopt;
}

bool take_front(std::string_view& text, std::string_view what) {
    if (!text.starts_with(what)) return false;
    text = trim(text.substr(what.size()));
    return true;
}

// The rest of a bound: a whole number, with a per cent sign perhaps.
bool is_small_count(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    return !text.empty() && text.size() <= 3 && std::ranges::all_of(text, is_digit);
}

// "<5", "fewer than 5", "1-4": a count too small to show. Another bound may mean many things.
std::optional<Marker> read_bound(const std::string& text) {
    std::string_view rest = text;
    for (const std::string_view less : {"<=", "≤", "<", "&lt;", "less than ", "fewer than ", "under "})
        if (std::string_view after = rest; take_front(after, less) && is_small_count(after))
            return Marker{.gap = GapReason::suppressed, .keep_text = true, .doubt = {}};
    for (const std::string_view between : {"1-", "1 to ", "0-", "1 - "})
        if (std::string_view after = rest; take_front(after, between) && is_small_count(after) && after.size() == 1)
            return Marker{.gap = GapReason::suppressed, .keep_text = true, .doubt = {}};
    for (const std::string_view more : {">=", "≥", ">", "more than ", "over ", "at least "})
        if (std::string_view after = rest; take_front(after, more) && !after.empty() && is_digit(after.front()))
            return Marker{.gap = {},
                          .keep_text = false,
                          .doubt =
                              Problem{"is a bound, not a figure.",
                                      "Write the figure; where it is not published, write [c] and the bound in note."}};
    if (rest.size() > 1 && rest.ends_with('+') && is_small_count(rest.substr(0, rest.size() - 1)))
        return Marker{.gap = {},
                      .keep_text = false,
                      .doubt =
                          Problem{"is a bound, not a figure.",
                                  "Write the figure; where it is not published, write [c] and the bound in note."}};
    return std::nullopt;
}

struct FlagMark {
    std::string_view text;
    Flags flag;
};
constexpr FlagMark flag_marks[] = {
    {"[p]", static_cast<Flags>(Flag::provisional)},     {"[e]", static_cast<Flags>(Flag::estimated)},
    {"[r]", static_cast<Flags>(Flag::revised)},         {"[u]", static_cast<Flags>(Flag::low_reliability)},
    {"[b]", static_cast<Flags>(Flag::break_in_series)}, {"[f]", static_cast<Flags>(Flag::forecast)}};

// In small letters, each with what is asked.
constexpr Asked asked_behind[] = {
    {"*|†|‡|#", "refers to a note that is not here.",
     "Write the figure alone, and what the mark says into flags or note."},
    {"[er]", "says that the source is wrong here.", "Ask the publisher, and write the right figure."},
    {"[t]", "says that the row is a total.", "Leave the row out; a total follows from its parts."},
    {"[d]", "says that the definition differs.",
     "Write the flag break_in_series if it changed here, otherwise the note."},
    {"(p)|(prov)|(prov.)|prov.|prov|provisional|p", "may say that the figure is provisional.",
     "Write [p] after it, or provisional in the column flags."},
    {"(r)|rev.|revised|r", "may say that the figure was revised.",
     "Write [r] after it, or revised in the column flags."},
    {"(e)|est.|est|estimated|e", "may say that the figure is estimated.",
     "Write [e] after it, or estimated in the column flags."},
    {"(1)|(2)|(3)|(4)|(a)|(b)|(c)", "may refer to a footnote.",
     "Write the figure alone, and what the footnote says into note."},
    {"p,e|p;e|pe|p,r|p;r|pr|b|f", "may be flags of official statistics.",
     "Write them in square brackets, such as [p][e], or in the column flags."},
    {"?", "is a figure with a question mark.", "Find out which it is; an estimate gets the flag estimated."},
};

bool ends_in(std::string_view text, std::string_view small, std::string_view mark) {
    return small.size() > mark.size() && small.ends_with(mark) && text.size() == small.size();
}

// "[note 1]", "[n2]", "[ns]", "[s]": footnotes and marks of significance, which say nothing of the figure itself.
bool is_remark(std::string_view inside) {
    if (inside == "ns" || inside == "s" || inside == "ss" || inside == "sss") return true;
    std::string_view rest = inside;
    if (!take_front(rest, "note") && !take_front(rest, "n")) return false;
    return !rest.empty() && std::ranges::all_of(rest, is_digit);
}

bool take_superscript(std::string_view& text, std::string& note) {
    for (const std::string_view mark : {"¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}) {
        if (text.size() <= mark.size() || !text.ends_with(mark)) continue;
        note = std::string(mark) + note;
        text = trim(text.substr(0, text.size() - mark.size()));
        return true;
    }
    return false;
}

} // namespace

std::optional<Marker> read_marker(std::string_view given) {
    const std::string text = plain_spelling(given);
    for (const Sure& each : sure)
        if (each.text == text) return Marker{.gap = each.gap, .keep_text = each.keep_text, .doubt = {}};
    if (auto marker = read_numbered(text)) return marker;
    if (auto marker = read_bound(text)) return marker;
    for (const std::string_view about :
         {"c.", "ca ", "ca. ", "approx ", "approx. ", "approximately ", "about ", "around ", "circa ", "~"})
        if (std::string_view after = text; take_front(after, about) && !after.empty() && is_digit(after.front()))
            return Marker{.gap = {},
                          .keep_text = false,
                          .doubt = Problem{"is approximate.", "Write the figure with the flag estimated."}};
    for (const Asked& each : asked)
        if (is_one_of(each.texts, text))
            return Marker{
                .gap = {}, .keep_text = false, .doubt = Problem{std::string(each.message), std::string(each.remedy)}};
    if (text.starts_with('#'))
        return Marker{
            .gap = {},
            .keep_text = false,
            .doubt = Problem{"is a spreadsheet formula error.", "Correct the formula, or write the figure itself."}};
    return std::nullopt;
}

Behind take_behind(std::string_view& text) {
    Behind behind;
    for (bool more = true; more;) {
        more = take_superscript(text, behind.note);
        const std::string small = lower(text);
        for (const FlagMark& mark : flag_marks) {
            if (more || !ends_in(text, small, mark.text)) continue;
            behind.flags = static_cast<Flags>(behind.flags | mark.flag);
            text = trim(text.substr(0, text.size() - mark.text.size()));
            more = true;
        }
        const auto open = text.rfind('[');
        if (more || open == std::string_view::npos || open == 0 || !text.ends_with(']')) continue;
        if (!is_remark(std::string_view(small).substr(open + 1, small.size() - open - 2))) continue;
        behind.note = std::string(text.substr(open)) + (behind.note.empty() ? "" : " ") + behind.note;
        text = trim(text.substr(0, open));
        more = true;
    }
    const std::string small = lower(text);
    for (const Asked& each : asked_behind) {
        for (const std::string& mark : split(std::string(each.texts), '|')) {
            if (!ends_in(text, small, mark)) continue;
            const std::string_view before = trim(std::string_view(small).substr(0, small.size() - mark.size()));
            if (before.empty() || (!is_digit(before.back()) && before.back() != '%')) continue;
            behind.doubt = Problem{std::string(each.message), std::string(each.remedy)};
            return behind;
        }
    }
    return behind;
}

} // namespace qd::inline exchange
