#include "reports/layouts.hpp"

#include "base/error.hpp"
#include "documents/embedded_templates.hpp"

#include <algorithm>
#include <array>

namespace qd::inline reports {
namespace {

constexpr std::string_view folder = "reports/", ending = ".md";
// As lists show them; parts are not listed.
constexpr std::array order{"scorecard", "partnership", "panel", "programmes", "corporate"};

Layout understood(const ReportDefinition& definition, const std::string& origin) {
    Layout layout{definition, origin, std::string(folder) + definition.name + std::string(ending), {}};
    auto front = parse_report_front(definition, layout.file);
    if (!front) throw Error(Fault::request, "A report definition cannot be read: " + print(front.error().front()));
    layout.front = *std::move(front);
    return layout;
}

const ReportDefinition* find(const std::vector<ReportDefinition>& definitions, const std::string& name) {
    const auto found = std::ranges::find(definitions, name, &ReportDefinition::name);
    return found == definitions.end() ? nullptr : &*found;
}

} // namespace

const std::vector<ReportDefinition>& supplied_definitions() {
    static const std::vector<ReportDefinition> all = [] {
        std::vector<ReportDefinition> definitions;
        for (const Asset& asset : embedded_templates::all()) {
            std::string_view path = asset.path;
            if (!path.starts_with(folder) || !path.ends_with(ending)) continue;
            path.remove_prefix(folder.size());
            path.remove_suffix(ending.size());
            definitions.push_back({std::string(path), std::string(asset.bytes)});
        }
        return definitions;
    }();
    return all;
}

std::optional<Layout> find_layout(const Content& content, const std::string& name) {
    if (const ReportDefinition* own = find(content.report_definitions, name)) return understood(*own, "council");
    if (const ReportDefinition* supplied = find(supplied_definitions(), name)) return understood(*supplied, "supplied");
    return std::nullopt;
}

std::vector<Layout> report_layouts(const Content& content) {
    std::vector<Layout> layouts;
    for (const char* name : order)
        if (auto layout = find_layout(content, name)) layouts.push_back(*std::move(layout));
    for (const ReportDefinition& own : content.report_definitions)
        if (std::ranges::find(order, own.name) == order.end()) layouts.push_back(understood(own, "council"));
    std::erase_if(layouts, [](const Layout& layout) { return layout.front.kind != ReportFront::Kind::report; });
    return layouts;
}

} // namespace qd::inline reports
