#include "domain/form_report.hpp"

#include <algorithm>
#include <map>

namespace qd {
namespace {

std::optional<Decimal> percent_of(std::optional<Decimal> part, std::optional<Decimal> whole) {
    if (!part || !whole || whole->is_zero()) return std::nullopt;
    return Decimal::ratio_if(*part, *whole, 100);
}

std::optional<Decimal> difference(std::optional<Decimal> now, std::optional<Decimal> then) {
    if (!now || !then) return std::nullopt;
    return *now - *then;
}

void count_sites(FormResult& result, const std::vector<const SiteRating*>& ratings) {
    int asked = 0, received = 0, green = 0, amber = 0, red = 0;
    for (const SiteRating* rating : ratings) {
        ++asked;
        if (!rating->rating) continue;
        ++received;
        if (*rating->rating == Status::green) ++green;
        if (*rating->rating == Status::amber) ++amber;
        if (*rating->rating != Status::red) continue;
        ++red;
        result.red_sites.push_back(*rating);
    }
    result.asked = Decimal(asked);
    result.received = Decimal(received);
    result.counts = {Decimal(green), Decimal(amber), Decimal(red)};
}

void take_published(FormResult& result, const Form& form, const FormReturn& row) {
    result.published = row;
    result.asked = row.asked ? row.asked : form.asked;
    result.received = row.received;
    result.counts = {row.green, row.amber, row.red};
    result.percent = {row.green_percent, row.amber_percent, row.red_percent};
}

void complete(FormResult& result) {
    result.response = percent_of(result.received, result.asked);
    const Distribution& counts = result.counts;
    if (!counts.green || !counts.amber || !counts.red) return;
    const Decimal all = *counts.green + *counts.amber + *counts.red;
    result.percent = {percent_of(counts.green, all), percent_of(counts.amber, all), percent_of(counts.red, all)};
}

} // namespace

FormReport form_report(const Form& form, const std::vector<FormReturn>& returns, const std::vector<SiteRating>& ratings,
                       const Calendar& calendar, Instant as_at) {
    std::map<std::pair<Date, Period>, FormResult> results;
    const auto at = [&](Period period) -> FormResult& {
        FormResult& result = results[{calendar.last_day(period), period}];
        result.period = period;
        return result;
    };
    for (const FormReturn* row : in_force(returns, as_at))
        if (row->form == form.code && row->area.empty()) take_published(at(row->period), form, *row);
    std::map<Period, std::vector<const SiteRating*>> by_period;
    for (const SiteRating* rating : in_force(ratings, as_at))
        if (rating->form == form.code) by_period[rating->period].push_back(rating);
    for (const auto& [period, sites] : by_period) count_sites(at(period), sites);
    FormReport report{form, {}};
    for (auto& [key, result] : results) {
        complete(result);
        if (!report.results.empty()) {
            const Distribution& before = report.results.back().percent;
            result.change = {difference(result.percent.green, before.green),
                             difference(result.percent.amber, before.amber),
                             difference(result.percent.red, before.red)};
        }
        report.results.push_back(std::move(result));
    }
    return report;
}

} // namespace qd
