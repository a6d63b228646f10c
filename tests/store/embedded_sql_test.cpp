#include "store/embedded_sql.hpp"

#include <gtest/gtest.h>

#include "embedded_folder.hpp"

namespace qd {
namespace {

TEST(EmbeddedSql, ContainsTheFilesOnDisk) {
    EXPECT_EQ(test::files_in(embedded_sql::all()), test::files_below("sql", ".sql"));
}

} // namespace
} // namespace qd
