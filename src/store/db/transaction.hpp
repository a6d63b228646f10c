#pragma once

#include "store/db/connection.hpp"

namespace qd::db {

// Everything until commit() happens, or nothing: the destructor undoes what was not committed, and so does a lost
// connection or a killed program. When commit() has returned, the change survives a power cut.
class Transaction {
public:
    explicit Transaction(Connection& connection, Purpose purpose = Purpose::write);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    void commit();

private:
    Session* session_; // null once committed
};

} // namespace qd::db
