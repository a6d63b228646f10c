#pragma once

#include "base/asset.hpp"

namespace qd::embedded_templates {

/// The templates of pages and documents: everything below templates/, sorted by path. Defined by cmake/embed.cmake.
std::span<const Asset> all();

} // namespace qd::embedded_templates
