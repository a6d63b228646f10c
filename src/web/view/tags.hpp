#pragma once

#include "base/text.hpp"
#include "domain/figure.hpp"
#include "domain/finding.hpp"
#include "domain/plan.hpp"
#include "domain/settings.hpp"
#include "web/fields.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace qd::web {

// Fields of the parts "status" and "outlook": a shape of the sprite and its word.
Fields status_tag(Status status);
Fields status_tag(const Verdict& verdict); // in the council's own word
Fields status_tag(ActionState state);
Fields outlook_tag(Outlook outlook);
Fields severity_tag(Severity severity);

std::string sprite_id(Status status);
std::string sprite_id(const StatusLook& look); // of a status of the council's own
// The symbols of the council's own statuses, for the sprite of every page.
std::vector<Fields> own_marks(const Settings& settings);

} // namespace qd::web
