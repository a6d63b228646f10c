#include "store/return_body.hpp"

#include "base/error.hpp"
#include "random_content.hpp"

#include <gtest/gtest.h>

#include <climits>

namespace qd {
namespace {

using test::RandomContent;

// Without the cells of their files, which are kept beside the body.
Observations random_observations(RandomContent& random, int rows) {
    const Observations made = random.observations({AreaCode(), AreaCode("E10000017"), AreaCode("Ω")}, rows);
    Observations observations;
    for (std::size_t i = 0; i < made.size(); ++i) {
        Observation row = made.at(i);
        row.cell.clear();
        observations.add(row);
    }
    return observations;
}

// What can be read is what was written, and nothing else is read at all.
void expect_error_or_canonical(const std::string& bytes) {
    try {
        const Observations observations = decode(bytes);
        if (is_of_this_version(bytes)) {
            EXPECT_EQ(encode(observations), bytes);
        }
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::outage) << error.what();
    }
}

TEST(ReturnBody, ComesBackAsItWas) {
    RandomContent random(1);
    for (int run = 0; run < 500; ++run) {
        const Observations observations = random_observations(random, random.below(40));
        const std::string bytes = encode(observations);
        ASSERT_TRUE(decode(bytes) == observations) << "run " << run;
        ASSERT_EQ(decompress(compress(bytes)), bytes);
    }
}

TEST(ReturnBody, KeepsTheGreatestAndTheLeast) {
    Observations observations;
    for (const std::int64_t millionths : {INT64_MAX, INT64_MIN + 1, std::int64_t{0}, INT64_MAX, INT64_MIN + 1}) {
        Observation row;
        row.period = Period::span(*Date::parse("1900-01-01"), *Date::parse("2199-12-31"));
        row.numerator = row.published = Decimal::from_millionths(millionths);
        observations.add(row);
    }
    for (const int year : {1900, 2199}) {
        Observation row;
        row.period = Period::month(year, 12);
        row.gap = GapReason::suppressed;
        row.flags = 63;
        observations.add(row);
    }
    EXPECT_TRUE(decode(encode(observations)) == observations);
    EXPECT_TRUE(decode(encode({})) == Observations());
}

TEST(ReturnBody, RefusesAPeriodThatCouldNotBeRead) {
    for (const Period period :
         {Period(), Period::year(2200), Period::span(*Date::parse("1899-12-31"), *Date::parse("2012-01-01"))}) {
        Observations observations;
        observations.add({.area = {},
                          .period = period,
                          .reported_in = {},
                          .numerator = {},
                          .denominator = {},
                          .value = Decimal(1),
                          .target = {},
                          .gap = {},
                          .flags = 0,
                          .published = {},
                          .note = {}});
        try {
            encode(observations);
            ADD_FAILURE() << print(period);
        } catch (const Error& error) {
            EXPECT_EQ(error.fault(), Fault::request);
        }
    }
}

// Written by the program before returns had targets.
TEST(ReturnBody, ReadsItsFirstVersion) {
    const std::string hex = "01030002cea9094531303030303031370600020002000102b81f0203050005a2c701aae70100a3c7019de70104"
                            "080b010404244122246401"
                            "0000002c0033c0d6939420bfd69194208080808080808080100080b9fa8e3fffb8fa8e3f010b03010604010201"
                            "01010006363330205c4e0c"
                            "333430203c623e26616d703b";
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    const Observations observations = decode(bytes);
    ASSERT_EQ(observations.size(), 6U);
    EXPECT_EQ(observations.at(1).denominator, std::nullopt);
    EXPECT_EQ(observations.at(1).numerator, Decimal::parse("4316.1"));
    EXPECT_EQ(observations.at(1).note, "630 \\N");
    EXPECT_EQ(observations.at(2).reported_in, Period::quarter(2011, 3));
    EXPECT_EQ(observations.at(3).flags, 44);
    EXPECT_EQ(observations.at(5).area, AreaCode("Ω"));
    EXPECT_EQ(observations.at(5).period, Period::quarter(2014, 3));
    EXPECT_FALSE(is_of_this_version(bytes));
    EXPECT_TRUE(is_of_this_version(encode(observations)));
    EXPECT_EQ(decode(encode(observations)), observations);
}

TEST(ReturnBody, NoPartOfItPassesForAWhole) {
    RandomContent random(2);
    for (int run = 0; run < 30; ++run) {
        const std::string bytes = encode(random_observations(random, random.between(1, 30)));
        for (std::size_t length = 0; length < bytes.size(); ++length)
            EXPECT_THROW(decode(std::string_view(bytes).substr(0, length)), Error);
        EXPECT_THROW(decode(bytes + '\0'), Error);
        const std::string compressed = compress(bytes);
        for (std::size_t length = 0; length < compressed.size(); ++length)
            EXPECT_THROW(decompress(std::string_view(compressed).substr(0, length)), Error);
        EXPECT_THROW(decompress(compressed + compressed), Error);
    }
}

std::string mutated(std::string bytes, RandomContent& random) {
    for (int changes = random.between(1, 4); changes > 0; --changes) {
        const auto at = static_cast<std::size_t>(random.below(static_cast<int>(bytes.size())));
        switch (random.below(4)) {
        case 0: bytes[at] = static_cast<char>(random.below(256)); break;
        case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8))); break;
        case 2: bytes.insert(at, 1, static_cast<char>(random.below(256))); break;
        default:
            if (bytes.size() > 1) bytes.erase(at, 1);
        }
    }
    return bytes;
}

TEST(ReturnBody, TenThousandDamagedOnesEndInAnError) {
    RandomContent random(3);
    for (int run = 0; run < 10'000; ++run)
        expect_error_or_canonical(mutated(encode(random_observations(random, random.between(1, 12))), random));
}

TEST(ReturnBody, DamageUnderCompressionToo) {
    RandomContent random(4);
    for (int run = 0; run < 10'000; ++run) {
        const std::string damaged =
            mutated(compress(encode(random_observations(random, random.between(1, 12)))), random);
        try {
            expect_error_or_canonical(decompress(damaged));
        } catch (const Error& error) {
            EXPECT_EQ(error.fault(), Fault::outage) << error.what();
        }
    }
}

TEST(ReturnBody, AFewBytesCannotClaimGigabytes) {
    std::string bytes = compress(std::string(100'000, 'x'));
    const std::string_view size("\xa0\x86\x01\x00", 4); // 100 000, little-endian
    const auto at = bytes.find(size);
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, 4, "\xff\xff\xff\x7f");
    EXPECT_THROW(decompress(bytes), Error);
    EXPECT_THROW(decode(std::string("\x01\xff\xff\xff\xff\xff\xff\xff\xff\x7f", 10)), Error);
}

} // namespace
} // namespace qd
