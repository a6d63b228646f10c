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

std::string counted_status(const std::optional<StatusWord>& typed) {
    return typed ? std::string(print(typed->status)) : std::string();
}

std::string own_status_name(const std::optional<StatusWord>& typed) { return typed ? typed->name : std::string(); }

std::optional<StatusWord> typed_status(const std::string& counted, std::string own_name, std::string_view column) {
    if (counted.empty() && own_name.empty()) return {};
    return StatusWord(known(parse_status(counted), column, counted), std::move(own_name));
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
