#include "engine/published.hpp"

#include "engine/derive.hpp"
#include "engine/public_rules.hpp"
#include "engine/readable.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace qd::inline engine {
namespace {

// The nouns without a Shape, but for the returns.
constexpr auto older_nouns = std::tuple(
    &Content::areas, &Content::units, &Content::measures, &Content::targets, &Content::forecasts, &Content::plans,
    &Content::priorities, &Content::updates, &Content::recovery_plans, &Content::actions, &Content::projects,
    &Content::statements, &Content::papers, &Content::report_definitions, &Content::reference_documents);
constexpr std::size_t settings_and_returns = 2;
template <class Whole, class... Parts> consteval std::size_t members_of_parts() {
    static_assert(members_of<Whole>() == sizeof...(Parts), "a part that is not counted");
    return (members_of<Parts>() + ...);
}
constexpr std::size_t of_measured =
    members_of_parts<MeasuredContent, OrganisationContent, FiguresContent, PlansContent>();
constexpr std::size_t of_all =
    members_of_parts<Content, MeasuredContent, ProgrammesContent, RisksContent, CommitteeContent, PapersContent>() -
    members_of<MeasuredContent>() + of_measured;
static_assert(of_all == settings_and_returns + std::tuple_size_v<decltype(older_nouns)> +
                            std::tuple_size_v<decltype(registers)>,
              "a noun that is published neither as a register nor as one of the older nouns");

template <class T> std::vector<T> published_rows(const std::vector<T>& rows, const PublicRules& rules) {
    std::vector<T> published;
    if constexpr (WhoReads<T>::rows != Readable::council) {
        for (const T& row : rows) {
            if constexpr (WhoReads<T>::rows == Readable::by_rule)
                if (!rules.may_read(row)) continue;
            published.push_back(open_members(row));
            if constexpr (WhoReads<T>::has_by_rule) rules.fill(published.back(), row);
        }
    }
    return published;
}

std::vector<Return> returns_of(const PublishedFigures& figures) {
    std::vector<const Return*> in_order;
    for (const auto& group : figures)
        for (const Return& each : group->returns) in_order.push_back(&each);
    std::ranges::stable_sort(in_order, {}, &Return::measure);
    std::vector<Return> returns;
    returns.reserve(in_order.size());
    for (const Return* each : in_order) returns.push_back(*each);
    return returns;
}

} // namespace

Content published_content(Content given, const std::string& report) {
    const Content content = with_derived(std::move(given));
    return published_content(content, published_figures(content), report);
}

Content published_content(const Content& content, const PublishedFigures& figures, const std::string& report) {
    std::set<MeasureCode> withheld;
    for (const auto& group : figures) withheld.insert(group->withheld.begin(), group->withheld.end());
    const PublicRules rules(content, std::move(withheld), report);
    Content published;
    published.returns = returns_of(figures);
    published.settings = open_members(content.settings);
    const auto publish = [&](auto member) { published.*member = published_rows(content.*member, rules); };
    each_register(publish);
    std::apply([&](auto... members) { (publish(members), ...); }, older_nouns);
    std::ranges::move(rules.counted_sites(), std::back_inserter(published.form_returns));
    return published;
}

} // namespace qd::inline engine
