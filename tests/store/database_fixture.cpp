#include "store/database_fixture.hpp"

#include <atomic>
#include <cstdlib>

#include <libpq-fe.h>
#include <unistd.h>

namespace qd::test {
namespace {

// The server to test on: `postgresql://…`, or what libpq calls a conninfo string.
std::string server_to_test_on() {
    if (const char* named = std::getenv("QUARTERDAY_TEST_POSTGRES"); named && *named) return named;
    if (const char* port = std::getenv("PGPORT"); port && *port) return "postgresql://"; // the PG… variables name it
    throw Error(Fault::absent, "There is no PostgreSQL to test on. Run the tests through ./test, or name a server in "
                               "QUARTERDAY_TEST_POSTGRES, such as postgresql://USER@HOST/DATABASE.");
}

void run_on_server(const std::string& sql) {
    PGconn* server = PQconnectdb(server_to_test_on().c_str());
    PQsetNoticeProcessor(
        server, [](void*, const char*) {}, nullptr);
    PGresult* result = PQexec(server, sql.c_str());
    const std::string complaint = PQresultStatus(result) == PGRES_COMMAND_OK ? "" : PQerrorMessage(server);
    PQclear(result);
    PQfinish(server);
    if (!complaint.empty()) throw Error(Fault::outage, "The PostgreSQL to test on refuses “" + sql + "”: " + complaint);
}

std::string percent_encoded(std::string_view text) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const unsigned char byte : text) {
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

// The address of a schema: what the server's address says, as the parameters of a URI.
std::string address_of_schema(const std::string& schema) {
    std::string address = "postgresql://?options=" + percent_encoded("-csearch_path=" + schema);
    PQconninfoOption* options = PQconninfoParse(server_to_test_on().c_str(), nullptr);
    for (const PQconninfoOption* option = options; option && option->keyword; ++option)
        if (option->val && std::string_view(option->keyword) != "options")
            address += std::string("&") + option->keyword + "=" + percent_encoded(option->val);
    PQconninfoFree(options);
    return address;
}

} // namespace

TemporaryPlace::TemporaryPlace(db::Product product) {
    if (product == db::Product::postgres) server_to_test_on();
    std::string folder = (std::filesystem::temp_directory_path() / "quarterday-test-XXXXXX").string();
    if (!::mkdtemp(folder.data())) throw Error(Fault::outage, "Cannot make a folder for a test: " + folder);
    folder_ = folder;
    address_ = "sqlite:" + (folder_ / "store.db").string();
    if (product != db::Product::postgres) return;
    static std::atomic<int> number{0};
    schema_ =
        "test_" + std::to_string(::getpid()) + "_" + std::to_string(++number) + "_" + folder.substr(folder.size() - 6);
    run_on_server("CREATE SCHEMA \"" + schema_ + "\"");
    address_ = address_of_schema("\"" + schema_ + "\"");
}

TemporaryPlace::~TemporaryPlace() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
    try {
        if (!schema_.empty()) run_on_server("DROP SCHEMA \"" + schema_ + "\" CASCADE");
    } catch (const Error& error) {
        ADD_FAILURE() << error.what();
    }
}

void OnBothDatabases::SetUp() {
    try {
        place_ = std::make_unique<TemporaryPlace>(GetParam());
    } catch (const Error& error) {
        FAIL() << error.what();
    }
}

std::string print_product(const ::testing::TestParamInfo<db::Product>& product) {
    return product.param == db::Product::sqlite ? "Sqlite" : "Postgres";
}

} // namespace qd::test
