#include "domain/reading.hpp"

namespace qd {

Good good_of(Polarity polarity) {
    if (polarity == Polarity::higher) return Good::higher;
    return polarity == Polarity::lower ? Good::lower : Good::neither;
}

std::string_view print(PeerKind kind) {
    switch (kind) {
    case PeerKind::siblings: return "siblings";
    case PeerKind::listed_neighbours: return "listed_neighbours";
    case PeerKind::computed_neighbours: return "computed_neighbours";
    }
    return "";
}

} // namespace qd
