#pragma once

#include "base/asset.hpp"

namespace qd::embedded_layouts {

// The layouts that come with the program: everything below layouts/, sorted by path. Defined by cmake/embed.cmake.
std::span<const Asset> all();

} // namespace qd::embedded_layouts
