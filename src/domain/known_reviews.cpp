#include "domain/known_reviews.hpp"

#include <algorithm>

namespace qd {
namespace {

using Updates = std::map<std::pair<std::string, Period>, const Update*>;

Updates updates_in_force(const Content& content, Instant as_at) {
    Updates found;
    for (const Update& update : content.updates) {
        if (update.subject.kind != SubjectKind::risk || (update.known_at && *update.known_at > as_at)) continue;
        const Update*& place = found[{update.subject.code, update.period}];
        if (!place || place->known_at <= update.known_at) place = &update;
    }
    return found;
}

// A colour that says nothing about severity (not rated) is not a band.
BandName band_of(const Update& update) {
    if (!update.status || *update.status == Status::not_rated) return {};
    return {std::string(print(*update.status))};
}

void take_up(const Update& update, RiskReview& review) {
    if (review.band.empty()) review.band = band_of(update);
    if (review.note.empty()) review.note = update.narrative;
}

} // namespace

std::map<RiskCode, std::vector<RiskReview>> known_reviews(const Content& content, Instant as_at) {
    std::map<RiskCode, std::vector<RiskReview>> found;
    Updates updates = updates_in_force(content, as_at);
    for (const RiskReview* review : in_force(content.risk_reviews, as_at)) {
        RiskReview& made = found[review->risk].emplace_back(*review);
        const auto update = updates.find({review->risk.text(), review->period});
        if (update == updates.end()) continue;
        take_up(*update->second, made);
        updates.erase(update);
    }
    for (const auto& [key, update] : updates) {
        if (band_of(*update).empty() && update->narrative.empty()) continue; // left blank
        RiskReview made;
        made.risk = RiskCode(key.first);
        made.period = key.second;
        made.known_at = update->known_at;
        take_up(*update, made);
        found[made.risk].push_back(std::move(made));
    }
    const Calendar& calendar = content.settings.calendar;
    for (auto& [risk, reviews] : found)
        std::ranges::stable_sort(reviews, {},
                                 [&](const RiskReview& review) { return calendar.last_day(review.period); });
    return found;
}

const Update* risk_update(const Content& content, const RiskCode& risk, Period period, Instant as_at) {
    const Updates updates = updates_in_force(content, as_at);
    const auto found = updates.find({risk.text(), period});
    return found == updates.end() ? nullptr : found->second;
}

} // namespace qd
