#include "base/costly_prose.hpp"
#include "exchange/csv.hpp"
#include "exchange/front_matter.hpp"
#include "exchange/narratives.hpp"
#include "exchange/report_front.hpp"
#include "exchange/source.hpp"
#include "exchange/vocabulary.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

constexpr std::string_view fence = "+++\n";

std::map<std::string, std::string> parameters_of(const TomlNode& front) {
    std::map<std::string, std::string> parameters;
    for (const auto& [key, node] : front.entries)
        if (key == "parameters")
            for (const auto& [name, value] : node.entries) parameters.emplace(name, value.text);
    return parameters;
}

void understand(TomlTable& front, const ReportDefinition& definition, ReportFront& report) {
    report.title = front.need<std::string>("title");
    report.summary = front.take_or<std::string>("summary", report.title);
    report.paper = front.take_or<std::string>("paper", definition.name);
    report.needs = front.take_texts("needs");
    report.grain = front.take<Grain>("grain");
    const std::string kind = front.take_or<std::string>("kind", "report");
    if (kind != "report" && kind != "part")
        front.complain("kind", {"“" + kind + "” is not a kind of definition.",
                                "Write report, or part for a text that others include."});
    report.kind = kind == "part" ? ReportFront::Kind::part : ReportFront::Kind::report;
    front.take_table("parameters"); // read by their own names
    front.finish();
}

} // namespace

tl::expected<ReportFront, Complaints> parse_report_front(const ReportDefinition& definition, const std::string& file) {
    const Content nothing;
    Intake intake(nothing);
    const auto refuse = [&](const std::string& message, const std::string& remedy) {
        return tl::make_unexpected(Complaints{{file, 1, "", "", message, remedy}});
    };
    const std::string& text = definition.text;
    if (!text.starts_with(fence))
        return refuse("The front matter is missing.",
                      "Begin the file with a line +++, then title = \"…\", then another line +++.");
    const auto end = text.find("\n+++\n", fence.size() - 1);
    if (end == std::string::npos)
        return refuse("The front matter is not closed.", "Put a line +++ between it and the text.");
    auto node =
        parse_toml(std::string_view(text).substr(fence.size(), end + 1 - fence.size()), file, 1, intake.complaints);
    ReportFront report;
    if (node) {
        node->line = 1;
        TomlTable front(*node, file, intake);
        understand(front, definition, report);
        report.parameters = parameters_of(*node);
    }
    if (intake.complaints.count() > 0) return tl::make_unexpected(intake.complaints.take());
    report.body = text.substr(end + 1 + fence.size());
    report.first_line = 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, end + 1 + fence.size()), '\n'));
    return report;
}

void read_report_definition(const SourceFile& file, const std::string& place, Content& into, Intake& intake) {
    if (auto complaint = complain_of_encoding(file.bytes, place)) return intake.complaints.add(std::move(*complaint));
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    const auto code = read_own_code(name.substr(0, name.rfind('.')));
    if (!code)
        return intake.complaints.add(
            {place, 0, "", "", "The name of the file " + code.error().message, code.error().remedy});
    ReportDefinition definition{*code, unix_text(file.bytes)};
    if (!definition.text.ends_with('\n')) definition.text += '\n';
    auto front = parse_report_front(definition, place);
    if (!front) {
        for (Complaint& complaint : front.error()) intake.complaints.add(std::move(complaint));
        return;
    }
    if (const auto costly = costly_prose(front->body))
        return intake.complaints.add({place, costly->line == 0 ? 0 : front->first_line + costly->line - 1, "", "",
                                      "The text " + costly->message + ".", costly_remedy});
    into.report_definitions.push_back(std::move(definition));
}

SourceFile write_report_definition(const ReportDefinition& definition) {
    return {std::string(reports_folder) + definition.name + ".md", definition.text};
}

} // namespace qd::inline exchange
