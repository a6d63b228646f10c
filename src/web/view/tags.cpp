#include "web/view/tags.hpp"

#include "charts/marks.hpp"
#include "domain/own_status.hpp"

#include <algorithm>

namespace qd::web {
namespace {

Fields tag(std::string_view shape, std::string word) {
    return Fields{}.text("shape", shape).text("word", capitalised(std::move(word)));
}

std::string_view sprite_id(Outlook outlook) {
    switch (outlook) {
    case Outlook::to_meet: return "to-meet";
    case Outlook::met: return "met";
    case Outlook::to_miss: return "to-miss";
    case Outlook::missed: return "missed";
    case Outlook::unknown: break;
    }
    return "no-outlook";
}

} // namespace

std::string sprite_id(Status status) { return replace_all(std::string(print(status)), "_", "-"); }

std::string sprite_id(const StatusLook& look) {
    return "own-" + std::string(print(look.shape)) + "-" + std::string(print(look.colour));
}

std::vector<Fields> own_marks(const Settings& settings) {
    std::vector<std::string> known;
    std::vector<Fields> marks;
    for (const std::string& name : own_status_names(settings)) {
        const auto own = own_status(settings, name);
        if (!own || std::ranges::find(known, sprite_id(own->look)) != known.end()) continue;
        known.push_back(sprite_id(own->look));
        marks.push_back(Fields{}.text("id", known.back()).text("shape_svg", status_shape(own->look, 0, 0)));
    }
    return marks;
}

Fields status_tag(Status status) { return tag(sprite_id(status), label(status)); }

Fields status_tag(const Verdict& verdict) {
    return tag(verdict.look ? sprite_id(*verdict.look) : sprite_id(verdict.status), word_of(verdict));
}

Fields status_tag(ActionState state) {
    switch (state) {
    case ActionState::complete: return tag("complete", label(state));
    case ActionState::under_way: return tag("under-way", label(state));
    case ActionState::cancelled: return tag("cancelled", label(state));
    case ActionState::not_started: return tag("not-started", label(state));
    case ActionState::no_update:
    case ActionState::not_complete: break;
    }
    return tag("not-rated", label(state));
}

Fields outlook_tag(Outlook outlook) { return tag(sprite_id(outlook), label(outlook)); }

Fields severity_tag(Severity severity) {
    const std::string word{print(severity)};
    return tag("finding-" + word, word);
}

} // namespace qd::web
