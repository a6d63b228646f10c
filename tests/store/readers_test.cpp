#include "store/store_fixture.hpp"

#include <atomic>
#include <thread>

namespace qd {
namespace {

using test::small_council;

class ReadersTest : public test::StoreTest {};
QUARTERDAY_ON_BOTH_DATABASES(ReadersTest);

// The n-th import writes n into every table: a reader that sees two numbers has seen two moments.
Content marked(int number) {
    Content content = small_council();
    const std::string mark = std::to_string(number);
    content.areas.front().name = mark;
    content.units.front().name = mark;
    content.measures.front().title = mark;
    Target target;
    target.measure = MeasureCode("M1");
    target.period = Period::year(2012);
    target.value = Decimal(number);
    content.targets = {target};
    Return handed_in;
    handed_in.measure = MeasureCode("M1");
    Observation row;
    row.period = Period::quarter(2012, 3);
    row.value = Decimal(number);
    handed_in.observations.add(row);
    content.returns = {handed_in};
    Paper paper;
    paper.code = PaperCode("B1");
    paper.report = "scorecard";
    paper.period = Period::quarter(2012, 3);
    paper.title = mark;
    content.papers = {paper};
    return content;
}

int mark_of(const Content& content) {
    const int number = std::stoi(content.areas.front().name);
    const std::string mark = std::to_string(number);
    const auto count = static_cast<std::size_t>(number);
    EXPECT_EQ(content.units.front().name, mark);
    EXPECT_EQ(content.measures.front().title, mark);
    EXPECT_EQ(content.papers.front().title, mark);
    EXPECT_EQ(content.targets.size(), count);
    EXPECT_EQ(content.returns.size(), count);
    EXPECT_EQ(content.targets.back().value, Decimal(number));
    EXPECT_EQ(content.returns.back().observations.at(0).value, Decimal(number));
    return number;
}

TEST_P(ReadersTest, SeeOneMomentWhileAnotherWrites) {
    constexpr int imports = 60, readers = 3;
    open().import(marked(1), "n = 1\n", "test");
    std::atomic<bool> done = false;
    std::atomic<int> readings = 0;
    std::vector<std::thread> threads;
    for (int reader = 0; reader < readers; ++reader) {
        threads.emplace_back([&] {
            Store store = open(Opening::read_only);
            for (int last = 0; !done;) {
                const std::int64_t generation = store.generation();
                const int number = mark_of(store.read());
                EXPECT_GE(number, last) << "never back in time";
                EXPECT_GE(number, generation);
                last = number;
                ++readings;
            }
            EXPECT_EQ(mark_of(store.read()), imports);
        });
    }
    {
        Store writer = open();
        for (int number = 2; number <= imports; ++number) writer.import(marked(number), "", "test");
    }
    done = true;
    for (std::thread& thread : threads) thread.join();
    EXPECT_GT(readings, readers);
    EXPECT_EQ(open().generation(), imports);
    EXPECT_EQ(open().verify(), std::vector<std::string>());
}

TEST_P(ReadersTest, WritersTakeTurns) {
    constexpr int writers = 3, imports = 12;
    open().import(small_council(), "", "council");
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            Store store = open();
            for (int number = 0; number < imports; ++number) {
                Content content = marked(1000 * (writer + 1) + number);
                content.papers.front().code = PaperCode("B" + std::to_string(writer) + "-" + std::to_string(number));
                store.import(content, "", "writer " + std::to_string(writer));
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    Store store = open();
    EXPECT_EQ(store.generation(), 1 + writers * imports);
    const Content content = store.read();
    EXPECT_EQ(content.papers.size(), static_cast<std::size_t>(writers * imports));
    EXPECT_EQ(content.targets.size(), static_cast<std::size_t>(writers * imports)) << "no target was lost";
    EXPECT_EQ(content.returns.size(), static_cast<std::size_t>(writers * imports));
    EXPECT_EQ(store.verify(), std::vector<std::string>());
}

} // namespace
} // namespace qd
