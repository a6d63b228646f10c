#include "store/db/transaction.hpp"

namespace qd::db {

Transaction::Transaction(Connection& connection, Purpose purpose) : session_(connection.session_.get()) {
    session_->begin(purpose);
}

Transaction::~Transaction() {
    if (session_) session_->rollback();
}

void Transaction::commit() {
    if (!session_) throw std::logic_error("A transaction was committed twice.");
    session_->commit();
    session_ = nullptr;
}

} // namespace qd::db
