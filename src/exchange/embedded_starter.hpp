#pragma once

#include "base/asset.hpp"

#include <span>

// starter/: what a new council folder is made from.
namespace qd::embedded_starter {
std::span<const Asset> all();
}
