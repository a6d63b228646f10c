#include "domain/reading.hpp"

namespace qd {

Good good_of(Polarity polarity) {
    if (polarity == Polarity::higher) return Good::higher;
    return polarity == Polarity::lower ? Good::lower : Good::neither;
}

} // namespace qd
