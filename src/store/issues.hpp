#pragma once

#include "domain/issue.hpp"
#include "store/db/connection.hpp"

#include <string>
#include <vector>

namespace qd::inline store {

struct IssueMade {
    std::int64_t number = 0;
    std::string sha256;
};
// Inside the caller's transaction.
IssueMade insert_issue(db::Connection& store, const Issue& issue);
std::vector<Issue> read_issues(db::Connection& store); // files without their bytes
IssueFile read_issue_file(db::Connection& store, std::int64_t number, const std::string& format);
std::string read_issue_reference(db::Connection& store, const std::string& sha256);
std::vector<std::string> verify_issues(db::Connection& store);

} // namespace qd::inline store
