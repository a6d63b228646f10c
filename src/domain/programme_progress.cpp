#include "domain/programme_progress.hpp"

#include "base/text.hpp"

namespace qd {

bool is_in_words(const DeliveryLine& line) {
    return !line.deliverable.total && !(line.row && (line.row->profile || line.row->delivered));
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
