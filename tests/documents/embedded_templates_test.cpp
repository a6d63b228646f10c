#include "documents/embedded_templates.hpp"

#include <gtest/gtest.h>

#include "embedded_folder.hpp"

namespace qd {
namespace {

TEST(EmbeddedTemplates, ContainsTheFilesOnDisk) {
    EXPECT_EQ(test::files_in(embedded_templates::all()), test::files_below("templates"));
}

} // namespace
} // namespace qd
