#include "charts/comparison_bars.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline charts {
namespace {

std::size_t count_tone(const ComparisonInput& input, Tone tone) {
    return static_cast<std::size_t>(
        std::ranges::count_if(input.areas, [&](const ComparedArea& area) { return area.tone == tone; }));
}

} // namespace

std::vector<ComparedArea> in_order(const ComparisonInput& input) {
    std::vector<ComparedArea> areas = input.areas;
    const bool small_first = input.polarity == Polarity::lower;
    std::ranges::stable_sort(areas, [&](const ComparedArea& a, const ComparedArea& b) {
        if (a.value.has_value() != b.value.has_value()) return a.value.has_value();
        if (!a.value.has_value() || a.value == b.value) return a.name < b.name;
        return small_first ? a.value.value() < b.value.value() : a.value.value() > b.value.value();
    });
    return areas;
}

std::string comparison_headline(const ComparisonInput& input) {
    const auto compared = static_cast<std::size_t>(
        std::ranges::count_if(input.areas, [](const ComparedArea& area) { return area.tone.has_value(); }));
    if (compared == 0) return plural(input.areas.size(), "area", "areas") + " side by side";
    const std::size_t better = count_tone(input, Tone::better), worse = count_tone(input, Tone::worse),
                      apart = count_tone(input, Tone::apart), usual = count_tone(input, Tone::usual);
    if (better + worse + apart == 0)
        return compared == 1 ? "Not different from " + input.reference_name
                             : "None of " + std::to_string(compared) + " areas differs from " + input.reference_name +
                                   " by more than chance";
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, const std::string& words) {
        if (count > 0) parts.push_back(std::to_string(count) + " " + words);
    };
    add(better, "better");
    add(worse, "worse");
    add(apart, "different");
    add(usual, "not different");
    return "Of " + plural(compared, "area", "areas") + " compared with " + input.reference_name + ": " +
           in_words(parts);
}

std::string comparison_words(const ComparisonInput& input, const ComparedArea& area) {
    if (!area.tone) return "not compared";
    switch (*area.tone) {
    case Tone::better: return "better";
    case Tone::worse: return "worse";
    case Tone::apart:
        return input.reference && area.value.has_value() && area.value.value() < *input.reference ? "lower" : "higher";
    case Tone::usual: break;
    }
    return "not different";
}

std::vector<KeyEntry> comparison_key(const ComparisonInput& input) {
    std::vector<KeyEntry> key;
    const auto add = [&](Tone tone, const std::string& words) {
        if (count_tone(input, tone) > 0) key.push_back(tone_key(tone, words + " " + input.reference_name));
    };
    add(Tone::better, "Better than");
    add(Tone::worse, "Worse than");
    add(Tone::apart, "Different from");
    add(Tone::usual, "Not different from");
    return key;
}

} // namespace qd::inline charts
