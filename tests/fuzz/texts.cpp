#include "base/error.hpp"
#include "base/text.hpp"
#include "checks/prose.hpp"
#include "exchange/minutes/draft.hpp"
#include "exchange/values.hpp"
#include "fuzz/family.hpp"
#include "fuzz/ground.hpp"
#include "fuzz/mutate.hpp"
#include "fuzz/nasty.hpp"
#include "fuzz/show.hpp"
#include "reports/placeholders.hpp"
#include "reports/report.hpp"

#include <algorithm>

namespace qd::fuzz {
namespace {

constexpr std::string_view numbered_minutes = R"(Borsetshire County Council

Performance Committee

Minutes of the Meeting held on Tuesday, 3rd July, 2012 at 2.00 pm in Cabinet Room 'D'

Present:

County Councillor Ann Elm (Chair)

County Councillors

A Birch Mrs C Dale

1. Apologies for Absence

Apologies for absence were received from County Councillor George Heath.

2. Minutes of the Meeting held on 31 May 2012

Resolved: That the minutes of the meeting held on 31 May 2012 be confirmed and signed by the Chair.

3. Early support

Jo Kite, Head of Early Support, presented a report. Officers would take up these points with colleagues.

Resolved:

- (i) Noted the report.
- (ii) Requested that a further report be submitted in approximately 6 months time (January 2013).

4. Date of Next Meeting

The next meeting would be held on Thursday 30 August 2012 at 2.00pm in Cabinet Room 'B'.
)";

constexpr std::string_view marked_minutes = R"(MINUTES OF A MEETING OF THE PERFORMANCE COMMITTEE
HELD ON THURSDAY, 14 MARCH 2013
PRESENT: Councillor Elm (Chair), Councillors Birch and Dale
<AI1>
13.LSP.01 APOLOGIES
Apologies for absence were received from Councillor Fern.
</AI1>
<AI2>
13.LSP.02 MINUTES
RESOLVED – That the minutes of the last meeting held on 10 January 2013 be held as a correct record.
</AI2>
<AI3>
13.LSP.03 ANY OTHER BUSINESS
Agreed: officers to report back to the next meeting.
</AI3>
)";

constexpr std::string_view minute_lines[] = {
    "<AI1>",
    "</AI1>",
    "<AI99999999999999999999>",
    "<TRAILER_SECTION>",
    "1. Again",
    "999. Far",
    "Resolved:",
    "(i) Noted the report.",
    "- (iv) Requested an update by 31 February 2013.",
    "Present:",
    "Apologies for absence were received from County Councillor A B and County Councillor C D.",
    "Minutes of the Meeting held on the 32nd of Juli, 20123 at 25.61 pm",
    "The next meeting would be held on Monday 30 August 2012 at 2.00pm",
    "Jo Kite, Head of, of, of presented",
    "A.,,,,. O'",
};

constexpr std::string_view prose[] = {
    "It doubled from 14% to 35%.",
    "11 of 93 (12.9%) were late.",
    "6 + 11 + 8 make 19.",
    "A third of the 22,779 people, or 84.5 per cent, in quarter 3 of 2012/13.",
    "Seventeen of the nineteen actions are green, and most are on target.",
    "Performance has improved from 75.2% to 84.5%, up by 9.3 percentage points.",
    "£8.7m = £5.2m + £3.5m for 2,630 families",
    "two thirds of 1.5 million; half a dozen; 0 of 0 (0%)",
    "−12.5% to +99999999999999999999%",
    "1,2,3,4 5.6.7 1,,2 3%%",
    "fell by 100% and trebled, tripled, quadrupled, halved",
    "the majority of 0 measures",
    "[84.5%](#x) **19**,**252** of | 22 |",
};

std::string some_lines(Random& random, const std::string& text) {
    std::vector<std::string> lines = split(text, '\n');
    for (std::size_t i = random.few(6); i > 0; --i) {
        const std::size_t at = random.below(lines.size() + 1);
        const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
        if (random.once_in(3) && at < lines.size())
            lines.erase(place);
        else
            lines.insert(place, random.once_in(3) ? random.pick(lines) : std::string(random.pick(minute_lines)));
    }
    return join(lines, "\n");
}

void check_text(const std::string& what, const std::string& text) {
    must(is_utf8(text) && text.find('\0') == std::string::npos, what + " is not UTF-8.");
}

void check_findings(const Findings& findings) {
    for (const Finding& finding : findings) {
        must(!finding.message.empty() && !finding.remedy.empty(), "A finding says nothing.");
        check_text("A finding", finding.message);
        check_text("A remedy", finding.remedy);
    }
}

View latest_view(const Snapshot& snapshot) { return snapshot.view({}, ground().clock().now()); }

// The same council, with a text of its own.
std::shared_ptr<const Snapshot> with(const std::string& council, void (*put)(Content&, const std::string&),
                                     const std::string& text) {
    const auto known = ground().snapshot(council);
    Content content = known->content();
    std::erase_if(content.returns, [](const Return& each) { return each.origin == Origin::computed; });
    put(content, text);
    return std::make_shared<const Snapshot>(std::move(content), known->settings_text(), known->generation(),
                                            known->about());
}

// As people write it, with arguments that are sometimes right.
std::string some_placeholder(Random& random) {
    constexpr std::string_view words[] = {
        "ASC1",          "SDS",   "NEET",       "actual", "target",  "status",          "previous", "last-year",
        "measures",      "red",   "priorities", "title",  "outlook", "CCPI-2013-02-26", "$period",  "-1",
        "\"two words\"", "{{x}}", "",           "}",      "é",       "scorecard",       "2012-13Q3"};
    static const std::vector<PlaceholderKind> kinds = placeholder_kinds();
    std::string text =
        "{{" + (random.once_in(8) ? std::string(random.pick(words)) : std::string(random.pick(kinds).name));
    for (std::size_t i = random.below(4); i > 0; --i) text += " " + std::string(random.pick(words));
    return text + (random.once_in(4) ? "?" : "") + (random.once_in(12) ? "}" : "}}");
}

} // namespace

Input make_minutes(Random& random) {
    const std::string seed(random.once_in(2) ? numbered_minutes : marked_minutes);
    return {"minutes", {{"minutes.txt", random.once_in(4) ? mutate_bytes(random, seed) : some_lines(random, seed)}}};
}

Ending run_minutes(const Input& input) {
    const std::string& text = input.files[0].bytes;
    Content known;
    known.units = {{UnitCode("PC"), "Performance Committee", UnitKind::committee, {}, {}},
                   {UnitCode("HS"), "Health Scrutiny", UnitKind::committee, {}, {}}};
    const auto draft = draft_minutes({text, "minutes.txt", UnitCode("PC"), std::nullopt}, known);
    if (!draft) {
        must(!draft.error().empty(), "Minutes are refused without a complaint.");
        for (const Complaint& complaint : draft.error()) check_text("A complaint", print(complaint));
        return Ending::refused;
    }
    for (const Complaint& complaint : draft->to_confirm) check_text("What is to be confirmed", print(complaint));
    const Content& content = draft->content;
    must(!draft->meeting.empty() && find_row(content.meetings, draft->meeting), "A draft is of no meeting.");
    for (const Item& item : content.items)
        must(find_row(content.meetings, item.meeting) != nullptr, "An item is of a meeting that is not drafted.");
    for (const Decision& decision : content.decisions) {
        must(find_row(content.items, decision.item) != nullptr, "A decision is on an item that is not drafted.");
        check_text("A decision", decision.text);
    }
    must(draft_minutes({text, "minutes.txt", UnitCode("PC"), std::nullopt}, known)->content == content,
         "Minutes are drafted otherwise the second time.");
    return Ending::understood;
}

Input make_definition(Random& random) {
    std::string text = "+++\ntitle = \"A report, {{period}}\"\n+++\n\n";
    for (std::size_t i = random.between(1, 6); i > 0; --i) {
        switch (random.below(4)) {
        case 0: text += nasty_markdown(random); break;
        case 1: text += "Words with " + some_placeholder(random) + " in them.\n"; break;
        case 2: text += "- " + some_placeholder(random) + "\n"; break;
        default: text += "\n" + some_placeholder(random) + "\n\n";
        }
    }
    if (random.once_in(4)) text = mutate_narrative(random, text);
    return {random.once_in(2) ? "lancashire" : "chorley", {{"reports/own.md", text}}};
}

// A definition gets a list of what is wrong with it, or gives a document; never one with a gap where a figure should be.
Ending run_definition(const Input& input) {
    const std::string text = plain_text(input.files[0].bytes); // as a council folder gives it
    if (!is_utf8(text)) return Ending::refused;
    const auto snapshot = with(
        input.about,
        [](Content& content, const std::string& own) {
            content.report_definitions = {{"own", own}};
        },
        text);
    const View view = latest_view(*snapshot);
    try {
        const ComposedReport report = compose_report(*snapshot, "own", view);
        check_findings(report.findings);
        if (std::ranges::any_of(report.findings,
                                [](const Finding& finding) { return finding.severity == Severity::error; }))
            return Ending::refused;
        const std::string html = report_file(*snapshot, report.document, "own", view, DocumentFormat::html).bytes;
        check_text("A report", html);
        must(html.find(hostile_markup) == std::string::npos, "A report lets markup through.");
        const std::string sheets = report_file(*snapshot, report.document, "own", view, DocumentFormat::xlsx).bytes;
        must(sheets.starts_with("PK"), "A workbook of a report is none.");
        return Ending::understood;
    } catch (const Error& error) {
        must(error.fault() != Fault::outage, std::string("A definition ended in an outage: ") + error.what());
        return Ending::refused;
    }
}

Input make_prose(Random& random) {
    std::string text;
    for (std::size_t i = random.between(1, 6); i > 0; --i) {
        text += std::string(random.pick(prose)) + (random.once_in(3) ? "\n\n" : " ");
        if (random.once_in(6)) text += nasty_markdown(random);
    }
    if (random.once_in(2)) text = mutate_bytes(random, text);
    return {random.once_in(2) ? "lancashire" : "chorley", {{"causes.md", text}}};
}

// What people wrote is split up, compared with the figures, and reported; whatever it is.
Ending run_prose(const Input& input) {
    const auto plain = plain_text(input.files[0].bytes);
    if (!is_utf8(plain)) return Ending::refused;
    bool any = false;
    for (const std::string& sentence : sentences_of(plain)) {
        std::size_t end = 0;
        for (const ProseNumber& number : numbers_in(sentence)) {
            must(number.start >= end && number.end > number.start && number.end <= sentence.size(),
                 "A number does not stand in its sentence.");
            end = number.end;
            any = true;
            check_text("A number", as_written(sentence, number));
        }
    }
    const auto snapshot = with(
        input.about,
        [](Content& content, const std::string& text) {
            for (RecoveryPlan& plan : content.recovery_plans) plan.causes = text;
            for (Update& update : content.updates) update.narrative = text;
        },
        plain);
    check_findings(*snapshot->findings(latest_view(*snapshot)));
    return any ? Ending::understood : Ending::refused;
}

} // namespace qd::fuzz
