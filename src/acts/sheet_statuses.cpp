#include "acts/sheet_statuses.hpp"

#include "base/text.hpp"
#include "engine/scorecard.hpp"
#include "exchange/layouts/taking.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace qd::inline acts {
namespace {

constexpr std::size_t most_series = 200; // measures in areas whose statuses are computed

bool is_same_target(const Target& a, const Target& b) {
    return a.measure == b.measure && a.area == b.area && a.period == b.period && a.role == b.role;
}

// What the store will have of the measures in question.
Content content_after(Store& store, const Content& stored, const Content& given, const std::set<MeasureCode>& codes,
                      Instant now) {
    Content after;
    after.settings = stored.settings;
    after.areas = stored.areas;
    after.units = stored.units;
    after.measures = stored.measures;
    after.forecasts = stored.forecasts;
    after.updates = stored.updates;
    after.targets = given.targets;
    for (const Target& target : stored.targets)
        if (std::ranges::none_of(given.targets, [&](const Target& each) { return is_same_target(each, target); }))
            after.targets.push_back(target);
    after.returns = std::move(store.read().returns);
    std::erase_if(after.returns, [&](const Return& each) { return !codes.contains(each.measure); });
    for (Return handed_in : given.returns) {
        if (!handed_in.known_at) handed_in.known_at = now;
        after.returns.push_back(std::move(handed_in));
    }
    return after;
}

using StatusCourse = std::map<Period, Verdict>;
StatusCourse course_of(const Content& content, const MeasureCode& code, const AreaCode& area, Instant now) {
    StatusCourse course;
    for (const Figure& point : compute_series(content, code, area, now).points)
        course.insert_or_assign(point.period, point.status);
    return course;
}

} // namespace

std::vector<std::string> compare_statuses(Store& store, const Content& stored, const Content& given,
                                          const SheetTaking& taking, Instant now) {
    std::vector<std::string> notes;
    std::set<MeasureCode> codes;
    for (const TakenStatus& said : taking.statuses) codes.emplace(said.key.measure);
    if (codes.empty()) return notes;
    const Content after = content_after(store, stored, given, codes, now);
    std::map<std::pair<MeasureCode, AreaCode>, StatusCourse> courses;
    std::size_t agree = 0, unjudged = 0;
    for (const TakenStatus& said : taking.statuses) {
        const MeasureCode code(said.key.measure);
        const AreaCode area = said.key.area.empty() ? stored.settings.area : AreaCode(said.key.area);
        auto course = courses.find({code, area});
        if (course == courses.end()) {
            if (courses.size() >= most_series) {
                ++unjudged;
                continue;
            }
            course = courses.emplace(std::pair(code, area), course_of(after, code, area, now)).first;
        }
        const auto point = course->second.find(said.key.period);
        const std::string here = point == course->second.end() ? "not_rated" : std::string(print(point->second.status));
        if (here == said.status) {
            ++agree;
            continue;
        }
        const std::string name = point != course->second.end() && !point->second.name.empty()
                                     ? point->second.name
                                     : replace_all(here, "_", " ");
        notes.push_back(said.place + ": the sheet says that " + said.key.measure + " " +
                        stored.settings.calendar.text(said.key.period) +
                        (said.key.area.empty() ? "" : " in " + said.key.area) + " is " +
                        replace_all(said.status, "_", " ") + ". By its target and tolerance it is " + name + ".");
    }
    if (agree > 0)
        notes.insert(notes.begin(), plural(agree, "status agrees", "statuses agree") + " with what the sheet says.");
    if (unjudged > 0)
        notes.push_back(plural(unjudged, "status was", "statuses were") + " not compared: there are too many.");
    return notes;
}

} // namespace qd::inline acts
