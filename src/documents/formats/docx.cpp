#include "documents/formats/docx.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/run_program.hpp"
#include "base/text.hpp"
#include "documents/document_template.hpp"
#include "documents/formats/docx_drawings.hpp"
#include "documents/formats/package.hpp"
#include "documents/formats/pandoc_writer.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

PackagePart part_from(const char* path, std::string_view file) {
    return {path, std::string(document_template("reference/" + std::string(file)))};
}

void require_programs() {
    if (!has_program("pandoc") || !has_program("rsvg-convert"))
        throw Error(Fault::outage,
                    "A Word document needs Pandoc and librsvg, and one of them is not installed. Install the Debian "
                    "packages pandoc and librsvg2-bin (apt install pandoc librsvg2-bin), or ask for html.");
}

void require_docx(const std::string& reference) {
    const std::vector<PackagePart> parts = unpack(reference, "The reference document");
    for (const char* path : {"word/document.xml", "word/styles.xml"})
        if (std::ranges::find(parts, path, &PackagePart::path) == parts.end())
            throw Error(Fault::request, std::string("The reference document is not a .docx: it has no ") + path +
                                            ". Save it as .docx in the word processor.");
}

// What Pandoc leaves out: the first column heads its row, and rows are not split across pages.
std::string with_row_headings(std::string xml) {
    xml = replace_all(std::move(xml), R"(w:firstColumn="0")", R"(w:firstColumn="1")");
    xml = replace_all(std::move(xml), "<w:trPr><w:tblHeader w:val=\"true\" /></w:trPr>",
                      "<w:trPr><w:cantSplit /><w:tblHeader w:val=\"true\" /></w:trPr>");
    return replace_all(std::move(xml), "<w:tr><w:tc>", "<w:tr><w:trPr><w:cantSplit /></w:trPr><w:tc>");
}

} // namespace

std::string reference_docx() {
    return pack({part_from("[Content_Types].xml", "content-types.xml"), part_from("_rels/.rels", "package-rels.xml"),
                 part_from("word/document.xml", "document.xml"),
                 part_from("word/_rels/document.xml.rels", "document-rels.xml"),
                 part_from("word/styles.xml", "styles.xml"), part_from("word/footer1.xml", "footer.xml")});
}

std::string to_docx(const Document& document, const std::string& reference) {
    require_programs();
    if (!reference.empty()) require_docx(reference);
    const TemporaryFolder folder;
    write_file(folder.path() / "reference.docx", reference.empty() ? reference_docx() : reference);
    ProgramCall call;
    call.program = call.package = "pandoc";
    call.title = "Pandoc";
    call.arguments = {"--from=json", "--to=docx", "--reference-doc=reference.docx", "--output=-"};
    call.folder = folder.path();
    const Instant as_at = document.as_at.value_or(Instant(946'684'800)); // 2000-01-01 where nothing is known
    call.environment = {{"SOURCE_DATE_EPOCH", std::to_string(as_at.seconds())}};
    PandocWriter writer;
    const std::string tree = writer.write(document);
    draw_pictures(writer.charts(), folder.path());
    std::vector<PackagePart> parts = unpack(run_program(call, tree), "What Pandoc wrote");
    for (PackagePart& part : parts) {
        if (part.path == "word/document.xml") part.bytes = with_row_headings(std::move(part.bytes));
        if (part.path == "word/settings.xml")
            part.bytes = replace_all(part.bytes, R"(<w:themeFontLang w:val="en-US")",
                                     "<w:themeFontLang w:val=\"" + document.language + "\"");
    }
    add_drawings(parts, writer.charts());
    return pack(parts);
}

} // namespace qd::inline documents
