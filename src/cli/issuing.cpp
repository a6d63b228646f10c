#include "cli/issuing.hpp"

#include "acts/issue.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/ink.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "exchange/explanations.hpp"
#include "exchange/json/issues.hpp"
#include "views/issue_comparison.hpp"

#include <filesystem>

namespace qd::cli {
namespace {

std::vector<DocumentFormat> formats_of(const ReportOptions& options) {
    if (options.format.empty() || options.format == "all") return document_formats();
    return {*parse_document_format(options.format)};
}

std::vector<LetPass> let_pass_of(const ReportOptions& options) {
    constexpr std::size_t most = std::size_t{4} << 20;
    std::vector<LetPass> all;
    if (options.explanations.empty()) return all;
    const auto rows = read_explanations(read_file(options.explanations, most), options.explanations);
    if (!rows) {
        std::string message;
        for (const Complaint& complaint : rows.error()) message += (message.empty() ? "" : "\n") + print(complaint);
        throw Error(Fault::conflict, message);
    }
    for (const ExplanationRow& row : *rows) all.push_back({row.code, row.place, row.reason});
    return all;
}

// The folder that the files of an issue go to. It is made before anything is issued, since a folder that cannot be written must
// not leave an issue that nobody saw; and taken away again if nothing came into it.
class OutputFolder {
public:
    explicit OutputFolder(std::filesystem::path path) : path_(std::move(path)) {
        if (path_.empty()) return;
        std::error_code failed;
        made_here_ = std::filesystem::create_directories(path_, failed);
        if (failed)
            throw Error(Fault::outage, "Cannot make the folder " + path_.string() + ": " + failed.message() + ".");
    }
    ~OutputFolder() {
        std::error_code not_empty; // then it stays
        if (made_here_) std::filesystem::remove(path_, not_empty);
    }
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    bool is_wanted() const { return !path_.empty(); }
    std::filesystem::path file(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
    bool made_here_ = false;
};

std::vector<std::string> names_of(const std::vector<IssueFile>& files) {
    std::vector<std::string> names;
    for (const IssueFile& file : files) names.push_back(file.format);
    return names;
}

std::string issue_words(const Issue& issue, const Calendar& calendar) {
    return "issue " + std::to_string(issue.number) + ", " + issue.report + ", " + calendar.label(issue.period) +
           ", as at " + print_long(issue.as_at.date());
}

void print_restated(Call& call, const IssueComparison& found, const Calendar& calendar) {
    if (found.restated.empty()) {
        call.out << "Nothing was restated.\n";
        return;
    }
    call.out << bold(call, "Restated") << "\n";
    for (const Restatement& one : found.restated) {
        call.out << wrap("  " + one.measure.text() + ", " + calendar.label(one.period) + ": " +
                             std::string(print(one.what)) + " was " + one.before + ", is " + one.after,
                         call.width, "    ")
                 << "\n";
        std::string why;
        if (one.when) why += "known on " + print_long(one.when->date());
        if (!one.by.empty()) why += (why.empty() ? "" : ", ") + ("by " + one.by);
        if (!one.why.empty()) why += (why.empty() ? "" : ": ") + one.why;
        if (!why.empty()) call.out << wrap("    " + why, call.width, "    ") << "\n";
    }
}

void print_only(Call& call, const std::string& heading, const std::vector<OnlyInOne>& rows) {
    if (rows.empty()) return;
    call.out << "\n" << bold(call, heading) << "\n";
    for (const OnlyInOne& row : rows) call.out << wrap("  " + row.what, call.width, "    ") << "\n";
}

} // namespace

void issue_one(Call& call, const ReportOptions& options) {
    Desk desk(call.store, call.clock);
    const auto snapshot = desk.read_for(options.view.reader(), options.name);
    IssueRequest request;
    request.report = options.name;
    request.view = report_view(*snapshot, options.name, options.view.question(), call.clock.now());
    request.parameters = parameters_of(options);
    request.formats = formats_of(options);
    if (!options.reference.empty()) request.looks = looks_of(options, DocumentFormat::docx);
    request.issued_by = options.by;
    request.let_pass = let_pass_of(options);
    const OutputFolder folder(goes_to_stream(options.out) ? "" : options.out);
    const IssueOutcome outcome = watched(call, "Issuing the " + options.name + " report",
                                         [&] { return issue_report(desk, call.actor, *snapshot, request); });
    if (!outcome.number)
        return refuse_report(call, outcome.standing,
                             "Nothing was issued. Correct them, or say in a table why each is accepted: --explanations "
                             "CSV (code, place, reason).");
    const std::string number = std::to_string(*outcome.number);
    call.stands = "Issue " + number + " was made and is kept in the store. To get its files: quarterday issues " +
                  number + " --format FORMAT --out FILE, where FORMAT is one of " +
                  join(names_of(outcome.issue.files), ", ") + ".";
    tell_of_text(call, outcome.told);
    call.out << "Issue " << *outcome.number << ": " << outcome.issue.title << ", "
             << snapshot->content().settings.calendar.label(request.view.period) << ", as at "
             << print_long(request.view.as_at.date()) << ".\n";
    Issued issued(call.store, call.clock);
    for (std::size_t i = 0; i < outcome.files.size(); ++i) {
        const IssueFile kept = issued.file(*outcome.number, outcome.issue.files[i].format);
        const std::filesystem::path file = folder.file(outcome.files[i].name);
        if (folder.is_wanted()) write_file(file, kept.bytes);
        call.out << "  " << (folder.is_wanted() ? file.string() : kept.format) << "  SHA-256 " << kept.sha256 << "\n";
    }
}

void compare_two(Call& call, const ReportOptions& options) {
    Issued issued(call.store, call.clock);
    const Issue before = issued.issue(options.compare[0]), after = issued.issue(options.compare[1]);
    const IssueComparison found = compare_issues(issued, before, after);
    const auto snapshot = read_snapshot(call.store, call.clock);
    const Calendar& calendar = snapshot->content().settings.calendar;
    if (options.format == "json") {
        call.out << comparison_json(found, calendar);
        return;
    }
    call.out << wrap("From " + issue_words(before, calendar) + " to " + issue_words(after, calendar), call.width, "  ")
             << "\n\n";
    print_restated(call, found, calendar);
    print_only(call, "Added", found.added);
    print_only(call, "Gone", found.gone);
    for (const std::string& text : found.texts)
        call.out << "\n" << wrap("Definition " + text, call.width, "  ") << "\n";
}

} // namespace qd::cli
