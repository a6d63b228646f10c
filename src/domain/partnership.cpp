#include "domain/partnership.hpp"

namespace qd {

std::vector<std::string> words_of(const StatusTally& tally, std::string_view blank) {
    std::vector<std::string> words;
    const auto add = [&](std::size_t count, std::string_view word) {
        if (count > 0) words.push_back(std::to_string(count) + " " + std::string(word));
    };
    add(tally.green, "green");
    add(tally.amber, "amber");
    add(tally.red, "red");
    add(tally.complete, "complete");
    add(tally.not_started, "not started");
    add(tally.blank, blank);
    return words;
}

} // namespace qd
