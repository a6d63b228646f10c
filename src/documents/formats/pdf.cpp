#include "documents/formats/pdf.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/run_program.hpp"
#include "base/text.hpp"
#include "documents/document_template.hpp"
#include "documents/formats/html.hpp"

namespace qd::inline documents {
namespace {

// The Python that WeasyPrint was installed for, which need not be the first in PATH: its program names it in its first line.
std::string interpreter_of(const std::string& program) {
    const std::string text = read_file(program);
    const std::string first = text.substr(0, text.find('\n'));
    if (!first.starts_with("#!")) return "python3";
    const std::vector<std::string> words = split(trim(std::string_view(first).substr(2)), ' ');
    return words.back().starts_with('-') ? words.front()
                                         : words.back(); // "/usr/bin/env python3", "/usr/bin/python3 -I"
}

} // namespace

Paginated run_paginator(const std::string& script, const std::string& html) {
    const std::string weasyprint = find_program("weasyprint");
    if (weasyprint.empty())
        throw Error(Fault::outage, "A PDF needs WeasyPrint, which is not installed. Install the Debian package "
                                   "weasyprint (apt install weasyprint), or ask for html.");
    const TemporaryFolder folder;
    write_file(folder.path() / script, document_template(script));
    ProgramCall call;
    call.program = interpreter_of(weasyprint);
    call.title = "WeasyPrint";
    call.package = "weasyprint";
    call.time_limit = std::chrono::minutes(10); // 500 pages take about one
    call.arguments = {"-I", "-B", script};
    call.folder = folder.path();
    call.environment = {{"PYTHONHASHSEED", "0"}, {"SOURCE_DATE_EPOCH", "0"}};
    Paginated made{run_program(call, html), {}};
    if (std::filesystem::exists(folder.path() / "places")) made.places = read_file(folder.path() / "places");
    return made;
}

std::string to_pdf(const Document& document) { return run_paginator("paginate.py", to_paged_html(document)).output; }

} // namespace qd::inline documents
