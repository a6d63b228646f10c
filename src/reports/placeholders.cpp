#include "reports/placeholders.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline reports {
namespace {

tl::unexpected<Unfilled> unfilled(FindingKind kind, const std::string& message, const std::string& remedy) {
    return tl::make_unexpected(Unfilled{kind, message, remedy});
}

tl::unexpected<Unfilled> unknown(const std::string& name) {
    std::vector<std::string> names;
    for (const PlaceholderKind& kind : placeholder_kinds()) names.emplace_back(kind.name);
    const std::string near = nearest(name, names);
    return unfilled(error("placeholder-unknown"), "There is no placeholder “" + name + "”.",
                    near.empty() ? "See which there are: quarterday report --placeholders"
                                 : "Did you mean {{" + near + "}}? See all: quarterday report --placeholders");
}

// "$measure" is the parameter of that name.
Filled<std::vector<std::string>> with_parameters(const Filler& filler, std::vector<std::string> arguments) {
    for (std::string& argument : arguments) {
        if (!argument.starts_with('$')) continue;
        const auto found = filler.parameters().find(argument.substr(1));
        if (found == filler.parameters().end() || found->second.empty())
            return unfilled(error("placeholder-parameter"), "The parameter " + argument + " has no value.",
                            "Give it one below [parameters], or with --set " + argument.substr(1) + "=VALUE.");
        argument = found->second;
    }
    return arguments;
}

bool is_empty(const Filling& filling) {
    return std::visit([](const auto& parts) { return parts.empty(); }, filling);
}

} // namespace

std::vector<PlaceholderKind> placeholder_kinds() {
    std::vector<PlaceholderKind> all;
    for (const auto list :
         {figure_placeholders(), section_placeholders(), register_placeholders(), meeting_placeholders()})
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

const PlaceholderKind* find_placeholder(std::string_view name) {
    for (const auto list :
         {figure_placeholders(), section_placeholders(), register_placeholders(), meeting_placeholders()})
        if (const auto found = std::ranges::find(list, name, &PlaceholderKind::name); found != list.end())
            return &*found;
    return nullptr;
}

Filled<Filling> fill(Filler& filler, const Placeholder& placeholder) {
    const PlaceholderKind* kind = find_placeholder(placeholder.name);
    if (!kind) return unknown(placeholder.name);
    if (placeholder.arguments.size() < kind->least || placeholder.arguments.size() > kind->most)
        return unfilled(error("placeholder-arguments"),
                        "{{" + placeholder.name + "}} takes " +
                            (kind->most == 0 ? std::string("nothing after it") : std::string(kind->arguments)) + ".",
                        kind->most == 0
                            ? "Remove the words after its name."
                            : "Write {{" + std::string(kind->name) + " " + std::string(kind->arguments) + "}}.");
    auto arguments = with_parameters(filler, placeholder.arguments);
    if (!arguments) return tl::make_unexpected(arguments.error());
    auto filling = kind->fill(filler, *arguments);
    if (filling && is_empty(*filling))
        return unfilled(error("placeholder-empty"), "There is nothing for it to say.",
                        "Hand in what it reports, or let it be left out: {{" + placeholder.text + "?}}");
    return filling;
}

} // namespace qd::inline reports
