#include "store/db/session.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace qd::db {
namespace {

constexpr std::size_t most_bytes = 1'000'000'000; // of one value: SQLite's limit, and PostgreSQL's is a little higher

// What a person can find a broken text again by: ", after “Zo”".
std::string readable_start(std::string_view text) {
    std::size_t end = std::min(text.size(), text.find('\0'));
    while (!is_utf8(text.substr(0, end))) --end;
    return end == 0 ? "" : ", after “" + shorten(text.substr(0, end), 40) + "”";
}

} // namespace

std::unique_ptr<Cursor> Session::query(std::string_view sql, std::span<const Value> values) {
    check_not_failed();
    check_values(values);
    return do_query(sql, values);
}

std::int64_t Session::execute(std::string_view sql, std::span<const Value> values) {
    check_not_failed();
    check_values(values);
    return do_execute(sql, values);
}

void Session::run_script(std::string_view sql) {
    check_not_failed();
    if (!writing()) throw std::logic_error("A script was run outside a transaction for writing.");
    if (sql.find('\0') != sql.npos) throw std::logic_error("A script contains a zero byte.");
    do_run_script(sql);
}

void Session::begin(Purpose purpose) {
    if (state_ != State::idle) throw std::logic_error("A transaction was begun inside another.");
    if (purpose != Purpose::read && opening_ == Opening::read_only)
        throw Error(Fault::forbidden,
                    "The store " + place_ + " was opened for reading only, so nothing can be changed in it.");
    do_begin(purpose);
    state_ = purpose == Purpose::read ? State::reading : State::writing;
}

void Session::commit() {
    if (state_ == State::idle) throw std::logic_error("There is no transaction to commit.");
    check_not_failed();
    do_commit();
    state_ = State::idle;
}

void Session::rollback() noexcept {
    do_rollback();
    state_ = State::idle;
}

void Session::mark_failed() noexcept {
    if (state_ != State::idle) state_ = State::failed;
}

void Session::check_not_failed() const {
    if (state_ == State::failed)
        throw std::logic_error("A transaction was carried on after one of its statements had failed.");
}

void Session::check_values(std::span<const Value> values) const {
    for (const Value& value : values) {
        if (value.bytes().size() > most_bytes)
            throw Error(Fault::request,
                        "The store " + place_ + " can store values of at most 1 GB. Split what was handed in.");
        if (value.kind() == Kind::text && (!is_utf8(value.text()) || value.text().find('\0') != std::string_view::npos))
            throw Error(Fault::request, "A text contains bytes that are not text" + readable_start(value.text()) +
                                            ". Save it as UTF-8, without zero bytes, and hand it in again.");
    }
}

} // namespace qd::db
