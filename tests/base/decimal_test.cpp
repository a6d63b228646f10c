#include "base/decimal.hpp"

#include "base/error.hpp"
#include "base/wide.hpp"

#include <random>

#include <gtest/gtest.h>

namespace qd {
namespace {

constexpr std::int64_t most = INT64_MAX;

Decimal raw(std::int64_t millionths) { return Decimal::from_millionths(millionths); }
Decimal read(std::string_view text) { return Decimal::parse(text).value(); }

// Whether `result` is numerator / denominator rounded half away from zero: said by multiplication, not by division again.
bool is_rounded_quotient(Wide result, Wide numerator, Wide denominator) {
    const auto magnitude = [](Wide value) { return value < 0 ? -value : value; };
    const Wide twice_off = 2 * magnitude(result * denominator - numerator);
    if (twice_off < magnitude(denominator)) return true;
    return twice_off == magnitude(denominator) && magnitude(result * denominator) > magnitude(numerator);
}

TEST(Decimal, ReadsDigitsWithOnePoint) {
    EXPECT_EQ(read("0").millionths(), 0);
    EXPECT_EQ(read("-0").millionths(), 0);
    EXPECT_EQ(read("+5").millionths(), 5'000'000);
    EXPECT_EQ(read("-12.5").millionths(), -12'500'000);
    EXPECT_EQ(read("0.000001").millionths(), 1);
    EXPECT_EQ(read("9223372036854.775807").millionths(), most);
    EXPECT_EQ(read("-9223372036854.775807").millionths(), -most);
}

TEST(Decimal, RefusesEverythingElse) {
    for (const char* text : {"",
                             "-",
                             "+",
                             ".",
                             "5.",
                             ".5",
                             "1,234",
                             "1e3",
                             "0x10",
                             " 1",
                             "1 ",
                             "--1",
                             "1.2.3",
                             "1.0000001",
                             "NaN",
                             "inf",
                             "9223372036854.775808",
                             "-9223372036854.775808",
                             "99999999999999",
                             "1-",
                             "１"})
        EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, PrintAndParseAreAPair) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const auto any = static_cast<std::int64_t>(random()) >> (random() % 63);
        if (any == INT64_MIN) continue;
        EXPECT_EQ(read(print(raw(any))), raw(any));
    }
    EXPECT_EQ(print(read("84.50")), "84.5");
    EXPECT_EQ(print(read("-3.000")), "-3");
    EXPECT_EQ(print(raw(most)), "9223372036854.775807");
    EXPECT_EQ(print(raw(-1)), "-0.000001");
    EXPECT_EQ(print(read("100")), "100");
}

TEST(Decimal, RoundsHalfAwayFromZero) {
    EXPECT_EQ(read("2.5").rounded(0), Decimal{3});
    EXPECT_EQ(read("-2.5").rounded(0), Decimal{-3});
    EXPECT_EQ(read("2.499999").rounded(0), Decimal{2});
    EXPECT_EQ(read("17.145").rounded(2), read("17.15"));
    EXPECT_EQ(read("-17.145").rounded(2), read("-17.15"));
    EXPECT_EQ(read("0.000001").rounded(6), read("0.000001"));
    for (int i = -3000; i <= 3000; ++i)
        EXPECT_TRUE(is_rounded_quotient(raw(i * 1000).rounded(2).millionths() / 10'000, i, 10)) << i;
}

TEST(Decimal, PrintsSoManyDecimals) {
    EXPECT_EQ(print_fixed(read("84.516"), 1), "84.5");
    EXPECT_EQ(print_fixed(read("84.55"), 1), "84.6");
    EXPECT_EQ(print_fixed(read("-0.04"), 1), "0.0");
    EXPECT_EQ(print_fixed(read("-0.05"), 1), "-0.1");
    EXPECT_EQ(print_fixed(Decimal{90}, 2), "90.00");
    EXPECT_EQ(print_fixed(read("0.000001"), 6), "0.000001");
    EXPECT_EQ(print_fixed(raw(most), 0), "9223372036855");
    EXPECT_EQ(print_fixed(raw(-most), 2), "-9223372036854.78");
}

TEST(Decimal, GroupsThousands) {
    EXPECT_EQ(print_grouped(Decimal{19'252}, 0), "19,252");
    EXPECT_EQ(print_grouped(Decimal{999}, 0), "999");
    EXPECT_EQ(print_grouped(Decimal{-1'000}, 0), "-1,000");
    EXPECT_EQ(print_grouped(Decimal{-999}, 1), "-999.0");
    EXPECT_EQ(print_grouped(read("3558067"), 2), "3,558,067.00");
    EXPECT_EQ(print_grouped(read("999999.9"), 0), "1,000,000");
}

TEST(Decimal, AddsAndSubtractsExactly) {
    EXPECT_EQ(read("0.1") + read("0.2"), read("0.3"));
    EXPECT_EQ(read("38.6") - read("41.2"), read("-2.6"));
    EXPECT_EQ(raw(most) + raw(0), raw(most));
    EXPECT_THROW(raw(most) + raw(1), Error);
    EXPECT_THROW(raw(-most) - raw(1), Error);
    EXPECT_THROW(Decimal::whole(9'223'372'036'855), Error);
    EXPECT_EQ(Decimal::whole(9'223'372'036'854), read("9223372036854"));
}

TEST(Decimal, MultipliesAndRoundsOnce) {
    for (std::int64_t a = -120; a <= 120; ++a)
        for (std::int64_t b = -120; b <= 120; ++b) {
            const Wide product = Wide{a * 7919} * (b * 104'729);
            EXPECT_TRUE(is_rounded_quotient((raw(a * 7919) * raw(b * 104'729)).millionths(), product, Decimal::scale))
                << a << " " << b;
        }
    EXPECT_EQ(read("0.001") * read("0.0005"), raw(1)); // half a millionth
    EXPECT_EQ(read("-0.001") * read("0.0005"), raw(-1));
    EXPECT_EQ(raw(most) * Decimal{1}, raw(most));
    EXPECT_THROW(raw(most) * read("1.000001"), Error);
    EXPECT_THROW(raw(most) * raw(-most), Error);
}

TEST(Decimal, RatiosOfTheSourcePapers) {
    EXPECT_EQ(print_fixed(Decimal::ratio(Decimal{19'252}, Decimal{22'779}, 100), 1), "84.5");
    EXPECT_EQ(print_fixed(Decimal::ratio(Decimal{12}, Decimal{93}, 100), 1), "12.9");
    EXPECT_EQ(print_fixed(Decimal::ratio(Decimal{30}, Decimal{35}, 100), 0), "86");
    EXPECT_EQ(Decimal::ratio_if(Decimal{2}, Decimal{0}), std::nullopt);
    EXPECT_EQ(Decimal::ratio_if(Decimal{1'000'000}, read("0.000001"), 100), std::nullopt);
    EXPECT_EQ(Decimal::ratio_if(Decimal{2}, Decimal{3}), read("0.666667"));
    EXPECT_EQ(Decimal::ratio(Decimal{2}, Decimal{3}), read("0.666667"));
    EXPECT_EQ(Decimal::ratio(Decimal{-2}, Decimal{3}), read("-0.666667"));
}

TEST(Decimal, RatioIsExactlyRounded) {
    for (std::int64_t n = -60; n <= 60; ++n)
        for (std::int64_t d = -60; d <= 60; ++d)
            for (const std::int64_t times : {1, 3, 100, 1000}) {
                if (d == 0) continue;
                const Wide product = Wide{n} * times * Decimal::scale;
                EXPECT_TRUE(is_rounded_quotient(Decimal::ratio(raw(n), raw(d), times).millionths(), product, d))
                    << n << "/" << d;
            }
}

TEST(Decimal, RatioOfAnySizeIsExactOrRefused) {
    std::mt19937_64 random(11);
    int refused = 0;
    for (int i = 0; i < 50'000; ++i) {
        const auto n = static_cast<std::int64_t>(random()) >> (random() % 63);
        const auto d = static_cast<std::int64_t>(random()) >> (random() % 63);
        const std::int64_t times = i % 2 == 0 ? 1 : 100'000;
        if (n == INT64_MIN || d == INT64_MIN || d == 0) continue;
        const Wide product = Wide{n} * times * Decimal::scale; // below 2^63 · 2^17 · 2^20
        const bool fits = product / d <= Wide{most} && product / d >= -Wide{most};
        try {
            const Wide result = Decimal::ratio(raw(n), raw(d), times).millionths();
            EXPECT_TRUE(is_rounded_quotient(result, product, d)) << n << "/" << d;
        } catch (const Error&) {
            ++refused;
            // Only what truncates to the very limit may still be refused, for rounding beyond it.
            EXPECT_TRUE(!fits || product / d == Wide{most} || product / d == -Wide{most}) << n << "/" << d;
        }
    }
    EXPECT_GT(refused, 1000);
}

TEST(Decimal, RatioAtTheLimitsThrowsInsteadOfWrapping) {
    EXPECT_EQ(Decimal::ratio(raw(most), raw(most)), Decimal{1});
    EXPECT_EQ(Decimal::ratio(raw(most), Decimal{1}), raw(most));
    EXPECT_EQ(Decimal::ratio(raw(most), Decimal{-1}), raw(-most));
    EXPECT_EQ(Decimal::ratio(raw(1), raw(most)), Decimal{});
    EXPECT_THROW(Decimal::ratio(raw(most), read("0.999999")), Error);
    EXPECT_THROW(Decimal::ratio(raw(most), raw(1)), Error);
    EXPECT_THROW(Decimal::ratio(raw(-most), raw(1)), Error);
    EXPECT_THROW(Decimal::ratio(raw(most), raw(1), most), Error);
    EXPECT_THROW(Decimal::ratio(raw(most), raw(-1), most), Error);
    EXPECT_THROW(Decimal::ratio(raw(most), raw(most), most), Error);
    // 2^122 · 10^6 is a multiple of 2^128: in 128 bits it would wrap to 0.
    EXPECT_THROW(Decimal::ratio(raw(std::int64_t{1} << 61), raw(1), std::int64_t{1} << 61), Error);
    EXPECT_EQ(Decimal::ratio(raw(most), raw(most), most / Decimal::scale), Decimal::whole(most / Decimal::scale));
    EXPECT_THROW(Decimal::ratio(Decimal{1}, Decimal{}), Error);
}

} // namespace
} // namespace qd
