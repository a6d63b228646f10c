#include "documents/formats/docx_drawings.hpp"

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "base/run_program.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

std::string* bytes_of(std::vector<PackagePart>& parts, std::string_view path) {
    const auto found = std::ranges::find(parts, path, &PackagePart::path);
    return found == parts.end() ? nullptr : &found->bytes;
}

void insert_before(std::string& xml, std::string_view mark, const std::string& what) {
    const std::size_t at = xml.find(mark);
    if (at != std::string::npos) xml.insert(at, what);
}

} // namespace

void draw_pictures(const std::vector<std::string>& drawings, const std::filesystem::path& folder) {
    in_parallel(drawings.size(), [&](std::size_t i) {
        ProgramCall call;
        call.program = "rsvg-convert";
        call.package = "librsvg2-bin";
        call.arguments = {"--format=png", "--width=1440", "--keep-aspect-ratio", "--background-color=white"};
        call.folder = folder;
        const std::string picture = run_program(call, drawings[i]);
        write_file(folder / ("chart-" + std::to_string(i + 1) + ".png"), picture);
    });
}

void add_drawings(std::vector<PackagePart>& docx, const std::vector<std::string>& drawings) {
    std::string* const document = bytes_of(docx, "word/document.xml");
    std::string* const relations = bytes_of(docx, "word/_rels/document.xml.rels");
    std::string* const types = bytes_of(docx, "[Content_Types].xml");
    if (drawings.empty() || !document || !relations || !types) return;
    constexpr std::string_view blip = "<a:blip r:embed=\"";
    std::vector<PackagePart> added;
    std::size_t at = 0;
    for (const std::string& drawing : drawings) {
        at = document->find(blip, at);
        const std::size_t end = at == std::string::npos ? at : document->find("/>", at);
        if (end == std::string::npos) return;
        const std::string id = "chart" + std::to_string(added.size() + 1);
        const std::string extension =
            "><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
            "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"" +
            id + "\"/></a:ext></a:extLst></a:blip>";
        document->replace(end, 2, extension);
        at = end + extension.size();
        insert_before(
            *relations, "</Relationships>",
            "<Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" "
            "Id=\"" +
                id + "\" Target=\"media/" + id + ".svg\" />");
        added.push_back({"word/media/" + id + ".svg", drawing});
    }
    insert_before(*types, "<Override ", "<Default Extension=\"svg\" ContentType=\"image/svg+xml\" />");
    std::ranges::move(added, std::back_inserter(docx));
}

} // namespace qd::inline documents
