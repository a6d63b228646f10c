#include "acts/import.hpp"
#include "acts/inside.hpp"
#include "acts/issue.hpp"
#include "reports/layouts.hpp"
#include "reports/placeholders.hpp"
#include "reports/remaking.hpp"
#include "views/issue_comparison.hpp"
#include "views/issued.hpp"
#include "views/soundness.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "documents/formats/docx.hpp"
#include "documents/formats/html.hpp"
#include "documents/formats/package.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

namespace qd {
namespace {

const Actor tester{"tester"};
const FixedClock clock_of_test(Instant::parse("2026-11-22T06:00:00Z").value());

// A store of Lancashire's council folder, in a folder of its own.
class Issuing : public testing::Test {
protected:
    void SetUp() override {
        std::string name = (std::filesystem::temp_directory_path() / "quarterday-issuing.XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
        Store::init(address(), clock_of_test);
        desk_.emplace(address(), clock_of_test);
        import("examples/lancashire");
    }
    void TearDown() override {
        desk_.reset();
        std::filesystem::remove_all(folder_);
    }

    Issued issued() const { return {address(), clock_of_test}; }
    std::string address() const { return (folder_ / "store.db").string(); }

    void import(const std::filesystem::path& source) {
        for (const SourceOutcome& outcome : import_sources(*desk_, tester, {source}, DryRun::no))
            if (!outcome.outcome)
                for (const Complaint& complaint : outcome.outcome.error()) ADD_FAILURE() << print(complaint);
    }
    void import_file(const std::string& name, const std::string& text) {
        const auto source = folder_ / "source";
        std::filesystem::create_directories((source / name).parent_path());
        write_file(source / name, text);
        import(source);
        std::filesystem::remove_all(source);
    }

    static View view(std::string_view period = "2012-13Q3", std::string_view as_at = "2013-02-26") {
        return {Period::parse(period).value(), AreaCode("E10000017"), Instant::end_of(Date::parse(as_at).value())};
    }

    IssueOutcome issue(const View& of, const std::string& report = "scorecard") {
        const auto snapshot = desk_->newest();
        IssueRequest request;
        request.report = report;
        request.view = of;
        request.formats = formats_;
        request.looks = looks_;
        for (const Finding& finding : *snapshot->findings(of))
            if (finding.severity == Severity::error)
                request.let_pass.push_back({std::string(finding.code.text()), finding.place, "as printed"});
        return issue_report(*desk_, tester, *snapshot, request);
    }

    Findings findings_of(const std::string& body) {
        import_file("reports/mine.md", "+++\ntitle = \"Mine\"\n+++\n" + body);
        return compose_report(*desk_->newest(), "mine", view()).findings;
    }

    std::filesystem::path folder_;
    std::optional<Desk> desk_;
    std::vector<DocumentFormat> formats_{DocumentFormat::html, DocumentFormat::xlsx};
    std::optional<Looks> looks_;
};

TEST_F(Issuing, RefusesWhileAnErrorIsUnexplained) {
    const auto snapshot = desk_->newest();
    IssueRequest request;
    request.report = "scorecard";
    request.view = view();
    request.formats = {DocumentFormat::html};
    const IssueOutcome outcome = issue_report(*desk_, tester, *snapshot, request);
    EXPECT_FALSE(outcome.number);
    EXPECT_EQ(outcome.standing.size(), 3u);
    EXPECT_TRUE(issued().all().empty());
    request.let_pass = {{"parts-of-count", "nowhere", "because"}};
    EXPECT_THROW(issue_report(*desk_, tester, *snapshot, request), Error);
}

TEST_F(Issuing, ReportsFindingsOfTheKindsAskedFor) {
    EXPECT_TRUE(findings_of("{{findings project}}\n").empty());
    const std::string html = report_html(*desk_->newest(), "mine", view());
    EXPECT_NE(html.find("date-outside"), std::string::npos);
    EXPECT_EQ(html.find("parts-of-count"), std::string::npos);
    EXPECT_EQ(findings_of("{{findings projects}}\n").at(0).code.text(), "placeholder-arguments");
}

TEST_F(Issuing, KeepsWhatItWasMadeFromAndWhyErrorsPassed) {
    ASSERT_EQ(issue(view()).number, 1);
    const Issue kept = issued().issue(1);
    EXPECT_EQ(kept.report, "scorecard");
    EXPECT_EQ(kept.explanations.size(), 3u);
    EXPECT_EQ(kept.explanations[0].reason, "as printed");
    ASSERT_EQ(kept.texts.size(), 2u);
    EXPECT_EQ(kept.texts[0].origin, "supplied");
    EXPECT_EQ(kept.files.size(), 2u);
    EXPECT_EQ(problems_of_store(address(), clock_of_test), std::vector<std::string>());
}

// Whatever is handed in later, back-dated or not, and however registers and definitions change.
TEST_F(Issuing, IsMadeAgainToTheByteAfterWhateverCameLater) {
    ASSERT_EQ(issue(view()).number, 1);
    std::mt19937 random(7);
    const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
    for (int round = 0; round < 8; ++round) {
        const std::string day = std::to_string(10 + below(15));
        import_file("returns.csv",
                    "measure,period,reported_in,numerator,denominator,known_at\nASC1,2012-01-01/2012-12-31,2012-13Q3," +
                        std::to_string(19'000 + below(3'000)) + ",22779,2013-02-" + day + "\n");
        import_file("units.csv",
                    "code,name,kind,parent,post\nCCPI,Committee " + std::to_string(round) + ",committee,,\n");
        import_file("reports/scorecard.md",
                    "+++\ntitle = \"Another " + std::to_string(round) + "\"\n+++\n{{scorecard}}\n");
        import_file("actions.csv", "code,subject,title,state\nCYP2-A5,recovery_plan:CYP2-2012-13Q3,Another " +
                                       std::to_string(round) + ",complete\n");
        for (Issued given = issued(); const Remade& one : make_again(given, given.issue(1)))
            EXPECT_TRUE(one.is_identical()) << one.format << ": " << one.difference;
    }
    EXPECT_NE(report_html(*desk_->newest(), "scorecard", view()), issued().file(1, "html").bytes);
}

// The styles of a .docx with another font, so that the Word file shows whose it took.
std::string styled(const std::string& font) {
    std::vector<PackagePart> parts = unpack(reference_docx(), "Ours");
    for (PackagePart& part : parts)
        if (part.path == "word/styles.xml") part.bytes = replace_all(part.bytes, "\"Arial\"", "\"" + font + "\"");
    return pack(parts);
}

bool takes(const std::string& docx, const std::string& font) {
    for (const PackagePart& part : unpack(docx, "The report"))
        if (part.path == "word/styles.xml") return part.bytes.find("\"" + font + "\"") != std::string::npos;
    return false;
}

TEST_F(Issuing, KeepsTheReferenceDocumentOfThen) {
    std::filesystem::copy("examples/lancashire", folder_ / "council", std::filesystem::copy_options::recursive);
    const std::string settings = read_file("examples/lancashire/council.toml");
    const auto import_with = [&](const std::string& more, const std::string& font) {
        write_file(folder_ / "council/council.toml", settings + more);
        std::filesystem::create_directories(folder_ / "council/templates");
        write_file(folder_ / "council/templates/reference.docx", styled(font));
        import(folder_ / "council");
    };
    const std::string naming = "\n[documents]\nreference = \"templates/reference.docx\"\n";
    formats_ = {DocumentFormat::docx, DocumentFormat::html};
    import_with(naming, "Gill Sans");
    ASSERT_EQ(issue(view()).number, 1);
    EXPECT_TRUE(takes(issued().file(1, "docx").bytes, "Gill Sans"));
    const Issue kept = issued().issue(1);
    EXPECT_EQ(kept.texts.back().kind, IssueText::Kind::reference);
    EXPECT_EQ(kept.texts.back().name, "reference.docx");
    EXPECT_EQ(issued().reference(kept.texts.back().text), styled("Gill Sans"));
    looks_ = Looks{styled("Optima")};
    ASSERT_EQ(issue(view()).number, 2);
    looks_.reset();
    import_with(naming, "Verdana");
    EXPECT_TRUE(takes(report_file(*desk_->newest(), "scorecard", view(), DocumentFormat::docx).bytes, "Verdana"));
    import_with("", "Georgia");
    EXPECT_TRUE(takes(report_file(*desk_->newest(), "scorecard", view(), DocumentFormat::docx).bytes, "Arial"));
    for (const int number : {1, 2})
        for (Issued given = issued(); const Remade& one : make_again(given, given.issue(number)))
            EXPECT_TRUE(one.is_identical()) << number << " " << one.format << ": " << one.difference;
    EXPECT_EQ(problems_of_store(address(), clock_of_test), std::vector<std::string>());
}

TEST_F(Issuing, FillsWhatAPaperSaysAndNamesTheLine) {
    const auto import_paper = [&](const std::string& summary, const std::string& body) {
        import_file("papers/P.md", "+++\nreport = \"mine\"\nperiod = \"2012-13Q3\"\ntitle = \"P\"\nsummary = \"" +
                                       summary + "\"\n+++\n\n" + body);
    };
    const auto composed = [&] { return compose_report(*desk_->newest(), "mine", view()); };
    import_file("reports/mine.md", "+++\ntitle = \"Mine\"\n+++\n{{summary?}}\n\n{{background}}\n");
    import_paper("{{count red}} are red.", "Support reached {{measure ASC1 actual}}.\n\n## More\n\n{{chart ASC1}}\n");
    ComposedReport report = composed();
    ASSERT_TRUE(report.findings.empty()) << report.findings.front().message;
    const std::string html = to_html(report.document);
    EXPECT_NE(html.find("3 are red."), std::string::npos);
    EXPECT_NE(html.find("Support reached <a class=\"bound\" href=\"#source-asc1\">84.5%</a>."), std::string::npos);
    EXPECT_NE(html.find("<h3 id=\"more\">More</h3>"), std::string::npos);
    EXPECT_NE(html.find("<figure"), std::string::npos);

    import_paper("", "One.\n\n{{measure ORG1 actual}}\n{{measure XYZ actual}}\n{{background}}\n{{include mine}}\n");
    std::vector<std::string> told;
    for (const Finding& finding : composed().findings)
        told.push_back(finding.place + " " + std::string(finding.code.text()));
    EXPECT_EQ(told, (std::vector<std::string>{"papers/P.md, below its front matter, line 3 placeholder-empty",
                                              "papers/P.md, below its front matter, line 4 placeholder-unknown-code",
                                              "papers/P.md, below its front matter, line 5 include-circular",
                                              "reports/mine.md, line 6 include-circular"}));
    import_file("papers/P.md", "+++\nreport = \"mine\"\nperiod = \"2012-13Q3\"\ntitle = \"P\"\n"
                               "recommendations = [\"Note {{count red}}\"]\n+++\n\nText.\n");
    ASSERT_EQ(composed().findings.size(), 1u);
    EXPECT_EQ(composed().findings[0].place, "papers/P.md, recommendations");
}

TEST_F(Issuing, ComparesItsOwnTextWithTheFigures) {
    import_file("reports/mine.md", "+++\ntitle = \"Mine\"\n+++\n"
                                   "29 of the 35 measures are forecast to meet their target.\n\n"
                                   "{{count outlook_meet}} of the 35 measures are forecast to meet their target.\n\n"
                                   "Some 417 people came.\n\nSupport reached {{measure ASC1 actual}}.\n");
    const auto snapshot = desk_->newest();
    const ComposedReport report = compose_report(*snapshot, "mine", view());
    const Findings findings = findings_of_texts(*snapshot, view(), report.own_texts);
    std::string all;
    for (const Finding& finding : findings) all += std::string(finding.code.text()) + ": " + finding.message + "\n";
    ASSERT_EQ(findings.size(), 2u) << all;
    EXPECT_EQ(findings[0].place, "reports/mine.md") << all;
    EXPECT_NE(findings[0].message.find("29 of the 35"), std::string::npos) << all;
    EXPECT_EQ(findings[1].code.text(), "claims-not-bound");
    EXPECT_NE(findings[1].message.find("417"), std::string::npos) << all;
    EXPECT_EQ(findings[1].message.find("84.5"), std::string::npos) << all;
    const IssueOutcome outcome = issue(view(), "mine");
    EXPECT_EQ(outcome.number.has_value(), findings[0].severity != Severity::error) << all;
}

TEST_F(Issuing, ComparesTwoIssues) {
    ASSERT_EQ(issue(view("2012-13Q2", "2012-11-22")).number, 1);
    ASSERT_EQ(issue(view()).number, 2);
    import_file("returns.csv",
                "measure,period,reported_in,numerator,denominator,known_at,handed_in_by,reason\n"
                "ASC1,2012-01-01/2012-12-31,2012-13Q3,19300,22779,2013-02-20,Head of adult care,late transfers\n");
    ASSERT_EQ(issue(view()).number, 3);
    Issued given = issued();
    const IssueComparison quarters = compare_issues(given, given.issue(1), given.issue(2));
    EXPECT_TRUE(quarters.restated.empty());
    EXPECT_FALSE(quarters.added.empty());
    const IssueComparison same = compare_issues(given, given.issue(2), given.issue(3));
    ASSERT_FALSE(same.restated.empty());
    const Restatement& first = same.restated.front();
    EXPECT_EQ(first.measure, MeasureCode("ASC1"));
    EXPECT_EQ(first.before, "84.5%, 19,252 of 22,779");
    EXPECT_EQ(first.after, "84.7%, 19,300 of 22,779");
    EXPECT_EQ(first.by, "Head of adult care");
    EXPECT_EQ(first.why, "late transfers");
    ASSERT_TRUE(first.when);
    EXPECT_EQ(print(first.when->date()), "2013-02-20");
    EXPECT_TRUE(same.added.empty());
    EXPECT_TRUE(same.gone.empty());
}

TEST_F(Issuing, FillsFiguresAndLeadsThemToTheirSources) {
    import_file("reports/mine.md", "+++\ntitle = \"Mine, {{period}}\"\n[parameters]\nm = \"ASC1\"\n+++\n"
                                   "{{measure SDS actual}} = {{measure $m numerator}} of {{measure $m denominator}}; "
                                   "{{share outlook_meet}} of {{count measures}}; {{measure ORG1 status}}\n\n"
                                   "{{measure ORG1 actual?}} is left out\n");
    const ComposedReport report = compose_report(*desk_->newest(), "mine", view());
    ASSERT_TRUE(report.findings.empty()) << report.findings.front().message;
    const std::string html = to_html(report.document);
    EXPECT_EQ(report.document.title, "Mine, 2012/13 quarter 3");
    EXPECT_NE(html.find("<a class=\"bound\" href=\"#source-asc1\">84.5%</a>"), std::string::npos);
    EXPECT_NE(html.find("id=\"source-asc1\""), std::string::npos);
    EXPECT_NE(html.find("86% of 35"), std::string::npos);
    EXPECT_EQ(html.find("is left out"), std::string::npos);
}

TEST_F(Issuing, ReportsEveryMistakeInADefinitionAtOnce) {
    std::vector<std::string> codes;
    for (const Finding& finding :
         findings_of("{{mesure ASC1 actual}}\n{{measure ASC1 actuall}}\n{{measure XYZ actual}}\n"
                     "in {{scorecard}}\n{{measure ORG1 actual}}\n{{measure ASC1}}\n"
                     "{{parameter x}}\n{{include mine}}\n{{count greens}}\n"))
        codes.push_back(finding.place + " " + std::string(finding.code.text()));
    std::ranges::sort(codes);
    EXPECT_EQ(codes,
              (std::vector<std::string>{
                  "reports/mine.md, line 10 placeholder-parameter", "reports/mine.md, line 11 include-circular",
                  "reports/mine.md, line 12 placeholder-arguments", "reports/mine.md, line 4 placeholder-unknown",
                  "reports/mine.md, line 5 placeholder-arguments", "reports/mine.md, line 6 placeholder-unknown-code",
                  "reports/mine.md, line 7 placeholder-misplaced", "reports/mine.md, line 8 placeholder-empty",
                  "reports/mine.md, line 9 placeholder-arguments"}));
}

TEST_F(Issuing, SuppliedLayoutsFillFromTheExample) {
    const auto snapshot = desk_->newest();
    for (const ReportKind& kind : report_kinds(snapshot->content())) {
        if (!has_what_it_needs(snapshot->content(), kind)) continue;
        const ComposedReport report = compose_report(*snapshot, kind.name, view());
        EXPECT_TRUE(report.findings.empty())
            << kind.name << ": " << report.findings.front().place << " " << report.findings.front().message;
    }
}

TEST(Placeholders, AreAllInTheDocument) {
    const std::string document = read_file("docs/reports.md");
    for (const PlaceholderKind& kind : placeholder_kinds()) {
        std::string row = "| `{{" + std::string(kind.name);
        if (!kind.arguments.empty()) row += " " + std::string(kind.arguments);
        for (std::size_t at = row.find('|', 1); at != std::string::npos; at = row.find('|', at + 2))
            row.insert(at, "\\");
        row += "}}` | " + std::string(kind.gives) + " |";
        EXPECT_NE(document.find(row), std::string::npos) << "docs/reports.md lacks the row\n" << row;
    }
}

} // namespace
} // namespace qd
