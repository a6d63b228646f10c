#include "exchange/workbook/convert_workbook.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/run_program.hpp"
#include "base/text.hpp"
#include "exchange/workbook/archive.hpp"

namespace qd::inline exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_foreign_bytes = std::size_t{32} << 20, most_converted = std::size_t{256} << 20;
constexpr const char* save_instead = "Save it as “Excel workbook (.xlsx)”.";

// No macro runs, nothing is fetched from elsewhere, and results stay as they were saved.
constexpr const char* profile_settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>1</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>1</value></prop>
</item>
</oor:items>
)";

std::string ending_of(const fs::path& path) { return lower(path.extension().string()); }

ProgramCall call_for(const fs::path& folder, const std::string& book, const std::string& filter) {
    ProgramCall call;
    call.program = "soffice";
    call.title = "LibreOffice";
    call.package = "libreoffice-calc";
    call.arguments = {"-env:UserInstallation=file://" + (folder / "profile").string(),
                      "--headless",
                      "--norestore",
                      "--nolockcheck",
                      "--nodefault",
                      "--infilter=" + filter,
                      "--convert-to",
                      "xlsx:Calc MS Excel 2007 XML",
                      "--outdir",
                      (folder / "made").string(),
                      (folder / book).string()};
    call.folder = folder;
    call.environment = {{"SAL_USE_VCLPLUGIN", "svp"}};
    call.time_limit = std::chrono::minutes(2);
    call.output_limit = std::size_t{1} << 20;
    return call;
}

} // namespace

bool is_convertible(const fs::path& path) { return ending_of(path) == ".ods" || ending_of(path) == ".xls"; }

Understood<SourceFile> converted_workbook(const SourceFile& file) {
    const std::string ending = ending_of(file.path);
    const bool is_open_document = ending == ".ods";
    const std::string_view bytes = file.text();
    if (auto problem = is_open_document ? problem_of_open_document(bytes) : problem_of_old_workbook(bytes))
        return tl::make_unexpected(*std::move(problem));
    if (bytes.size() > most_foreign_bytes)
        return tl::make_unexpected(
            Problem{"A workbook of type " + ending + " of more than 32 MB is not converted.", save_instead});
    if (!has_program("soffice"))
        return tl::make_unexpected(
            Problem{"A workbook of type " + ending + " is read with LibreOffice, which is not installed here.",
                    "Save it as “Excel workbook (.xlsx)”, or have the Debian package libreoffice-calc installed."});
    const TemporaryFolder folder;
    const std::string book = "book" + ending;
    fs::create_directories(folder.path() / "profile" / "user");
    fs::create_directories(folder.path() / "made");
    write_file(folder.path() / "profile" / "user" / "registrymodifications.xcu", profile_settings);
    write_file(folder.path() / book, std::string(bytes));
    try {
        run_program(call_for(folder.path(), book, is_open_document ? "calc8" : "MS Excel 97"), "");
    } catch (const Error& error) {
        return tl::make_unexpected(
            Problem{"LibreOffice could not convert the file: " + std::string(error.what()), save_instead});
    }
    const fs::path made = folder.path() / "made" / "book.xlsx";
    std::error_code none;
    if (!fs::is_regular_file(made, none))
        return tl::make_unexpected(Problem{"LibreOffice could not convert the file.", save_instead});
    return SourceFile{file.path, read_file(made, most_converted), {}};
}

} // namespace qd::inline exchange
