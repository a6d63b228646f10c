#pragma once

#include "checks/said/sentence.hpp"

namespace qd::inline checks {

// The words that this program understands, each phrase with what it does. New words go here.
const Lexicon<Sense>& senses();

} // namespace qd::inline checks
