#pragma once

#include "domain/observation.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace qd::inline store {

// What the bodies of returns are written with, whatever their version.

[[noreturn]] void damaged_return(const char* what); // Error(outage)

class BodyWriter {
public:
    void number(std::uint64_t value); // as a varint
    // As the zigzag varint of the difference to the one before. Differences wrap around, as unsigned integers do: every int64
    // has one.
    void step(std::int64_t value, std::int64_t& before);
    void text(std::string_view text);
    void bytes(std::string_view bytes) { out_ += bytes; }
    void byte(char byte) { out_ += byte; }
    std::string& out() { return out_; }
    std::string finish() { return std::move(out_); }

private:
    std::string out_;
};

// Reads what BodyWriter wrote; Error(outage) for anything that it would not have written so.
class BodyReader {
public:
    explicit BodyReader(std::string_view bytes) : bytes_(bytes) {}
    std::uint64_t number();
    std::int64_t step(std::int64_t& before);
    std::string text();
    char byte();
    std::string_view bytes(std::size_t size);
    std::size_t count(std::size_t least_bytes); // of things that each take at least that many bytes
    bool empty() const { return bytes_.empty(); }

private:
    std::string_view bytes_;
};

// As a grain and two numbers, each as the step from the period before: start year and position, or first and last day.
// Error(request) for a period that no file can contain.
void write_period(BodyWriter& write, const Period& period, std::int64_t& a, std::int64_t& b);
Period read_period(BodyReader& read, std::int64_t& a, std::int64_t& b);

std::vector<AreaCode> read_area_codes(BodyReader& read);

// The rest of a body of the first version, row by row, after its version byte. Written until returns had targets.
Observations decode_first_version(BodyReader& read);

} // namespace qd::inline store
