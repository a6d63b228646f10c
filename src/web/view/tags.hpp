#pragma once

#include "domain/figure.hpp"
#include "domain/finding.hpp"
#include "domain/plan.hpp"
#include "web/fields.hpp"

#include <string>
#include <string_view>

namespace qd::web {

// Fields of the parts "status" and "outlook": a shape of the sprite and its word.
Fields status_tag(Status status);
Fields status_tag(const Verdict& verdict); // in the council's own word
Fields status_tag(ActionState state);
Fields outlook_tag(Outlook outlook);
Fields severity_tag(Severity severity);

std::string_view sprite_id(Status status);
std::string capitalised(std::string text); // its first letter, ASCII only

} // namespace qd::web
