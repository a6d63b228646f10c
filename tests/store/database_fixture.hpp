#pragma once

#include "base/error.hpp"
#include "store/db/connection.hpp"
#include "store/db/transaction.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

namespace qd::test {

// An empty place for one store, of its own for each test: a folder, or a schema of the PostgreSQL server that
// QUARTERDAY_TEST_POSTGRES names. Removed at the end, with whatever is in it.
class TemporaryPlace {
public:
    explicit TemporaryPlace(db::Product product); // Error if there is no server
    ~TemporaryPlace();
    TemporaryPlace(const TemporaryPlace&) = delete;
    TemporaryPlace& operator=(const TemporaryPlace&) = delete;

    const std::string& address() const { return address_; }
    const std::filesystem::path& folder() const { return folder_; } // for files next to the store, on both databases

private:
    std::filesystem::path folder_;
    std::string schema_; // of PostgreSQL
    std::string address_;
};

// A test that runs on both databases:
//     using ReturnsTest = OnBothDatabases;
//     QUARTERDAY_ON_BOTH_DATABASES(ReturnsTest);
//     TEST_P(ReturnsTest, AreNeverChanged) { … address() … }
class OnBothDatabases : public ::testing::TestWithParam<db::Product> {
protected:
    void SetUp() override; // fails, saying how to run it, if there is no PostgreSQL

    const std::string& address() const { return place_->address(); }
    const std::filesystem::path& folder() const { return place_->folder(); }
    bool on_sqlite() const { return GetParam() == db::Product::sqlite; }

private:
    std::unique_ptr<TemporaryPlace> place_;
};

std::string print_product(const ::testing::TestParamInfo<db::Product>& product);

#define QUARTERDAY_ON_BOTH_DATABASES(Suite)                                                                            \
    INSTANTIATE_TEST_SUITE_P(On, Suite, ::testing::Values(::qd::db::Product::sqlite, ::qd::db::Product::postgres),     \
                             ::qd::test::print_product)

// The Error that the call throws, to look at its fault and its message; a failure of the test if it throws none.
template <class Call> Error error_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    ADD_FAILURE() << "No error was thrown.";
    return {Fault::request, "no error"};
}

} // namespace qd::test
