#include "domain/status_counts.hpp"

namespace qd {
namespace {

template <class Counted> std::size_t Counted::*rated_place(Status status) {
    switch (status) {
    case Status::green: return &Counted::green;
    case Status::amber: return &Counted::amber;
    case Status::red: return &Counted::red;
    case Status::complete: return &Counted::complete;
    case Status::not_started: return &Counted::not_started;
    case Status::not_rated: break;
    }
    return nullptr;
}

std::size_t StatusTally::*place_of(const StatusTally&, Status status) {
    return is_rated(status) ? rated_place<StatusTally>(status) : &StatusTally::blank;
}
std::size_t Counts::*place_of(const Counts&, Status status) {
    return is_rated(status) ? rated_place<Counts>(status) : &Counts::not_rated;
}

} // namespace

std::size_t& count_of(StatusTally& tally, Status status) { return tally.*place_of(tally, status); }
std::size_t& count_of(Counts& counts, Status status) { return counts.*place_of(counts, status); }
std::size_t count_of(const StatusTally& tally, Status status) { return tally.*place_of(tally, status); }
std::size_t count_of(const Counts& counts, Status status) { return counts.*place_of(counts, status); }

void add(StatusTally& total, const StatusTally& part) {
    for (const Status status : every_status) count_of(total, status) += count_of(part, status);
}

} // namespace qd
