// bench_edit_job STORE       a file, or postgresql://…
//
// What it costs to change one action in a register of 2,000: the time of the act, beside a bare durable insert of such a row
// into the same database in turn with it, by how much the store grows over 10,000 of them, and what it takes to read their history.
#include "parallel.hpp"

#include "base/clock.hpp"
#include "base/error.hpp"
#include "store/db/transaction.hpp"
#include "store/store.hpp"

#include <iostream>

namespace {

using namespace qd;

constexpr int actions = 2'000, timed = 300, edits = 10'000;

Action action(int number, int edition) {
    Action made;
    made.code = ActionCode("A" + std::to_string(number));
    made.subject = {SubjectKind::measure, "M1"};
    made.title = "Visit every household that has asked for support since April, edition " + std::to_string(edition);
    made.lead = "Head of adult services";
    made.outcome = "A support plan is agreed for each of them, and reviewed within the year.";
    made.due = {{{}, Date::parse("2013-03-31"), ""}};
    made.position = number;
    return made;
}

Content council() {
    Content content;
    content.areas.push_back({AreaCode("E1"), "Shire", AreaKind::county, {}, {}, {}});
    content.units.push_back({UnitCode("U1"), "Council", UnitKind::council, {}, ""});
    Measure measure;
    measure.code = MeasureCode("M1");
    measure.title = "Self directed support";
    measure.owner = UnitCode("U1");
    measure.definitions.emplace_back();
    content.measures.push_back(std::move(measure));
    for (int number = 0; number < actions; ++number) content.actions.push_back(action(number, 0));
    return content;
}

void edit(Store& store, int edition) {
    Content one;
    one.actions = {action(edition * 7919 % actions, edition)};
    Act act;
    act.actor = {"jsmith", "Performance officer", "page"};
    act.kind = "edit";
    act.subject = "action:" + one.actions.front().code.text();
    if (store.import(one, "", act).changes() != 1) throw Error(Fault::outage, "An edit changed nothing.");
}

void bare_insert(db::Connection& file, int number) {
    const Action row = action(number, number);
    db::Transaction transaction(file);
    file.execute("INSERT INTO bare (code, subject, title, lead_post, outcome, state, position) VALUES ($1, $2, $3, $4, "
                 "$5, $6, $7)",
                 row.code.text() + "-" + std::to_string(number), "measure:M1", row.title, row.lead, row.outcome,
                 "not_started", row.position);
    transaction.commit();
}

// With what stands in its log; of a server the tables with their indexes.
std::uintmax_t size_of(const std::string& address) {
    db::Connection store = db::Connection::open(address, db::Opening::existing);
    constexpr auto sqlite = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
    constexpr auto postgres = "SELECT SUM(pg_total_relation_size(oid))::BIGINT FROM pg_class WHERE relkind = 'r' AND "
                              "relnamespace = current_schema()::regnamespace";
    return store.value<std::uintmax_t>(store.product() == db::Product::sqlite ? sqlite : postgres).value();
}

// What a reader pays for the history of all these edits: read whole, and after one more.
void time_past(Store& store, int edition) {
    const StoreState before = store.state();
    const bench::Stopwatch whole;
    Past past = store.read_past(before.generation);
    bench::print_time("past_whole", whole.seconds());
    edit(store, edition);
    const StoreState after = store.state(before);
    const bench::Stopwatch later;
    past = store.read_past(after, std::move(past));
    bench::print_time("past_later", later.seconds());
    std::size_t ended = 0;
    for (const auto& piece : past.pieces) ended += piece->stood.at("actions").size();
    if (ended != static_cast<std::size_t>(edition)) throw Error(Fault::outage, "The history is not whole.");
}

void run(const std::string& place) {
    const SystemClock clock;
    const std::string address = place.find("://") == std::string::npos ? "sqlite:" + place : place;
    Store::init(address, clock);
    Store store(address, Opening::read_write, clock);
    store.import(council(), "name = \"Shire\"\n", "council");
    {
        db::Connection bare = db::Connection::open(address, db::Opening::existing);
        {
            db::Transaction transaction(bare, db::Purpose::migrate);
            bare.run_script(
                "CREATE TABLE bare (code TEXT PRIMARY KEY, subject TEXT, title TEXT, lead_post TEXT, outcome "
                "TEXT, state TEXT, position BIGINT)");
            transaction.commit();
        }
        std::vector<double> ours, theirs;
        for (int i = 1; i <= timed; ++i) {
            const bench::Stopwatch edited;
            edit(store, i);
            ours.push_back(edited.seconds());
            const bench::Stopwatch inserted;
            bare_insert(bare, i);
            theirs.push_back(inserted.seconds());
        }
        bench::print_latencies("edit", ours);
        bench::print_latencies("insert", theirs);
    }
    const std::uintmax_t before = size_of(address);
    for (int i = timed + 1; i <= timed + edits; ++i) edit(store, i);
    std::printf("SIZE edit %.1f\n", static_cast<double>(size_of(address) - before) / edits);
    time_past(store, timed + edits + 1);
    if (const auto problems = store.verify(); !problems.empty()) throw Error(Fault::outage, problems.front());
    std::printf("CHECK edits %lld\n", static_cast<long long>(store.generation()));
}

} // namespace

int main(int count, char** words) {
    try {
        if (count != 2) throw Error(Fault::request, "usage: bench_edit_job STORE");
        run(words[1]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
