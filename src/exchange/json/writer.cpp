#include "exchange/json/writer.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace qd::inline exchange {
namespace {

std::string quoted(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

JsonWriter& JsonWriter::text(std::string_view key, std::string_view value) { return raw(key, quoted(value)); }

JsonWriter& JsonWriter::text_or_null(std::string_view key, std::string_view value) {
    return value.empty() ? null(key) : text(key, value);
}

JsonWriter& JsonWriter::number(std::string_view key, const std::optional<Decimal>& value) {
    return value ? number(key, *value) : null(key);
}

JsonWriter& JsonWriter::estimate(std::string_view key, double value) { return raw(key, fmt::format("{:.10g}", value)); }

JsonWriter& JsonWriter::open(std::string_view key, char bracket) {
    begin(key);
    out_ += bracket;
    ++depth_;
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    --depth_;
    if (!first_) out_ += "\n" + std::string(static_cast<std::size_t>(depth_) * 2, ' ');
    out_ += bracket;
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view key, std::string_view value) {
    begin(key);
    out_ += value;
    return *this;
}

void JsonWriter::begin(std::string_view key) {
    if (!first_) out_ += ',';
    if (depth_ > 0) out_ += "\n" + std::string(static_cast<std::size_t>(depth_) * 2, ' ');
    if (!key.empty()) out_ += quoted(key) + ": ";
    first_ = false;
}

} // namespace qd::inline exchange
