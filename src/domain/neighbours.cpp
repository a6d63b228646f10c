#include "domain/neighbours.hpp"

namespace qd {

std::vector<RowProblem> Shape<AreaNeighbour>::problems(const AreaNeighbour& row) {
    std::vector<RowProblem> found;
    if (row.neighbour == row.area)
        found.push_back({"neighbour", "is the area itself.", "Leave the row out: an area is not its own neighbour."});
    if (row.position < 1)
        found.push_back(
            {"position", "is not a place in a list.", "Write 1 for the nearest, 2 for the next, and so on."});
    if (row.distance && *row.distance < Decimal())
        found.push_back({"distance", "is below 0.", "Write a number from 0, or leave the cell empty."});
    return found;
}

} // namespace qd
