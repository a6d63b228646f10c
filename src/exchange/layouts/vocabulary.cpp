#include "exchange/layouts/vocabulary.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

struct Known {
    std::string_view words; // separated by "|"
    UsualHeading means;
};

const std::array<Known, 26> known{{
    {"ref|ref.|reference|code|pi code|pi / code|kpi ref|kpi code|id|pi ref|indicator code|measure code|indicator "
     "ref|pi|kpi no.|no.|"
     "indicator id|measure ref|kpi id|pi no.|measure id",
     {ColumnIs::measure}},
    {"indicator|measure|kpi|description|title|name|performance measure|performance indicator|pi title|measure "
     "title|indicator title|pi / description|kpi title|indicator name|measure name|pi name|key performance "
     "indicator|what we measure",
     {ColumnIs::measure_title}},
    {"area|ward|district|la code|la name|local authority|area code|area name|locality|borough|authority|lad code|ward "
     "name|ward code|"
     "neighbourhood",
     {ColumnIs::area}},
    {"period|collection period|time period|time_period|reporting period", {ColumnIs::period}},
    {"year|financial year|reporting year", {ColumnIs::year}},
    {"quarter|qtr", {ColumnIs::quarter}},
    {"month", {ColumnIs::month}},
    {"actual|result|value|outturn|performance|current|figure|this quarter|this month|this period|latest|current "
     "quarter|current performance|actual performance|score|reported",
     {ColumnIs::value}},
    {"previous quarter|last quarter|previous month|last month|previous period", {ColumnIs::value, true, true}},
    {"numerator|num", {ColumnIs::numerator}},
    {"denominator|denom|den", {ColumnIs::denominator}},
    {"target|plan|planned|standard|quarter target|quarterly target", {ColumnIs::target, false, true}},
    {"annual target|target for the year|year end target|year-end target|full year target|yearly target",
     {ColumnIs::annual_target}},
    {"rag|status|rag status|rag rating|rating|traffic light", {ColumnIs::rag}},
    {"comment|comments|commentary|narrative|service commentary|what we will do|explanation|actions|action|status and "
     "comment|officer comment|performance commentary|what the figure shows|next steps|context",
     {ColumnIs::narrative, false, true}},
    {"note|notes|footnote", {ColumnIs::note, false, true}},
    {"unit|units|unit of measure|format", {ColumnIs::unit}},
    {"ytd|year to date|year end|year-end|full year|cumulative|total|year total|to date",
     {ColumnIs::check, false, true}},
    {"line|row|component|part|element", {ColumnIs::role}},
    {"good is|polarity|good to be|better if|dot|direction|direction of travel|short trend|long trend|trend|what is "
     "good",
     {ColumnIs::leave}},
    {"owner|lead|lead officer|responsible|responsible officer|updated "
     "by|service|directorate|portfolio|team|manager|department",
     {ColumnIs::leave}},
    {"last updated|date updated|period start|period end|updated|data type|frequency|region", {ColumnIs::leave}},
    {"previous|last year|same quarter last year|previous year|previous result", {ColumnIs::leave, false, true}},
    {"country_code|country_name|la_name|new_la_code|old_la_code|region_code|region_name", {ColumnIs::leave}},
    {"change|variance|difference|movement", {ColumnIs::leave}},
    {"source|data source", {ColumnIs::leave}},
}};

struct Said {
    std::string_view words, means;
};
constexpr Said lines[] = {{"numerator", "numerator"},
                          {"denominator", "denominator"},
                          {"target", "target"},
                          {"target %", "target"},
                          {"%", "check"},
                          {"percentage", "check"},
                          {"rate", "check"},
                          {"per cent", "check"},
                          {"actual", "value"},
                          {"value", "value"},
                          {"result", "value"},
                          {"total", "denominator"},
                          {"outturn", "value"},
                          {"performance", "value"},
                          {"plan", "target"}};
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

std::string usual_marker(std::string_view words) { return find_said(markers, words); }

std::string usual_status(std::string_view words) {
    std::string bare(words);
    for (const std::string_view symbol : {"●", "■", "▲", "▼", "★", "○", "◆", "🟢", "🟡", "🔴"})
        bare = replace_all(bare, symbol, "");
    return find_said(statuses, trim(bare));
}

} // namespace qd::inline exchange
