#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace qd::inline statistics {

// An area that resembles another, with how different it is: 0 the same in everything, 1 the most different of all.
struct Neighbour {
    std::size_t area = 0; // its place in the columns
    double distance = 0;
};

// The areas that resemble one most, nearest first, by Euclidean distance over variables that were each brought to mean 0 and
// standard deviation 1 (the way of CIPFA's nearest neighbours), as a share of the farthest. `variables` are columns of the
// same areas. A variable that is the same everywhere says nothing; an area that lacks a variable has no distance and is left
// out. Equally near areas are in the order of the columns. Empty if the area itself lacks one.
std::vector<Neighbour> nearest_neighbours(std::span<const std::vector<std::optional<double>>> variables,
                                          std::size_t area, std::size_t most);

} // namespace qd::inline statistics
