#pragma once

#include "domain/content.hpp"

#include <map>

namespace qd {

// The reviews of each entry as known at a time, oldest first: those of risk_reviews.csv, with the bands and narratives that came as
// updates about the risk. If both give a band, that of the review is used.
std::map<RiskCode, std::vector<RiskReview>> known_reviews(const Content& content, Instant as_at);

// The update about a risk in that period that is in force; null = none.
const Update* risk_update(const Content& content, const RiskCode& risk, Period period, Instant as_at);

} // namespace qd
