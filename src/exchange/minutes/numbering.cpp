#include "exchange/minutes/numbering.hpp"

#include "exchange/minutes/item_number.hpp"
#include "exchange/minutes/item_titles.hpp"
#include "exchange/minutes/outcome_words.hpp"

#include <algorithm>
#include <map>

namespace qd::inline exchange {
namespace {

struct Candidate {
    std::size_t line = 0, title_line = 0;
    NumberedLine number;
    double score = 0;
};

struct Step {
    std::size_t candidate = 0;
    int count = 0;
};
using Run = std::vector<Step>; // candidates of one style, by line

bool is_blank(const MinutesLine& line) { return line.text.empty(); }

// What comes before a line shows whether it is an entry of a list.
class Surroundings {
public:
    Surroundings(const MinutesLines& lines, std::size_t begin) : lines_(lines), begin_(begin) {}

    double score(const Candidate& candidate) const {
        double score = title_likeness(candidate.number.title);
        if (candidate.number.marked) score += 1.5;
        const std::size_t at = candidate.line;
        if (lines_[at].strong || lines_[candidate.title_line].strong) score += 1.5;
        if (lines_[at].text.starts_with("- ")) score -= 0.5;
        if (at == begin_ || is_blank(lines_[at - 1])) score += 0.5;
        const std::size_t after = candidate.title_line + 1;
        if (after >= lines_.size() || is_blank(lines_[after])) score += 0.5;
        if (at <= begin_) return score;
        std::size_t before = at - 1;
        while (before > begin_ && is_blank(lines_[before])) --before;
        const std::string& text = lines_[before].text;
        const auto stem = stem_at_start(text);
        const auto within = stem ? stem : stem_within(text);
        if (stem && text.size() <= stem->rest + 30 && !text.ends_with('.'))
            score -= 4;
        else if (within && text.ends_with(':'))
            score -= 4;
        else if (text.ends_with(':') && !is_attendance_label(text))
            score -= 3;
        if (text.ends_with(';') || text.ends_with("; and") || text.ends_with(", and")) score -= 4;
        return score;
    }

private:
    const MinutesLines& lines_;
    std::size_t begin_;
};

std::vector<Candidate> candidates_of(const MinutesLines& lines, std::size_t begin, std::size_t end) {
    const Surroundings surroundings(lines, begin);
    std::vector<Candidate> found;
    for (std::size_t at = begin; at < end; ++at) {
        if (is_blank(lines[at]) || is_layout(lines[at].text)) continue;
        Candidate candidate{at, at, numbered_line(lines[at].text), 0};
        if (candidate.number.readings.empty()) continue;
        if (candidate.number.title.find('|') != std::string::npos ||
            candidate.number.title.find('\t') != std::string::npos)
            continue;
        if (candidate.number.title.empty()) {
            std::size_t next = at + 1;
            while (next < end && next < at + 4 && is_blank(lines[next])) ++next;
            if (next >= end || next >= at + 4 || is_layout(lines[next].text)) continue;
            if (!numbered_line(lines[next].text).readings.empty() || stem_at_start(lines[next].text)) continue;
            candidate.title_line = next;
            candidate.number.title = lines[next].text;
            if (candidate.number.title.ends_with('.')) candidate.score -= 2;
        }
        candidate.score += surroundings.score(candidate);
        found.push_back(std::move(candidate));
    }
    return found;
}

// What it costs to go from one number to another: nothing to the next, much to one far on.
double step_cost(const Candidate& from, int from_count, const Candidate& to, int to_count) {
    const int step = to_count - from_count;
    double cost = step == 1 ? -0.5 : step == 0 ? 2.5 : step < 4 ? 0.75 * (step - 1) : 3;
    if (from.number.delimiter != to.number.delimiter) cost += 0.75;
    if ((from.title_line == from.line) != (to.title_line == to.line)) cost += 0.5;
    return cost;
}

struct Chain {
    double score = 0;
    std::vector<std::size_t> candidates;
};

Chain best_chain(const std::vector<Candidate>& all, const Run& run) {
    constexpr std::size_t most_back = 400; // of text that is not minutes at all
    std::vector<double> best(run.size());
    std::vector<std::size_t> before(run.size(), std::string::npos);
    std::size_t last = std::string::npos;
    for (std::size_t i = 0; i < run.size(); ++i) {
        best[i] = all[run[i].candidate].score + (run[i].count == 1 ? 0.5 : 0);
        const double alone = best[i];
        for (std::size_t j = i > most_back ? i - most_back : 0; j < i; ++j) {
            if (run[j].count > run[i].count || all[run[j].candidate].title_line >= all[run[i].candidate].line) continue;
            const double with = best[j] + alone - (run[i].count == 1 ? 0.5 : 0) -
                                step_cost(all[run[j].candidate], run[j].count, all[run[i].candidate], run[i].count);
            if (with > best[i]) {
                best[i] = with;
                before[i] = j;
            }
        }
        if (last == std::string::npos || best[i] > best[last]) last = i;
    }
    Chain chain;
    if (last == std::string::npos) return chain;
    chain.score = best[last];
    for (std::size_t i = last; i != std::string::npos; i = before[i]) chain.candidates.push_back(run[i].candidate);
    std::ranges::reverse(chain.candidates);
    return chain;
}

} // namespace

std::vector<ItemHeading> numbered_headings(const MinutesLines& lines, std::size_t begin, std::size_t end) {
    const std::vector<Candidate> all = candidates_of(lines, begin, end);
    std::map<std::string, Run> runs;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const NumberReading& reading : all[i].number.readings) runs[reading.style].push_back({i, reading.count});
    Chain best;
    for (const auto& [style, run] : runs)
        if (Chain chain = best_chain(all, run); chain.score > best.score) best = std::move(chain);
    std::vector<ItemHeading> headings;
    if (best.score < 1) return headings;
    for (const std::size_t i : best.candidates)
        headings.push_back({all[i].line, all[i].title_line, all[i].number.number, all[i].number.title, {}, true});
    return headings;
}

std::vector<ItemHeading> plain_headings(const MinutesLines& lines, std::size_t begin, std::size_t end) {
    enum class Form { bold, capitals, underlined, usual };
    const auto has_form = [&](std::size_t at, Form form) {
        const std::string& text = lines[at].text;
        if (text.empty() || is_layout(text) || stem_at_start(text)) return false;
        const bool apologies = is_usual_title(text) && !text.ends_with(':'); // an item of its own
        if (is_attendance_label(text) && !apologies) return false;
        if (form == Form::bold) return lines[at].strong && title_likeness(text) > 0;
        if (form == Form::capitals) return is_capital_title(text);
        if (form == Form::underlined)
            return at + 1 < end && lines[at + 1].text.size() > 2 &&
                   lines[at + 1].text.find_first_not_of("-=_~") == std::string::npos && title_likeness(text) > 0;
        const bool apart =
            (at == begin || is_blank(lines[at - 1])) && at + 1 < end && !text.ends_with('.') && !text.ends_with(':');
        return apart && text.size() < 90 && title_likeness(text) > 0 && text[0] >= 'A' && text[0] <= 'Z' &&
               text.find('\t') == std::string::npos;
    };
    for (const Form form : {Form::bold, Form::capitals, Form::underlined, Form::usual}) {
        std::vector<ItemHeading> headings;
        std::size_t usual = 0;
        for (std::size_t at = begin; at < end; ++at) {
            if (!has_form(at, form)) continue;
            usual += is_usual_title(lines[at].text) ? 1 : 0;
            if (form == Form::capitals && !headings.empty() && headings.back().title_line + 1 == at) {
                headings.back().title += " " + lines[at].text; // of two lines
                headings.back().title_line = at;
                continue;
            }
            headings.push_back({at, at, std::to_string(headings.size() + 1), lines[at].text, {}, false});
        }
        const bool enough = form == Form::usual ? usual > 1 : form == Form::capitals || usual > 0;
        if (!headings.empty() && enough) return headings;
    }
    return {};
}

} // namespace qd::inline exchange
