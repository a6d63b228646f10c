#include "documents/pdf.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/run_program.hpp"
#include "documents/document_template.hpp"
#include "documents/html.hpp"

namespace qd::inline documents {

std::string to_pdf(const Document& document) {
    constexpr const char* package = "weasyprint";
    if (!has_program(package))
        throw Error(Fault::outage, "A PDF is made by WeasyPrint, which is not installed. Install the Debian package "
                                   "weasyprint (apt install weasyprint), or ask for html.");
    const TemporaryFolder folder;
    write_file(folder.path() / "paginate.py", document_template("paginate.py"));
    ProgramCall call;
    call.program = "python3";
    call.package = package;
    call.arguments = {"-I", "-B", "paginate.py"};
    call.folder = folder.path();
    call.environment = {{"PYTHONHASHSEED", "0"}, {"SOURCE_DATE_EPOCH", "0"}};
    return run_program(call, to_paged_html(document));
}

} // namespace qd::inline documents
