#pragma once

#include "domain/past_tables.hpp"
#include "random_content.hpp"
#include "store/database_fixture.hpp"
#include "store/store.hpp"

#include <sqlite3.h>

namespace qd::test {

inline const Instant noon = Instant::parse("2013-02-15T12:00:00Z").value();

inline void run_by_other_hand(const std::string& address, const std::string& sql) {
    if (const db::Address place = db::parse_address(address); place.product == db::Product::sqlite) {
        sqlite3* file = nullptr;
        char* complaint = nullptr;
        sqlite3_open(place.file().c_str(), &file);
        sqlite3_exec(file, sql.c_str(), nullptr, nullptr, &complaint);
        if (complaint) ADD_FAILURE() << sql << ": " << complaint;
        sqlite3_free(complaint);
        sqlite3_close(file);
        return;
    }
    db::Connection server = db::Connection::open(address, db::Opening::existing);
    db::Transaction transaction(server);
    server.run_script("SET LOCAL session_replication_role = replica; " + sql);
    transaction.commit();
}

// A store on both databases, with a clock to be moved.
class StoreTest : public OnBothDatabases {
protected:
    class MovedClock : public Clock {
    public:
        Instant now() const override { return now_; }
        void pass(std::int64_t seconds) { now_ = Instant(now_.seconds() + seconds); }
        void pass_days(int days) { pass(std::int64_t{days} * 86'400); }

    private:
        Instant now_ = noon;
    };

    void SetUp() override {
        OnBothDatabases::SetUp();
        if (!HasFatalFailure()) Store::init(address(), clock);
    }
    Store open(Opening opening = Opening::read_write) { return {address(), opening, clock}; }
    // As another program would, that knows nothing of references.
    void run(const std::string& sql) const { run_by_other_hand(address(), sql); }

    MovedClock clock;
};

// As a store gives it back: what did not say when is known from `now` on.
inline Content as_known(Content content, Instant now) {
    for (Return& handed_in : content.returns) handed_in.known_at = handed_in.known_at.value_or(now);
    for (OfficerForecast& forecast : content.forecasts) forecast.known_at = forecast.known_at.value_or(now);
    for (Update& update : content.updates) update.known_at = update.known_at.value_or(now);
    each_register([&](auto member) {
        using T = RowIn<decltype(member)>;
        each_part<T>([&](const auto& part) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(std::declval<T>().*part.member)>,
                                       std::optional<Instant>>)
                for (T& row : content.*member)
                    if (part.role == Role::moment) row.*part.member = (row.*part.member).value_or(now);
        });
    });
    return content;
}

// Names the first table that differs: a whole content would be unreadable.
inline void expect_equal(const Content& a, const Content& b) {
    EXPECT_TRUE(a.areas == b.areas) << "areas";
    EXPECT_TRUE(a.units == b.units) << "units";
    EXPECT_TRUE(a.measures == b.measures) << "measures";
    EXPECT_TRUE(a.targets == b.targets) << "targets";
    EXPECT_TRUE(a.returns == b.returns) << "returns";
    EXPECT_TRUE(a.forecasts == b.forecasts) << "forecasts";
    EXPECT_TRUE(a.plans == b.plans) << "plans";
    EXPECT_TRUE(a.priorities == b.priorities) << "priorities";
    EXPECT_TRUE(a.updates == b.updates) << "updates";
    EXPECT_TRUE(a.recovery_plans == b.recovery_plans) << "recovery_plans";
    EXPECT_TRUE(a.actions == b.actions) << "actions";
    EXPECT_TRUE(a.projects == b.projects) << "projects";
    EXPECT_TRUE(a.statements == b.statements) << "statements";
    EXPECT_TRUE(a.papers == b.papers) << "papers";
    each_register([&](auto member) {
        using T = RowIn<decltype(member)>;
        EXPECT_TRUE(a.*member == b.*member) << Shape<T>::table;
    });
    EXPECT_TRUE(a.report_definitions == b.report_definitions) << "report_definitions";
    EXPECT_TRUE(a.reference_documents == b.reference_documents) << "reference_documents";
}

// All that ended, in its order.
inline PastRows in_one_piece(const Past& past) {
    PastRows whole;
    each_past([&](auto member) {
        using T = RowIn<decltype(member)>;
        each_ended(past, member, [&](const T& row, const Stood& stood) {
            (whole.rows.*member).push_back(row);
            whole.stood[std::string(table_name<T>)].push_back(stood);
        });
    });
    for (const auto& piece : past.pieces)
        std::ranges::copy(piece->settings_texts, std::back_inserter(whole.settings_texts));
    return whole;
}

// One council, one unit, one measure: what ledgers refer to.
inline Content small_council() {
    Content content;
    content.areas.push_back({AreaCode("E1"), "Shire", AreaKind::county, {}, {}, {}});
    content.units.push_back({UnitCode("U1"), "Council", UnitKind::council, {}, ""});
    Measure measure;
    measure.code = MeasureCode("M1");
    measure.title = "Potholes mended";
    measure.owner = UnitCode("U1");
    measure.definitions.emplace_back();
    content.measures.push_back(std::move(measure));
    return content;
}

} // namespace qd::test
