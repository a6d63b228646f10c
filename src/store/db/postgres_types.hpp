#pragma once

#include <libpq-fe.h>

// The numbers by which PostgreSQL knows its own types (pg_type.oid; they never change).
namespace qd::db::postgres {

constexpr Oid undeclared = 0;
constexpr Oid boolean = 16;
constexpr Oid bytea = 17;
constexpr Oid name = 19;
constexpr Oid int8 = 20;
constexpr Oid int2 = 21;
constexpr Oid int4 = 23;
constexpr Oid text = 25;
constexpr Oid unknown = 705;
constexpr Oid varchar = 1043;
constexpr Oid numeric = 1700;

} // namespace qd::db::postgres
