#include "cli/help.hpp"

#include "base/text.hpp"
#include "cli/table.hpp"
#include "domain/period.hpp"

#include <algorithm>

namespace qd::cli {
namespace {

constexpr std::size_t margin = 2, widest = 110;

struct Entry {
    std::string term, meaning;
};

std::string print(const std::vector<Entry>& entries, std::size_t width) {
    std::size_t terms = 0;
    for (const Entry& entry : entries) terms = std::max(terms, display_width(entry.term));
    const std::string indent(margin + terms + 2, ' ');
    std::string out;
    for (const Entry& entry : entries) {
        const std::string term =
            std::string(margin, ' ') + entry.term + std::string(terms - display_width(entry.term) + 2, ' ');
        out += wrap(term + entry.meaning, width, indent) + "\n";
    }
    return out;
}

// "-h, --help", "--period PERIOD"
std::string term_of(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames()) names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
    const std::string value = option.get_items_expected_max() > 0 ? " " + option.get_option_text() : std::string();
    return option.get_positional() ? option.get_name() : join(names, ", ") + value;
}

std::string meaning_of(const CLI::Option& option) {
    std::string meaning = option.get_description();
    if (!option.get_envname().empty()) meaning += ", or " + option.get_envname() + " in the environment";
    if (!option.get_default_str().empty()) meaning += "; " + option.get_default_str() + " if left out";
    return meaning;
}

std::string usage(const CLI::App& app) {
    if (!app.get_parent()) return "quarterday [OPTION…] COMMAND [OPTION…]";
    std::string line = "quarterday " + app.get_name();
    for (const CLI::Option* option : app.get_options())
        if (option->get_positional()) line += " " + option->get_name() + (option->get_expected_max() > 1 ? "…" : "");
    return line + " [OPTION…]";
}

bool is_argument(const CLI::Option& option) { return option.get_positional(); }
bool is_option(const CLI::Option& option) { return !option.get_positional(); }
bool is_store(const CLI::Option& option) { return option.get_name() == "--store"; }

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* level = &app; level; level = level->get_parent())
        for (const CLI::Option* option : level->get_options())
            for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

std::string meant(const std::string& word, const std::vector<std::string>& known) {
    const std::string words = did_you_mean(word, known);
    return words.empty() ? words : " " + words;
}

// A word that nothing took: a command or an option that is not there, or a word too many.
std::string explain_extra(const CLI::App& app, const CLI::App* command, const std::string& word) {
    const std::string name = word.substr(0, word.find('='));
    if (word.starts_with('-'))
        return (command ? command->get_name() + " has no option " : "There is no option ") + name + "." +
               meant(name, option_names(command ? *command : app));
    if (command) {
        const bool is_period = Period::parse(word) && command->get_option_no_throw("--period");
        return command->get_name() + " does not take “" + word + "”." +
               (is_period ? " Write --period " + word + "." : "");
    }
    return "There is no command “" + word + "”." + meant(word, command_names(app)) + " The commands are " +
           join(command_names(app), ", ") + ".";
}

} // namespace

std::string Help::entries(const CLI::App& app, const std::string& heading, bool (*wanted)(const CLI::Option&)) const {
    std::vector<Entry> out;
    for (const CLI::Option* option : app.get_options([&](const CLI::Option* each) { return wanted(*each); }))
        out.push_back({term_of(*option), meaning_of(*option)});
    if (wanted == is_option && app.get_parent())
        for (const CLI::Option* option :
             app.get_parent()->get_options([](const CLI::Option* each) { return is_store(*each); }))
            out.push_back({term_of(*option), meaning_of(*option)});
    return out.empty() ? std::string() : "\n" + heading + "\n" + print(out, std::min(width_, widest));
}

std::string Help::commands(const CLI::App& app) const {
    std::vector<Entry> out;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        out.push_back({command->get_name(), command->get_description()});
    return out.empty() ? std::string()
                       : "\nCommands (for more: quarterday COMMAND --help)\n" + print(out, std::min(width_, widest));
}

std::string Help::make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const {
    std::string footer;
    for (const std::string& line : split(app->get_footer(), '\n'))
        footer += wrap(line, std::min(width_, widest), "  ") + "\n";
    return wrap(app->get_description(), std::min(width_, widest), "") + "\n\nUsage: " + usage(*app) + "\n" +
           commands(*app) + entries(*app, "Arguments", is_argument) + entries(*app, "Options", is_option) + "\n" +
           footer;
}

std::string explain(const CLI::App& app, const CLI::ParseError& error) {
    const auto called = app.get_subcommands();
    const CLI::App* command = called.empty() ? nullptr : called.front();
    const std::string see = " See quarterday " + (command ? command->get_name() + " " : std::string()) + "--help.";
    std::vector<std::string> extra = app.remaining();
    if (command) std::ranges::copy(command->remaining(), std::back_inserter(extra));
    const auto option = std::ranges::find_if(extra, [](const std::string& word) { return word.starts_with('-'); });
    if (!extra.empty()) {
        const std::string& word = command && option != extra.end() ? *option : extra.front();
        return explain_extra(app, command, word) + see;
    }
    if (!command) return "Name a command, such as: quarterday scorecard --period 2012-13Q3";
    const std::string text = error.what(), name = text.substr(0, text.find(':'));
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
        return (text.find("At Most") != std::string::npos ? name + " was given more than once."
                                                          : name + " needs a value after it.") +
               see;
    if (dynamic_cast<const CLI::RequiredError*>(&error))
        return command->get_name() + " needs " + text.substr(0, text.find(' ')) + "." + see;
    return text + see;
}

CLI::Validator one_of(const std::vector<std::string>& words) {
    return CLI::Validator(
        [words](std::string& word) {
            if (std::ranges::find(words, word) != words.end()) return std::string();
            return "“" + word + "” is not known. Choose one of " + join(words, ", ") + "." + meant(word, words);
        },
        std::string());
}

} // namespace qd::cli
