#include "store/db/sqlite_statement.hpp"

#include "base/text.hpp"
#include "store/db/sqlite_failure.hpp"

#include <charconv>

namespace qd::db {

SqliteStatement::SqliteStatement(sqlite3* database, std::string_view sql, const std::string& place) {
    sqlite3_stmt* prepared = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &prepared, &rest);
    statement_.reset(prepared);
    if (code != SQLITE_OK) throw_sqlite_failure(database, code, place, sql);
    if (!prepared || !trim(sql.substr(static_cast<std::size_t>(rest - sql.data()))).empty())
        throw std::logic_error("Exactly one statement was expected: “" + std::string(sql) + "”.");
    number_parameters();
}

// SQLite would read $1 as a name, and number the names in the order in which they are first met.
void SqliteStatement::number_parameters() {
    const int count = sqlite3_bind_parameter_count(statement_.get());
    for (int place = 1; place <= count; ++place) {
        const char* name = sqlite3_bind_parameter_name(statement_.get(), place);
        const std::string_view digits = name && name[0] == '$' ? name + 1 : "";
        std::size_t number = 0;
        const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (fault != std::errc() || end != digits.data() + digits.size() || number == 0)
            throw std::logic_error("A parameter is not written $1 … $n: “" + sql() + "”.");
        numbers_.push_back(number);
        most_ = std::max(most_, number);
    }
}

int SqliteStatement::bind(std::span<const Value> values) {
    if (values.size() != most_)
        throw std::logic_error(std::to_string(values.size()) + " values were bound to “" + sql() + "”.");
    for (std::size_t at = 0; at < numbers_.size(); ++at) {
        const Value& value = values[numbers_[at] - 1];
        const int place = static_cast<int>(at) + 1;
        const std::string_view bytes = value.bytes();
        int code = SQLITE_OK;
        if (value.is_null())
            code = sqlite3_bind_null(statement_.get(), place);
        else if (value.kind() == Kind::integer)
            code = sqlite3_bind_int64(statement_.get(), place, value.integer());
        else if (value.kind() == Kind::text)
            code =
                sqlite3_bind_text64(statement_.get(), place, bytes.data(), bytes.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        else
            code = sqlite3_bind_blob64(statement_.get(), place, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

int SqliteStatement::reset() {
    const int code = sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
    return code;
}

} // namespace qd::db
