#include "engine/programme.hpp"

#include "domain/delivery_known.hpp"

#include <algorithm>
#include <set>

namespace qd::inline engine {
namespace {

std::optional<Decimal> percent_of(std::optional<Decimal> part, std::optional<Decimal> whole) {
    if (!part || !whole || whole->is_zero()) return std::nullopt;
    return Decimal::ratio_if(*part, *whole, 100);
}
std::optional<Decimal> variance_from(std::optional<Decimal> actual, std::optional<Decimal> expected) {
    const auto percent = percent_of(actual, expected);
    if (!percent) return std::nullopt;
    return *percent - Decimal(100);
}

// The profile of one line over time: nothing on the day before the programme begins, straight lines between its points.
class Profile {
public:
    Profile(const Content& content, const Programme& programme, const Delivery& row,
            const std::vector<Delivery>& rows) {
        const Calendar& calendar = content.settings.calendar;
        const Date start = row.period.grain() == Grain::span
                               ? calendar.first_day(row.period)
                               : programme.runs_from.value_or(calendar.first_day(row.period));
        points_.push_back({start.plus_days(-1), Decimal()});
        for (const Delivery& other : rows)
            if (is_same_line(other, row) && other.profile && calendar.last_day(other.period) >= start)
                points_.push_back({calendar.last_day(other.period), *other.profile});
        std::ranges::sort(points_, {}, &Point::day);
    }

    std::optional<Decimal> on(Date day) const {
        if (day <= points_.front().day) return Decimal();
        for (std::size_t i = 1; i < points_.size(); ++i) {
            const Point &from = points_[i - 1], &to = points_[i];
            if (day > to.day) continue;
            const auto step = Decimal::ratio_if(to.value - from.value, Decimal(to.day - from.day), day - from.day);
            return step ? std::optional(from.value + *step) : std::nullopt;
        }
        return std::nullopt;
    }

private:
    struct Point {
        Date day;
        Decimal value;
    };
    std::vector<Point> points_;
};

// The lines of one programme, from the rows of delivery that were known.
class Lines {
public:
    Lines(const Content& content, const Programme& programme, const std::vector<Delivery>& rows)
        : content_(content), programme_(programme), rows_(rows) {}

    DeliveryLine whole(const Deliverable& deliverable) const {
        const std::vector<const Delivery*> parts = newest_parts(deliverable);
        for (const Delivery* row : newest(deliverable))
            if (row->area.empty() && row->body.empty()) return line(deliverable, *row);
        DeliveryLine line{deliverable, {}, 0, {}, {}, {}, {}, {}, {}};
        if (const auto sum = sum_of(parts)) {
            judge(line, *sum);
            line.added = parts.size();
        }
        return line;
    }

    std::vector<DeliveryLine> parts(const Deliverable& deliverable) const {
        std::vector<DeliveryLine> found;
        for (const Delivery* row : newest_parts(deliverable)) found.push_back(line(deliverable, *row));
        return found;
    }

private:
    Date last_day(const Delivery& row) const { return content_.settings.calendar.last_day(row.period); }

    // Of each line of the deliverable the row that ends last; of two that end on one day, that of the longer stretch.
    std::vector<const Delivery*> newest(const Deliverable& deliverable) const {
        const Calendar& calendar = content_.settings.calendar;
        const auto when = [&](const Delivery& row) {
            return std::pair(last_day(row), -static_cast<int>(calendar.first_day(row.period) - Date()));
        };
        std::vector<const Delivery*> found;
        for (const Delivery& row : rows_) {
            if (row.deliverable != deliverable.code) continue;
            const auto place =
                std::ranges::find_if(found, [&](const Delivery* each) { return is_same_line(*each, row); });
            if (place == found.end())
                found.push_back(&row);
            else if (when(**place) < when(row))
                *place = &row;
        }
        return found;
    }

    std::vector<const Delivery*> newest_parts(const Deliverable& deliverable) const {
        std::vector<const Delivery*> found = newest(deliverable);
        std::erase_if(found, [](const Delivery* row) { return row->area.empty() && row->body.empty(); });
        return found;
    }

    // What areas, or bodies, delivered together. Not if some are given by area and some by body, which would
    // count twice, or if they were reported to different days.
    std::optional<Delivery> sum_of(const std::vector<const Delivery*>& parts) const {
        if (parts.empty()) return {};
        const Delivery& first = *parts.front();
        for (const Delivery* part : parts)
            if (part->period != first.period || part->area.empty() != first.area.empty() ||
                part->body.empty() != first.body.empty())
                return {};
        Delivery sum;
        sum.deliverable = first.deliverable;
        sum.period = first.period;
        for (const auto step :
             {&Delivery::profile, &Delivery::delivered, &Delivery::evidenced, &Delivery::claimed, &Delivery::paid}) {
            Decimal total;
            const bool whole = std::ranges::all_of(parts, [&](const Delivery* part) {
                if (part->*step) total = total + *(part->*step);
                return (part->*step).has_value();
            });
            if (whole) sum.*step = total;
        }
        return sum;
    }

    DeliveryLine line(const Deliverable& deliverable, const Delivery& row) const {
        DeliveryLine line{deliverable, {}, 0, {}, {}, {}, {}, {}, {}};
        judge(line, row);
        line.after_lag = after_lag(deliverable, row);
        line.beside_lag = variance_from(row.delivered, line.after_lag);
        for (const Delivery& other : rows_)
            if (is_same_line(other, row)) line.course.push_back({other, after_lag(deliverable, other)});
        std::ranges::stable_sort(line.course, {}, [&](const DeliveryStep& step) { return last_day(step.row); });
        return line;
    }

    void judge(DeliveryLine& line, const Delivery& row) const {
        line.row = row;
        line.share = percent_of(row.delivered, line.deliverable.total);
        line.variance = variance_from(row.delivered, row.profile);
        if (row.delivered && row.profile)
            line.stands = profile_standing(*row.delivered, *row.profile, content_.settings.as_planned_within);
    }

    std::optional<Decimal> after_lag(const Deliverable& deliverable, const Delivery& row) const {
        if (deliverable.lag_weeks <= 0 || !row.profile) return std::nullopt;
        return Profile(content_, programme_, row, rows_).on(last_day(row).plus_days(-7 * deliverable.lag_weeks));
    }

    const Content& content_;
    const Programme& programme_;
    const std::vector<Delivery>& rows_;
};

template <class T> std::vector<T> of_programme(const std::vector<T>& rows, const ProgrammeCode& programme) {
    std::vector<T> found;
    std::ranges::copy_if(rows, std::back_inserter(found), [&](const T& row) { return row.programme == programme; });
    if constexpr (requires { &T::position; }) std::ranges::stable_sort(found, {}, &T::position);
    return found;
}

void add_delivery(const Content& content, std::optional<Date> until, ProgrammeProgress& progress) {
    const Calendar& calendar = content.settings.calendar;
    const std::vector<Deliverable> deliverables = of_programme(content.deliverables, progress.programme.code);
    std::vector<Delivery> rows = delivery_known(content, progress.as_at);
    std::erase_if(rows, [&](const Delivery& row) {
        return find_row(deliverables, row.deliverable) == nullptr || (until && calendar.last_day(row.period) > *until);
    });
    std::set<std::pair<Date, Period>> periods;
    for (const Delivery& row : rows) periods.insert({calendar.last_day(row.period), row.period});
    for (const auto& [day, period] : periods) progress.periods.push_back(period);
    if (!progress.periods.empty()) progress.period = progress.periods.back();
    const Lines lines(content, progress.programme, rows);
    for (const Deliverable& deliverable : deliverables) {
        progress.lines.push_back(lines.whole(deliverable));
        std::ranges::move(lines.parts(deliverable), std::back_inserter(progress.parts));
    }
}

void add_funding(const Content& content, ProgrammeProgress& progress) {
    for (const Funding& funding : of_programme(content.funding, progress.programme.code)) {
        FundingLine line{funding, {}, {}, {}};
        if (funding.each && funding.count) line.computed = *funding.each * *funding.count;
        const std::optional<Decimal> amount = amount_of(funding);
        line.to_spend = to_spend(funding);
        if (line.to_spend && funding.spent) line.remaining = *line.to_spend - *funding.spent;
        if (funding.state != FundingState::possible && amount) progress.funded = progress.funded + *amount;
        progress.funding.push_back(std::move(line));
    }
}

void add_claims(const Content& content, ProgrammeProgress& progress) {
    ClaimTotals& totals = progress.claims;
    for (const PaymentClaim& claim : content.payment_claims) {
        const PaymentRule* rule = find_row(content.payment_rules, claim.rule);
        if (!rule || rule->programme != progress.programme.code || claim.state == ClaimState::prepared) continue;
        const Decimal amount = claim.amount.value_or(rule->amount);
        ++totals.claims;
        totals.claimed = totals.claimed + amount;
        if (claim.state == ClaimState::paid || claim.state == ClaimState::clawed_back) {
            ++totals.paid;
            totals.received = totals.received + amount;
        }
        if (claim.clawback) totals.clawed_back = totals.clawed_back + *claim.clawback;
    }
}

// What was said of a phase last: of the latest period that had ended by then, and of that what was known last.
std::optional<Update> last_update(const Content& content, const PhaseCode& phase, std::optional<Date> until,
                                  Instant as_at) {
    const Calendar& calendar = content.settings.calendar;
    const Update* last = nullptr;
    const auto when = [&](const Update& update) {
        return std::pair(calendar.last_day(update.period), update.known_at.value_or(Instant()));
    };
    for (const Update& update : content.updates) {
        if (update.subject != Subject{SubjectKind::phase, phase.text()}) continue;
        if ((until && calendar.last_day(update.period) > *until) || (update.known_at && *update.known_at > as_at))
            continue;
        if (!last || when(*last) <= when(update)) last = &update;
    }
    return last ? std::optional(*last) : std::nullopt;
}

void add_phases(const Content& content, std::optional<Date> until, ProgrammeProgress& progress) {
    for (const Phase& phase : of_programme(content.phases, progress.programme.code))
        progress.phases.push_back({phase, last_update(content, phase.code, until, progress.as_at)});
}

void add_milestones(const Content& content, ProgrammeProgress& progress) {
    std::vector<Milestone> milestones;
    for (const Milestone& milestone : content.milestones) {
        const bool own = milestone.subject == Subject{SubjectKind::programme, progress.programme.code.text()};
        const bool of_phase = std::ranges::any_of(progress.phases, [&](const PhaseLine& line) {
            return milestone.subject == Subject{SubjectKind::phase, line.phase.code.text()};
        });
        if (own || of_phase) milestones.push_back(milestone);
    }
    std::ranges::stable_sort(milestones, {}, &Milestone::position);
    for (const Milestone& milestone : milestones)
        progress.milestones.push_back(milestone_line(milestone, progress.as_at.date()));
}

} // namespace

MilestoneLine milestone_line(const Milestone& milestone, Date today) {
    MilestoneLine line{milestone, {}, false};
    const std::optional<Date> reached = milestone.completed ? milestone.completed : milestone.forecast;
    if (milestone.due && reached) line.slippage = *reached - *milestone.due;
    line.is_overdue = milestone.due && !milestone.completed && *milestone.due < today;
    return line;
}

std::optional<Income> forecast_income(const Content& content, const ProgrammeCode& programme) {
    const std::vector<PaymentRule> rules = of_programme(content.payment_rules, programme);
    if (rules.empty()) return std::nullopt;
    std::set<std::pair<std::optional<Date>, std::optional<Date>>> stretches;
    for (const PaymentRule& rule : rules) stretches.insert({rule.valid_from, rule.valid_to});
    Income income;
    for (const PaymentRule& rule : rules) {
        const Deliverable* deliverable = find_row(content.deliverables, rule.deliverable);
        const std::optional<Decimal> total = rule.cases ? rule.cases : deliverable ? deliverable->total : std::nullopt;
        if (!total) continue;
        if (deliverable && deliverable->total) income.planned = *deliverable->total;
        // One division at the end, so that thirds and sixths are rounded once.
        const std::int64_t shares = rule.cases ? 1 : static_cast<std::int64_t>(stretches.size());
        const Decimal whole = Decimal::whole(rule.funded_of * shares);
        IncomeLine line{rule, Decimal::ratio(*total, whole, rule.funded), {}};
        const bool is_whole = total->millionths() % Decimal::scale == 0;
        line.income = is_whole ? Decimal::ratio(rule.amount, whole, total->millionths() / Decimal::scale * rule.funded)
                               : rule.amount * line.cases;
        Decimal& sum = rule.kind == PaymentKind::attachment ? income.attachment : income.results;
        sum = sum + line.income;
        income.lines.push_back(std::move(line));
    }
    return income;
}

ProgrammeProgress compute_programme(const Content& content, const Programme& programme, std::optional<Date> until,
                                    Instant as_at) {
    ProgrammeProgress progress;
    progress.programme = programme;
    progress.as_at = as_at;
    add_delivery(content, until, progress);
    add_funding(content, progress);
    add_phases(content, until, progress);
    add_milestones(content, progress);
    progress.reviews = of_programme(content.contract_reviews, programme.code);
    progress.income = forecast_income(content, programme.code);
    add_claims(content, progress);
    return progress;
}

std::vector<ProgrammeProgress> compute_programmes(const Content& content, std::optional<Date> until, Instant as_at) {
    std::vector<ProgrammeProgress> all;
    for (const Programme& programme : content.programmes)
        all.push_back(compute_programme(content, programme, until, as_at));
    return all;
}

} // namespace qd::inline engine
