#include "base/text.hpp"
#include "checks/claims.hpp"
#include "engine/partnership.hpp"
#include "engine/scorecard.hpp"
#include "exchange/folder.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>

// How well the checker tells true sentences from false ones. Each file beside this one names councils (folders beside it) and
// holds sentences with a label; each is read as a commentary of its own. See README.md.
namespace qd {
namespace {

// A council at one period, with what is computed of it.
struct Council {
    Content content;
    Period period;
    Instant as_at;
    Scorecard scorecard;
    std::optional<Scorecard> before;
    Partnership partnership;
    Courses courses;

    Council(Content all, Period of) : content(std::move(all)), period(of) {
        const Calendar& calendar = content.settings.calendar;
        as_at = Instant::end_of(calendar.last_day(period).plus_months(1));
        const AreaCode area = content.settings.area;
        scorecard = compute_scorecard(content, period, area, as_at);
        if (const auto previous = calendar.previous(period))
            before = compute_scorecard(content, *previous, area, as_at);
        partnership = compute_partnership(content, period, as_at);
        for (const Measure& measure : content.measures)
            courses.push_back(std::make_shared<const Series>(compute_series(content, measure.code, area, as_at)));
    }
    Council(const Council&) = delete;

    CheckInput input() const {
        return {content, period, as_at, scorecard, before ? &*before : nullptr, partnership, courses, {}};
    }
};

struct Labelled {
    const Council* council;
    Subject subject;
    bool holds = true;
    std::string code; // of the finding that is expected; empty = any
    std::string words;
};

[[noreturn]] void refuse(const std::string& message) {
    std::cerr << message << "\n";
    std::exit(2);
}

class SentenceFile {
public:
    explicit SentenceFile(const std::filesystem::path& path) : folder_(path.parent_path()) {
        std::ifstream in(path);
        if (!in) refuse("There is no file " + path.string() + ".");
        for (std::string line; std::getline(in, line);)
            if (!trim(line).empty() && !line.starts_with('#')) take(std::string(trim(line)));
    }

    std::vector<std::unique_ptr<Council>> councils;
    std::vector<Labelled> sentences;

private:
    void take(const std::string& line) {
        if (line.starts_with("council ")) return council(split(line, ' '));
        if (line.starts_with('[')) {
            const auto subject = parse_subject(line.substr(1, line.size() - 2));
            if (!subject && line != "[council]") refuse("What " + line + " is about is not understood.");
            subject_ = subject.value_or(Subject());
            return;
        }
        const std::size_t bar = line.find('|');
        const bool holds = line.starts_with("true"), fails = line.starts_with("false");
        if (bar == std::string::npos || (!holds && !fails)) refuse("Neither true nor false: " + line);
        Labelled one{councils.back().get(), subject_, holds, "",
                     replace_all(std::string(trim(line.substr(bar + 1))), "\\n", "\n")};
        if (fails) one.code = std::string(trim(line.substr(5, bar - 5)));
        sentences.push_back(std::move(one));
    }

    void council(const std::vector<std::string>& words) {
        if (words.size() != 3) refuse("A council is a folder and a period.");
        const auto period = Period::parse(words[2]);
        auto reading = read_source(folder_ / words[1], Content());
        if (!reading)
            for (const Complaint& complaint : reading.error())
                std::cerr << complaint.file << ": " << complaint.message << "\n";
        if (!period || !reading) refuse("The council " + words[1] + " cannot be read.");
        councils.push_back(std::make_unique<Council>(in_canonical_order(std::move(reading->content)), *period));
    }

    std::filesystem::path folder_;
    Subject subject_;
};

// What was found in the sentence itself; that a number stands beside nothing is no alarm.
Findings found_in(const Labelled& sentence) {
    Findings found = check_texts(sentence.council->input(), {{sentence.subject, "Sentence", sentence.words, {}, {}}});
    std::erase_if(found, [](const Finding& finding) { return finding.code == "claims-not-bound"; });
    return found;
}

struct Score {
    std::size_t all_false = 0, found = 0, with_code = 0, all_true = 0, alarms = 0;
};

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void tell(const char* what, const Labelled& sentence, const Findings& findings) {
    std::cout << what << " " << print(sentence.subject) << ": " << sentence.words << "\n";
    for (const Finding& finding : findings)
        std::cout << "    " << finding.code.text() << ": " << finding.message << "\n";
}

Score score(const SentenceFile& file, bool list) {
    Score score;
    for (const Labelled& sentence : file.sentences) {
        const Findings findings = found_in(sentence);
        if (sentence.holds) {
            ++score.all_true;
            if (!findings.empty()) ++score.alarms;
            if (!findings.empty() && list) tell("ALARM ", sentence, findings);
            continue;
        }
        ++score.all_false;
        if (!findings.empty()) ++score.found;
        const bool as_expected =
            std::ranges::any_of(findings, [&](const Finding& finding) { return finding.code.text() == sentence.code; });
        if (as_expected) ++score.with_code;
        if (findings.empty() && list) tell("MISSED", sentence, findings);
        if (!findings.empty() && !as_expected && list)
            tell(("OTHER  (" + sentence.code + ")").c_str(), sentence, findings);
    }
    return score;
}

void print(const std::string& name, const Score& score) {
    std::cout << name << ": " << score.found << " of " << score.all_false << " false sentences found ("
              << percent(score.found, score.all_false) << "%), " << score.with_code << " with the code expected; "
              << score.alarms << " false alarms in " << score.all_true << " true sentences ("
              << percent(score.alarms, score.all_true) << "%)\n";
}

} // namespace
} // namespace qd

int main(int count, char** arguments) {
    using namespace qd;
    std::cout.precision(3);
    bool list = false;
    double least_recall = 0, most_alarms = 100;
    Score all;
    const auto began = std::chrono::steady_clock::now();
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--list")
            list = true;
        else if (argument == "--least-recall")
            least_recall = std::stod(arguments[++i]);
        else if (argument == "--most-alarms")
            most_alarms = std::stod(arguments[++i]);
        else {
            const Score one = score(SentenceFile(argument), list);
            print(std::filesystem::path(argument).filename().string(), one);
            all = {all.all_false + one.all_false, all.found + one.found, all.with_code + one.with_code,
                   all.all_true + one.all_true, all.alarms + one.alarms};
        }
    }
    print("all", all);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    std::cout << took.count() / static_cast<double>(std::max<std::size_t>(1, all.all_false + all.all_true))
              << " ms a sentence\n";
    const bool passes =
        percent(all.found, all.all_false) >= least_recall && percent(all.alarms, all.all_true) <= most_alarms;
    return passes ? 0 : 1;
}
