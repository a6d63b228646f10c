#pragma once

#include "cli/call.hpp"
#include "views/snapshot.hpp"

#include <string>
#include <vector>

namespace qd::cli {

// --period, --area and --as-at, as several commands take them.
struct ViewOptions {
    std::string period, area, as_at;
    bool is_public = false;

    // `as_at_default` is what is taken where --as-at is left out, as the help says it.
    void add_to(CLI::App& app, const std::string& as_at_default = "now");
    void add_public(CLI::App& app);
    Reader reader() const { return is_public ? Reader::everyone : Reader::council; }
    Question question() const; // Error(request) names the option, its value and how it is written
};

// What check and report take.
inline constexpr const char* paper_day = "the day of the paper's meeting, once it is past, or now";

// What --public means.
inline constexpr const char* public_option =
    "As it may be published: small counts are suppressed by [suppression] in council.toml";

// --format; the first of `known` should be the current value of `format`.
void add_format(CLI::App& app, std::string& format, const std::vector<std::string>& known);

// Whether --out means standard output: left out, -, or a name of it such as /dev/stdout.
bool goes_to_stream(const std::string& out);

// --for, of commands that write csv: "" = by the output, excel or programs.
void add_reader(CLI::App& app, std::string& reader);
bool wants_csv(const std::string& format, const std::string& reader); // Error(request) for --for with another format
// As people open it, on a terminal or where they ask for it; else as programs read it.
std::string csv_for(const Call& call, const std::string& reader, const std::string& csv);

// The address of a store without a password, as it may be printed.
std::string shown(const std::string& store);

} // namespace qd::cli
