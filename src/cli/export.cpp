#include "cli/commands.hpp"

#include "base/text.hpp"
#include "cli/options.hpp"
#include "exchange/folder.hpp"

#include <CLI/CLI.hpp>

namespace qd::cli {

const Command export_command = {
    "export", "Write the store as a council folder, or as a workbook",
    "  quarterday export handover\n"
    "  quarterday export handover.xlsx\n"
    "  quarterday export open_data --public",
    [](CLI::App& app, Call& call) {
        auto path = std::make_shared<std::string>();
        app.add_option("PATH", *path, "A new or empty folder, or a file ending in .xlsx")->required();
        auto is_public = std::make_shared<bool>(false);
        app.add_flag("--public", *is_public, public_option);
        app.callback([&call, path, is_public] {
            const auto snapshot =
                read_snapshot(call.store, call.clock, *is_public ? Reader::everyone : Reader::council);
            const std::vector<SourceFile> files = to_files(snapshot->content(), snapshot->settings_text());
            if (path->ends_with(".xlsx"))
                write_workbook(files, *path);
            else
                write_folder(files, *path);
            call.out << "Wrote " << shown(call.store) << (*is_public ? ", as it may be published, to " : " to ")
                     << *path << ": " << plural(files.size(), "file", "files")
                     << (path->ends_with(".xlsx") ? ", as sheets" : "") << ".\nTo read it back: quarterday import "
                     << *path << "\n";
        });
    }};

} // namespace qd::cli
