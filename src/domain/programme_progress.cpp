#include "domain/programme_progress.hpp"

#include "base/text.hpp"

namespace qd {

std::optional<Date> reported_to(const std::vector<DeliveryLine>& lines, const Calendar& calendar) {
    std::optional<Date> day;
    for (const DeliveryLine& line : lines) {
        if (!line.row) continue;
        const Date last = calendar.last_day(line.row->period);
        if (day && *day != last) return {};
        day = last;
    }
    return day;
}

bool is_in_words(const DeliveryLine& line) {
    return !line.deliverable.total && !(line.row && (line.row->profile || line.row->delivered));
}

std::optional<ProfileLabel> profile_standing(Decimal delivered, Decimal profile, Decimal within) {
    const auto percent = Decimal::ratio_if(delivered, profile, 100);
    if (!percent) return {};
    const Decimal variance = *percent - Decimal(100);
    if (variance.abs() <= within) return ProfileLabel::as_planned;
    return variance > Decimal() ? ProfileLabel::ahead : ProfileLabel::behind;
}

bool contradicts(ProfileLabel typed, Decimal delivered, Decimal profile, Decimal within) {
    switch (typed) {
    case ProfileLabel::ahead: return delivered <= profile;
    case ProfileLabel::behind:
    case ProfileLabel::slightly_behind: return delivered >= profile;
    case ProfileLabel::as_planned: {
        const auto stands = profile_standing(delivered, profile, within);
        return stands && stands != ProfileLabel::as_planned;
    }
    case ProfileLabel::not_applicable: return false;
    }
    return false;
}

std::string show_number(Decimal value) {
    int decimals = 0;
    while (decimals < 6 && value.rounded(decimals) != value) ++decimals;
    return print_grouped(value, decimals);
}

std::string show_variance(Decimal percent) {
    const Decimal rounded = percent.rounded(1);
    return (rounded > Decimal() ? "+" : rounded < Decimal() ? "−" : "±") + print_fixed(rounded.abs(), 1) + "%";
}

std::string money_in_millions(Decimal pounds) {
    return "£" + print_fixed(Decimal::ratio(pounds, Decimal::whole(Decimal::scale)), 3) + "m";
}

std::string money_cut_to_tenths(Decimal pounds) {
    constexpr std::int64_t tenth = Decimal::scale / 10;
    const Decimal millions = Decimal::ratio(pounds, Decimal::whole(Decimal::scale));
    return "£" + print_fixed(Decimal::from_millionths(millions.millionths() / tenth * tenth), 1) + "m";
}

std::string slippage_words(std::optional<int> days) {
    if (!days) return "";
    if (*days == 0) return "on time";
    const std::size_t many = static_cast<std::size_t>(*days < 0 ? -*days : *days);
    return plural(many, "day", "days") + (*days > 0 ? " late" : " early");
}

} // namespace qd
