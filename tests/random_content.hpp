#pragma once

#include "domain/registers.hpp"
#include "domain/words.hpp"

#include <algorithm>
#include <initializer_list>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace qd::test {

// Contents at random, but such as a council could hand in: every code is unique, every reference leads somewhere, targets
// have the numbers that their kind asks for. The same seed gives the same content, on every machine.
class RandomContent {
public:
    explicit RandomContent(std::uint64_t seed, int size = 4) : random_(seed), size_(size) {}

    Content make() {
        Content content;
        make_areas(content);
        make_units(content);
        make_measures(content);
        make_targets(content);
        make_returns(content);
        make_forecasts(content);
        make_plans(content);
        make_updates(content);
        make_actions(content);
        make_projects(content);
        make_statements(content);
        make_papers(content);
        add_registers(content);
        make_report_definitions(content);
        content.reference_documents.push_back({"reference.docx", docx()});
        return in_canonical_order(std::move(content));
    }

    // Rows of every register, about what the content has.
    void add_registers(Content& content) {
        each_register([&](auto member) { make_rows(content, content.*member); });
    }

    int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool maybe() { return below(2) == 0; }
    template <class T> T one_of(std::initializer_list<T> choices) {
        return choices.begin()[below(static_cast<int>(choices.size()))];
    }
    template <class T> const T& one_of(const std::vector<T>& choices) {
        return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
    }
    template <class Make> auto perhaps(Make make) -> std::optional<decltype(make())> {
        return maybe() ? std::optional(make()) : std::nullopt;
    }

    // One or more words, with what makes trouble in files: quotes, commas, lines, other alphabets.
    std::string text() {
        std::string out = std::to_string(below(1000));
        for (int words = between(1, 4); words > 0; --words)
            out +=
                " " + one_of<std::string>({"roads", "“carers”", "a \"quoted\" word", "one, two", "£1,234", "5 %",
                                           "Łódź", "two\nlines", "=1+1", "漢字", "a;b|c", "it's", "<b>&amp;", "\\N"});
        return out;
    }
    std::string perhaps_text() { return maybe() ? text() : ""; }
    Decimal decimal() {
        switch (below(6)) {
        case 0: return {};
        case 1: return Decimal::from_millionths(std::int64_t{1} << between(0, 62));
        case 2: return -Decimal::from_millionths(static_cast<std::int64_t>(random_() >> 2));
        default: return Decimal::from_millionths(std::int64_t{between(0, 100'000)} * 100'000);
        }
    }
    Date date() { return Date::from_days(between(14'000, 17'000)); }
    Instant instant() { return Instant(std::int64_t{between(1'300'000'000, 1'360'000'000)}); }
    Period year() { return Period::year(between(2008, 2014)); }
    Period quarter() { return Period::quarter(between(2008, 2014), between(1, 4)); }
    Period period() {
        switch (below(6)) {
        case 0: return year();
        case 1: return Period::month(between(2000, 2014), between(1, 12));
        case 2: return Period::half(between(2008, 2014), between(1, 2));
        case 3: return Period::academic_year(between(2008, 2014));
        case 4: {
            const Date first = date();
            return Period::span(first, first.plus_days(between(0, 400)));
        }
        default: return quarter();
        }
    }
    Observation observation(const AreaCode& area, Period period) {
        Observation row;
        row.area = area;
        row.period = period;
        row.reported_in = maybe() ? std::nullopt : perhaps([&] { return quarter(); });
        if (below(8) == 0) {
            row.gap = static_cast<GapReason>(below(static_cast<int>(GapReason::suppressed) + 1));
        } else {
            row.numerator = perhaps([&] { return decimal(); });
            row.denominator = perhaps([&] { return decimal(); });
            if (!row.numerator && !row.denominator) row.value = decimal();
        }
        if (below(3) == 0) row.target = decimal();
        row.flags = static_cast<Flags>(maybe() ? 0 : below(64));
        if (below(4) == 0) row.published = decimal();
        if (below(4) == 0) row.note = text();
        const auto deny = [&](Denial what, bool is_given) {
            if (!is_given && below(8) == 0) row.denied = static_cast<Denials>(row.denied | static_cast<Denials>(what));
        };
        deny(Denial::target, row.target.has_value());
        deny(Denial::note, !row.note.empty());
        deny(Denial::flags, row.flags != 0);
        deny(Denial::published, row.published.has_value());
        if (below(4) == 0) row.cell = one_of<std::string>({"KPIs 2025-26!F12", "KPIs 2025-26!G12", "row 3, column B"});
        return row;
    }
    // No cell twice.
    Observations observations(const std::vector<AreaCode>& areas, int rows) {
        Observations out;
        std::vector<std::pair<AreaCode, Period>> cells;
        for (int row = 0; row < rows; ++row) {
            const std::pair cell{one_of(areas), period()};
            if (std::ranges::find(cells, cell) != cells.end()) continue;
            cells.push_back(cell);
            out.add(observation(cell.first, cell.second));
        }
        return out;
    }

private:
    template <class Code> Code code(const char* start, int number) { return Code(start + std::to_string(number)); }
    template <class Code> Code earlier(const char* start, int number) {
        return number == 0 || maybe() ? Code() : code<Code>(start, below(number));
    }
    template <class Row, class Code> Code some(const std::vector<Row>& rows, Code Row::*member) {
        return one_of(rows).*member;
    }
    int few() { return below(size_ + 1); }
    std::optional<Date> perhaps_date() {
        return perhaps([&] { return date(); });
    }

    // A value for a column of a register; none where it refers to what the content does not have.
    template <class V> std::optional<V> value(const Content& content, std::string_view column) {
        if constexpr (std::same_as<V, std::string>)
            return text();
        else if constexpr (std::same_as<V, bool>)
            return maybe();
        else if constexpr (std::same_as<V, Decimal>)
            return decimal();
        else if constexpr (std::same_as<V, Date>)
            return date();
        else if constexpr (std::same_as<V, Instant>)
            return instant();
        else if constexpr (std::same_as<V, Period>)
            return period();
        else if constexpr (std::same_as<V, Tolerance>)
            return *Tolerance::parse(one_of<std::string>({"5%", "2 points", "none"}));
        else if constexpr (std::same_as<V, Subject>)
            return Subject{SubjectKind::measure, some(content.measures, &Measure::code).text()};
        else if constexpr (WordedEnum<V>)
            return static_cast<V>(below(static_cast<int>(all_words<V>().size())));
        else if constexpr (std::same_as<V, ImpactLevel> || std::same_as<V, LikelihoodLevel>)
            return V(between(0, 12));
        else if constexpr (std::same_as<V, BandName>)
            return BandName{one_of<std::string>({"high", "medium", "low", "red", "amber", "green"})};
        else if constexpr (std::integral<V>)
            return static_cast<V>(between(0, 12));
        else if constexpr (std::same_as<V, AreaCode>)
            return some_area(content);
        else if constexpr (std::same_as<V, UnitCode>)
            return some(content.units, &Unit::code);
        else if constexpr (std::same_as<V, MeasureCode>)
            return some(content.measures, &Measure::code);
        else if constexpr (std::same_as<V, PlanCode>)
            return some_if(content.plans);
        else if constexpr (std::same_as<V, PriorityCode>)
            return some_if(content.priorities);
        else if constexpr (std::same_as<V, RecoveryPlanCode>)
            return some_if(content.recovery_plans);
        else if constexpr (std::same_as<V, ActionCode>)
            return some_if(content.actions);
        else if constexpr (std::same_as<V, ProjectCode>)
            return some_if(content.projects);
        else if constexpr (std::same_as<V, PaperCode>)
            return some_if(content.papers);
        else
            return value_of_register<V>(content, column);
    }
    std::optional<AreaCode>
    some_area(const Content& content) { // the council's own is "no area" wherever one may be named
        const AreaCode area = some(content.areas, &Area::code);
        return area == content.settings.area ? std::nullopt : std::optional(area);
    }
    template <class Row> std::optional<decltype(Row::code)> some_if(const std::vector<Row>& rows) {
        return rows.empty() ? std::nullopt : std::optional(one_of(rows).code);
    }
    template <class V> std::optional<V> value_of_register(const Content& content, std::string_view column) {
        if constexpr (requires { typename V::value_type; }) { // a list or an optional
            using Inner = typename V::value_type;
            V values;
            if constexpr (requires { values.push_back(std::declval<Inner>()); }) {
                for (int i = below(3); i > 0; --i)
                    if (auto one = value<Inner>(content, column)) values.push_back(*std::move(one));
            } else {
                values = value<Inner>(content, column);
            }
            return values;
        } else {
            std::optional<V> found;
            each_register([&](auto member) {
                using T = RowIn<decltype(member)>;
                if constexpr (HasCode<T>)
                    if constexpr (std::same_as<V, Code<T>>) found = some_if(content.*member);
            });
            return found;
        }
    }

    template <Shaped T> std::optional<T> row(const Content& content, int number) {
        if constexpr (std::same_as<T, SheetLayout>)
            return SheetLayout{"L" + std::to_string(number),
                               "title = \"Own sheet\"\n[[block]]\nheading = [\"Ref\"]\n[[block.column]]\n"
                               "heading = \"Ref\"\nis = \"" +
                                   one_of<std::string>({"measure", "leave"}) + "\"\n"};
        T made;
        bool whole = true;
        each_part<T>([&](const auto& part) {
            auto& place = made.*part.member;
            using V = std::remove_cvref_t<decltype(place)>;
            if (part.role == Role::above) return;
            if (part.role == Role::code) {
                if constexpr (requires { V(std::string()); }) place = V("R" + std::to_string(number));
                return;
            }
            if (part.role == Role::optional && maybe()) return;
            if (auto drawn = value<V>(content, part.name))
                place = *std::move(drawn);
            else
                whole = whole && part.role != Role::required;
        });
        return whole && problems_of(made).empty() ? std::optional(made) : std::nullopt;
    }

    template <Shaped T> void make_rows(const Content& content, std::vector<T>& rows) {
        std::set<std::string> keys;
        for (int number = 0, tries = 0; number < size_ && tries < 200; ++tries)
            if (auto made = row<T>(content, number); made && keys.insert(key_of(*made)).second) {
                rows.push_back(*std::move(made));
                ++number;
            }
    }

    void make_areas(Content& content) {
        for (int i = 0; i <= size_; ++i)
            content.areas.push_back({code<AreaCode>("E", i),
                                     text(),
                                     static_cast<AreaKind>(below(7)),
                                     earlier<AreaCode>("E", i),
                                     perhaps([] { return far_day(-40); }),
                                     perhaps([] { return far_day(0); }),
                                     {}});
        Area& ended = content.areas[static_cast<std::size_t>(below(size_ + 1))];
        ended.valid_to = far_day(0);
        content.areas.push_back({code<AreaCode>("EF", 1), text(), ended.kind, {}, far_day(1), {}, {ended.code}});
    }

    // A day so many years after 2025: figures are of days before it, and no area is there but in its time.
    static Date far_day(int years) { return Date::from_days(20'100 + years * 365); }

    void make_units(Content& content) {
        for (int i = 0; i <= size_; ++i)
            content.units.push_back({code<UnitCode>("U", i), text(), static_cast<UnitKind>(below(7)),
                                     earlier<UnitCode>("U", i), perhaps_text()});
    }

    void make_measures(Content& content) {
        for (int i = 0; i <= size_; ++i) {
            Measure measure;
            measure.code = code<MeasureCode>("M", i);
            measure.title = text();
            measure.short_title = perhaps_text();
            measure.theme = perhaps_text();
            if (maybe()) measure.owner = some(content.units, &Unit::code);
            measure.polarity = static_cast<Polarity>(below(5));
            measure.quantity = static_cast<Quantity>(below(7));
            measure.per = one_of<std::int64_t>({1, 100, 1'000, 100'000});
            measure.decimals = between(0, 6);
            measure.grain = static_cast<Grain>(below(5));
            measure.roll_up = static_cast<RollUp>(below(6));
            measure.area_roll_up = static_cast<AreaRollUp>(below(2));
            measure.missing = static_cast<MissingParts>(below(2));
            measure.target_roll_up = static_cast<TargetRollUp>(below(2));
            measure.seasonal = maybe();
            if (maybe()) measure.judged = static_cast<Judged>(is_built_up(measure) ? below(4) : 1);
            measure.baseline = perhaps([&] { return between(12, 1000); });
            if (maybe())
                measure.tolerance = *Tolerance::parse(
                    one_of<std::string>({"5%", "2 points", "none", "green >= 55; amber >= 40; red otherwise"}));
            measure.due_days = perhaps([&] { return below(100); });
            measure.least = perhaps([&] { return -decimal().abs(); });
            measure.most = perhaps([&] { return decimal().abs(); });
            measure.parent = earlier<MeasureCode>("M", i);
            if (const MeasureCode input = earlier<MeasureCode>("M", i); !input.empty())
                measure.formula = "mean(" + input.text() + ", {" + input.text() + "}, 12.5)";
            measure.on_scorecard = maybe();
            measure.active_from = perhaps_date();
            measure.definitions.push_back({{}, perhaps_text(), perhaps_text(), perhaps_text(), perhaps_text(), {}, {}});
            if (maybe())
                measure.definitions.push_back({date(), text(), perhaps_text(), perhaps_text(), perhaps_text(), text(),
                                               perhaps([&] { return Decimal(between(1, 9)); })});
            if (measure.definitions.size() > 1 && !measure.definitions.back().link && i > 0)
                measure.definitions.back().overlap = code<MeasureCode>("M", below(i));
            content.measures.push_back(std::move(measure));
        }
        std::shuffle(content.measures.begin(), content.measures.end(), random_); // their order is theirs
    }

    Target target(const MeasureCode& measure, const AreaCode& area, Period period) {
        Target target;
        target.measure = measure;
        target.area = area;
        target.period = period;
        target.kind = static_cast<TargetKind>(below(10));
        using enum TargetKind;
        const TargetKind kind = target.kind;
        if (kind == value || kind == floor || kind == ceiling || kind == change || kind == change_percent)
            target.value = decimal();
        if (kind == peer_quartile) {
            target.value = Decimal(between(1, 4));
            target.peers = maybe() ? "G1" : "";
        }
        if (kind == change || kind == change_percent) {
            target.baseline = perhaps([&] { return decimal(); });
            target.baseline_period = perhaps([&] { return Period::year(2011); });
        }
        if (kind == range) {
            target.lower = -decimal().abs();
            target.upper = decimal().abs();
        }
        target.words = kind == words ? text() : perhaps_text();
        target.strict = maybe();
        target.state = static_cast<TargetState>(below(3));
        target.reason = perhaps_text();
        return target;
    }

    void make_targets(Content& content) {
        for (const Measure& measure : content.measures) {
            for (int year = 2008; year < 2008 + few(); ++year) {
                const AreaCode area = maybe() ? AreaCode() : some(content.areas, &Area::code);
                Target first = target(measure.code, area, Period::year(year));
                first.set_on = perhaps_date();
                content.targets.push_back(first);
                if (!first.set_on || maybe()) continue;
                Target later = target(measure.code, area, Period::year(year));
                later.set_on = first.set_on->plus_days(between(1, 100));
                if (maybe()) later.from = later.set_on->plus_days(between(-100, 100));
                content.targets.push_back(later);
            }
            for (int quarter = 1; quarter <= below(5); ++quarter) {
                content.targets.push_back(target(measure.code, {}, Period::quarter(2012, quarter)));
                content.targets.back().role = TargetRole::profile;
            }
        }
    }

    // Of one measure either several that say when they were known, or one that does not.
    void make_returns(Content& content) {
        std::vector<AreaCode> areas{AreaCode()};
        for (const Area& area : content.areas)
            if (!area.valid_from || *area.valid_from < far_day(0)) areas.push_back(area.code);
        for (const Measure& measure : content.measures) {
            const bool dated = maybe();
            for (int number = dated ? few() : 1; number > 0; --number) {
                Return handed_in;
                handed_in.measure = measure.code;
                if (dated) handed_in.known_at = instant();
                handed_in.state = dated ? static_cast<ReturnState>(below(5)) : ReturnState::approved;
                handed_in.handed_in_by = perhaps_text();
                handed_in.signed_off_by = perhaps_text();
                handed_in.source = perhaps_text();
                if (maybe()) handed_in.source_sha256 = std::string(64, one_of<char>({'0', '7', 'a', 'f'}));
                handed_in.reason = perhaps_text();
                handed_in.observations = observations(areas, between(1, 3 * size_));
                content.returns.push_back(std::move(handed_in));
            }
        }
    }

    void make_forecasts(Content& content) {
        for (const Measure& measure : content.measures) {
            for (int quarter = 1; quarter <= below(5); ++quarter) {
                OfficerForecast forecast;
                forecast.measure = measure.code;
                forecast.period = Period::year(2012);
                forecast.made_in = Period::quarter(2012, quarter);
                forecast.value = perhaps([&] { return decimal(); });
                if (forecast.value && maybe()) forecast.lower = *forecast.value;
                if (forecast.value && maybe()) forecast.upper = *forecast.value;
                forecast.outlook = static_cast<Outlook>(forecast.value ? below(5) : between(1, 4));
                forecast.by = perhaps_text();
                forecast.reason = perhaps_text();
                forecast.known_at = perhaps([&] { return instant(); });
                content.forecasts.push_back(forecast);
                if (!forecast.known_at || maybe()) continue;
                forecast.outlook = Outlook::to_miss;
                forecast.known_at = Instant(forecast.known_at->seconds() + between(1, 1'000'000));
                content.forecasts.push_back(forecast);
            }
        }
    }

    void make_plans(Content& content) {
        for (int i = 0; i < size_; ++i) {
            content.plans.push_back({code<PlanCode>("P", i), some(content.units, &Unit::code), text(), perhaps_date(),
                                     perhaps_date(), perhaps_text(), perhaps_text()});
            Priority priority;
            priority.code = code<PriorityCode>("Y", i);
            if (maybe()) priority.plan = some(content.plans, &Plan::code);
            priority.unit = some(content.units, &Unit::code);
            priority.title = text();
            priority.theme = perhaps_text();
            for (int number = below(3); number > 0; --number)
                priority.measures.push_back(content.measures[static_cast<std::size_t>(number)].code);
            priority.position = below(100);
            content.priorities.push_back(std::move(priority));
            RecoveryPlan plan;
            plan.code = code<RecoveryPlanCode>("R", i);
            plan.measure = some(content.measures, &Measure::code);
            plan.raised_in = quarter();
            plan.raised_on = perhaps_date();
            plan.description = perhaps_text();
            plan.state = static_cast<RecoveryPlanState>(below(3));
            plan.closed_on = perhaps_date();
            for (int number = below(3); number > 0; --number)
                plan.presented.push_back({some(content.units, &Unit::code), date(), perhaps_text()});
            plan.causes = perhaps_text();
            plan.text_published = maybe();
            plan.evidence = perhaps_text();
            content.recovery_plans.push_back(std::move(plan));
        }
    }

    // What a paper says about a measure in words.
    Update told(const MeasureCode& measure, const Update& like) {
        Update update = like;
        update.subject = {SubjectKind::measure, measure.text()};
        update.outlook = perhaps([&] { return static_cast<Outlook>(between(1, 4)); });
        update.direction_previous = perhaps([&] { return static_cast<Direction>(below(6)); });
        update.change_previous = perhaps_text();
        update.direction_last_year = perhaps([&] { return static_cast<Direction>(below(6)); });
        update.change_last_year = perhaps_text();
        return update;
    }

    void make_updates(Content& content) {
        for (const Priority& priority : content.priorities) {
            Update update;
            update.subject = {SubjectKind::priority, priority.code.text()};
            update.period = quarter();
            update.status = perhaps([&] { return static_cast<Status>(below(6)); });
            update.narrative = text();
            update.reason = perhaps_text();
            update.by = perhaps_text();
            update.known_at = perhaps([&] { return instant(); });
            content.updates.push_back(update);
            if (update.known_at && !content.measures.empty())
                content.updates.push_back(told(some(content.measures, &Measure::code), update));
            if (!update.known_at || maybe()) continue;
            update.narrative += " again";
            update.known_at = Instant(update.known_at->seconds() + between(1, 1'000'000));
            content.updates.push_back(update);
        }
    }

    void make_actions(Content& content) {
        for (int i = 0; i < size_; ++i) {
            Action action;
            action.code = code<ActionCode>("A", i);
            action.subject =
                maybe() ? Subject{SubjectKind::recovery_plan, some(content.recovery_plans, &RecoveryPlan::code).text()}
                        : Subject{SubjectKind::priority, some(content.priorities, &Priority::code).text()};
            action.title = text();
            action.lead = perhaps_text();
            for (int number = below(3); number > 0; --number) {
                const Date due = date();
                action.due.push_back({perhaps([&] { return due.plus_days(-30); }), due, perhaps_text()});
            }
            if (maybe()) action.due.push_back({{}, {}, "monthly"});
            action.outcome = perhaps_text();
            action.state = static_cast<ActionState>(below(5));
            action.status = perhaps([&] { return static_cast<Status>(below(6)); });
            action.completed_on = perhaps_date();
            action.position = below(100);
            content.actions.push_back(std::move(action));
        }
    }

    void make_projects(Content& content) {
        for (int i = 0; i < size_; ++i) {
            Project project;
            project.code = code<ProjectCode>("J", i);
            project.title = text();
            if (maybe()) project.unit = some(content.units, &Unit::code);
            if (maybe()) project.area = some(content.areas, &Area::code);
            project.wave = perhaps_text();
            project.window_from = perhaps_date();
            project.window_to = perhaps_date();
            project.start = perhaps_date();
            project.due = perhaps_date();
            project.completed = perhaps_date();
            project.status = perhaps([&] { return static_cast<Status>(below(6)); });
            project.forecast = perhaps_date();
            content.projects.push_back(std::move(project));
        }
    }

    void make_statements(Content& content) {
        for (int i = 0; i < size_; ++i) {
            Statement statement;
            statement.code = code<StatementCode>("S", i);
            statement.period = quarter();
            statement.subject = {SubjectKind::measure, some(content.measures, &Measure::code).text()};
            statement.place = perhaps_text();
            statement.label = perhaps_text();
            statement.words = perhaps_text();
            statement.stated = perhaps([&] { return decimal(); });
            statement.count = perhaps([&] { return decimal(); });
            statement.denominator = perhaps([&] { return decimal(); });
            for (int number = below(4); number > 0; --number) statement.parts.push_back(decimal());
            statement.from = perhaps([&] { return decimal(); });
            statement.to = perhaps([&] { return decimal(); });
            statement.date = perhaps_date();
            statement.window_from = perhaps_date();
            statement.window_to = perhaps_date();
            statement.binding = static_cast<Binding>(below(static_cast<int>(Binding::forecast) + 1));
            content.statements.push_back(std::move(statement));
        }
    }

    void make_papers(Content& content) {
        for (int i = 0; i < size_; ++i) {
            Paper paper;
            paper.code = code<PaperCode>("B", i);
            paper.report = one_of<std::string>({"scorecard", "partnership"});
            paper.period = quarter();
            paper.title = text();
            if (maybe()) paper.body = some(content.units, &Unit::code);
            paper.meeting = perhaps_date();
            for (std::string Paper::*field :
                 {&Paper::item, &Paper::report_of, &Paper::contact, &Paper::part, &Paper::affects, &Paper::purpose,
                  &Paper::summary, &Paper::consultations, &Paper::part_two_reason, &Paper::body_text})
                paper.*field = perhaps_text();
            for (std::vector<std::string> Paper::*list :
                 {&Paper::recommendations, &Paper::reasons, &Paper::alternatives, &Paper::objectives})
                for (int number = below(3); number > 0; --number) (paper.*list).push_back(text());
            for (int number = below(3); number > 0; --number) paper.implications.push_back({text(), text()});
            for (int number = below(3); number > 0; --number)
                paper.background_papers.push_back({text(), perhaps_date(), perhaps_text()});
            content.papers.push_back(std::move(paper));
        }
    }

    void make_report_definitions(Content& content) {
        for (int i = 0; i < size_; ++i)
            content.report_definitions.push_back(
                {"R" + std::to_string(i), "+++\ntitle = \"Report of {{period}}\"\n+++\n\n" + text() + "\n"});
    }

    // As much of a Word document as is looked at when it is handed in, with bytes that are not text.
    std::string docx() {
        std::string bytes = "PK\x03\x04word/document.xml word/styles.xml";
        for (int number = below(200); number > 0; --number) bytes += static_cast<char>(below(256));
        return bytes;
    }

    std::mt19937_64 random_;
    int size_;
};

} // namespace qd::test
