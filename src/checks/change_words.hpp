#pragma once

#include "base/decimal.hpp"

#include <optional>
#include <string_view>

namespace qd::inline checks {

enum class Way { up, down };

// How closely a size is meant: "doubled", "nearly doubled", "more than doubled", "about doubled".
enum class Nearness { plain, nearly, more_than, about };

// What a paper's own words say of a change from one figure to another.
struct ChangeSaid {
    std::optional<Way> way;       // none = no way named, both ways named, or a way denied ("did not fall")
    std::optional<Decimal> share; // of the earlier figure: doubled = 1, halved = -0.5; none = no size named
    Nearness nearness = Nearness::plain;
};

// Reads whole words only, in English, and of sizes only "doubled" and its like, and "by a third", "to half" and theirs.
ChangeSaid change_said(std::string_view words);

// Whether a change is of the size said. Plain words allow a tenth of the size either way, "about" a quarter, "nearly" a
// quarter less, "more than" anything from the size up. True where no size is said or `from` is 0.
bool is_of_size(const ChangeSaid& said, Decimal from, Decimal to);

// +1 where the words call a figure better, -1 where they call it worse, 0 where they say neither, or both.
int judgement_said(std::string_view words);

} // namespace qd::inline checks
