#include "domain/share.hpp"

namespace qd {

std::string show_share(std::size_t part, std::size_t whole) {
    if (whole == 0) return {};
    const std::size_t percent = (200 * part + whole) / (2 * whole);
    if (percent == 0 && part > 0) return "less than 1%";
    if (percent == 100 && part < whole) return "more than 99%";
    return std::to_string(percent) + "%";
}

} // namespace qd
