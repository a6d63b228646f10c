#include "store/issues.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "store/bound.hpp"
#include "store/fields.hpp"
#include "store/return_body.hpp"

#include <algorithm>

namespace qd::inline store {
namespace {

std::string_view print(IssueText::Kind kind) {
    switch (kind) {
    case IssueText::Kind::definition: return "definition";
    case IssueText::Kind::parameter: return "parameter";
    case IssueText::Kind::reference: return "reference";
    }
    return {};
}

IssueText::Kind parse_kind(const std::string& word) {
    if (word == "definition") return IssueText::Kind::definition;
    if (word == "parameter") return IssueText::Kind::parameter;
    if (word == "reference") return IssueText::Kind::reference;
    damaged("issue_texts.kind", word);
}

std::string digest(const Issue& issue) {
    CanonicalText text;
    text.add(std::to_string(issue.number))
        .add(issue.report)
        .add(issue.title)
        .add(qd::print(issue.period))
        .add(issue.area.text())
        .add(issue.audience)
        .add(qd::print(issue.as_at))
        .add(qd::print(issue.issued_at))
        .add(issue.issued_by)
        .add(std::to_string(issue.generation))
        .add(issue.program_version);
    for (const IssueText& part : issue.texts) text.add(print(part.kind)).add(part.name).add(part.origin).add(part.text);
    for (const Explanation& given : issue.explanations)
        text.add(given.code).add(qd::print(given.subject)).add(given.place).add(given.message).add(given.reason);
    for (const IssueFile& file : issue.files) text.add(file.format).add(file.sha256).add(std::to_string(file.size));
    return text.sha256();
}

std::string next_in_chain(const std::string& before, const std::string& sha256) {
    return CanonicalText().add(before).add(sha256).sha256();
}

struct StoredIssue {
    Issue issue;
    std::string sha256, chain;
};

StoredIssue read_head(const db::Row& row) {
    FieldReader read(row);
    StoredIssue stored;
    Issue& issue = stored.issue;
    issue.number = read.integer();
    issue.report = read.text();
    issue.title = read.text();
    issue.period = read.period();
    issue.area = read.code<AreaCode>();
    issue.audience = read.text();
    issue.as_at = Instant(read.integer());
    issue.issued_at = Instant(read.integer());
    issue.issued_by = read.text();
    issue.generation = read.integer();
    issue.program_version = read.text();
    stored.sha256 = read.text();
    stored.chain = read.text();
    return stored;
}

Issue& issue_at(std::vector<StoredIssue>& issues, std::int64_t number) {
    if (number < 1 || number > static_cast<std::int64_t>(issues.size()))
        damaged("an issue's number", std::to_string(number));
    return issues[static_cast<std::size_t>(number - 1)].issue;
}

void read_parts(db::Connection& store, std::vector<StoredIssue>& issues) {
    constexpr auto texts = "SELECT issue, kind, name, origin, text FROM issue_texts ORDER BY issue, position";
    constexpr auto explanations =
        "SELECT issue, code, subject, place, message, reason FROM issue_explanations ORDER BY "
        "issue, position";
    constexpr auto files = "SELECT issue, format, sha256, size FROM issue_files ORDER BY issue, format";
    for (auto row : store.query(texts)) {
        FieldReader read(row);
        Issue& issue = issue_at(issues, read.integer());
        const IssueText::Kind kind = parse_kind(read.text());
        IssueText& part = issue.texts.emplace_back();
        part.kind = kind;
        part.name = read.text();
        part.origin = read.text();
        part.text = read.text();
    }
    for (auto row : store.query(explanations)) {
        FieldReader read(row);
        Explanation& given = issue_at(issues, read.integer()).explanations.emplace_back();
        given.code = read.text();
        given.subject = read.word(parse_subject);
        given.place = read.text();
        given.message = read.text();
        given.reason = read.text();
    }
    for (auto row : store.query(files)) {
        FieldReader read(row);
        IssueFile& file = issue_at(issues, read.integer()).files.emplace_back();
        file.format = read.text();
        file.sha256 = read.text();
        file.size = read.integer();
    }
}

std::vector<StoredIssue> read_stored(db::Connection& store) {
    constexpr auto heads = "SELECT number, report, title, period, area, audience, as_at, issued_at, issued_by, "
                           "generation, program, sha256, chain FROM issues ORDER BY number";
    std::vector<StoredIssue> issues;
    for (auto row : store.query(heads)) {
        issues.push_back(read_head(row));
        if (issues.back().issue.number != static_cast<std::int64_t>(issues.size()))
            damaged("issues.number", std::to_string(issues.back().issue.number));
    }
    read_parts(store, issues);
    return issues;
}

[[noreturn]] void damaged_issue(std::int64_t number) {
    throw Error(Fault::outage, "The store is damaged: issues: issue " + std::to_string(number) +
                                   " was changed after it was made. Run quarterday verify, and restore the last sound "
                                   "backup.");
}

void insert_parts(db::Connection& store, const Issue& issue) {
    constexpr auto text =
        "INSERT INTO issue_texts (issue, position, kind, name, origin, text) VALUES ($1, $2, $3, $4, $5, "
        "$6)";
    constexpr auto explanation =
        "INSERT INTO issue_explanations (issue, position, code, subject, place, message, reason) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)";
    constexpr auto file = "INSERT INTO issue_files (issue, format, sha256, size, body) VALUES ($1, $2, $3, $4, $5)";
    std::int64_t position = 0;
    for (const IssueText& part : issue.texts)
        store.execute(text, issue.number, ++position, print(part.kind), part.name, given(part.origin), part.text);
    position = 0;
    for (const Explanation& why : issue.explanations)
        store.execute(explanation, issue.number, ++position, why.code, qd::print(why.subject), given(why.place),
                      why.message, why.reason);
    for (const IssueFile& part : issue.files)
        store.execute(file, issue.number, part.format, part.sha256, part.size, db::as_blob(compress(part.bytes)));
}

constexpr auto select_reference = "SELECT body FROM issue_references WHERE sha256 = $1";

// Kept once, however many issues took it.
void keep_reference(db::Connection& store, const std::string& bytes) {
    constexpr auto insert = "INSERT INTO issue_references (sha256, body) VALUES ($1, $2)";
    const std::string hash = sha256(bytes);
    if (bytes.empty() || store.value<db::Blob>(select_reference, hash)) return;
    store.execute(insert, hash, db::as_blob(compress(bytes)));
}

// Of reference documents: those that are not what their name says, and those that an issue names and nobody has.
std::vector<std::string> verify_references(db::Connection& store) {
    constexpr auto select = "SELECT sha256, body FROM issue_references ORDER BY sha256";
    constexpr auto missing = "SELECT t.issue FROM issue_texts t LEFT JOIN issue_references r ON r.sha256 = t.text "
                             "WHERE t.kind = 'reference' AND r.sha256 IS NULL ORDER BY t.issue";
    std::vector<std::string> problems;
    for (auto row : store.query(select)) {
        std::string hash;
        try {
            hash = sha256(decompress(db::as_text(row.get<db::BlobView>(1))));
        } catch (const Error&) {
            hash.clear();
        }
        if (hash != row.get<std::string>(0))
            problems.push_back("issue_references: " + row.get<std::string>(0) + " was changed after it was kept.");
    }
    for (auto row : store.query(missing))
        problems.push_back("issue_references: the reference document of issue " +
                           std::to_string(row.get<std::int64_t>(0)) + " is not there.");
    return problems;
}

// What is wrong with one file on its own; "" = nothing.
std::string problem_of(const db::Row& row) {
    const std::string name =
        "issue_files: the " + row.get<std::string>(1) + " file of issue " + std::to_string(row.get<std::int64_t>(0));
    try {
        if (sha256(decompress(db::as_text(row.get<db::BlobView>(3)))) == row.get<std::string>(2)) return "";
    } catch (const Error&) {
        return name + " cannot be read any more.";
    }
    return name + " was changed after it was made.";
}

} // namespace

IssueMade insert_issue(db::Connection& store, const Issue& given_issue) {
    constexpr auto last = "SELECT MAX(number) FROM issues";
    constexpr auto chain_of = "SELECT chain FROM issues WHERE number = $1";
    constexpr auto insert =
        "INSERT INTO issues (number, report, title, period, area, audience, as_at, issued_at, "
        "issued_by, generation, program, sha256, chain) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
        "$10, $11, $12, $13)";
    Issue issue = given_issue;
    issue.number = store.value<std::int64_t>(last).value_or(0) + 1;
    std::ranges::sort(issue.files, {}, &IssueFile::format);
    for (IssueFile& file : issue.files) {
        file.sha256 = sha256(file.bytes);
        file.size = static_cast<std::int64_t>(file.bytes.size());
    }
    const std::string hash = digest(issue);
    const std::string before = store.value<std::string>(chain_of, issue.number - 1).value_or("");
    store.execute(insert, issue.number, issue.report, issue.title, qd::print(issue.period), issue.area.text(),
                  issue.audience, issue.as_at.seconds(), issue.issued_at.seconds(), given(issue.issued_by),
                  issue.generation, issue.program_version, hash, next_in_chain(before, hash));
    insert_parts(store, issue);
    keep_reference(store, issue.reference);
    return {issue.number, hash};
}

std::vector<Issue> read_issues(db::Connection& store) {
    std::vector<Issue> issues;
    for (StoredIssue& stored : read_stored(store)) {
        if (digest(stored.issue) != stored.sha256) damaged_issue(stored.issue.number);
        issues.push_back(std::move(stored.issue));
    }
    return issues;
}

IssueFile read_issue_file(db::Connection& store, std::int64_t number, const std::string& format) {
    constexpr auto select = "SELECT format, sha256, size, body FROM issue_files WHERE issue = $1 AND format = $2";
    for (auto row : store.query(select, number, format)) {
        FieldReader read(row);
        IssueFile file{.format = read.text(), .sha256 = read.text(), .size = read.integer(), .bytes = read.bytes()};
        file.bytes = decompress(file.bytes);
        if (sha256(file.bytes) != file.sha256) damaged_issue(number);
        return file;
    }
    throw Error(Fault::absent, "Issue " + std::to_string(number) + " has no " + format +
                                   " file. See what was issued: quarterday issues");
}

std::string read_issue_reference(db::Connection& store, const std::string& hash) {
    for (auto row : store.query(select_reference, hash)) {
        std::string bytes = decompress(db::as_text(row.get<db::BlobView>(0)));
        if (sha256(bytes) == hash) return bytes;
    }
    throw Error(Fault::outage, "The store is damaged: issue_references: " + hash +
                                   " is no longer there. Run quarterday verify, and restore the last sound backup.");
}

std::vector<std::string> verify_issues(db::Connection& store) {
    constexpr auto files = "SELECT issue, format, sha256, body FROM issue_files ORDER BY issue, format";
    std::vector<std::string> problems;
    std::string chain;
    for (const StoredIssue& stored : read_stored(store)) {
        const std::string name = "issues: issue " + std::to_string(stored.issue.number);
        if (digest(stored.issue) != stored.sha256)
            problems.push_back(name + ", or a text or file of it, was changed after it was made.");
        if (next_in_chain(chain, stored.sha256) != stored.chain)
            problems.push_back(name + " is not where it was: it, or one before it, was changed, taken out or moved.");
        chain = stored.chain;
    }
    for (auto row : store.query(files))
        if (std::string problem = problem_of(row); !problem.empty()) problems.push_back(std::move(problem));
    for (std::string& problem : verify_references(store)) problems.push_back(std::move(problem));
    return problems;
}

} // namespace qd::inline store
