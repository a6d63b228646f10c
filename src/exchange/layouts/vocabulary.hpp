#pragma once

#include "exchange/layouts/layout.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// What a heading usually means, by its words (same_words); none for a word that is not known.
struct UsualHeading {
    ColumnIs is = ColumnIs::leave;
    bool previous = false; // for the period before
    bool is_asked = false; // it often means something else
};
std::optional<UsualHeading> usual_heading(std::string_view words);

// What a line about a measure usually is, by its words: "Number in time" is a numerator. "" = not known.
std::string usual_line(std::string_view words);

// Words for times that are usual where people do not write English: "chwarter" = "quarter".
std::map<std::string, std::string> usual_period_words();

// What a text in place of a figure may mean, to be asked: "TBC" = "not_due". "" = not known.
std::string usual_marker(std::string_view words);

// What a word or letter usually says about a status: "G" = "green". "" = not known.
std::string usual_status(std::string_view words);

} // namespace qd::inline exchange
