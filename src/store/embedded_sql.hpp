#pragma once

#include "base/asset.hpp"

namespace qd::embedded_sql {

/// The migrations: every sql/*.sql, sorted by path. Defined by cmake/embed.cmake.
std::span<const Asset> all();

} // namespace qd::embedded_sql
