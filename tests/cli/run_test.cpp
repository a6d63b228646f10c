#include "cli/run.hpp"

#include "base/error.hpp"
#include "cli/options.hpp"

#include <filesystem>
#include <sstream>
#include <stdexcept>

#include <stdlib.h> // mkdtemp

#include <gtest/gtest.h>

namespace qd::cli {
namespace {

class Run : public testing::Test {
protected:
    Run() {
        std::string folder = std::filesystem::temp_directory_path() / "quarterday-cli-XXXXXX";
        folder_ = mkdtemp(folder.data());
    }
    ~Run() override { std::filesystem::remove_all(folder_); }

    int run(std::vector<const char*> words) {
        const std::string store = "--store=sqlite:" + (folder_ / "a.db").string();
        words.insert(words.begin(), {"quarterday", store.c_str()});
        Call call{.out = out_, .err = err_, .clock = clock_, .serve = serve_};
        return cli::run(static_cast<int>(words.size()), words.data(), call);
    }

    std::filesystem::path folder_;
    const FixedClock clock_{Instant::parse("2018-04-15").value()};
    std::ostringstream out_, err_;
    Serve serve_;
};

TEST_F(Run, GivesAnExitCodeForEachKindOfEnd) {
    EXPECT_EQ(run({"init"}), 0);
    EXPECT_EQ(run({"init"}), 1);
    EXPECT_EQ(run({"inti"}), 2);
    EXPECT_EQ(run({"import", "examples/lancashire"}), 0);
    EXPECT_EQ(run({"scorecard", "--period", "soon"}), 2);
    EXPECT_EQ(run({"measure", "ASC9"}), 1);
    EXPECT_EQ(run({"--help"}), 0);
}

TEST_F(Run, CallsWhatNobodyExpectedABug) {
    ASSERT_EQ(run({"init"}), 0);
    serve_ = [](Library&, const Serving&, const auto&) { throw std::logic_error("upside down"); };
    EXPECT_EQ(run({"serve"}), 70);
    EXPECT_NE(err_.str().find("This is a bug in Quarterday, not in your figures: upside down"), std::string::npos);
}

TEST_F(Run, SaysWhenTheOutputCannotBeWritten) {
    ASSERT_EQ(run({"init"}), 0);
    ASSERT_EQ(run({"import", "examples/lancashire"}), 0);
    out_.setstate(std::ios::badbit);
    EXPECT_EQ(run({"scorecard"}), 1);
}

TEST_F(Run, HandsTheServerItsAddress) {
    ASSERT_EQ(run({"init"}), 0);
    std::string asked;
    serve_ = [&](Library& library, const Serving& how, const auto& ready) {
        asked = how.listen + (library.newest() ? "" : " without a snapshot");
        ready("http://127.0.0.1:9000");
    };
    EXPECT_EQ(run({"serve", "--listen", "127.0.0.1:9000"}), 0);
    EXPECT_EQ(asked, "127.0.0.1:9000");
    EXPECT_NE(out_.str().find("at http://127.0.0.1:9000"), std::string::npos);
}

TEST(Shown, LeavesOutPasswords) {
    EXPECT_EQ(shown("quarterday.db"), "quarterday.db");
    EXPECT_EQ(shown("sqlite:a/b.db"), "sqlite:a/b.db");
    EXPECT_EQ(shown("postgresql://db.example/performance"), "postgresql://db.example/performance");
    EXPECT_EQ(shown("postgresql://council@db.example:5432/performance"),
              "postgresql://council@db.example:5432/performance");
    EXPECT_EQ(shown("postgresql://council:secret@db.example/performance"),
              "postgresql://council@db.example/performance");
    EXPECT_EQ(shown("postgresql://council:se@cret@db.example/x?password=secret"), "postgresql://council@db.example/x");
    EXPECT_EQ(shown("postgres://council:secret@db.example"), "postgres://council@db.example");
}

} // namespace
} // namespace qd::cli
