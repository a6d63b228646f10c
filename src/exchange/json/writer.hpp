#pragma once

#include "base/decimal.hpp"
#include "domain/cell.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// Writes JSON as text, indented by two, with decimals digit for digit: a general JSON tree would pass them through binary
// floating point, which can represent 84.516 but not every figure of 19 digits.
class JsonWriter {
public:
    JsonWriter& open_object(std::string_view key = {}) { return open(key, '{'); }
    JsonWriter& open_array(std::string_view key = {}) { return open(key, '['); }
    JsonWriter& close_object() { return close('}'); }
    JsonWriter& close_array() { return close(']'); }
    JsonWriter& text(std::string_view key, std::string_view value);
    JsonWriter& text_or_null(std::string_view key, std::string_view value); // "" = null
    JsonWriter& number(std::string_view key, Decimal value) { return raw(key, print(value)); }
    JsonWriter& number(std::string_view key, const std::optional<Decimal>& value);
    JsonWriter& estimate(std::string_view key, double value); // what was computed in binary: ten digits of it
    JsonWriter& count(std::string_view key, std::size_t value) { return raw(key, std::to_string(value)); }
    JsonWriter& truth(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
    JsonWriter& null(std::string_view key) { return raw(key, "null"); }
    std::string finish() { return out_ + "\n"; }

private:
    JsonWriter& open(std::string_view key, char bracket);
    JsonWriter& close(char bracket);
    JsonWriter& raw(std::string_view key, std::string_view value);
    void begin(std::string_view key);

    std::string out_;
    int depth_ = 0;
    bool first_ = true;
};

} // namespace qd::inline exchange
