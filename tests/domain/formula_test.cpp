#include "domain/formula.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

// The tree as text, every operation in brackets: what is computed in which order.
std::string told(const Formula& formula, std::size_t index) {
    const Formula::Node& node = formula.node(index);
    using Kind = Formula::Kind;
    const auto operand = [&](std::size_t i) { return told(formula, node.operands[i]); };
    const auto both = [&](const char* sign) { return "(" + operand(0) + sign + operand(1) + ")"; };
    switch (node.kind) {
    case Kind::number: return print(node.number);
    case Kind::measure: return node.measure.text();
    case Kind::period: return print(node.period);
    case Kind::negate: return "-" + operand(0);
    case Kind::add: return both("+");
    case Kind::subtract: return both("-");
    case Kind::multiply: return both("*");
    case Kind::divide: return both("/");
    case Kind::call: break;
    }
    std::string out = std::string(print(node.function)) + "(";
    for (std::size_t i = 0; i < node.operands.size(); ++i) out += (i ? "," : "") + operand(i);
    if (node.function == FormulaFunction::index) out += "," + print(node.period);
    return out + ")";
}

std::string told(std::string_view text) {
    const auto formula = Formula::parse(text);
    if (!formula) return "! " + formula.error().message;
    return told(*formula, formula->size() - 1);
}

TEST(Formula, BindsAsArithmeticDoes) {
    EXPECT_EQ(told("ASC1 / 12 * 100"), "((ASC1/12)*100)");
    EXPECT_EQ(told("0.6*A + 0.4*B"), "((0.6*A)+(0.4*B))");
    EXPECT_EQ(told("A - B - C"), "((A-B)-C)");
    EXPECT_EQ(told("A - (B - C)"), "(A-(B-C))");
    EXPECT_EQ(told("-A + B"), "(-A+B)");
    EXPECT_EQ(told("A * -2"), "(A*-2)");
    EXPECT_EQ(told(" ( ( A ) ) "), "A");
}

TEST(Formula, TakesCodesOfAnyKindInBraces) {
    EXPECT_EQ(told("{SDS-1} + {2011.a} - x_1.b"), "((SDS-1+2011.a)-x_1.b)");
    EXPECT_EQ(told("mean + 1"), "(mean+1)") << "a measure may be called as a function is";
    const auto formula = Formula::parse("A + {B-1} / A");
    ASSERT_TRUE(formula);
    EXPECT_EQ(formula->inputs(), (std::vector<MeasureCode>{MeasureCode("A"), MeasureCode("B-1")}));
}

TEST(Formula, KnowsItsFunctions) {
    EXPECT_EQ(told("mean(A, B, C)"), "mean(A,B,C)");
    EXPECT_EQ(told("wmean(A, 0.6, B + 1, 0.4)"), "wmean(A,0.6,(B+1),0.4)");
    EXPECT_EQ(told("index(A, \"2010-11\")"), "index(A,2010-11)");
    EXPECT_EQ(told("least(A, 100) * 2"), "(least(A,100)*2)");
    EXPECT_EQ(told("sqrt(abs(A))"), "sqrt(abs(A))");
}

TEST(Formula, SaysWhatItDoesNotUnderstand) {
    EXPECT_EQ(told(""), "! is empty.");
    EXPECT_EQ(told("A +"), "! is cut short.");
    EXPECT_EQ(told("(A + B"), "! leaves a bracket open.");
    EXPECT_EQ(told("A B"), "! cannot be understood at character 3, “B”.");
    EXPECT_EQ(told("A + median(B)"), "! cannot be understood at character 5, “median”.");
    EXPECT_EQ(told("A, B"), "! has a comma between formulas.");
    EXPECT_EQ(told("A ^ 2"), "! cannot be understood at character 3, “^ 2”.");
    EXPECT_EQ(told("{A"), "! opens a brace and does not close it.");
    EXPECT_EQ(told("12x"), "! contains “12x”, which is neither a number nor a measure.");
    EXPECT_EQ(told("0.1234567"), "! contains “0.1234567”, which is neither a number nor a measure.");
    EXPECT_EQ(told("wmean(A, 1, B)"), "! gives wmean() 3 arguments.");
    EXPECT_EQ(told("index(A, B)"), "! gives index() 2 arguments.");
    EXPECT_EQ(told("A + \"2010-11\""), "! uses a period as a number.");
    EXPECT_EQ(told("\"2010-11\""), "! uses a period as a number.");
    EXPECT_EQ(told("index(A, \"spring\")"), "! has quotes without a period in them.");
    EXPECT_EQ(told(std::string(2'001, '(')), "! is longer than 2000 characters.");
    EXPECT_EQ(told(std::string(1'000, '(') + "A" + std::string(999, ')')), "! leaves a bracket open.");
}

std::string sides(std::string_view text, std::int64_t times) {
    const auto formula = Formula::parse(text);
    const auto sides = formula->sides(times);
    return sides ? told(*formula, sides->numerator) + " : " + told(*formula, sides->denominator) : "none";
}

TEST(Formula, SeesTheSidesOfARatio) {
    EXPECT_EQ(sides("A / B * 100", 100), "A : B");
    EXPECT_EQ(sides("100 * (A + C) / B", 100), "(A+C) : B");
    EXPECT_EQ(sides("100 * (A / B)", 100), "A : B");
    EXPECT_EQ(sides("A / B", 1), "A : B");
    EXPECT_EQ(sides("ratio(A, B)", 1000), "A : B");
    EXPECT_EQ(sides("per_head(A, POP)", 100000), "A : POP");
    EXPECT_EQ(sides("A / B", 100), "none") << "a share of one, not a percentage";
    EXPECT_EQ(sides("A / 12 * 100", 100), "none") << "nothing to divide the parts by";
    EXPECT_EQ(sides("A / B * 100 + 1", 100), "none");
}

} // namespace
} // namespace qd
