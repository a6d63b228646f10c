#include "charts/golden.hpp"
#include "checks/checking.hpp"
#include "exchange/folder.hpp"

namespace qd::test {
namespace {

// One published paper in the examples, and all that the checker says of it.
struct PaperCase {
    std::string council, period, as_at;

    std::string file() const { return "cases/checks/" + council + "-" + period + ".findings"; }
};

class Papers : public testing::TestWithParam<PaperCase> {};

TEST_P(Papers, AreFoundWrongJustSo) {
    const PaperCase& paper = GetParam();
    const auto reading = read_source("examples/" + paper.council, Content());
    ASSERT_TRUE(reading.has_value());
    expect_golden(print(checked(in_canonical_order(reading->content), paper.period, paper.as_at)), paper.file());
}

INSTANTIATE_TEST_SUITE_P(Examples, Papers,
                         testing::Values(PaperCase{"lancashire", "2011-12Q4", "2012-07-03"},
                                         PaperCase{"lancashire", "2012-13Q2", "2013-02-26"},
                                         PaperCase{"lancashire", "2012-13Q3", "2013-02-26"},
                                         PaperCase{"lancashire", "2017-18Q2", "2017-12-06"},
                                         PaperCase{"lancashire", "2017-18Q3", "2017-12-06"},
                                         PaperCase{"chorley", "2013-14Q1", "2013-08-15"},
                                         PaperCase{"chorley", "2016-17Q3", "2017-06-30"}),
                         [](const auto& paper) {
                             std::string name = paper.param.council + paper.param.period;
                             std::erase(name, '-');
                             return name;
                         });

} // namespace
} // namespace qd::test
