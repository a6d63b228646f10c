#include "exchange/spellings/periods.hpp"

#include "base/text.hpp"
#include "exchange/spellings/period_reader.hpp"
#include "exchange/spellings/written.hpp"

#include <array>

namespace qd::inline exchange {
namespace {

struct Remark {
    std::string_view words;
    Flags flag;
};

// What is said next to a period without changing which one it is.
constexpr std::array<Remark, 12> remarks{{{"(provisional)", static_cast<Flags>(Flag::provisional)},
                                          {"provisional", static_cast<Flags>(Flag::provisional)},
                                          {"(prov)", static_cast<Flags>(Flag::provisional)},
                                          {"(p)", static_cast<Flags>(Flag::provisional)},
                                          {"[p]", static_cast<Flags>(Flag::provisional)},
                                          {"(revised)", static_cast<Flags>(Flag::revised)},
                                          {"[r]", static_cast<Flags>(Flag::revised)},
                                          {"(estimated)", static_cast<Flags>(Flag::estimated)},
                                          {"[e]", static_cast<Flags>(Flag::estimated)},
                                          {"outturn", 0},
                                          {"actual", 0},
                                          {"(actual)", 0}}};

Flags take_remarks(std::string& plain) {
    Flags flags = 0;
    for (bool more = true; more;) {
        more = false;
        for (const Remark& remark : remarks) {
            if (plain.size() <= remark.words.size() || !plain.ends_with(remark.words)) continue;
            plain = std::string(trim(plain.substr(0, plain.size() - remark.words.size())));
            flags = static_cast<Flags>(flags | remark.flag);
            more = true;
        }
    }
    return flags;
}

// Whether a year is written as this council writes one: 2012-13, or 2012 where it starts in January.
bool is_of(Period period, std::string_view plain, const Calendar& calendar) {
    const Grain grain = period.grain();
    return (grain != Grain::year && grain != Grain::half && grain != Grain::quarter) ||
           lower(calendar.text(period)) == plain;
}

} // namespace

SpeltPeriod spell_period(std::string_view text, const Calendar& calendar) {
    std::string plain = plain_spelling(text);
    SpeltPeriod spelt;
    spelt.flags = take_remarks(plain);
    const auto written = Period::parse(plain);
    if (written && is_of(*written, plain, calendar)) {
        spelt.period = *written;
        return spelt;
    }
    const std::vector<SpeltToken> tokens = tokens_of(plain);
    if (!written) spelt.period = read_certain_period(tokens, calendar);
    if (!spelt.period) doubt_period(tokens, calendar, spelt);
    return spelt;
}

} // namespace qd::inline exchange
