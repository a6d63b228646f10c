#include "cli/commands.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "exchange/workbook/write_workbook.hpp"

#include <CLI/CLI.hpp>

namespace qd::cli {

const Command export_command = {
    "export", "Write the store as a council folder, or as a workbook",
    "  quarterday export handover\n"
    "  quarterday export handover.xlsx\n"
    "  quarterday export open_data --public\n"
    "  quarterday export open_data.xlsx --public --for publishing",
    [](CLI::App& app, Call& call) {
        auto path = std::make_shared<std::string>();
        app.add_option("PATH", *path, "A new or empty folder, or a file ending in .xlsx")->required();
        auto is_public = std::make_shared<bool>(false);
        app.add_flag("--public", *is_public, public_option);
        auto whom = std::make_shared<std::string>();
        app.add_option(
               "--for", *whom,
               "What a workbook is for: working (headings stay in sight, rows can be filtered) or publishing (no "
               "empty columns, and shorthand for missing figures); if left out, publishing with --public")
            ->option_text("USE")
            ->check(one_of({"working", "publishing"}));
        app.callback([&call, path, is_public, whom] {
            if (!whom->empty() && !path->ends_with(".xlsx"))
                throw Error(Fault::request,
                            "--for goes with a workbook. Name a file ending in .xlsx, or leave --for out.");
            const bool to_publish = whom->empty() ? *is_public : *whom == "publishing";
            const std::string as = !path->ends_with(".xlsx") ? ""
                                   : to_publish              ? ", as sheets to publish"
                                                             : ", as sheets";
            const auto snapshot =
                read_snapshot(call.store, call.clock, *is_public ? Reader::everyone : Reader::council);
            const std::vector<SourceFile> files = to_files(snapshot->content(), snapshot->settings_text());
            if (path->ends_with(".xlsx"))
                write_workbook(files, *path, to_publish ? WorkbookFor::publishing : WorkbookFor::working);
            else
                write_folder(files, *path);
            call.out << "Wrote " << shown(call.store) << (*is_public ? ", as it may be published, to " : " to ")
                     << *path << ": " << plural(files.size(), "file", "files") << as
                     << ".\nTo read it back: quarterday import " << *path << "\n";
        });
    }};

} // namespace qd::cli
