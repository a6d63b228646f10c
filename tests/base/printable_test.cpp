#include "base/printable.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Printable, KeepsWhatPeopleWrite) {
    for (const char* text :
         {"", "a\tb\nc\r\n", "£8.7m – “ü” ✓ Ω 日本 עברית\xE2\x80\x8F", "\xC2\xA0|\xEF\xBC\xA1", "\xEF\xBF\xBD"})
        EXPECT_EQ(printable(text), text);
}

TEST(Printable, ShowsThatThereWasSomethingInvisible) {
    EXPECT_EQ(printable(std::string("a\0b\x01\x1b[31m\x7f", 10)), "a\xEF\xBF\xBD"
                                                                  "b\xEF\xBF\xBD\xEF\xBF\xBD[31m\xEF\xBF\xBD");
    EXPECT_EQ(printable("\xC2\x85x\xC2\x9F"), "\xEF\xBF\xBDx\xEF\xBF\xBD");
    EXPECT_EQ(printable("pay \xE2\x80\xAE"
                        "001 \xE2\x81\xA9"),
              "pay \xEF\xBF\xBD"
              "001 \xEF\xBF\xBD");
    EXPECT_EQ(printable("\xEF\xBF\xBE\xEF\xBF\xBF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

} // namespace
} // namespace qd
