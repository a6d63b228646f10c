#pragma once

#include "base/asset.hpp"

namespace qd::embedded_sample {

/// Everything below tests/base/embedded/.
std::span<const Asset> all();

} // namespace qd::embedded_sample
