#include "exchange/narratives.hpp"

#include <algorithm>

namespace qd::inline exchange {

bool is_template_path(std::string_view path) {
    if (!path.starts_with(templates_folder) || !path.ends_with(".docx")) return false;
    const std::string_view name = path.substr(templates_folder.size());
    constexpr std::string_view others = "._-";
    return name.size() > std::string_view(".docx").size() && name.front() != '.' &&
           std::ranges::all_of(name, [&](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      others.find(c) != std::string_view::npos;
           });
}

// Whether it is a Word document shows in the names of its parts, which a ZIP archive stores unchanged.
void read_reference_document(const SourceFile& file, const std::string& place, Content& into, Intake& intake) {
    if (!is_template_path(file.path))
        return intake.complaints.add({place, 0, "", "",
                                      "The name has characters other than letters, digits, dots and hyphens.",
                                      "Rename it, such as to templates/reference.docx."});
    const std::string_view bytes = file.text();
    const auto holds = [&](std::string_view part) { return bytes.find(part) != std::string_view::npos; };
    if (!bytes.starts_with("PK\x03\x04") || !holds("word/document.xml") || !holds("word/styles.xml"))
        return intake.complaints.add(
            {place, 0, "", "", "It is not a Word document (.docx).", "Save it as .docx in the word processor."});
    into.reference_documents.push_back({file.path.substr(templates_folder.size()), std::string(bytes)});
}

SourceFile write_reference_document(const ReferenceDocument& document) {
    return {std::string(templates_folder) + document.name, document.bytes};
}

} // namespace qd::inline exchange
