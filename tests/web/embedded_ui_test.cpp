#include "web/embedded_ui.hpp"

#include <gtest/gtest.h>

#include "embedded_folder.hpp"

namespace qd::web {
namespace {

TEST(EmbeddedUi, ContainsTheFilesOnDisk) {
    EXPECT_EQ(test::files_in(embedded_ui::all()), test::files_below("ui/dist"));
}

} // namespace
} // namespace qd::web
