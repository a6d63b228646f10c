#include "acts/former_figures.hpp"

#include "engine/described.hpp"
#include "engine/rate.hpp"
#include "exchange/withdrawing.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

namespace qd::inline acts {
namespace {

enum class Weight { none, counts };
using FormerPlace = std::tuple<Weight, AreaCode, Stretch>; // drafts are apart from what counts

// What one return says of one cell.
struct SaidOf {
    std::size_t from = 0; // in the returns of the content
    std::int64_t act = 0;
    Observation cell;
};

bool is_before(const Content& content, const SaidOf& a, const SaidOf& b) {
    return std::pair(content.returns[a.from].known_at, a.from) < std::pair(content.returns[b.from].known_at, b.from);
}

void deny(Observation& cell, Denial what) {
    cell.denied = static_cast<Denials>(cell.denied | static_cast<Denials>(what));
}

// One measure, cell by cell.
class FormerCells {
public:
    FormerCells(const Content& content, const std::vector<std::int64_t>& acts, std::int64_t act, const Measure& measure,
                const std::vector<std::size_t>& returns)
        : content_(content), measure_(measure), act_(act) {
        const bool to_date = measure.roll_up == RollUp::by_hand;
        const Described described(content, to_date ? &measure : nullptr, returns);
        for (const std::size_t from : returns) {
            const Return& handed_in = content.returns[from];
            const Weight weight = counts(handed_in.state) ? Weight::counts : Weight::none;
            for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
                Observation cell = handed_in.observations.at(row);
                const AreaCode& area = cell.area.empty() ? content.settings.area : cell.area;
                words_[{weight, area, described.stretch(cell.period)}].push_back({from, acts[from], std::move(cell)});
            }
        }
        for (auto& [place, words] : words_)
            std::ranges::sort(words, [&](const SaidOf& a, const SaidOf& b) { return is_before(content, a, b); });
    }

    void add_to(FormerFigures& former, const std::string& reason, Instant now) {
        std::map<std::pair<std::optional<std::size_t>, ReturnState>, Return> made; // by the return put back
        for (const auto& [place, words] : words_) {
            if (std::ranges::none_of(words, [&](const SaidOf& word) { return word.act == act_; })) continue;
            if (is_of_several_states(place)) {
                former.not_put_back.push_back("returns " + name_of(words.back().cell) +
                                              " was handed in in several states, such as draft and approved.");
                continue;
            }
            if (std::ranges::any_of(words, [&](const SaidOf& word) { return word.act > act_; })) {
                former.handed_in_since.push_back(told(words));
                continue;
            }
            // imported history that was not the last word: what was known since stands
            if (words.back().act != act_) {
                ++former.past;
                continue;
            }
            take(words, reason, now, former, made);
        }
        for (auto& [from, handed_in] : made) former.returns.push_back(std::move(handed_in));
    }

private:
    std::string name_of(const Observation& cell) const {
        return measure_.code.text() + " " + print(cell.period, content_.settings.calendar.year_style()) +
               (cell.area.empty() ? "" : " " + cell.area.text());
    }

    std::string told(const std::vector<SaidOf>& words) const {
        const auto later = std::ranges::max_element(words, {}, &SaidOf::act);
        return "returns " + name_of(later->cell) + " was handed in again (act " + std::to_string(later->act) + ").";
    }

    // What was said of a cell in one state decides how the words of another count, so such a cell is left alone.
    bool is_of_several_states(const FormerPlace& place) const {
        std::optional<ReturnState> state;
        for (const Weight weight : {Weight::none, Weight::counts}) {
            const auto found = words_.find({weight, std::get<1>(place), std::get<2>(place)});
            if (found == words_.end()) continue;
            for (const SaidOf& word : found->second) {
                const ReturnState said = content_.returns[word.from].state;
                if (state && *state != said) return true;
                state = said;
            }
        }
        return false;
    }

    template <class Made>
    void take(const std::vector<SaidOf>& words, const std::string& reason, Instant now, FormerFigures& former,
              Made& made) const {
        const auto first_of_act = std::ranges::find(words, act_, &SaidOf::act);
        std::vector<SaidOf> before, brought;
        for (const SaidOf& word : words) (word.act == act_ ? brought : before).push_back(word);
        const Return& newest = content_.returns[words.back().from];
        const std::optional<std::size_t> from = before.empty() ? std::nullopt : std::optional(before.back().from);
        const Return& origin = from ? content_.returns[*from] : newest;
        Return& into = made[{from, origin.state}];
        into.measure = measure_.code;
        into.state = origin.state;
        into.reason = reason;
        into.known_at = std::max({into.known_at.value_or(now), now, newest.known_at.value_or(now)});
        if (from) {
            into.handed_in_by = origin.handed_in_by;
            into.signed_off_by = origin.signed_off_by;
            into.source = origin.source;
            into.source_sha256 = origin.source_sha256;
        }
        into.observations.add(before.empty() ? gap(first_of_act->cell, reason, brought) : as_it_stood(before, brought));
        ++(before.empty() ? former.withdrawn : former.put_back);
    }

    static Observation gap(const Observation& cell, const std::string& reason, const std::vector<SaidOf>& brought) {
        Observation none = withdrawn_cell(cell.area, cell.period, reason);
        if (gives_target(brought)) deny(none, Denial::target);
        return none;
    }

    static bool gives_target(const std::vector<SaidOf>& words) {
        return std::ranges::any_of(words, [](const SaidOf& word) { return word.cell.target.has_value(); });
    }

    std::optional<Ratio> number(const Observation& cell) const { return amount_of(measure_, cell, 0).number; }

    // The newest word, with what it left as an earlier one said it (see Sheet::said), and without what the act added to that.
    Observation as_it_stood(const std::vector<SaidOf>& before, const std::vector<SaidOf>& brought) const {
        Observation cell = before.back().cell;
        const auto figure = number(cell);
        Denials denied = cell.denied;
        bool target_is_settled = cell.target || has(denied, Denial::target), same = figure.has_value();
        cell.denied = 0;
        for (auto word = before.rbegin() + 1; word != before.rend(); ++word) {
            const Observation& earlier = word->cell;
            if (!target_is_settled) cell.target = earlier.target;
            target_is_settled = target_is_settled || earlier.target || has(earlier.denied, Denial::target);
            same = same && number(earlier) == figure;
            if (!same) continue;
            if (!has(denied, Denial::flags))
                cell.flags = static_cast<Flags>(cell.flags | (earlier.flags & lasting_flags));
            if (cell.note.empty() && !has(denied, Denial::note)) cell.note = earlier.note;
            if (!cell.published && !has(denied, Denial::published)) cell.published = earlier.published;
            denied = static_cast<Denials>(denied | earlier.denied);
        }
        if (!cell.target && gives_target(brought)) deny(cell, Denial::target);
        for (const SaidOf& word : brought) {
            if (!figure || number(word.cell) != figure) continue;
            if (cell.note.empty() && !word.cell.note.empty()) deny(cell, Denial::note);
            if (!cell.published && word.cell.published) deny(cell, Denial::published);
            if ((word.cell.flags & lasting_flags & ~cell.flags) != 0) deny(cell, Denial::flags);
        }
        return cell;
    }

    const Content& content_;
    const Measure& measure_;
    std::int64_t act_;
    std::map<FormerPlace, std::vector<SaidOf>> words_;
};

} // namespace

FormerFigures former_figures(const Content& content, const std::vector<std::int64_t>& acts, std::int64_t act,
                             const std::string& reason, Instant now) {
    FormerFigures former;
    std::map<MeasureCode, std::vector<std::size_t>> returns;
    for (std::size_t i = 0; i < content.returns.size(); ++i)
        if (acts[i] == act) returns.try_emplace(content.returns[i].measure);
    for (std::size_t i = 0; i < content.returns.size(); ++i)
        if (const auto found = returns.find(content.returns[i].measure); found != returns.end())
            found->second.push_back(i);
    for (const auto& [code, places] : returns) {
        const Measure* measure = find_row(content.measures, code);
        if (measure == nullptr) continue; // of a figure whose measure is gone nothing stands
        if (measure->roll_up == RollUp::by_hand) {
            former.not_put_back.push_back("returns " + code.text() +
                                          ": its years to date are handed in (roll_up by_hand).");
            continue;
        }
        FormerCells(content, acts, act, *measure, places).add_to(former, reason, now);
    }
    return former;
}

} // namespace qd::inline acts
