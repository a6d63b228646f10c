#include "store/fields.hpp"
#include "store/nouns.hpp"

namespace qd::inline store {

std::vector<Project> read_projects(db::Connection& store) {
    constexpr auto sql = "SELECT code, title, unit, area, wave, window_from, window_to, start, due, completed, status, "
                         "forecast, status_name "
                         "FROM projects";
    std::vector<Project> projects;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        Project project;
        project.code = read.code<ProjectCode>();
        project.title = read.text();
        project.unit = read.code<UnitCode>();
        project.area = read.code<AreaCode>();
        project.wave = read.text();
        project.window_from = read.date();
        project.window_to = read.date();
        project.start = read.date();
        project.due = read.date();
        project.completed = read.date();
        const std::string status = read.text();
        project.forecast = read.date();
        project.status = typed_status(status, read.text(), "projects.status");
        projects.push_back(std::move(project));
    }
    return projects;
}

Line bring_projects(Writer& writer, const std::vector<Project>& given_projects) {
    return bring(writer, "projects", given_projects, [](const Project& project) {
        return Item{Row::of("projects", project.code.text(), project.title, given(project.unit), given(project.area),
                            given(project.wave), given(project.window_from), given(project.window_to),
                            given(project.start), given(project.due), given(project.completed),
                            given(counted_status(project.status)), given(project.forecast),
                            given(own_status_name(project.status)))};
    });
}

} // namespace qd::inline store
