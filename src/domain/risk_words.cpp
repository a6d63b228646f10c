#include "domain/risk_words.hpp"

#include "base/text.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace qd {
namespace {

constexpr Word<RiskMovement> movements[] = {
    {RiskMovement::fresh, "new"},     {RiskMovement::up, "up"},           {RiskMovement::same, "same"},
    {RiskMovement::down, "down"},     {RiskMovement::unknown, "unknown"}, {RiskMovement::closed, "closed"},
    {RiskMovement::merged, "merged"}, {RiskMovement::missing, "missing"}, {RiskMovement::not_reviewed, "not_reviewed"},
};

template <class Key> void count(std::vector<std::pair<Key, std::size_t>>& counts, const Key& key) {
    const auto found = std::ranges::find(counts, key, &std::pair<Key, std::size_t>::first);
    if (found == counts.end())
        counts.emplace_back(key, 1);
    else
        ++found->second;
}

} // namespace

std::string_view print(RiskMovement movement) { return word_of(movements, movement); }

std::string label(RiskMovement movement) {
    switch (movement) {
    case RiskMovement::same: return "same as before";
    case RiskMovement::unknown: return "not known";
    case RiskMovement::closed: return "deleted";
    case RiskMovement::missing: return "left out without a reason";
    case RiskMovement::not_reviewed: return "not reviewed in this period";
    default: return std::string(print(movement));
    }
}

std::string accepted(const RiskAppetite& appetite) {
    return appetite.most ? std::to_string(*appetite.most) : appetite.band;
}

std::string show(const RiskAppetite& appetite) {
    std::string words = accepted(appetite);
    if (appetite.exceeded) words += *appetite.exceeded ? ", not kept" : ", kept";
    return words;
}

std::string change_words(const RiskLine& line, const Calendar& calendar) {
    std::string words = label(line.movement);
    if (line.movement == RiskMovement::up || line.movement == RiskMovement::down) {
        const bool by_score = line.residual.score && line.residual_before.score;
        words += " from " + (by_score ? std::to_string(*line.residual_before.score) : line.residual_before.band);
        const auto just_before = calendar.previous(line.review->period);
        if (just_before && line.before->period != *just_before) words += " in " + calendar.label(line.before->period);
    }
    if (!line.moved_from.empty()) words += "; moved here from " + line.moved_from;
    return words;
}

RiskCounts counts_of(const RiskRegister& all, RiskKind kind) {
    RiskCounts counts;
    for (const RiskBand& band : all.matrix.bands) counts.bands.emplace_back(band.label, 0);
    const Status gravest = kind == RiskKind::risk ? Status::red : Status::green;
    const Status least = kind == RiskKind::risk ? Status::green : Status::red;
    for (const Status colour : {gravest, Status::amber, least})
        if (!band_named(all.matrix, print(colour))) counts.bands.emplace_back(print(colour), 0);
    std::size_t without = 0;
    for (const RiskLine& line : all.lines) {
        if (line.risk.kind != kind) continue;
        if (line.residual.band.empty())
            ++without;
        else
            count(counts.bands, line.residual.band);
        count(counts.movements, line.movement);
    }
    std::erase_if(counts.bands, [](const auto& band) { return band.second == 0; });
    if (without > 0) counts.bands.emplace_back("", without);
    std::ranges::sort(counts.movements);
    return counts;
}

std::string counts_words(const RiskRegister& all, RiskKind kind) {
    const RiskCounts counts = counts_of(all, kind);
    std::size_t entries = 0;
    std::vector<std::string> bands, movements;
    for (const auto& [band, number] : counts.bands) {
        entries += number;
        bands.push_back(std::to_string(number) + " " + (band.empty() ? "in no known band" : lower(band)));
    }
    for (const auto& [movement, number] : counts.movements)
        movements.push_back(std::to_string(number) + " " + label(movement));
    if (entries == 0) return {};
    const bool risks = kind == RiskKind::risk;
    return plural(entries, risks ? "risk" : "opportunity", risks ? "risks" : "opportunities") + ": " +
           join(bands, ", ") + ". Change: " + join(movements, ", ") + ".";
}

} // namespace qd
