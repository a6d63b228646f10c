#include "store/store_fixture.hpp"

#include "base/file.hpp"
#include "store/migrations.hpp"

#include <cstdlib>

namespace qd {
namespace {

using test::error_of, test::expect_equal;

// Stores that a program before the ledger of acts made: both examples, each with two issues, and imports between and after these
// that change measures, actions, due dates, targets, units and the settings.
std::filesystem::path old_store(const std::string& name, const std::filesystem::path& folder) {
    std::filesystem::path file = folder / (name + ".db");
    const std::string unpack = "gzip -dc tests/store/old/" + name + ".db.gz > '" + file.string() + "'";
    EXPECT_EQ(std::system(unpack.c_str()), 0);
    return file;
}

Migrations steps_before() {
    Migrations steps(program_migrations().begin(), program_migrations().begin() + 17);
    return steps;
}

class CarryOverTest : public test::OnBothDatabases {
protected:
    // The old store on the database of the test, still of the old program.
    std::string old_on_this_database(const std::string& name) {
        const std::string file = "sqlite:" + old_store(name, folder()).string();
        if (on_sqlite()) return file;
        db::Connection from = db::Connection::open(file, db::Opening::read_only);
        create_store(
            address(), clock_, [&](db::Connection& to) { copy_all(from, to); }, steps_before());
        return address();
    }
    static void copy_all(db::Connection& from, db::Connection& to) {
        std::vector<std::string> names;
        for (auto row : from.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'migration'"))
            names.push_back(row.get<std::string>(0));
        for (const std::string& name : names) {
            std::vector<std::string> columns, kinds;
            for (auto row : from.query("SELECT name, type FROM pragma_table_info($1)", name)) {
                columns.push_back(row.get<std::string>(0));
                kinds.push_back(row.get<std::string>(1));
            }
            std::string listed, places;
            for (std::size_t i = 0; i < columns.size(); ++i) {
                listed += (i == 0 ? "" : ", ") + columns[i];
                places += (i == 0 ? "$" : ", $") + std::to_string(i + 1);
            }
            for (auto row : from.query("SELECT " + listed + " FROM " + name)) {
                std::vector<db::Value> values;
                for (std::size_t i = 0; i < columns.size(); ++i) {
                    const int at = static_cast<int>(i);
                    if (kinds[i] == "BIGINT")
                        values.emplace_back(row.get<std::optional<std::int64_t>>(at));
                    else if (kinds[i] == "BLOB")
                        values.emplace_back(row.get<std::optional<db::BlobView>>(at));
                    else
                        values.emplace_back(row.get<std::optional<std::string_view>>(at));
                }
                to.execute("INSERT INTO " + name + " (" + listed + ") VALUES (" + places + ")",
                           std::span<const db::Value>(values));
            }
        }
    }

    FixedClock clock_{Instant::parse("2026-12-02T12:00:00Z").value()};
};
QUARTERDAY_ON_BOTH_DATABASES(CarryOverTest);

TEST_P(CarryOverTest, AnOlderStoreKeepsAllThatItKnew) {
    for (const std::string name : {"lancashire", "chorley"}) {
        SCOPED_TRACE(name);
        if (!on_sqlite() && name == "chorley") continue; // one store a schema
        const std::string place = old_on_this_database(name);
        Store store(place, Opening::read_write, clock_);
        EXPECT_EQ(store.verify(), std::vector<std::string>());
        EXPECT_EQ(store.generation(), 7);
        const std::vector<Act> acts = store.acts();
        ASSERT_EQ(acts.size(), 7u);
        EXPECT_EQ(acts[1].kind, "issue");
        EXPECT_EQ(acts[1].subject, "issue:1");
        EXPECT_EQ(acts[2].source, "c");
        const auto title = [&](std::int64_t generation) {
            const Content content = store.read_at(generation);
            return content.measures.front().title;
        };
        EXPECT_EQ(title(1), title(2));
        EXPECT_EQ(title(3), title(1) + " (renamed)");
        EXPECT_EQ(store.settings_text_at(1) + "\n# another edition\n", store.settings_text_at(3));
        const auto units = [&](std::int64_t generation) { return store.read_at(generation).units.size(); };
        EXPECT_EQ(units(5) + 1, units(6));
        EXPECT_EQ(units(6), store.read().units.size());
        const std::string code = store.read().measures.front().code.text();
        const std::vector<RowVersion> history = store.history("measures", {code});
        ASSERT_GE(history.size(), 2u);
        EXPECT_EQ(history[0].written_by.number, 1);
        EXPECT_EQ(history[0].ended_by->number, 3);
        EXPECT_EQ(history[1].written_by.number, 3);
        EXPECT_EQ(store.issues().size(), 2u);
    }
}

TEST_P(CarryOverTest, ItsBackupIsRestored) {
    const auto file = old_store("lancashire", folder());
    const std::string before = read_file(file);
    const test::TemporaryPlace place(GetParam());
    Store::restore(file, place.address(), clock_);
    EXPECT_EQ(read_file(file), before) << "the backup stays as it is";
    Store store(place.address(), Opening::read_only, clock_);
    EXPECT_EQ(store.generation(), 7);
    EXPECT_EQ(store.verify(), std::vector<std::string>());
}

TEST_P(CarryOverTest, OneThatIsNotSoundStaysAsItIs) {
    for (const char* change :
         {"UPDATE units SET name = 'Another'", "UPDATE targets SET id = id + 1000 WHERE id = 1",
          "UPDATE imports SET changes = changes + 1 WHERE id = 2", "DELETE FROM standings WHERE generation = 3",
          "UPDATE settings SET text = 'x'", "DELETE FROM imports WHERE id = 7",
          "UPDATE table_versions SET body = (SELECT body FROM table_versions WHERE name = 'areas') WHERE name = "
          "'measures'"}) {
        if (!on_sqlite()) continue; // the same code; a schema takes one store
        SCOPED_TRACE(change);
        const std::string place = old_on_this_database("lancashire");
        test::run_by_other_hand(place, change);
        const Error error = error_of([&] { Store(place, Opening::read_write, clock_); });
        EXPECT_EQ(error.fault(), Fault::outage) << error.what();
        EXPECT_TRUE(db::Connection::open(place, db::Opening::read_only).has_table("imports"));
    }
}

} // namespace
} // namespace qd
