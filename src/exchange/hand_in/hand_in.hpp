#pragma once

#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/cell.hpp"
#include "domain/measure.hpp"
#include "domain/period.hpp"
#include "exchange/folder.hpp"
#include "exchange/intake.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A hand-in workbook: what is due for a period, a line for each figure, to be filled in and imported again. It says itself
// what it is, in hidden names, so it needs no layout.
namespace qd::inline exchange {

// One figure that is due. What is only there to be read is written as people read it.
struct HandInLine {
    MeasureCode measure;
    AreaCode area; // empty = the council itself
    Period period;
    std::string title, unit, good_is, year_before, before, target;
    Quantity quantity = Quantity::number;
    int decimals = 0;
    std::optional<Decimal> least, most;
    bool takes_parts = false;      // a numerator and a denominator make it
    bool takes_words = false;      // commentary on the period goes here
    bool takes_correction = false; // of the period before
};

struct HandInSheet {
    std::string name; // of a directorate
    std::vector<HandInLine> lines;
};

struct HandInWorkbook {
    AreaCode council;
    Period period;
    std::string unit;                 // whose figures; "" = all of them
    std::vector<std::string> read_me; // the first is the title
    std::string subject;              // "2025/26 quarter 3, Merrowdale Borough Council"
    std::vector<HandInSheet> sheets;
    YearStyle years = YearStyle::split;
};

// Equal contents give equal bytes.
std::string write_hand_in(const HandInWorkbook& workbook);

// Whether a file is such a workbook, by its names.
bool is_hand_in(const SourceFile& file);

struct SheetTaking;
// What was filled in, as the tables of a source. Nothing of it is taken if it is of another council or period than is asked for,
// or if it is no longer built as it was. `intake` collects the complaints.
std::shared_ptr<const SheetTaking> read_hand_in(const SourceFile& file, const SheetWish& wish, Content& into,
                                                Intake& intake);

// The columns, in order.
enum class HandInColumn : std::uint8_t {
    ref,
    indicator,
    area,
    period,
    unit,
    good_is,
    year_before,
    before,
    target,
    numerator,
    denominator,
    value,
    gap,
    provisional,
    shows,
    will_do,
    correction,
    why,
    by
};
constexpr std::array<std::string_view, 19> hand_in_headings{"Ref",
                                                            "Indicator",
                                                            "Area",
                                                            "Period",
                                                            "Unit",
                                                            "Good is",
                                                            "A year before",
                                                            "Period before",
                                                            "Target",
                                                            "Numerator",
                                                            "Denominator",
                                                            "Value",
                                                            "No figure because",
                                                            "Provisional",
                                                            "What the figure shows",
                                                            "What we will do",
                                                            "Correction of the period before",
                                                            "Why corrected",
                                                            "Handed in by (post)"};
constexpr std::size_t hand_in_columns = hand_in_headings.size();
constexpr bool is_filled_in(HandInColumn column) { return column >= HandInColumn::numerator; }

// Why there is no figure, in the words of the workbook.
struct HandInGap {
    std::string_view words;
    GapReason gap;
};
constexpr std::array<HandInGap, 5> hand_in_gaps{{{"not due yet", GapReason::not_due},
                                                 {"late", GapReason::overdue},
                                                 {"does not apply", GapReason::not_applicable},
                                                 {"cannot be had", GapReason::not_available},
                                                 {"too small to publish", GapReason::suppressed}}};

// Which line it is, as the hidden sheet lists it: "HS01 2025-26Q3", "HS01 2025-26Q3 E05000001".
std::string hand_in_key(std::string_view measure, std::string_view period, std::string_view area);
std::string hand_in_fingerprint(std::string_view council, std::string_view period, std::string_view unit,
                                std::vector<std::string> keys);

constexpr std::string_view hand_in_version = "1", read_me_sheet = "Read me", lists_sheet = "Lists",
                           examples_sheet = "Examples";
struct HandInName {
    static constexpr std::string_view version = "quarterday_hand_in", council = "quarterday_council",
                                      period = "quarterday_period", unit = "quarterday_unit",
                                      fingerprint = "quarterday_fingerprint";
};

} // namespace qd::inline exchange
