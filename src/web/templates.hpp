#pragma once

#include "web/fields.hpp"

#include <string>
#include <string_view>

namespace qd::web {

// Fills templates/pages/<name>.mustache. {{name}} is escaped, {{{name}}} is not; {{> part}} is pages/parts/part.mustache.
// A name that `fields` does not set is a std::logic_error that says which.
std::string render(std::string_view name, const Fields& fields);

} // namespace qd::web
