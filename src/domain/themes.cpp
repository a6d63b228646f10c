#include "domain/themes.hpp"

#include "domain/status_counts.hpp"

#include <algorithm>

namespace qd {

std::vector<ThemeTally> by_theme(const Partnership& partnership) {
    std::vector<ThemeTally> themes;
    for (const GroupLines& group : partnership.groups)
        for (const PriorityLine& line : group.lines) {
            const std::string& theme = line.priority.theme;
            if (theme.empty()) continue;
            auto found = std::ranges::find(themes, theme, &ThemeTally::theme);
            if (found == themes.end()) found = themes.insert(themes.end(), {theme, 0, {}});
            ++found->priorities;
            if (line.update) ++count_of(found->tally, line.update->status.value_or(Status::not_rated));
        }
    return themes;
}

} // namespace qd
