#pragma once

#include "service/snapshot.hpp"

#include <string>

#include <CLI/CLI.hpp>

namespace qd::cli {

// --period, --area and --as-at, as several commands take them.
struct ViewOptions {
    std::string period, area, as_at;

    void add_to(CLI::App& app);
    Question question() const; // Error(request) names the option, its value and how it is written
};

} // namespace qd::cli
