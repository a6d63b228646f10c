#include "domain/partnership.hpp"

#include "domain/status_counts.hpp"

namespace qd {

std::vector<std::string> words_of(const StatusTally& tally, std::string_view blank) {
    std::vector<std::string> words;
    for (const Status status : every_status)
        if (const std::size_t count = count_of(tally, status); count > 0)
            words.push_back(std::to_string(count) + " " + (is_rated(status) ? label(status) : std::string(blank)));
    return words;
}

} // namespace qd
