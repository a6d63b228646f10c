#pragma once

#include "domain/content.hpp"
#include "engine/grid/block.hpp"

#include <random>
#include <string>

namespace qd::test {

// Councils of plain measures, everything else at random: gaps, restatements, figures handed in for a county, dated districts.
class PlainCouncil {
public:
    explicit PlainCouncil(unsigned seed) : random_(seed) {}

    Content make() {
        Content content;
        content.settings.area = AreaCode("N");
        content.settings.calendar = Calendar(one_of({1, 4}));
        content.areas = {area_of("N", AreaKind::nation, ""), area_of("C1", AreaKind::county, "N"),
                         area_of("C2", AreaKind::county, "N")};
        for (int i = 0; i < 7; ++i)
            content.areas.push_back(area_of("D" + std::to_string(i), AreaKind::district, i < 4 ? "C1" : "C2"));
        content.areas.push_back(area_of("W1", AreaKind::ward, "C2")); // another way to divide a county
        if (maybe()) content.areas[5].valid_to = Date::parse("2013-09-30");
        if (maybe()) content.areas[6].valid_from = Date::parse("2013-04-01");
        if (maybe()) follow(content);
        const Grain grain = one_of({Grain::month, Grain::quarter, Grain::half, Grain::year});
        for (int i = 0; i < 4; ++i) add_measure(content, "M" + std::to_string(i), grain);
        if (maybe())
            content.tolerances.push_back({maybe() ? MeasureCode("M0") : MeasureCode(),
                                          maybe() ? std::optional(*Date::parse("2012-10-01")) : std::nullopt,
                                          *Tolerance::parse("10%"),
                                          maybe() ? std::optional(*Date::parse("2012-09-01")) : std::nullopt, ""});
        if (maybe()) content.measures[1].judged = one_of({Judged::period, Judged::year_end, Judged::latest});
        return content;
    }

private:
    static Area area_of(const std::string& code, AreaKind kind, const std::string& parent) {
        return {AreaCode(code), code, kind, AreaCode(parent), {}, {}};
    }

    // One or two districts of the first county gave way to a third.
    void follow(Content& content) {
        const int before = one_of({1, 2});
        for (int i = 0; i < before; ++i) {
            content.areas[static_cast<std::size_t>(3 + i)].valid_to = Date::parse("2013-03-31");
            content.areas[6].follows.push_back(content.areas[static_cast<std::size_t>(3 + i)].code);
        }
        content.areas[6].valid_from = Date::parse("2013-04-01");
    }

    int below(int most) { return std::uniform_int_distribution(0, most - 1)(random_); }
    bool maybe() { return below(2) == 0; }
    template <class T> T one_of(std::initializer_list<T> items) {
        return items.begin()[below(static_cast<int>(items.size()))];
    }

    void add_measure(Content& content, const std::string& code, Grain grain) {
        Measure measure;
        measure.code = MeasureCode(code);
        measure.quantity = one_of({Quantity::percent, Quantity::rate});
        measure.per = measure.quantity == Quantity::percent ? 100 : 1'000;
        measure.polarity = one_of({Polarity::higher, Polarity::lower});
        measure.grain = grain;
        measure.roll_up = one_of({RollUp::last, RollUp::ratio, RollUp::rolling});
        measure.area_roll_up = one_of({AreaRollUp::parts, AreaRollUp::parts, AreaRollUp::by_hand});
        measure.missing = one_of({MissingParts::withhold, MissingParts::leave_out});
        measure.target_roll_up = one_of({TargetRollUp::none, TargetRollUp::denominators});
        measure.tolerance = *Tolerance::parse(one_of<std::string>({"5%", "2.5%", "2 points", "none"}));
        if (below(4) == 0) measure.active_from = Date::parse("2012-07-01");
        measure.definitions.emplace_back();
        content.measures.push_back(measure);
        for (int i = one_of({1, 2, 3}); i > 0; --i) add_return(content, measure);
    }

    void add_return(Content& content, const Measure& measure) {
        Return handed_in;
        handed_in.measure = measure.code;
        if (maybe()) handed_in.known_at = Instant::parse("2015-01-01T00:00:00Z");
        if (below(5) == 0) handed_in.known_at = Instant::parse("2031-01-01T00:00:00Z"); // not yet
        const int positions = measure.grain == Grain::month     ? 12
                              : measure.grain == Grain::quarter ? 4
                              : measure.grain == Grain::half    ? 2
                                                                : 1;
        const int start = 2012 * positions + below(3), length = positions * 2 + 1 + below(3);
        for (const Area& place : content.areas) {
            if (place.kind != AreaKind::district && below(8) != 0) continue; // handed in for the whole, here and there
            for (int i = start; i < start + length; ++i)
                if (below(12) != 0) handed_in.observations.add(observation(place, period_at(measure.grain, i)));
        }
        content.returns.push_back(handed_in);
    }

    Observation observation(const Area& place, Period period) {
        Observation cell;
        cell.area = place.code;
        cell.period = period;
        if (maybe())
            cell.target =
                Decimal::from_millionths(one_of<std::int64_t>({50'000'000, 52'500'000, 49'990'000, 500'000'000}));
        if (below(15) == 0) {
            cell.gap = one_of({GapReason::not_available, GapReason::not_applicable, GapReason::nothing_to_divide_by});
            return cell;
        }
        cell.denominator = Decimal(1 + below(40));
        cell.numerator = Decimal(below(41));
        return cell;
    }

    std::mt19937 random_;
};

} // namespace qd::test
