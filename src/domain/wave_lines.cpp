#include "domain/wave_lines.hpp"

#include <algorithm>

namespace qd {
namespace {

ProjectLine line_of(const Content& content, const Project& project, Instant as_at) {
    ProjectLine line{project, {}, {}, {}, false, {}};
    const Subject subject{SubjectKind::project, project.code.text()};
    for (const Update& update : content.updates)
        if (update.subject == subject && (!update.known_at || *update.known_at <= as_at) &&
            (!line.update || line.update->period <= update.period))
            line.update = update;
    const std::optional<Date> anew = project.completed ? project.completed : project.forecast;
    line.expected = anew ? anew : project.due;
    if (anew && project.due) line.slippage = *anew - *project.due;
    line.is_outside = line.expected && ((project.window_from && *line.expected < *project.window_from) ||
                                        (project.window_to && *line.expected > *project.window_to));
    for (const Milestone& milestone : content.milestones)
        if (milestone.subject == subject) line.milestones.push_back(milestone);
    std::ranges::stable_sort(line.milestones, {}, &Milestone::position);
    return line;
}

} // namespace

std::vector<WaveLines> wave_lines(const Content& content, Instant as_at) {
    std::vector<WaveLines> waves;
    const auto at = [&](const std::string& title) -> WaveLines& {
        const auto found = std::ranges::find(waves, title, &WaveLines::title);
        if (found != waves.end()) return *found;
        waves.push_back({title, {}, {}, 0, 0, {}});
        return waves.back();
    };
    for (const Wave& wave : content.waves) at(wave.title).wave = wave;
    for (const Project& project : content.projects) {
        WaveLines& wave = at(project.wave);
        wave.projects.push_back(line_of(content, project, as_at));
        if (project.status == Status::complete || project.completed) ++wave.complete;
        if (project.status == Status::not_started) ++wave.not_started;
    }
    for (WaveLines& lines : waves) {
        if (!lines.wave || !lines.wave->areas) continue;
        const std::optional<Decimal> number = lines.wave->completed ? lines.wave->completed : lines.wave->proposed;
        if (number) lines.each_area = Decimal::ratio_if(*number, *lines.wave->areas);
    }
    return waves;
}

} // namespace qd
