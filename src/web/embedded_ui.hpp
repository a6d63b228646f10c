#pragma once

#include "base/asset.hpp"

namespace qd::embedded_ui {

/// What the browser loads: everything below ui/dist/, sorted by path. Empty where `npm run build` has not been run. Defined by cmake/embed.cmake.
std::span<const Asset> all();

} // namespace qd::embedded_ui
