#include "charts/samples.hpp"

namespace qd::test {

Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

namespace {

std::string percent(Decimal value) { return print_fixed(value, 1) + "%"; }
std::string points(Decimal value) { return (value < Decimal(0) ? "−" : "+") + print_fixed(value.abs(), 1) + " points"; }

TrendPoint quarter(int year, int number, Cell value, std::optional<Decimal> target = {}) {
    const std::string group = std::to_string(year) + "/" + std::to_string((year + 1) % 100);
    return {group + " quarter " + std::to_string(number), "Q" + std::to_string(number), group, value, target, {}};
}

} // namespace

TrendInput percent_trend(const std::string& prefix) {
    TrendInput input;
    input.prefix = prefix;
    input.title = "Self directed support";
    input.subject = "Percentage with a personal budget, rolling year";
    input.ceiling = Decimal(100);
    input.show = percent;
    input.show_set = [](Decimal value) { return print(value) + "%"; };
    input.show_difference = points;
    input.show_tick = [](Decimal value) { return print(value); };
    return input;
}

TrendInput behind_profile() {
    TrendInput input = percent_trend("sds");
    input.target_word = "profile";
    input.points = {quarter(2010, 4, dec("59.1")),
                    quarter(2011, 1, dec("62")),
                    quarter(2011, 2, dec("67.6")),
                    quarter(2011, 3, dec("70.3")),
                    quarter(2011, 4, dec("75")),
                    quarter(2012, 1, dec("77.2"), Decimal(80)),
                    quarter(2012, 2, dec("82"), Decimal(85)),
                    quarter(2012, 3, dec("84.516"), Decimal(90)),
                    quarter(2012, 4, GapReason::not_due, Decimal(95))};
    input.year_end = Decimal(95);
    input.forecast = Decimal(90);
    return input;
}

TrendInput over_target() {
    TrendInput input = percent_trend("yot");
    input.title = "Rate of youth re-offending";
    input.subject = "Percentage re-offending within a year, rolling years";
    input.polarity = Polarity::lower;
    for (const auto& [tick, group, value] : {std::tuple{"Dec", "2009", "38.9"},
                                             {"Mar", "2010", "39.6"},
                                             {"Jun", "2010", "40.3"},
                                             {"Sep", "2010", "39.8"},
                                             {"Dec", "2010", "41.2"}})
        input.points.push_back(
            {"year to " + std::string(tick) + " " + group, tick, group, dec(value), dec("38.6"), {}});
    input.year_end = dec("38.6");
    return input;
}

TrendInput long_run(int quarters) {
    TrendInput input = percent_trend("long");
    input.title = "Calls answered";
    input.subject = "Calls answered";
    input.ceiling.reset();
    input.show_set = nullptr;
    input.show = [](Decimal value) { return print_grouped(value, 0); };
    input.show_difference = [](Decimal value) {
        return (value < Decimal(0) ? "−" : "+") + print_grouped(value.abs(), 0);
    };
    input.show_tick = input.show;
    for (int i = 0; i < quarters; ++i) {
        const int wave = (i * 37) % 23 + i * 2;
        input.points.push_back(quarter(1995 + i / 4, i % 4 + 1,
                                       i % 29 == 11 ? Cell(GapReason::not_available) : Cell(Decimal(1000 + 20 * wave)),
                                       Decimal(2500)));
    }
    return input;
}

BenchmarkInput north_west() {
    BenchmarkInput input;
    input.prefix = "nw";
    input.title = "Self directed support among North West authorities";
    input.subject = "Percentage with a personal budget, 30 September 2012";
    input.average = dec("65.5");
    input.average_name = "North West average";
    input.show = percent;
    const char* values[] = {"91.2", "84.6", "79.5", "77.8", "75.1", "73",   "70.4", "68.9", "67.2", "65.8",
                            "63.5", "61.9", "59.4", "57",   "54.3", "50.8", "46.1", "42.3", "39.2"};
    char name = 'A';
    for (const char* value : values)
        input.peers.push_back({std::string("Authority ") + name++, dec(value), Peer::Kind::other});
    for (int i = 0; i < 3; ++i)
        input.peers.push_back({std::string("Authority ") + name++, GapReason::not_available, Peer::Kind::other});
    input.peers.push_back({"Lancashire", dec("82"), Peer::Kind::own});
    return input;
}

FigurePairInput thirty_five() {
    FigurePairInput input{"pair",
                          "35 measures now and at the year end",
                          "actual against the profile, 31 December",
                          "forecast against the target, 31 March",
                          {},
                          "measure",
                          "measures"};
    for (int i = 0; i < 35; ++i)
        input.marks.push_back({i < 3   ? Status::red
                               : i < 5 ? Status::not_rated
                               : i < 7 ? Status::green
                                       : Status::not_rated,
                               i < 5 ? Outlook::to_miss : Outlook::to_meet});
    return input;
}

PromiseInput late_work() {
    PromiseInput input;
    input.prefix = "work";
    input.title = "Young people in work";
    input.subject = "Young people, from the start of the programme";
    input.eased = "Expected after a lag of 13 weeks";
    input.later = "Evidenced";
    input.show = input.show_difference = input.show_tick = [](Decimal value) { return print_grouped(value, 0); };
    const int promised[] = {10, 30, 60, 100, 150, 200}, actual[] = {14, 34, 52, 80, 113},
              eased[] = {0, 10, 30, 60, 100}, later[] = {8, 20, 40, 66, 98};
    for (int i = 0; i < 6; ++i) {
        const std::string quarter = std::to_string((i + 1) % 4 + 1), year = i < 3 ? "2023/24" : "2024/25";
        PromisePoint point{year + " quarter " + quarter, {"Q" + quarter, year}, Decimal(promised[i]), {}, {}, {}};
        if (i < 5) {
            point.actual = Decimal(actual[i]);
            point.eased = Decimal(eased[i]);
            point.later = Decimal(later[i]);
        }
        input.points.push_back(std::move(point));
    }
    return input;
}

PromiseBarsInput four_deliverables() {
    PromiseBarsInput input;
    input.prefix = "bars";
    input.title = "European Social Fund";
    input.subject = "Delivered from the start to 20 March 2012, as a share of the profile";
    input.show = [](Decimal value) { return print_grouped(value, value.rounded(0) == value ? 0 : 1); };
    input.bars = {
        {"Young people who start the programme", Decimal(160), Decimal(264), {}},
        {"Young people from a vulnerable group", Decimal(31), Decimal(27), dec("24.554455")},
        {"Young people who gain an accredited qualification of at least 45 guided learning hours",
         Decimal(46),
         Decimal(31),
         {}},
        {"Progression into further learning, training or employment", Decimal(34), Decimal(27), dec("18.683168")}};
    return input;
}

} // namespace qd::test
