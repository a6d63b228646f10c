#include "web/view/scorecard_filter.hpp"

#include "web/view/frame.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "web/view/figure_row.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace qd::web {
namespace {

struct OrderWord {
    ScorecardFilter::Order order;
    std::string_view value, word;
};
constexpr std::array<OrderWord, 3> orders{{
    {ScorecardFilter::Order::exceptions, "", "Exceptions first"},
    {ScorecardFilter::Order::furthest, "furthest", "Furthest from target"},
    {ScorecardFilter::Order::scorecard, "scorecard", "As on the scorecard"},
}};

// "meet" and "miss" take the final results too.
std::string outlook_group(Outlook outlook) {
    switch (outlook) {
    case Outlook::to_meet:
    case Outlook::met: return "meet";
    case Outlook::to_miss:
    case Outlook::missed: return "miss";
    case Outlook::unknown: break;
    }
    return "unknown";
}

using Counted = std::vector<std::pair<std::string, std::size_t>>; // choice, how many; in order of first appearance

template <class Key> Counted counted(const std::vector<Figure>& figures, Key key) {
    Counted result;
    for (const Figure& figure : figures) {
        const std::string value = key(figure);
        const auto found = std::ranges::find(result, value, [](const auto& pair) { return pair.first; });
        if (found == result.end())
            result.emplace_back(value, 1);
        else
            ++found->second;
    }
    return result;
}

template <class Word> std::vector<Fields> options(const Counted& choices, std::string_view chosen, Word word) {
    std::vector<Fields> result;
    for (const auto& [value, count] : choices)
        result.push_back(Fields{}
                             .text("value", value)
                             .text("word", word(value) + " (" + std::to_string(count) + ")")
                             .flag("chosen", value == chosen));
    return result;
}

std::string owner_key(const Visit& visit, const Figure& figure) {
    const UnitCode& owner = visit.snapshot.measure(figure.measure).owner;
    return owner.empty() ? "none" : owner.text();
}

std::string theme_key(const Visit& visit, const Figure& figure) {
    const std::string& theme = visit.snapshot.measure(figure.measure).theme;
    return theme.empty() ? "none" : theme;
}

} // namespace

ScorecardFilter ScorecardFilter::of(const Visit& visit) {
    ScorecardFilter filter;
    filter.theme_ = visit.parameter("theme");
    filter.status_ = visit.parameter("status");
    filter.outlook_ = visit.parameter("outlook");
    filter.owner_ = visit.parameter("owner");
    if (!filter.status_.empty() && !parse_status(filter.status_))
        throw Error(Fault::request,
                    "“" + filter.status_ +
                        "” is not a status. Choose green, amber, red, complete, not_started or not_rated.");
    if (!filter.outlook_.empty() && filter.outlook_ != "meet" && filter.outlook_ != "miss" &&
        filter.outlook_ != "unknown")
        throw Error(Fault::request, "“" + filter.outlook_ + "” is not an outlook. Choose meet, miss or unknown.");
    const std::string_view order = visit.parameter("order");
    const auto found = std::ranges::find(orders, order, &OrderWord::value);
    if (found == orders.end())
        throw Error(Fault::request,
                    "“" + std::string{order} +
                        "” is not an order. Choose furthest or scorecard, or leave it out for exceptions first.");
    filter.order_ = found->order;
    return filter;
}

bool ScorecardFilter::is_active() const {
    return !theme_.empty() || !status_.empty() || !outlook_.empty() || !owner_.empty();
}

bool ScorecardFilter::takes(const Visit& visit, const Figure& figure) const {
    return (theme_.empty() || theme_key(visit, figure) == theme_) &&
           (status_.empty() || parse_status(status_) == figure.status.status) &&
           (outlook_.empty() || outlook_group(figure.outlook) == outlook_) &&
           (owner_.empty() || owner_key(visit, figure) == owner_);
}

std::vector<const Figure*> ScorecardFilter::apply(const Visit& visit, const std::vector<Figure>& figures) const {
    std::vector<const Figure*> result;
    if (order_ == Order::exceptions) result = exceptions_first(figures);
    if (order_ == Order::furthest) result = furthest_first(figures);
    if (order_ == Order::scorecard)
        for (const Figure& figure : figures) result.push_back(&figure);
    std::erase_if(result, [&](const Figure* figure) { return !takes(visit, *figure); });
    return result;
}

Fields ScorecardFilter::fields(const Visit& visit, const std::vector<Figure>& figures) const {
    const Content& content = visit.snapshot.content();
    Fields fields;
    fields.list("themes",
                options(counted(figures, [&](const Figure& f) { return theme_key(visit, f); }), theme_,
                        [](const std::string& theme) { return theme == "none" ? std::string{"No theme"} : theme; }));
    fields.list("statuses",
                options(counted(figures, [](const Figure& f) { return std::string{print(f.status.status)}; }), status_,
                        [](const std::string& status) { return capitalised(replace_all(status, "_", " ")); }));
    fields.list("outlooks", options(counted(figures, [](const Figure& f) { return outlook_group(f.outlook); }),
                                    outlook_, [](const std::string& outlook) {
                                        return std::string{outlook == "meet"   ? "To meet, or met"
                                                           : outlook == "miss" ? "To miss, or missed"
                                                                               : "No forecast"};
                                    }));
    fields.list("owners", options(counted(figures, [&](const Figure& f) { return owner_key(visit, f); }), owner_,
                                  [&](const std::string& owner) {
                                      return owner == "none" ? std::string{"Not given"}
                                                             : unit_name(content, UnitCode{owner});
                                  }));
    std::vector<Fields> order_options;
    for (const OrderWord& word : orders)
        order_options.push_back(
            Fields{}.text("value", word.value).text("word", word.word).flag("chosen", word.order == order_));
    fields.list("orders", std::move(order_options));
    return fields.list("frame_kept", kept_frame(visit));
}

} // namespace qd::web
