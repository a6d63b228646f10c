#include "exchange/layouts/vocabulary.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>
#include <iterator>

namespace qd::inline exchange {
namespace {

struct Known {
    std::string_view words; // separated by "|"
    UsualHeading means;
};

const Known known[] = {
    {"ref|ref.|reference|code|pi code|pi / code|kpi ref|kpi code|id|pi ref|indicator code|measure code|indicator "
     "ref|pi|kpi no.|no.|"
     "indicator id|measure ref|kpi id|pi no.|measure id|kpi no|cyf|cyf.",
     {ColumnIs::measure}},
    {"indicator|measure|kpi|description|title|name|performance measure|performance indicator|pi title|measure "
     "title|indicator title|pi / description|kpi title|indicator name|measure name|pi name|key performance "
     "indicator|what we measure|what is measured|dangosydd|dangosydd perfformiad|mesur",
     {ColumnIs::measure_title}},
    {"area|ward|district|la code|la name|local authority|area code|area name|locality|borough|authority|lad code|ward "
     "name|ward code|"
     "neighbourhood",
     {ColumnIs::area}},
    {"period|collection period|time period|time_period|reporting period|date|period ending|cyfnod", {ColumnIs::period}},
    {"year|financial year|reporting year|fin year|fy|blwyddyn", {ColumnIs::year}},
    {"quarter|qtr|chwarter", {ColumnIs::quarter}},
    {"month|mis", {ColumnIs::month}},
    {"actual|result|value|outturn|performance|current|figure|this quarter|this month|this period|latest|current "
     "quarter|current performance|actual performance|score|reported|%|percentage|per cent|rate|canlyniad",
     {ColumnIs::value}},
    {"previous quarter|last quarter|previous month|last month|previous period", {ColumnIs::value, true, true}},
    {"numerator|num|rhifiadur", {ColumnIs::numerator}},
    {"denominator|denom|den|enwadur", {ColumnIs::denominator}},
    {"target|plan|planned|standard|quarter target|quarterly target|target for the quarter|target (quarter)|targed",
     {ColumnIs::target, false, true}},
    {"annual target|target for the year|year end target|year-end target|full year target|yearly target",
     {ColumnIs::annual_target}},
    {"rag|status|rag status|rag rating|rating|traffic light|statws|current status", {ColumnIs::rag}},
    {"comment|comments|commentary|narrative|service commentary|what we will do|explanation|actions|action|status and "
     "comment|officer comment|performance commentary|what the figure shows|next steps|context|remarks|remark|"
     "reason for variance|service comments|sylwadau",
     {ColumnIs::narrative, false, true}},
    {"note|notes|footnote", {ColumnIs::note, false, true}},
    {"unit|units|unit of measure|format", {ColumnIs::unit}},
    {"ytd|year to date|year end|year-end|full year|cumulative|total|year total|to date|annual total|total to "
     "date|average",
     {ColumnIs::check, false, true}},
    {"line|row|component|part|element", {ColumnIs::role}},
    {"good is|polarity|good to be|better if|dot|direction|direction of travel|short trend|long trend|trend|what is "
     "good",
     {ColumnIs::leave}},
    {"owner|lead|lead officer|responsible|responsible officer|updated "
     "by|manager|contact|completed by|submitted by|data owner|responsible person|person responsible|named officer",
     {ColumnIs::leave, false, true}},
    {"service|directorate|portfolio|team|department|theme|priority|outcome|objective|category", {ColumnIs::leave}},
    {"last updated|date updated|updated", {ColumnIs::leave, false, true}},
    {"period start|period end|data type|frequency|region", {ColumnIs::leave}},
    {"previous|last year|same quarter last year|previous year|previous result", {ColumnIs::leave, false, true}},
    {"country_code|country_name|la_name|new_la_code|old_la_code|region_code|region_name", {ColumnIs::leave}},
    {"change|variance|difference|movement", {ColumnIs::leave}},
    {"source|data source", {ColumnIs::leave}},
};

struct Said {
    std::string_view words, means;
};
constexpr Said periods[] = {{"chwarter", "quarter"},  {"hanner", "half"},     {"ionawr", "january"},
                            {"chwefror", "february"}, {"mawrth", "march"},    {"ebrill", "april"},
                            {"mai", "may"},           {"mehefin", "june"},    {"gorffennaf", "july"},
                            {"awst", "august"},       {"medi", "september"},  {"hydref", "october"},
                            {"tachwedd", "november"}, {"rhagfyr", "december"}};
constexpr Said lines[] = {{"numerator", "numerator"}, {"denominator", "denominator"},
                          {"number", "numerator"},    {"count", "numerator"},
                          {"out of", "denominator"},  {"% or rate", "check"},
                          {"rate or %", "check"},     {"target", "target"},
                          {"target %", "target"},     {"%", "check"},
                          {"percentage", "check"},    {"rate", "check"},
                          {"per cent", "check"},      {"actual", "value"},
                          {"value", "value"},         {"result", "value"},
                          {"total", "denominator"},   {"outturn", "value"},
                          {"performance", "value"},   {"plan", "target"}};
constexpr Said markers[] = {{"tbc", "not_due"},
                            {"tba", "not_due"},
                            {"nya", "not_due"},
                            {"awaited", "not_due"},
                            {"awaiting data", "not_due"},
                            {"not yet available", "not_due"},
                            {"not yet due", "not_due"},
                            {"pending", "not_due"},
                            {"to follow", "not_due"},
                            {"n/a", "not_applicable"},
                            {"na", "not_applicable"},
                            {"-", "not_available"},
                            {"~", "suppressed"},
                            {"*", "suppressed"},
                            {"c", "suppressed"},
                            {"k", "suppressed"},
                            {"x", "not_available"},
                            {"z", "not_applicable"},
                            {":", "not_available"},
                            {"[low]", "suppressed"},
                            {"low", "suppressed"},
                            {"no data", "not_available"},
                            {"see comment", "not_applicable"},
                            {"see note", "not_applicable"},
                            {"see below", "not_applicable"},
                            {"<5", "suppressed noted"},
                            {"< 5", "suppressed noted"},
                            {"fewer than 5", "suppressed noted"},
                            {"not available", "not_available"},
                            {"not collected", "not_available"},
                            {"not applicable", "not_applicable"},
                            {"not reported", "not_available"},
                            {"annual", "not_applicable"},
                            {"annual measure", "not_applicable"},
                            {"data not available", "not_available"},
                            {"data not yet available", "not_due"},
                            {"due later", "not_due"},
                            {"not due", "not_due"},
                            {"overdue", "overdue"},
                            {"late", "overdue"},
                            {"late return", "overdue"},
                            {"awaiting", "not_due"},
                            {"dim data eto", "not_due"},
                            {"i ddilyn", "not_due"},
                            {"amh", "not_applicable"},
                            {"amh.", "not_applicable"},
                            {"nil", "number 0"},
                            {"none", "number 0"}};
constexpr Said statuses[] = {{"g", "green"},
                             {"green", "green"},
                             {"a", "amber"},
                             {"amber", "amber"},
                             {"r", "red"},
                             {"red", "red"},
                             {"ok", "green"},
                             {"warning", "amber"},
                             {"alert", "red"},
                             {"on target", "green"},
                             {"on track", "green"},
                             {"met", "green"},
                             {"achieved", "green"},
                             {"off track", "red"},
                             {"not met", "red"},
                             {"missed", "red"},
                             {"at risk", "amber"},
                             {"slightly off target", "amber"},
                             {"just missed", "amber"},
                             {"yellow", "amber"},
                             {"gwyrdd", "green"},
                             {"melyn", "amber"},
                             {"oren", "amber"},
                             {"dim statws", "not_rated"},
                             {"dim data", "not_rated"},
                             {"no value", "not_rated"},
                             {"no status", "not_rated"},
                             {"no target", "not_rated"},
                             {"coch", "red"},
                             {"off target", "red"},
                             {"near target", "amber"},
                             {"grey", "not_rated"},
                             {"gray", "not_rated"},
                             {"no data", "not_rated"},
                             {"unknown", "not_rated"},
                             {"data only", "not_rated"},
                             {"n/a", "not_rated"},
                             {"-", "not_rated"}};

template <std::size_t Size> std::string find_said(const Said (&all)[Size], std::string_view words) {
    const auto* found = std::ranges::find(all, words, &Said::words);
    return found == std::end(all) ? std::string() : std::string(found->means);
}

} // namespace

std::optional<UsualHeading> usual_heading(std::string_view words) {
    const std::string plain(words.ends_with(':') ? words.substr(0, words.size() - 1) : words);
    for (const Known& each : known)
        for (const std::string& word : split(each.words, '|'))
            if (word == plain) return each.means;
    return std::nullopt;
}

std::string usual_line(std::string_view words) {
    if (const std::string said = find_said(lines, words); !said.empty()) return said;
    if (words.starts_with("target")) return "target";
    return "";
}

std::map<std::string, std::string> usual_period_words() {
    std::map<std::string, std::string> all;
    for (const Said& each : periods) all.emplace(each.words, each.means);
    return all;
}

std::string usual_marker(std::string_view words) { return find_said(markers, words); }

std::string usual_status(std::string_view words) {
    std::string bare = same_words(words);
    for (const std::string_view symbol : {"●", "■", "▲", "▼", "★", "○", "◆", "🟢", "🟡", "🔴"})
        bare = replace_all(bare, symbol, "");
    if (const std::string said = find_said(statuses, trim(bare)); !said.empty()) return said;
    std::string colour; // "Green Tick"
    for (const std::string& word : split(bare, ' '))
        for (const std::string_view each : {"green", "amber", "red"})
            if (word == each) colour = colour.empty() || colour == word ? word : "?";
    if (bare.starts_with("data only") || bare.starts_with("no data")) return "not_rated";
    return colour == "?" ? "" : colour;
}

} // namespace qd::inline exchange
