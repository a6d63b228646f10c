#include "checks/said/time_words.hpp"

#include <array>

namespace qd::inline checks {
namespace {

constexpr std::array month_names =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                     "september", "october", "november", "december"});

} // namespace

const Lexicon<When>& time_phrases() {
    static const Lexicon<When> lexicon({
        {"this|current quarter|month|period|year", When::now},
        {"in|during|over|for|at the quarter|month|period|year", When::now},
        {"the latest|current quarter|month|period|year", When::now},
        {"so far this? year?", When::now},
        {"the year so far", When::now},
        {"the|this? year to date", When::now},
        {"to date", When::now},
        {"this time round?", When::now},
        {"the? end of the|this quarter|month|period", When::now},
        {"quarter|period end", When::now},
        {"currently|now|today", When::now},
        {"at present", When::now},
        {"in|during|over|for|at|on|than? the quarter|month|period before", When::previous},
        {"the? last|previous|prior|preceding quarter|month|period", When::previous},
        {"a|one quarter|month ago|earlier|before|previously", When::previous},
        {"three months ago|earlier|before|previously", When::previous},
        {"quarter|month on quarter|month", When::previous},
        {"on the quarter|month", When::previous},
        {"the? previous|preceding|prior three months", When::previous},
        {"the? last|previous review|report", When::previous},
        {"last reported|reviewed|assessed|updated", When::previous},
        {"last time", When::previous},
        {"in? the one before", When::previous},
        {"than the last|previous|preceding one?", When::previous},
        {"the? last|previous|prior|preceding financial|school? year", When::year_ago},
        {"in|during|over|for|at|on|than? the school|academic|financial? year before", When::year_ago},
        {"the year before", When::year_ago},
        {"last year at|by this|the same? time|point|stage", When::year_ago},
        {"by|at this|the same? time|point|stage last year", When::year_ago},
        {"by|at this time|point|stage of|in last|the previous|preceding? year", When::year_ago},
        {"a|one|the year ago|earlier|before|previously", When::year_ago},
        {"over|in|during|within the? past|last twelve|12 months", When::year_ago},
        {"over|in|during|within the past year", When::year_ago},
        {"twelve|12 months ago|earlier|before|previously", When::year_ago},
        {"year on year", When::year_ago},
        {"on the year", When::year_ago},
        {"this time last year", When::year_ago},
        {"the? same|corresponding|equivalent|comparable quarter|period|time|point|stage|month|months|half|part "
         "of|in|a|the? "
         "last|previous|prior|preceding? year before|ago|earlier?",
         When::year_ago},
        {"the? same|corresponding|equivalent|comparable quarter|period|time|point|stage|month|months|half|part of|in "
         "a|the|one "
         "year before|ago|earlier?",
         When::year_ago},
        {"the? same|corresponding|equivalent|comparable quarter|period|time|point|stage|month|months|half|part in|of "
         "the "
         "last|previous|prior|preceding year",
         When::year_ago},
        {"by|at|for|to|of|in? the? year end", When::year_end},
        {"the? end of the|this? financial? year", When::year_end},
        {"the? next|coming|following quarter|month|period|year", When::future},
        {"the? next|coming few|two|three|four quarters|months|years", When::future},
        {"in future", When::future},
        {"in due course", When::future},
    });
    return lexicon;
}

int whole_at(const Words& words, std::size_t at) {
    if (at >= words.size() || words[at].kind != WordKind::number || words[at].text.size() > 4) return -1;
    int value = 0;
    for (const char c : words[at].text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool is_year(const Words& words, std::size_t at) {
    const int year = whole_at(words, at);
    return year >= 1990 && year <= 2099 && words[at].text.size() == 4;
}

YearRead year_at(const Words& words, std::size_t at) {
    if (!is_year(words, at)) return {};
    const int year = whole_at(words, at);
    if (at + 2 < words.size() && (words[at + 1].text == "/" || words[at + 1].text == "-") && words[at + 1].joined &&
        words[at + 2].joined && whole_at(words, at + 2) % 100 == (year + 1) % 100)
        return {year, true, 3};
    return {year, false, 1};
}

int month_at(const Words& words, std::size_t at) {
    if (at >= words.size()) return 0;
    const std::string& text = words[at].text;
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        const bool shortened =
            text.size() >= 3 && text.size() <= 4 && month_names[i].starts_with(text) && text != "marc";
        if (text != month_names[i] && !shortened) continue;
        const bool by_itself = text != "may" && text != "march" && text != "mar" && text != "jun" && text != "dec";
        const bool number = (at > 0 && words[at - 1].kind == WordKind::number) || is_year(words, at + 1);
        const bool placed =
            at > 0 && (words[at - 1].text == "in" || words[at - 1].text == "by" || words[at - 1].text == "of" ||
                       words[at - 1].text == "since" || words[at - 1].text == "until" || words[at - 1].text == "to" ||
                       words[at - 1].text == "from" || words[at - 1].text == "last" || words[at - 1].text == "and");
        if (number || placed || by_itself) return static_cast<int>(i) + 1;
    }
    return 0;
}

} // namespace qd::inline checks
