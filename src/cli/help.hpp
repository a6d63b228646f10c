#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace qd::cli {

// `quarterday --help` and `quarterday COMMAND --help`, wrapped to the terminal.
class Help : public CLI::Formatter {
public:
    explicit Help(std::size_t width) : width_(width) {}
    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;

private:
    std::string entries(const CLI::App& app, const std::string& heading, bool (*wanted)(const CLI::Option&)) const;
    std::string commands(const CLI::App& app) const;
    std::size_t width_;
};

// What was wrong with the words of a call, and what to write instead.
std::string explain(const CLI::App& app, const CLI::ParseError& error);

// For options that take only certain words: refuses others, naming the nearest.
CLI::Validator one_of(const std::vector<std::string>& words);

} // namespace qd::cli
