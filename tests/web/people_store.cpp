#include "web/people_store.hpp"

#include "domain/status_rules.hpp"

namespace qd::test {
namespace {

const AreaCode county("C");
const std::vector<AreaCode> districts{AreaCode("D1"), AreaCode("D2"), AreaCode("D3")};

class Making {
public:
    explicit Making(std::uint64_t seed) : random_(seed, 2) {}

    PeopleStore make() {
        store_.content = random_.make();
        std::erase_if(store_.content.returns, is_beyond_judging);
        add_council(store_.content);
        store_.other = store_.content;
        for (int number = 0; number < 3; ++number) add_people("P" + std::to_string(number), number);
        both([&](Content& content) {
            add_formulas(content);
            add_what_is_set_from_them(content);
        });
        say_otherwise(store_.other);
        return std::move(store_);
    }

private:
    template <class Change> void both(Change change) {
        const RandomContent before = random_;
        change(store_.content);
        random_ = before;
        change(store_.other);
    }

    // Random numbers may be too large to be judged, which refuses every view of them.
    static bool is_beyond_judging(const Return& given) {
        const auto is_large = [](const std::optional<Decimal>& number) {
            return number && number->abs() > Decimal(1'000);
        };
        for (std::size_t i = 0; i < given.observations.size(); ++i) {
            const Observation row = given.observations.at(i);
            if (row.denominator && row.denominator->abs() < Decimal(1)) return true;
            if (is_large(row.numerator) || is_large(row.denominator) || is_large(row.value) || is_large(row.target))
                return true;
        }
        return false;
    }

    void add_council(Content& content) {
        content.settings.name = "Example";
        content.settings.area = county;
        content.settings.status_rules = {usual_status_rules()};
        content.settings.suppression.rounding = random_.one_of<int>({0, 0, 0, 5});
        content.settings.suppression.zeros = random_.one_of<Zeros>({Zeros::shown, Zeros::hidden});
        content.areas.push_back({county, "County", AreaKind::county, {}, {}, {}, {}});
        for (const AreaCode& district : districts)
            content.areas.push_back({district, district.text(), AreaKind::district, county, {}, {}, {}});
    }

    static Measure measure(const std::string& code) {
        Measure made;
        made.code = MeasureCode(code);
        made.title = "Measure " + code;
        made.definitions = {Definition{}};
        return made;
    }

    // The periods of two years, those of the first two of a year first; of years to date the stretches that end with them.
    static std::vector<Period> periods(const Measure& measure) {
        std::vector<Period> found;
        for (int year = 2011; year <= 2012; ++year) {
            if (measure.grain == Grain::year) found.push_back(Period::year(year));
            if (measure.grain == Grain::quarter)
                for (int quarter = 1; quarter <= 4; ++quarter) found.push_back(Period::quarter(year, quarter));
            if (measure.grain == Grain::month)
                for (int month = 4; month <= 9; ++month) found.push_back(Period::month(year, month));
        }
        if (measure.roll_up == RollUp::by_hand)
            for (Period& period : found) period = Calendar().year_to_date(period);
        return found;
    }

    Observation cell(const Measure& measure, const AreaCode& area, Period period, int count) {
        Observation row;
        row.area = area;
        row.period = period;
        if (measure.quantity == Quantity::percent) {
            row.numerator = Decimal(count);
            row.denominator = Decimal(100 + random_.between(0, 100));
        } else {
            row.value = Decimal(count);
        }
        row.note = random_.below(4) == 0 ? random_.text() : "";
        return row;
    }

    // Counts of the districts by period. In one corner two by two are small, and in the other content they are small as well, and
    // others, with the same totals.
    void add_people(const std::string& code, int number) {
        Measure made = measure(code);
        made.quantity = random_.one_of<Quantity>({Quantity::count, Quantity::count, Quantity::percent});
        made.polarity = random_.one_of<Polarity>({Polarity::higher, Polarity::lower, Polarity::none});
        made.grain = random_.one_of<Grain>({Grain::month, Grain::quarter, Grain::year});
        made.roll_up = random_.one_of<RollUp>({RollUp::last, RollUp::sum, RollUp::mean, RollUp::by_hand});
        if (made.quantity == Quantity::percent) made.roll_up = random_.one_of<RollUp>({RollUp::last, RollUp::ratio});
        made.area_roll_up = random_.one_of<AreaRollUp>({AreaRollUp::parts, AreaRollUp::by_hand});
        made.missing = random_.one_of<MissingParts>({MissingParts::withhold, MissingParts::leave_out});
        if (number > 0 && random_.maybe()) made.parent = MeasureCode("P0");
        Return open, other, before, before_other, draft;
        const std::vector<Period> all = periods(made);
        const bool is_to_date = made.roll_up == RollUp::by_hand;
        for (std::size_t area = 0; area < districts.size(); ++area) {
            int to_date = 0;
            for (std::size_t at = 0; at < all.size(); ++at) {
                if (at % (all.size() / 2) == 0) to_date = 0;
                int count = random_.between(0, 60), change = 0;
                if (area < 2 && at < 2) {
                    count = random_.between(2, 3);
                    change = (area + at) % 2 == 0 ? 1 : -1;
                    if (is_to_date && at == 1) count = random_.between(5, 60), change = 0;
                }
                to_date += count;
                if (at > 2 && random_.below(12) == 0) continue; // a part that is missing
                Observation row = cell(made, districts[area], all[at], is_to_date ? to_date : count);
                open.observations.add(row);
                if (count < 5 && area < 2 && at < 2) row.note = random_.text();
                std::optional<Decimal>& place = row.value ? row.value : row.numerator;
                place = *place + Decimal(change);
                other.observations.add(row);
                if (at != 3) continue;
                before.observations.add(cell(made, districts[area], all[at], 1 + static_cast<int>(area)));
                before_other.observations.add(cell(made, districts[area], all[at], 4 - static_cast<int>(area)));
            }
        }
        if (made.area_roll_up == AreaRollUp::by_hand)
            for (const Period period : all) {
                const Observation row = cell(made, county, period, random_.between(100, 200));
                open.observations.add(row);
                other.observations.add(row);
            }
        hand_in(store_.content, made, {before, open});
        hand_in(store_.other, made, {before_other, other});
        draft.observations.add(cell(made, districts[2], all.back(), 77));
        draft.state = random_.one_of<ReturnState>({ReturnState::draft, ReturnState::submitted, ReturnState::returned});
        add(store_.content, made.code, draft, "2013-01-03");
        draft.observations = {};
        draft.observations.add(cell(made, districts[2], all.back(), 78));
        add(store_.other, made.code, draft, "2013-01-03");
    }

    static void hand_in(Content& content, const Measure& measure, const std::vector<Return>& words) {
        content.measures.push_back(measure);
        int day = 0;
        for (const Return& word : words) {
            ++day;
            if (word.observations.size() > 0) add(content, measure.code, word, "2013-01-0" + std::to_string(day));
        }
    }
    static void add(Content& content, const MeasureCode& code, Return row, const std::string& known_at) {
        row.measure = code;
        row.known_at = Instant::parse(known_at);
        content.returns.push_back(std::move(row));
    }

    void add_formulas(Content& content) {
        const std::string of = "P" + std::to_string(random_.below(3));
        const std::vector<std::pair<Quantity, std::string>> formulas{{Quantity::number, of + " * 2"},
                                                                     {Quantity::money, of + " * 1000"},
                                                                     {Quantity::score, "mean(P0, P1, P2)"},
                                                                     {Quantity::count, "sum(P0, " + of + ")"},
                                                                     {Quantity::days, "F1 / 7"}};
        int number = 0;
        for (const auto& [quantity, formula] : formulas) {
            Measure made = measure("F" + std::to_string(number++));
            made.quantity = quantity;
            made.formula = formula;
            made.grain = random_.one_of<Grain>({Grain::quarter, Grain::year});
            made.roll_up = random_.one_of<RollUp>({RollUp::last, RollUp::sum, RollUp::mean});
            made.missing = random_.one_of<MissingParts>({MissingParts::withhold, MissingParts::leave_out});
            content.measures.push_back(made);
        }
    }

    void add_what_is_set_from_them(Content& content) {
        for (const char* code : {"P0", "P1", "P2", "F0", "F1"}) {
            Target target;
            target.measure = MeasureCode(code);
            target.area = random_.one_of(districts);
            target.period = Period::year(2012);
            target.kind =
                random_.one_of<TargetKind>({TargetKind::better_than_last_year, TargetKind::change,
                                            TargetKind::change_percent, TargetKind::value, TargetKind::peer_quartile});
            if (target.kind != TargetKind::better_than_last_year) target.value = Decimal(random_.between(1, 4));
            content.targets.push_back(target);
            OfficerForecast forecast;
            forecast.measure = target.measure;
            forecast.area = target.area;
            forecast.period = target.period;
            forecast.made_in = Period::quarter(2012, 2);
            forecast.value = Decimal(random_.between(1, 60));
            forecast.outlook = Outlook::to_meet;
            content.forecasts.push_back(forecast);
        }
    }

    // Of all that is the council's own something else.
    void say_otherwise(Content& content) {
        for (Return& each : content.returns) {
            each.handed_in_by += " and deputy";
            each.signed_off_by += " and deputy";
            each.reason += " again";
            each.source_sha256 = std::string(64, 'e');
        }
        for (Target& each : content.targets) each.reason += " again";
        for (OfficerForecast& each : content.forecasts) {
            each.reason += " again";
            each.by += " and deputy";
            if (each.measure.text().starts_with("P")) each.value = *each.value + Decimal(1);
        }
        for (Update& each : content.updates) {
            each.reason += " again";
            each.by += " and deputy";
        }
        for (Measure& each : content.measures)
            for (Definition& definition : each.definitions) definition.reason += " again";
        for (ToleranceChange& each : content.tolerances) each.reason += " again";
        for (ChartRebase& each : content.rebases) each.reason += " again";
        for (Risk& each : content.risks) each.cause = each.consequence = each.controls = each.planned = "otherwise";
        for (RiskReview& each : content.risk_reviews) each.note += " again";
        for (Meeting& each : content.meetings) each.note += " again";
        for (ContractReview& each : content.contract_reviews) each.finding += " again";
        for (PaymentClaim& each : content.payment_claims) each.reference += " again";
        for (SiteRating& each : content.site_ratings) each.note += " again";
        for (Statement& each : content.statements) each.label += " again";
        for (Printed& each : content.printed) each.text += " again";
        Update said;
        said.subject = {SubjectKind::measure, "P0"};
        said.period = Period::quarter(2012, 2);
        said.narrative = "There were three.";
        content.updates.push_back(said);
    }

    RandomContent random_;
    PeopleStore store_;
};

} // namespace

PeopleStore people_store(std::uint64_t seed) { return Making(seed).make(); }

} // namespace qd::test
