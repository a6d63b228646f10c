#include "documents/format.hpp"

#include "documents/formats/docx.hpp"
#include "documents/formats/html.hpp"
#include "documents/formats/pdf.hpp"
#include "documents/formats/xlsx.hpp"

#include <algorithm>
#include <array>

namespace qd::inline documents {
namespace {

struct Form {
    std::string_view name, label, media_type;
};

// In the order of DocumentFormat.
constexpr std::array<Form, 4> forms{{
    {"html", "web page", "text/html; charset=utf-8"},
    {"pdf", "PDF", "application/pdf"},
    {"docx", "Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
}};

const Form& form_of(DocumentFormat format) { return forms[static_cast<std::size_t>(format)]; }

} // namespace

const std::vector<DocumentFormat>& document_formats() {
    static const std::vector<DocumentFormat> all = {DocumentFormat::html, DocumentFormat::pdf, DocumentFormat::docx,
                                                    DocumentFormat::xlsx};
    return all;
}

std::string_view print(DocumentFormat format) { return form_of(format).name; }
std::string_view label(DocumentFormat format) { return form_of(format).label; }
std::string_view media_type(DocumentFormat format) { return form_of(format).media_type; }

std::optional<DocumentFormat> parse_document_format(std::string_view text) {
    const auto found = std::ranges::find(document_formats(), text, [](DocumentFormat format) { return print(format); });
    return found == document_formats().end() ? std::nullopt : std::optional(*found);
}

std::string write_document(const Document& document, DocumentFormat format, const Looks& looks) {
    switch (format) {
    case DocumentFormat::html: return to_html(document);
    case DocumentFormat::pdf: return to_pdf(document);
    case DocumentFormat::docx: return to_docx(document, looks.reference);
    case DocumentFormat::xlsx: return to_xlsx(document);
    }
    return {};
}

} // namespace qd::inline documents
