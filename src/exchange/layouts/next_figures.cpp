#include "base/text.hpp"
#include "exchange/layouts/next_file.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <map>
#include <set>

// How the figures of a file differ from those that are known.
namespace qd::inline exchange {
namespace {

struct KnownFigure {
    std::optional<Instant> known_at;
    std::optional<Decimal> number; // none = a gap
    std::optional<GapReason> gap;
};
// By measure and area, "" = the council's own.
using KnownFigures = std::map<std::pair<std::string, std::string>, std::map<Period, KnownFigure>>;

std::optional<Decimal> number_of(const Measure& measure, const std::optional<Decimal>& numerator,
                                 const std::optional<Decimal>& denominator, const std::optional<Decimal>& value) {
    if (value) return value;
    if (!numerator) return std::nullopt;
    if (!denominator) return numerator;
    return Decimal::ratio_if(*numerator, *denominator, measure.per);
}

// The newest word on each figure of the measures that the file has.
KnownFigures newest_of(const std::vector<Return>& stored, const Content& known, const std::set<std::string>& codes) {
    KnownFigures all;
    for (const Return& handed_in : stored) {
        if (!counts(handed_in.state) || !codes.contains(handed_in.measure.text())) continue;
        const Measure* measure = find_row(known.measures, handed_in.measure);
        if (measure == nullptr) continue;
        for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
            const Observation cell = handed_in.observations.at(row);
            const std::string area = cell.area == known.settings.area ? "" : cell.area.text();
            KnownFigure word{handed_in.known_at, number_of(*measure, cell.numerator, cell.denominator, cell.value),
                             cell.gap};
            const auto [place, fresh] = all[{handed_in.measure.text(), area}].try_emplace(cell.period, word);
            if (!fresh && place->second.known_at <= word.known_at) place->second = word;
        }
    }
    return all;
}

std::optional<Decimal> number_of_field(const TakenFigure& figure, RowField field) {
    const FilledField* filled = figure.find(field);
    if (filled == nullptr) return std::nullopt;
    const auto read = read_figure(filled->text);
    return read ? read->number : std::nullopt;
}

std::string about(const FigureKey& key, const Calendar& calendar) {
    return key.measure + " " + calendar.text(key.period) + (key.area.empty() ? "" : " in " + key.area);
}

class Comparing {
public:
    Comparing(SheetTaking& taking, const Content& known, const std::vector<Return>& stored, const SheetWish& wish,
              ComplaintBook& complaints)
        : taking_(taking), known_(known), wish_(wish), complaints_(complaints) {
        std::set<std::string> codes;
        for (const auto& [key, figure] : taking.figures) codes.insert(key.measure);
        newest_ = newest_of(stored, known, codes);
    }

    void compare() {
        if (newest_.empty()) return;
        for (auto& [key, figure] : taking_.figures) {
            const Measure* measure = find_row(known_.measures, MeasureCode(key.measure));
            if (measure == nullptr) continue;
            const auto number =
                number_of(*measure, number_of_field(figure, RowField::numerator),
                          number_of_field(figure, RowField::denominator), number_of_field(figure, RowField::value));
            const auto course = newest_.find({key.measure, key.area});
            if (course == newest_.end()) continue;
            if (const auto old = course->second.find(key.period); old != course->second.end())
                compare_same(key, figure, number, old->second);
            else if (number)
                compare_size(key, figure, *number, course->second);
        }
        tell_sizes();
    }

private:
    struct Size {
        std::string about;
        CellAt from;
        Decimal number, before;
        int factor = 1; // how many times as large as what was before; negative: as small
    };

    const FilledField& cell_of(const TakenFigure& figure) const { return figure.fields.front().second; }

    void complain(CellAt from, const std::string& message, const std::string& remedy) {
        const GridCell& cell = taking_.file.sheets[from.sheet].cells[from.cell];
        complaints_.add({taking_.file.place(from.sheet), cell.row + std::size_t{1}, letters_of_column(cell.column),
                         std::string(trim(cell.text)), message, remedy});
    }

    // The same figure of the same period: another number, or none any more.
    void compare_same(const FigureKey& key, TakenFigure& figure, const std::optional<Decimal>& number,
                      const KnownFigure& old) {
        const FilledField* gap = figure.find(RowField::gap);
        const bool is_gap = !number && (gap != nullptr || says_gap(figure));
        if (!old.number || (!number && !is_gap) || (number && is_same(*number, *old.number))) return;
        const FilledField filled = cell_of(figure);
        if (!wish_.reason.empty()) {
            if (figure.find(RowField::reason) == nullptr) figure.put(RowField::reason, {wish_.reason, filled.from});
            return;
        }
        if (figure.find(RowField::reason) != nullptr) return;
        complain(
            filled.from,
            is_gap
                ? "takes back a figure: " + about(key, known_.settings.calendar) + " was " + print(*old.number) + "."
                : "is not what was known of " + about(key, known_.settings.calendar) + ": " + print(*old.number) + ".",
            "If it is right, say why: --reason \"…\", which is kept with the figures that change.");
    }

    static bool says_gap(const TakenFigure& figure) {
        const FilledField* value = figure.find(RowField::value);
        if (value == nullptr) return false;
        const auto read = read_figure(value->text);
        return read && read->gap;
    }

    static bool is_same(Decimal a, Decimal b) { return (a - b).abs() <= Decimal::from_millionths(1); }

    // The number of the nearest period before it that is known, of the same length.
    std::optional<Decimal> before(Period period, const std::map<Period, KnownFigure>& course) const {
        const Calendar& calendar = known_.settings.calendar;
        std::optional<Decimal> found;
        std::optional<Date> last;
        for (const auto& [each, word] : course) {
            if (!word.number || each.grain() != period.grain()) continue;
            const Date day = calendar.last_day(each);
            if (day >= calendar.last_day(period) || (last && day <= *last)) continue;
            found = word.number;
            last = day;
        }
        return found;
    }

    // How many times as large, where it is about a hundred or a thousand times; 1 = neither.
    static int factor_of(Decimal number, Decimal before) {
        const Decimal large = std::max(number.abs(), before.abs()), small = std::min(number.abs(), before.abs());
        if (small.is_zero() || large < Decimal(20)) return 1; // counts as small as these may well do so
        const int sign = number.abs() > before.abs() ? 1 : -1;
        const double times = large.to_double() / small.to_double(); // a question, no judgement
        if (times >= 60 && times <= 165) return sign * 100;
        return times >= 600 && times <= 1'650 ? sign * 1'000 : 1;
    }

    void compare_size(const FigureKey& key, const TakenFigure& figure, Decimal number,
                      const std::map<Period, KnownFigure>& course) {
        const auto old = before(key.period, course);
        if (!old) return;
        ++compared_;
        const int factor = factor_of(number, *old);
        if (factor == 1 || is_confirmed(wish_, "scale", key.measure)) return;
        sizes_.push_back({about(key, known_.settings.calendar), cell_of(figure).from, number, *old, factor});
        measures_.push_back(key.measure);
    }

    // All of them moved by the same: one line. Else each by itself.
    void tell_sizes() {
        const bool alike =
            std::ranges::all_of(sizes_, [&](const Size& size) { return size.factor == sizes_.front().factor; });
        if (sizes_.size() >= 3 && alike && sizes_.size() * 10 >= compared_ * 8) {
            const int factor = sizes_.front().factor;
            std::vector<std::string> names;
            for (const Size& size : sizes_)
                if (names.size() < 3) names.push_back(size.about + " (" + taking_.place(size.from) + ")");
            complain(sizes_.front().from,
                     "is one of " + std::to_string(sizes_.size()) + " figures that are about " +
                         std::to_string(std::abs(factor)) + " times as " + (factor > 0 ? "large" : "small") +
                         " as those before: " + join(names, ", ") + (sizes_.size() > 3 ? " …" : "") + ".",
                     "If they are in another unit: quarterday layout set " + taking_.layout + " scale.\"HEADING\" " +
                         (factor > 0 ? (factor == 100 ? "0.01" : "0.001") : std::to_string(-factor)) +
                         ". If they are right: " + how_to_confirm("scale", "all"));
            return;
        }
        for (std::size_t i = 0; i < sizes_.size(); ++i) {
            const Size& size = sizes_[i];
            const Decimal likely = size.factor > 0 ? Decimal::ratio(size.number, Decimal(size.factor))
                                                   : size.number * Decimal(-size.factor);
            complain(size.from,
                     "is about " + std::to_string(std::abs(size.factor)) + " times as " +
                         (size.factor > 0 ? "large" : "small") + " as the figure before it, " + print(size.before) +
                         ", of " + size.about + ".",
                     "Is it " + print(likely) +
                         "? Then correct the cell. If it is right: " + how_to_confirm("scale", measures_[i]));
        }
    }

    SheetTaking& taking_;
    const Content& known_;
    const SheetWish& wish_;
    ComplaintBook& complaints_;
    KnownFigures newest_;
    std::vector<Size> sizes_;
    std::vector<std::string> measures_; // of the sizes
    std::size_t compared_ = 0;
};

} // namespace

void compare_with_figures(SheetTaking& taking, const Content& known, const std::vector<Return>& stored,
                          const SheetWish& wish, ComplaintBook& complaints) {
    Comparing(taking, known, stored, wish, complaints).compare();
}

} // namespace qd::inline exchange
