#pragma once

#include <random>
#include <string>
#include <vector>

namespace qd::test {

// A line of made minutes. Each that says something has a word of its own, so that it can be found again.
struct MadeLine {
    std::string text;
    std::string word; // "zq17"; empty = a heading of the house, a blank line
};
struct MadeMinutes {
    std::vector<MadeLine> lines;
    std::vector<std::string> names; // that no draft may contain, in full or in part
    int items = 0, decisions = 0;

    std::string text() const {
        std::string all;
        for (const MadeLine& line : lines) all += line.text + "\n";
        return all;
    }
};

// Minutes of one of many houses: how they begin, number, decide, name persons and end is drawn for each.
class MinutesMaker {
public:
    explicit MinutesMaker(std::uint64_t seed) : random_(seed) {}

    MadeMinutes make() {
        made_ = {};
        word_ = 0;
        head();
        attendance();
        const int count = 2 + below(5), first = pick_of({1, 1, 14, 31, 112});
        const int numbering = below(10);
        for (int i = 0; i < count; ++i) item(numbering, first + i, i == 0 ? "Apologies for absence" : "");
        if (below(2) == 0) foot();
        return made_;
    }

    // What no house writes: lines of anything put in anywhere, lines lost, doubled and cut.
    void spoil(MadeMinutes& minutes) {
        static const std::vector<std::string> bits{"RESOLVED:",
                                                   "ACTION",
                                                   "1.",
                                                   "(a) ",
                                                   "<AI3>",
                                                   "</AI3>",
                                                   "Present:",
                                                   "| Action | Owner | Due |",
                                                   "12 March 2024",
                                                   "That",
                                                   "Page 3 of 9",
                                                   "Noted.",
                                                   "\t\t",
                                                   "Agreed that ",
                                                   "PART 2",
                                                   "Signed ........ Chair",
                                                   "Item 4",
                                                   "- ",
                                                   "Councillor ",
                                                   "23.PC.99 ",
                                                   "Apologies from ",
                                                   "______",
                                                   "next meeting ",
                                                   "\xC2\xAD",
                                                   "\xE2\x80\xA2 "};
        for (int changes = below(9); changes >= 0; --changes) {
            const auto at = static_cast<std::size_t>(below(static_cast<int>(minutes.lines.size())));
            switch (below(4)) {
            case 0:
                minutes.lines.insert(minutes.lines.begin() + static_cast<std::ptrdiff_t>(at), said(garbage()));
                break;
            case 1:
                minutes.lines[at].text =
                    bits[static_cast<std::size_t>(below(static_cast<int>(bits.size())))] + minutes.lines[at].text;
                break;
            case 2:
                minutes.lines.insert(minutes.lines.begin() + static_cast<std::ptrdiff_t>(at),
                                     {bits[static_cast<std::size_t>(below(static_cast<int>(bits.size())))], ""});
                break;
            default:
                std::swap(minutes.lines[at],
                          minutes.lines[static_cast<std::size_t>(below(static_cast<int>(minutes.lines.size())))]);
            }
        }
    }

private:
    int below(int n) { return static_cast<int>(random_() % static_cast<std::uint64_t>(n)); }
    template <class T> T pick_of(std::initializer_list<T> of) {
        return *(of.begin() + below(static_cast<int>(of.size())));
    }
    std::string pick(const std::vector<std::string>& of) {
        return of[static_cast<std::size_t>(below(static_cast<int>(of.size())))];
    }

    void blank() { made_.lines.push_back({"", ""}); }
    void put(const std::string& text) { made_.lines.push_back({text, ""}); }
    MadeLine said(const std::string& text) {
        const std::string word = "zq" + std::to_string(++word_);
        const auto at = text.find('@');
        return {at == std::string::npos ? text + " " + word : text.substr(0, at) + word + text.substr(at + 1), word};
    }
    void say(const std::string& text) { made_.lines.push_back(said(text)); }

    std::string garbage() {
        std::string text;
        for (int words = 1 + below(14); words > 0; --words)
            text += pick({"roads", "and", "the", "of", "12", "buses", "Were", "ferry;", "(b)", "costs:", "–", "paid,",
                          "it.", "100%", "to", "£4"}) +
                    " ";
        return text + "@";
    }

    std::string name() {
        const std::string surname = pick({"Finch", "O'Wren", "D\xE2\x80\x99Heron", "McTeal", "de Crane", "van der Lark",
                                          "St John-Swift", "Plover-Dunlin", "Fitzkestrel", "MacSwallow"});
        for (const std::string part :
             {"Finch", "Wren", "Heron", "Teal", "Crane", "Lark", "Swift", "Plover", "Dunlin", "kestrel", "Swallow"})
            if (surname.find(part) != std::string::npos) made_.names.push_back(part);
        return pick({"J ", "A. B. ", "R.J. ", "Mrs ", "", "Ann "}) + surname + pick({"", "", " MBE"});
    }
    std::string member() {
        return pick({"Councillor ", "Cllr ", "Cllr. ", "County Councillor ", "COUNCILLOR "}) + name();
    }

    void head() {
        const std::string date =
            pick({"Tuesday, 12th September, 2023", "12 September 2023", "12/09/2023", "Tuesday 12 Sept 2023"});
        switch (below(6)) {
        case 0:
            put("Made County Council");
            blank();
            put("Minutes of the Meeting held on " + date + " at 2.00 pm in the Mill Room");
            break;
        case 1:
            put("Performance Committee");
            put(date + ", 6.30 pm");
            put("Mill Room, Town Hall");
            break;
        case 2: put("MINUTES OF A MEETING OF THE PANEL HELD AT THE TOWN HALL ON " + date); break;
        case 3:
            put("Board minutes (unconfirmed)");
            put("Date: " + date);
            put("Time: 10am");
            put("Venue: Town Hall");
            break;
        case 4: put("Minutes of a meeting of the Performance Committee held in the Mill Room on " + date); break;
        default: put("MINUTES of the Committee, held on " + date + " commencing at 7.00pm");
        }
        blank();
    }

    void attendance() {
        const std::string post = pick({"Head of Roads", "Director of Place", "Clerk"});
        switch (below(4)) {
        case 0: put("Present: " + member() + " (Chair)"); break;
        case 1:
            put("PRESENT");
            for (int i = 1 + below(4); i > 0; --i) put(member());
            put("In attendance: " + post);
            break;
        case 2:
            put("Members present:");
            put(member() + " (in the Chair), " + member() + " and " + member());
            break;
        default:
            put("Present:");
            blank();
            put(member() + " (Chair)");
            put("Councillors");
            put("A Finch\tB Heron");
            for (const char* part : {"Finch", "Heron"}) made_.names.push_back(part);
        }
        blank();
    }

    std::string numbered(int numbering, int number, const std::string& title) {
        const std::string n = std::to_string(number);
        static const std::vector<std::string> romans{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        switch (numbering) {
        case 0: return n + ". " + title;
        case 1: return n + "\t" + title;
        case 2: return "23.PC." + n + " " + title;
        case 3: return n + "/23 " + title;
        case 4: return "Item " + n + ": " + title;
        case 5: return "Minute No. " + n + " - " + title;
        case 6: return n + ") " + title;
        case 7: return "PC/23/" + n + "  " + title;
        case 8: return "**" + n + ". " + title + "**";
        default: return romans[static_cast<std::size_t>(made_.items)] + ". " + title;
        }
    }

    void item(int numbering, int number, const std::string& given) {
        const std::string title = given.empty() ? pick({"Winter plan @", "Performance of the @ service", "Grants @",
                                                        "Budget @ monitoring", "Ferry @ update"})
                                                : given + " @";
        std::string heading = numbered(numbering, number, title);
        ++made_.items;
        made_.lines.push_back(said(heading));
        blank();
        if (!given.empty()) return say("Apologies were received from " + member() + " for @."), blank();
        for (int i = below(3); i > 0; --i)
            say(pick({"The Head of Roads explained the @ scheme.",
                      "Delayed Transfers of Care in Market Street fell by @.", member() + " asked why @ was late.",
                      "Costs had risen @ since May. The Corporate Director replied."})),
                blank();
        outcome();
        blank();
    }

    void outcome() {
        switch (below(8)) {
        case 0:
            say("RESOLVED: That the @ report be noted.");
            made_.decisions += 1;
            break;
        case 1:
            put("RESOLVED:");
            say("1. That the @ log be noted.");
            say("2. That the Head of Roads bring a report on @ by 31 October 2023.");
            made_.decisions += 2;
            break;
        case 2:
            put("RESOLVED: That");
            say("(i) the @ plan be adopted;");
            say("(ii) the Director of Place circulate @ within 14 days; and");
            say("(iii) a further report on @ be presented in six months' time.");
            made_.decisions += 3;
            break;
        case 3:
            say("AGREED - that the @ grant be paid.");
            say("ACTION: Head of Roads to publish @ by 20 October 2023.");
            made_.decisions += 2;
            break;
        case 4:
            say("Decision: to fund the @ club for a further year.");
            made_.decisions += 1;
            break;
        case 5:
            say("The Committee agreed to: 1. note the @ report; 2. ask the operators to attend in January 2024.");
            made_.decisions += 2;
            break;
        case 6:
            put("Action | Owner | Due");
            say("Give the cost of @ drivers | Head of Fleet | 6 October 2023");
            say("Arrange a visit to @ | Clerk | When received");
            made_.decisions += 2;
            break;
        default:
            say("It was proposed by " + member() + ", seconded by " + member() +
                " and RESOLVED that the @ lease be renewed.");
            made_.decisions += 1;
        }
    }

    void foot() {
        say("The meeting closed at 8.15 pm and @.");
        blank();
        put("Signed .................... Chair");
    }

    std::mt19937_64 random_;
    MadeMinutes made_;
    int word_ = 0;
};

} // namespace qd::test
