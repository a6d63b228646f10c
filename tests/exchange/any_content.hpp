#pragma once

#include "domain/content.hpp"
#include "domain/words.hpp"
#include "random_content.hpp"

#include <algorithm>
#include <random>

namespace qd::testing {

// Random contents that a council might have: every noun, texts with everything a cell has to protect, codes that refer to
// each other. Equal seeds give equal contents.
class RandomContent {
public:
    explicit RandomContent(unsigned seed) : random_(seed) {}

    Content make() {
        Content content;
        content.settings.area = AreaCode("E1");
        content.settings.name = "Borset";
        content.settings.status_rules = {usual_status_rules()};
        content.areas = {{AreaCode("E1"), "Borset", AreaKind::county, {}, {}, {}}};
        for (int i = 0; i < few(); ++i)
            content.areas.push_back(
                {AreaCode("W" + std::to_string(i)), text(), any<AreaKind>(), AreaCode("E1"), {}, maybe([&] {
                     return *Date::from_ymd(2030, 1 + upto(11), 1 + upto(27)); // after all figures
                 })});
        content.units = {{UnitCode("U"), text(), UnitKind::council, {}, line()}};
        for (int i = 0; i < 1 + few(); ++i) content.measures.push_back(measure(i));
        add_figures(content);
        add_plans(content);
        add_projects(content);
        add_papers(content);
        qd::test::RandomContent(random_()).add_registers(content);
        return in_canonical_order(std::move(content));
    }

private:
    void add_figures(Content& content) {
        for (const Measure& measure : content.measures) {
            for (int i = 0; i < few(); ++i) content.returns.push_back(a_return(measure, content.areas));
            Target target;
            target.measure = measure.code;
            target.period = Period::year(2012);
            target.value = number();
            target.baseline = maybe([&] { return number(); });
            target.strict = coin();
            target.words = line();
            target.set_on = maybe([&] { return date(); });
            target.from = maybe([&] { return date(); });
            target.reason = line();
            content.targets.push_back(std::move(target));
            content.forecasts.push_back({measure.code,
                                         {},
                                         Period::year(2012),
                                         period(),
                                         number(),
                                         {},
                                         {},
                                         any<Outlook>(),
                                         line(),
                                         line(),
                                         maybe([&] { return instant(); })});
            Update update;
            update.subject = {SubjectKind::measure, measure.code.text()};
            update.period = period();
            update.status = maybe([&] { return StatusWord(any<Status>()); });
            update.narrative = text();
            update.reason = line();
            update.by = line();
            update.known_at = maybe([&] { return instant(); });
            content.updates.push_back(std::move(update));
        }
    }
    void add_plans(Content& content) {
        content.plans = {{PlanCode("P"), UnitCode("U"), text(), {}, maybe([&] { return date(); }), line(), text()}};
        content.priorities = {
            {PriorityCode("CT"), PlanCode("P"), UnitCode("U"), text(), line(), {content.measures[0].code}, few()}};
        content.recovery_plans = {{RecoveryPlanCode("R"),
                                   content.measures[0].code,
                                   period(),
                                   maybe([&] { return date(); }),
                                   line(),
                                   any<RecoveryPlanState>(),
                                   {},
                                   {{UnitCode("U"), date(), line()}},
                                   line(),
                                   coin(),
                                   line()}};
        content.actions = {{ActionCode("A"),
                            {SubjectKind::recovery_plan, "R"},
                            text(),
                            line(),
                            {{{}, date(), word()}, {{}, {}, word()}},
                            line(),
                            any<ActionState>(),
                            maybe([&] { return any<Status>(); }),
                            maybe([&] { return date(); }),
                            few()}};
    }
    void add_projects(Content& content) {
        content.projects = {{ProjectCode("H"),
                             text(),
                             UnitCode("U"),
                             AreaCode("E1"),
                             line(),
                             {},
                             {},
                             maybe([&] { return date(); }),
                             maybe([&] { return date(); }),
                             {},
                             maybe([&] { return date(); }),
                             maybe([&] { return any<Status>(); })}};
        content.statements = {{StatementCode("S"),
                               period(),
                               {SubjectKind::council, ""},
                               line(),
                               line(),
                               line(),
                               number(),
                               number(),
                               Decimal(7),
                               {number(), number()},
                               number(),
                               number(),
                               date(),
                               {},
                               {},
                               any<Binding>()}};
    }
    void add_papers(Content& content) {
        content.papers = {{PaperCode("Q"),
                           "scorecard",
                           period(),
                           word(),
                           UnitCode("U"),
                           maybe([&] { return date(); }),
                           line(),
                           line(),
                           line(),
                           line(),
                           line(),
                           line(),
                           text(),
                           line(),
                           line(),
                           {text(), text()},
                           {},
                           {word()},
                           {word()},
                           {{word(), text()}},
                           {{text(), maybe([&] { return date(); }), line()}},
                           text()}};
    }

    int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    int few() { return upto(4); }
    bool coin() { return upto(1) == 1; }
    template <class Make> auto maybe(Make make) -> std::optional<decltype(make())> {
        if (coin()) return make();
        return std::nullopt;
    }
    template <class E> E any() { return static_cast<E>(upto(static_cast<int>(all_words<E>().size()) - 1)); }
    Date date() { return Date::from_days(10'000 + upto(10'000)); }
    Instant instant() { return coin() ? Instant::end_of(date()) : Instant(1'300'000'000 + upto(100'000'000)); }
    Period period() {
        switch (upto(5)) {
        case 0: return Period::month(2005 + upto(10), 1 + upto(11));
        case 1: return Period::quarter(2005 + upto(10), 1 + upto(3));
        case 2: return Period::half(2005 + upto(10), 1 + upto(1));
        case 3: return Period::year(2005 + upto(10));
        case 4: return Period::academic_year(2005 + upto(10));
        default: return Period::span(date(), Date::from_days(30'000));
        }
    }
    Decimal number() {
        const std::int64_t digits =
            std::uniform_int_distribution<std::int64_t>(-9'000'000'000'000'000'000, 9'000'000'000'000'000'000)(random_);
        std::int64_t small = 1;
        for (int i = upto(18); i > 0; --i) small *= 10;
        return Decimal::from_millionths(digits / small);
    }
    std::string word() { return "w" + std::to_string(upto(99)); }
    std::string line() {
        return coin() ? ""
                      : word() + pieces_[static_cast<std::size_t>(upto(static_cast<int>(std::size(pieces_)) - 1))] +
                            word();
    }
    std::string text() {
        std::string out = word();
        for (int i = few(); i > 0; --i)
            out += pieces_[static_cast<std::size_t>(upto(static_cast<int>(std::size(pieces_)) - 1))] + word();
        return out;
    }
    Measure measure(int i) {
        Measure measure;
        measure.code = MeasureCode("M" + std::to_string(i));
        measure.title = text();
        measure.short_title = line();
        measure.theme = line();
        measure.polarity = any<Polarity>();
        measure.quantity = coin() ? Quantity::count : Quantity::rate;
        measure.per = 1 + upto(1'000);
        measure.decimals = upto(6);
        measure.roll_up = any<RollUp>();
        measure.due_days = maybe([&] { return upto(90); });
        measure.least = maybe([&] { return number(); });
        measure.on_scorecard = coin();
        measure.definitions = {{{}, text(), line(), line(), line(), "", {}}};
        if (coin())
            measure.definitions.push_back(
                {date(), text(), line(), line(), line(), line(), maybe([&] { return Decimal(1 + upto(9)); })});
        if (i > 0 && coin()) measure.formula = "mean(M0, {M0} / 4)";
        return measure;
    }
    Return a_return(const Measure& measure, const std::vector<Area>& areas) {
        Return given{measure.code,
                     maybe([&] { return instant(); }),
                     any<ReturnState>(),
                     line(),
                     line(),
                     line(),
                     coin() ? "" : std::string(64, 'a'),
                     line(),
                     {}};
        for (int i = 0; i < 1 + few(); ++i) {
            // No cell twice: each has a month of its own.
            Observation cell;
            cell.area = areas[static_cast<std::size_t>(upto(static_cast<int>(areas.size()) - 1))].code;
            cell.period = Period::month(2012 + i, 1 + upto(11));
            cell.reported_in = maybe([&] { return period(); });
            cell.note = line();
            cell.target = maybe([&] { return number(); });
            if (cell.area.text() == "E1") cell.area = AreaCode();
            if (coin())
                cell.gap = any<GapReason>();
            else
                cell.value = number();
            if (cell.value && coin()) cell.numerator = number(), cell.denominator = Decimal(1 + upto(1'000));
            if (coin()) cell.flags = static_cast<Flags>(upto(63));
            cell.published = maybe([&] { return number(); });
            given.observations.add(cell);
        }
        return given;
    }

    // What a cell, an XML part or a TOML text has to protect.
    static constexpr const char* pieces_[] = {",",
                                              "\"",
                                              "\"\"\"",
                                              "\n",
                                              "\n\n",
                                              "; ",
                                              " ",
                                              "\\",
                                              "\\n",
                                              "'",
                                              "é",
                                              "“x”",
                                              "€",
                                              "\t",
                                              "&amp;",
                                              "<b>",
                                              "_x000D_",
                                              "=1+1",
                                              "+++",
                                              "\n+++\n",
                                              "%",
                                              "#",
                                              "\xF0\x9F\x91\x8D",
                                              "\xC2\xA0"};
    std::mt19937 random_;
};

} // namespace qd::testing
