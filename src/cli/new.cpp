#include "cli/commands.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/asking.hpp"
#include "cli/new_answers.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "exchange/starting/starting.hpp"

#include <filesystem>

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* sample_name = "sample";

void refuse_full(const std::string& folder) {
    std::error_code failed;
    if (!fs::exists(folder, failed) || (fs::is_directory(folder, failed) && fs::is_empty(folder, failed))) return;
    throw Error(Fault::conflict, folder + " is already there, and is not an empty folder. Nothing was written. Name a "
                                          "new folder: quarterday new FOLDER");
}

// Everything is read once, as an import will read it, before anything is written.
void write_checked(Call& call, const std::vector<SourceFile>& files, const std::string& folder) {
    if (const Complaints complaints = complaints_of(files); !complaints.empty()) {
        call.err << "Nothing was written: the folder could not be imported.\n";
        for (const Complaint& complaint : complaints)
            call.err << wrap("  " + print(complaint), call.width, "    ") << "\n";
        call.exit_code = 1;
        return;
    }
    write_folder(files, folder);
    call.out << "Wrote the council folder " << folder << ": " << plural(files.size(), "file", "files") << ".\n";
}

void write_sample(Call& call, const NewOptions& options) {
    const std::string folder = options.folder.empty() ? sample_name : options.folder;
    refuse_full(folder);
    write_checked(call, sample_files(), folder);
    if (call.exit_code == 0)
        call.out << wrap("It is an invented council, to try things on. Next: quarterday init, then quarterday import " +
                             folder,
                         call.width, "")
                 << "\n";
}

void write_new(Call& call, const NewOptions& options) {
    if (!options.folder.empty()) refuse_full(options.folder);
    Asking asking(call, terminal_can_answer() ? Asking::Who::terminal : Asking::Who::nobody);
    if (asking.asks())
        call.out << wrap("Nine questions. Enter takes the answer in brackets. Nothing is written before the end.",
                         call.width, "")
                 << "\n\n";
    const Answered answered = ask_all(call, options, asking);
    if (!asking.missing().empty()) {
        std::string text = "These answers are missing, and there is no terminal to ask at:";
        for (const std::string& each : asking.missing()) text += "\n  " + each;
        throw Error(Fault::request, text);
    }
    refuse_full(answered.folder);
    write_checked(call, starting_files(answered.council, answered.folder), answered.folder);
    if (call.exit_code == 0) tell_next(call, answered);
}

} // namespace

const Command new_command = {
    "new", "Write the folder of a new council from the answers to nine questions",
    "  quarterday new\n"
    "  quarterday new wenlow --name \"Wenlow Borough Council\" --kind district --sheet \"KPIs 2025-26.xlsx\"\n"
    "  quarterday new --sample",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<NewOptions>();
        app.add_option("FOLDER", options->folder, "A new or empty folder; named after the council if left out");
        add_new_options(app, *options);
        auto sample = std::make_shared<bool>(false);
        app.add_flag("--sample", *sample, "Write an invented council instead, to try things on");
        app.callback([&call, options, sample] {
            if (*sample)
                write_sample(call, *options);
            else
                write_new(call, *options);
        });
    }};

} // namespace qd::cli
