#include "domain/risk_register.hpp"

#include "base/natural_order.hpp"
#include "base/text.hpp"
#include "domain/grain_months.hpp"
#include "domain/known_reviews.hpp"
#include "domain/names.hpp"
#include "domain/risk_words.hpp"

#include <algorithm>
#include <set>

namespace qd {
namespace {

// Whether an entry is on the register of a period.
enum class RiskStanding {
    none,     // nobody had reviewed it by then
    reviewed, // in the period
    carried,  // its next review is not due yet
    overdue,  // its next review is due, and nobody reviewed its register
    left,     // closed or merged
    gone      // its register was reviewed without it
};

bool is_on(RiskStanding standing) {
    return standing == RiskStanding::reviewed || standing == RiskStanding::carried || standing == RiskStanding::overdue;
}

constexpr int longest_overdue_months = 12; // an entry that nobody reviews is carried no longer

class RegisterMaker {
public:
    RegisterMaker(const Content& content, Instant as_at)
        : content_(content), calendar_(content.settings.calendar), as_at_(as_at),
          reviews_(known_reviews(content, as_at)), rule_(score_rule_of(content.settings.risk, all_reviews())),
          periods_(register_periods(content, as_at)) {}

    RiskRegister make(Period period) const {
        RiskRegister all;
        all.period = period;
        all.as_at = as_at_;
        all.matrix = content_.settings.risk;
        all.rule = rule_;
        all.periods = periods_;
        all.before = register_before(period);
        for (const Risk* risk : sorted_risks()) add(*risk, all);
        return all;
    }

    ScoreRule rule() const { return rule_; }

    std::vector<RiskLine> history(const Risk& risk) const {
        std::vector<RiskLine> lines;
        const std::vector<RiskReview>& reviews = reviews_of(risk);
        for (std::size_t i = 0; i < reviews.size(); ++i) lines.push_back(reviewed_line(risk, i));
        return lines;
    }

private:
    const std::vector<RiskReview>& reviews_of(const Risk& risk) const {
        static const std::vector<RiskReview> none;
        const auto found = reviews_.find(risk.code);
        return found == reviews_.end() ? none : found->second;
    }
    std::vector<const RiskReview*> all_reviews() const {
        std::vector<const RiskReview*> all;
        for (const auto& [risk, reviews] : reviews_)
            for (const RiskReview& review : reviews) all.push_back(&review);
        return all;
    }
    std::vector<const Risk*> sorted_risks() const {
        std::vector<const Risk*> risks;
        for (const Risk& risk : content_.risks) risks.push_back(&risk);
        std::ranges::stable_sort(
            risks, [](const Risk* a, const Risk* b) { return counts_before(a->code.text(), b->code.text()); });
        return risks;
    }
    std::optional<Period> register_before(Period period) const {
        std::optional<Period> before;
        for (const Period other : periods_)
            if (other.grain() == period.grain() && other < period) before = other;
        return before;
    }

    // The place of the newest review that describes no later time; of two with the same end, the one of that very period.
    std::optional<std::size_t> newest_by(const Risk& risk, Period period) const {
        const std::vector<RiskReview>& reviews = reviews_of(risk);
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < reviews.size(); ++i) {
            if (reviews[i].period == period) return i;
            if (calendar_.last_day(reviews[i].period) <= calendar_.last_day(period)) found = i;
        }
        return found;
    }
    std::string register_of(const Risk& risk, const RiskReview& review) const {
        if (!review.held_in.empty()) return review.held_in;
        return risk.held_in.empty() ? risk.unit.text() : risk.held_in;
    }
    std::string name_of(const std::string& held) const { return unit_name(content_, UnitCode(held)); }
    // The day by which it is to be reviewed again: at the latest a full rhythm after the end of what was reviewed.
    Date due_after(const Risk& risk, const RiskReview& review) const {
        std::optional<Grain> every = risk.review_every;
        const std::string name = register_of(risk, review);
        for (const RegisterRules::Rhythm& rhythm : content_.settings.registers.rhythms)
            if (!every && (lower(rhythm.name) == lower(name) || rhythm.name == risk.unit.text())) every = rhythm.every;
        if (!every) every = content_.settings.registers.every;
        const Date first = calendar_.first_day(review.period), next = calendar_.last_day(review.period).plus_days(1);
        const int months = months_in(every.value_or(review.period.grain()));
        return (months == 0 ? next.plus_days(next - first) : next.plus_months(months)).plus_days(-1);
    }
    // Whether somebody reviewed another entry of that register from a day on, up to another.
    bool was_reviewed(const std::string& name, Date from, Date to) const {
        for (const Risk& risk : content_.risks)
            for (const RiskReview& review : reviews_of(risk)) {
                const Date last = calendar_.last_day(review.period);
                if (last >= from && last <= to && register_of(risk, review) == name) return true;
            }
        return false;
    }
    bool is_closed_by(const Risk& risk, Date day) const {
        if (risk.closed_in && calendar_.last_day(*risk.closed_in) <= day) return true;
        return risk.closed_on && *risk.closed_on <= day && *risk.closed_on <= as_at_.date();
    }

    RiskStanding standing(const Risk& risk, Period period) const {
        const auto newest = newest_by(risk, period);
        if (!newest) return RiskStanding::none;
        const RiskReview& review = reviews_of(risk)[*newest];
        const Date end = calendar_.last_day(period);
        if (review.period == period) return RiskStanding::reviewed;
        if (is_closed_by(risk, end)) return RiskStanding::left;
        const Date due = due_after(risk, review);
        if (end < due) return RiskStanding::carried;
        // The register of a period is made after its end: anything closed by then is no longer in it.
        const auto after = calendar_.next(period);
        if (is_closed_by(risk, after ? calendar_.last_day(*after) : as_at_.date())) return RiskStanding::left;
        if (was_reviewed(register_of(risk, review), due, end) || end >= due.plus_months(longest_overdue_months))
            return RiskStanding::gone;
        return RiskStanding::overdue;
    }

    void add(const Risk& risk, RiskRegister& all) const {
        const RiskStanding now = standing(risk, all.period);
        const RiskStanding then = all.before ? standing(risk, *all.before) : RiskStanding::none;
        if (now == RiskStanding::reviewed) {
            all.lines.push_back(reviewed_line(risk, *newest_by(risk, all.period)));
        } else if (is_on(now)) {
            RiskLine line = line_of(risk, *newest_by(risk, all.period));
            line.movement = RiskMovement::not_reviewed;
            line.change = "last reviewed in " + calendar_.label(line.review->period);
            if (now == RiskStanding::overdue) note_overdue(line, all);
            all.lines.push_back(std::move(line));
        } else if ((now == RiskStanding::left && is_on(then)) || risk.closed_in == all.period) {
            all.left.push_back(
                gone_line(risk, all.period, risk.merged_into.empty() ? RiskMovement::closed : RiskMovement::merged));
        } else if (now == RiskStanding::gone && is_on(then)) {
            all.missing.push_back(gone_line(risk, all.period, RiskMovement::missing));
        }
    }
    static void note_overdue(const RiskLine& line, RiskRegister& all) {
        auto found = std::ranges::find(all.not_reviewed, line.held_in, &UnreviewedRegister::name);
        if (found == all.not_reviewed.end())
            found = all.not_reviewed.insert(found, {line.held_in, line.review->period, {}});
        found->last = std::max(found->last, line.review->period);
        found->entries.push_back(line.risk.code);
    }

    // The title that it had; whose day of renaming is not known has its title of today.
    Risk as_then(const Risk& risk) const {
        Risk then = risk;
        then.title = title_on(risk, as_at_.date());
        return then;
    }
    RiskRating rating(const Risk& risk, const GivenRating& given) const {
        return rating_of(content_.settings.risk, rule_, risk.kind, given);
    }
    std::optional<RiskAppetite> appetite_of(const Risk& risk, const RiskRating& residual) const {
        RiskAppetite found{risk.appetite, risk.appetite_band.text, {}};
        if (!found.most && found.band.empty())
            for (const RegisterRules::Appetite& rule : content_.settings.registers.appetites)
                if (!risk.category.empty() && lower(rule.category) == lower(risk.category))
                    found = {rule.most, rule.band.text, {}};
        if (!found.most && found.band.empty()) return std::nullopt;
        const int beyond = risk.kind == RiskKind::risk ? 1 : -1;
        if (found.most && residual.score)
            found.exceeded = (*residual.score - *found.most) * beyond > 0;
        else if (!found.band.empty() && !residual.band.empty())
            if (const auto order = compare_bands(content_.settings.risk, risk.kind, residual.band, found.band))
                found.exceeded = *order * beyond > 0;
        return found;
    }
    RiskLine line_of(const Risk& risk, std::size_t at) const {
        const std::vector<RiskReview>& reviews = reviews_of(risk);
        RiskLine line;
        line.risk = as_then(risk);
        line.review = reviews[at];
        line.held_in = register_of(risk, reviews[at]);
        line.inherent = rating(risk, inherent_of(reviews[at]));
        line.residual = rating(risk, residual_of(reviews[at]));
        line.target = rating(risk, target_of(reviews[at]));
        line.appetite = appetite_of(risk, line.residual);
        if (at == 0) return line;
        line.before = reviews[at - 1];
        line.residual_before = rating(risk, residual_of(reviews[at - 1]));
        const std::string held = register_of(risk, reviews[at - 1]);
        if (held != line.held_in) line.moved_from = name_of(held);
        return line;
    }
    RiskLine gone_line(const Risk& risk, Period period, RiskMovement movement) const {
        const auto newest = newest_by(risk, period);
        RiskLine line;
        line.risk = as_then(risk);
        line.held_in = risk.held_in.empty() ? risk.unit.text() : risk.held_in;
        if (newest) {
            line = line_of(risk, *newest);
            line.before = std::move(line.review);
            line.residual_before = std::move(line.residual);
            line.review.reset();
            line.inherent = line.residual = line.target = {};
            line.appetite.reset();
        }
        line.movement = movement;
        line.change = label(movement);
        return line;
    }
    RiskLine reviewed_line(const Risk& risk, std::size_t at) const {
        RiskLine line = line_of(risk, at);
        line.movement = movement_of(line);
        line.change = change_words(line, calendar_);
        return line;
    }
    RiskMovement movement_of(const RiskLine& line) const {
        const Period period = line.review->period;
        if (line.risk.raised_in == period) return RiskMovement::fresh;
        if (!line.before) {
            const auto earlier = register_before(period);
            if (!earlier) return RiskMovement::unknown;
            const Date end = calendar_.last_day(*earlier);
            const bool raised_since = line.risk.raised_on && *line.risk.raised_on > end;
            return raised_since || was_reviewed(line.held_in, Date::from_days(0), end) ? RiskMovement::fresh
                                                                                       : RiskMovement::unknown;
        }
        const auto order = compare(content_.settings.risk, line.risk.kind, line.residual, line.residual_before);
        if (!order) return RiskMovement::unknown;
        return *order > 0 ? RiskMovement::up : *order < 0 ? RiskMovement::down : RiskMovement::same;
    }

    const Content& content_;
    const Calendar& calendar_;
    Instant as_at_;
    std::map<RiskCode, std::vector<RiskReview>> reviews_;
    ScoreRule rule_;
    std::vector<Period> periods_;
};

} // namespace

std::vector<Period> register_periods(const Content& content, Instant as_at) {
    std::set<Period> periods;
    for (const auto& [risk, reviews] : known_reviews(content, as_at))
        for (const RiskReview& review : reviews) periods.insert(review.period);
    return {periods.begin(), periods.end()};
}

RiskRegister risk_register(const Content& content, Period period, Instant as_at) {
    return RegisterMaker(content, as_at).make(period);
}

ScoreRule score_rule_known(const Content& content, Instant as_at) { return RegisterMaker(content, as_at).rule(); }

std::vector<RiskLine> risk_history(const Content& content, const Risk& risk, Instant as_at) {
    return RegisterMaker(content, as_at).history(risk);
}

std::optional<Period> newest_register(const Content& content, Instant as_at) {
    const std::vector<Period> periods = register_periods(content, as_at);
    if (periods.empty()) return std::nullopt;
    const Calendar& calendar = content.settings.calendar;
    return *std::ranges::max_element(periods, {}, [&](Period period) { return calendar.last_day(period); });
}

std::optional<Period> register_shown_for(const Content& content, Period asked, Instant as_at) {
    const std::vector<Period> periods = register_periods(content, as_at);
    if (std::ranges::find(periods, asked) != periods.end()) return asked;
    if (std::ranges::any_of(periods, [&](Period other) { return other.grain() == asked.grain(); })) {
        const RiskRegister all = risk_register(content, asked, as_at);
        std::size_t overdue = 0;
        for (const UnreviewedRegister& each : all.not_reviewed) overdue += each.entries.size();
        if (all.lines.size() > overdue) return asked;
    }
    return newest_register(content, as_at);
}

} // namespace qd
