#include "domain/themes.hpp"

#include <algorithm>

namespace qd {
namespace {

void count(StatusTally& tally, std::optional<Status> status) {
    switch (status.value_or(Status::not_rated)) {
    case Status::green: ++tally.green; return;
    case Status::amber: ++tally.amber; return;
    case Status::red: ++tally.red; return;
    case Status::complete: ++tally.complete; return;
    case Status::not_started: ++tally.not_started; return;
    case Status::not_rated: break;
    }
    ++tally.blank;
}

} // namespace

std::vector<ThemeTally> by_theme(const Partnership& partnership) {
    std::vector<ThemeTally> themes;
    for (const GroupLines& group : partnership.groups)
        for (const PriorityLine& line : group.lines) {
            const std::string& theme = line.priority.theme;
            if (theme.empty()) continue;
            auto found = std::ranges::find(themes, theme, &ThemeTally::theme);
            if (found == themes.end()) found = themes.insert(themes.end(), {theme, 0, {}});
            ++found->priorities;
            if (line.update) count(found->tally, line.update->status);
        }
    return themes;
}

} // namespace qd
