#pragma once

#include "base/text.hpp"
#include "exchange/layouts/apply_layout.hpp"
#include "exchange/made_workbook.hpp"
#include "exchange/sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace qd::testing {

using Lines = std::vector<std::string>;

// A council with three measures and three wards.
inline Content borough() {
    Content content;
    content.settings.name = "Wenlow";
    content.settings.area = AreaCode("WEN");
    content.areas.push_back({AreaCode("WEN"), "Wenlow Borough Council", AreaKind::district, {}, {}, {}});
    content.areas.push_back({AreaCode("N1"), "Northgate", AreaKind::ward, AreaCode("WEN"), {}, {}});
    content.areas.push_back({AreaCode("S1"), "St. Swithun's & Quay", AreaKind::ward, AreaCode("WEN"), {}, {}});
    const auto add = [&](const std::string& code, const std::string& title, Quantity quantity, RollUp roll_up) {
        Measure measure;
        measure.code = MeasureCode(code);
        measure.title = title;
        measure.quantity = quantity;
        measure.roll_up = roll_up;
        measure.definitions.emplace_back();
        content.measures.push_back(std::move(measure));
    };
    add("TR-01", "Trees planted", Quantity::count, RollUp::sum);
    add("LT2", "Letters answered within 10 days", Quantity::percent, RollUp::last);
    add("GR3", "Grants paid", Quantity::money, RollUp::sum);
    return content;
}

struct Taken {
    SheetTaking taking;
    Lines complaints;
    Lines lines; // "TR-01 2024-25Q1 value 12 (B2)"
};

inline std::string with_area(const FigureKey& key) {
    return key.measure + (key.area.empty() ? " " : " " + key.area + " ") + print(key.period);
}

// Every cell of a visible sheet has become something, exactly once.
inline void expect_accounted(const SheetTaking& taking) {
    std::size_t all = 0;
    for (std::size_t i = 0; i < fates; ++i) all += taking.count(static_cast<Fate>(i));
    EXPECT_EQ(all, taking.filled());
    EXPECT_EQ(taking.count(Fate::open), 0U);
    std::size_t reasons = 0;
    for (std::size_t i = 1; i < reasons_to_leave_out; ++i) reasons += taking.count(static_cast<WhyLeftOut>(i));
    EXPECT_EQ(reasons, taking.count(Fate::left_out));
}

inline Taken take_file(const std::string& name, const std::string& bytes, const std::string& toml,
                       const std::optional<Period>& asked = {}) {
    Taken taken;
    const auto layout = parse_layout({"own", toml}, "layouts/own.toml");
    if (!layout) {
        taken.complaints = printed(layout.error());
        return taken;
    }
    ComplaintBook complaints;
    const Content known = borough();
    SheetFile file = read_sheet_file({name, bytes, {}}, layout->text, complaints);
    taken.taking = apply_layout(*layout, std::move(file), known, asked, complaints);
    taken.complaints = printed(complaints.take());
    expect_accounted(taken.taking);
    for (const auto& [key, figure] : taken.taking.figures)
        for (const auto& [field, filled] : figure.fields)
            taken.lines.push_back(with_area(key) + " " + std::string(print(field)) + " " + filled.text + " (" +
                                  taken.taking.place(filled.from) + ")");
    for (const auto& [about, target] : taken.taking.targets)
        taken.lines.push_back(with_area(about.first) + " " + about.second + " " + target.words.kind +
                              target.words.value + " (" + taken.taking.place(target.from) + ")");
    for (const auto& [about, update] : taken.taking.updates)
        taken.lines.push_back(about.first + " " + print(about.second) + " says " +
                              replace_all(update.narrative, "\n", "|"));
    for (const TakenStatus& status : taken.taking.statuses)
        taken.lines.push_back(with_area(status.key) + " is " + status.status);
    return taken;
}

// For a text of cells with this name.
inline Taken take(const std::string& text, const std::string& toml, const std::string& name = "own.csv") {
    return take_file(name, text, toml);
}

} // namespace qd::testing
