#pragma once

#include "domain/figure.hpp"
#include "domain/partnership.hpp"

#include <array>

// Counts of statuses, one status at a time: whoever lists them goes through one of these orders.
namespace qd {

inline constexpr std::array every_status{Status::green,    Status::amber,       Status::red,
                                         Status::complete, Status::not_started, Status::not_rated};
inline constexpr std::array worst_first{Status::red,      Status::amber,       Status::green,
                                        Status::complete, Status::not_started, Status::not_rated};

// In a tally, what is not rated was left blank.
std::size_t& count_of(StatusTally& tally, Status status);
std::size_t& count_of(Counts& counts, Status status);
std::size_t count_of(const StatusTally& tally, Status status);
std::size_t count_of(const Counts& counts, Status status);

void add(StatusTally& total, const StatusTally& part);

} // namespace qd
