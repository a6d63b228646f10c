#pragma once

#include "exchange/temporary_folder.hpp"

#include <map>

#include <zip.h>

namespace qd::testing {

using Parts = std::map<std::string, std::string>;

// The bytes of a ZIP archive.
inline std::string zipped(const Parts& parts) {
    TemporaryFolder folder;
    const std::string path = (folder.path() / "made.zip").string();
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
    for (const auto& [name, text] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
    EXPECT_EQ(zip_close(archive), 0);
    return read_file(path);
}

constexpr const char* main_names = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                                   "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

// The least that is a workbook: one sheet `areas`, with these rows; cell formats 1 = a day, 2 = per cent.
inline Parts workbook_parts(const std::string& rows, const std::string& sheet = "areas",
                            const std::string& properties = "") {
    const std::string types = "http://schemas.openxmlformats.org/package/2006/",
                      office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
                      head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
                      of = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return {
        {"[Content_Types].xml", head + "<Types xmlns=\"" + types +
                                    "content-types\"><Default Extension=\"rels\" "
                                    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                    "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
                                    "PartName=\"/xl/workbook.xml\" ContentType=\"" +
                                    of +
                                    "sheet.main+xml\"/>"
                                    "<Override PartName=\"/xl/styles.xml\" ContentType=\"" +
                                    of + "styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" +
                                    of +
                                    "sharedStrings+xml\"/>"
                                    "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" +
                                    of + "worksheet+xml\"/></Types>"},
        {"_rels/.rels", head + "<Relationships xmlns=\"" + types + "relationships\"><Relationship Id=\"rId1\" Type=\"" +
                            office + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/_rels/workbook.xml.rels",
         head + "<Relationships xmlns=\"" + types + "relationships\"><Relationship Id=\"rId1\" Type=\"" + office +
             "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
             "<Relationship Id=\"rId2\" Type=\"" +
             office + "styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"" + office +
             "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
        {"xl/workbook.xml", head + "<workbook " + main_names + ">" + properties + "<sheets><sheet name=\"" + sheet +
                                "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/styles.xml",
         head + "<styleSheet " + main_names +
             "><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><fonts "
             "count=\"1\"><font/></fonts>"
             "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf "
             "numFmtId=\"0\"/></cellStyleXfs>"
             "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/><xf "
             "numFmtId=\"10\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml",
         head + "<sst " + main_names +
             " count=\"2\" "
             "uniqueCount=\"2\"><si><t>code</t></si><si><r><t>na</t></r><r><rPr><b/></rPr><t>me</t></r></si></sst>"},
        {"xl/worksheets/sheet1.xml",
         head + "<worksheet " + main_names + "><sheetData>" + rows + "</sheetData></worksheet>"},
    };
}

inline tl::expected<SourceReading, Complaints> read_bytes(const std::string& bytes, const Content& known = Content()) {
    TemporaryFolder folder;
    folder.with("made.xlsx", bytes);
    return read_source(folder.path() / "made.xlsx", known);
}

inline std::vector<std::string> complaints_of_bytes(const std::string& bytes, const Content& known = Content()) {
    const auto reading = read_bytes(bytes, known);
    return reading ? std::vector<std::string>{} : printed(reading.error());
}

// A cell holding text: <c r="A1" t="inlineStr">
inline std::string text_cell(const std::string& place, const std::string& text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

} // namespace qd::testing
