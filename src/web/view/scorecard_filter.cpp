#include "web/view/scorecard_filter.hpp"

#include "web/view/frame.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/own_status.hpp"
#include "domain/selection.hpp"
#include "domain/words.hpp"
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

bool has_owner(const Visit& visit, const Figure& figure, const std::string& owner) {
    const UnitCode& of = visit.snapshot.measure(figure.measure).owner;
    return of.empty() ? owner == "none"
                      : of.text() == owner || is_within(visit.snapshot.content(), of, UnitCode(owner));
}

// Every unit with measures, its own or of units below it, in the order of the units.
Counted counted_owners(const Visit& visit, const std::vector<Figure>& figures) {
    Counted owners;
    const auto add = [&](const std::string& owner) {
        const auto count = static_cast<std::size_t>(
            std::ranges::count_if(figures, [&](const Figure& figure) { return has_owner(visit, figure, owner); }));
        if (count > 0) owners.emplace_back(owner, count);
    };
    for (const Unit& unit : visit.snapshot.content().units) add(unit.code.text());
    add("none");
    return owners;
}

// The committees that do not look at all of it.
Counted counted_bodies(const Visit& visit, const std::vector<Figure>& figures) {
    Counted bodies;
    for (const Unit& unit : visit.snapshot.content().units) {
        if (unit.kind != UnitKind::committee) continue;
        const auto looked_at = measures_of_body(visit.snapshot.content(), unit.code);
        const auto count = static_cast<std::size_t>(std::ranges::count_if(figures, [&](const Figure& figure) {
            return std::ranges::find(looked_at, figure.measure) != looked_at.end();
        }));
        if (count > 0 && count < figures.size()) bodies.emplace_back(unit.code.text(), count);
    }
    return bodies;
}

// The six as they count, and also the names of the council's own.
Counted counted_statuses(const std::vector<Figure>& figures) {
    Counted statuses = counted(figures, [](const Figure& f) { return std::string{print(f.status.status)}; });
    for (auto& own : counted(figures, [](const Figure& f) { return f.status.name; }))
        if (!own.first.empty() && !parse_status(own.first)) statuses.push_back(std::move(own));
    return statuses;
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
    filter.body_ = visit.parameter("body");
    const Settings& settings = visit.snapshot.content().settings;
    if (!filter.status_.empty() && !status_word(settings, filter.status_)) {
        std::vector<std::string> known = all_words<Status>();
        for (const std::string& own : own_status_names(settings)) known.push_back(own);
        throw Error(Fault::request,
                    "“" + filter.status_ + "” is not a status. Choose one of " + join(known, ", ") + ".");
    }
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
    return !theme_.empty() || !status_.empty() || !outlook_.empty() || !owner_.empty() || !body_.empty();
}

bool ScorecardFilter::takes(const Visit& visit, const Figure& figure) const {
    return (theme_.empty() || theme_key(visit, figure) == theme_) &&
           (status_.empty() || parse_status(status_) == figure.status.status ||
            (!parse_status(status_) && as_word(figure.status.name) == as_word(status_))) &&
           (outlook_.empty() || outlook_group(figure.outlook) == outlook_) &&
           (owner_.empty() || has_owner(visit, figure, owner_));
}

Parameters ScorecardFilter::chosen() const {
    Parameters chosen;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty() && value != "none") chosen.emplace_back(name, value);
    };
    add("theme", theme_);
    add("unit", owner_);
    add("body", body_);
    add("status", status_);
    return chosen;
}

std::vector<const Figure*> ScorecardFilter::apply(const Visit& visit, const std::vector<Figure>& figures) const {
    std::vector<const Figure*> result;
    if (order_ == Order::exceptions) result = exceptions_first(figures);
    if (order_ == Order::furthest) result = furthest_first(figures);
    if (order_ == Order::scorecard)
        for (const Figure& figure : figures) result.push_back(&figure);
    const auto looked_at =
        body_.empty() ? std::vector<MeasureCode>{} : measures_of_body(visit.snapshot.content(), UnitCode(body_));
    std::erase_if(result, [&](const Figure* figure) {
        return !takes(visit, *figure) ||
               (!body_.empty() && std::ranges::find(looked_at, figure->measure) == looked_at.end());
    });
    return result;
}

Fields ScorecardFilter::fields(const Visit& visit, const std::vector<Figure>& figures) const {
    const Content& content = visit.snapshot.content();
    Fields fields;
    fields.list("themes",
                options(counted(figures, [&](const Figure& f) { return theme_key(visit, f); }), theme_,
                        [](const std::string& theme) { return theme == "none" ? std::string{"No theme"} : theme; }));
    fields.list("statuses", options(counted_statuses(figures), status_, [](const std::string& status) {
                    return capitalised(replace_all(status, "_", " "));
                }));
    fields.list("outlooks", options(counted(figures, [](const Figure& f) { return outlook_group(f.outlook); }),
                                    outlook_, [](const std::string& outlook) {
                                        return std::string{outlook == "meet"   ? "To meet, or met"
                                                           : outlook == "miss" ? "To miss, or missed"
                                                                               : "No forecast"};
                                    }));
    const auto bodies = counted_bodies(visit, figures);
    fields.flag("any_bodies", !bodies.empty() || !body_.empty());
    fields.list("bodies",
                options(bodies, body_, [&](const std::string& body) { return unit_name(content, UnitCode{body}); }));
    fields.list("owners", options(counted_owners(visit, figures), owner_, [&](const std::string& owner) {
                    return owner == "none" ? std::string{"Not given"} : unit_name(content, UnitCode{owner});
                }));
    std::vector<Fields> order_options;
    for (const OrderWord& word : orders)
        order_options.push_back(
            Fields{}.text("value", word.value).text("word", word.word).flag("chosen", word.order == order_));
    fields.list("orders", std::move(order_options));
    return fields.list("frame_kept", kept_frame(visit));
}

} // namespace qd::web
