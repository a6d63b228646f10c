#include "acts/keep_layout.hpp"

#include "acts/inside.hpp"
#include "acts/permission.hpp"
#include "exchange/layouts/layout.hpp"

namespace qd::inline acts {

tl::expected<ImportOutcome, Complaints> keep_layout(Desk& desk, const Actor& actor, const SheetLayout& layout) {
    ask_permission(actor, "import");
    const std::string place = "layouts/" + layout.name + ".toml";
    if (auto read = parse_layout(layout, place); !read) return tl::make_unexpected(std::move(read.error()));
    const std::shared_ptr<const Snapshot> seen = desk.newest();
    Content given;
    given.settings = seen->content().settings;
    given.layouts.push_back(layout);
    Act act = act_of(actor, "import", seen->generation());
    act.subject = "layouts:" + layout.name;
    act.source = place;
    return store_of(desk).import(given, "", act, {});
}

} // namespace qd::inline acts
