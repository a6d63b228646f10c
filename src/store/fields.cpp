#include "store/fields.hpp"

namespace qd::inline store {

void damaged(std::string_view column, std::string_view value) {
    throw Error(Fault::outage,
                "The store is damaged: " + std::string(column) + " contains “" + std::string(value) +
                    "”, which this program never writes. Run quarterday verify, and restore the last sound backup.");
}

void damaged_column(std::string_view what) {
    throw Error(Fault::outage, "The store is damaged: " + std::string(what) +
                                   " Run quarterday verify, and restore the last sound backup.");
}

std::optional<Decimal> FieldReader::decimal() {
    const auto millionths = integer_if();
    return millionths ? std::optional(Decimal::from_millionths(*millionths)) : std::nullopt;
}

std::optional<Date> FieldReader::date() {
    const std::string written = text();
    if (written.empty()) return std::nullopt;
    return known(Date::parse(written), "a date", written);
}

Period FieldReader::period() {
    const std::string written = text();
    return known(Period::parse(written), "a period", written);
}

} // namespace qd::inline store
