#include "exchange/front_matter.hpp"
#include "exchange/narratives.hpp"
#include "exchange/shaped.hpp"

namespace qd::inline exchange {

void read_minutes(const SourceFile& file, const std::string& place, Content& into, Intake& intake) {
    auto cut = cut_front_matter(file, place, intake.complaints);
    if (!cut) return;
    Minutes minutes;
    minutes.text = std::move(cut->body);
    TomlTable front(cut->front, place, intake);
    minutes.taken_by = front.take_or<std::string>("taken_by", "");
    front.finish();
    const auto meeting = Field<MeetingCode>::read(cut->code, intake);
    if (!meeting)
        return intake.complaints.add(
            {place, 0, "", cut->code, "The name of the file " + meeting.error().message, meeting.error().remedy});
    minutes.meeting = *meeting;
    into.minutes.push_back(std::move(minutes));
}

SourceFile write_minutes(const Minutes& minutes) {
    return {std::string(Shape<Minutes>::folder) + minutes.meeting.text() + ".md",
            join_front_matter(toml_line("taken_by", minutes.taken_by), minutes.text)};
}

} // namespace qd::inline exchange
