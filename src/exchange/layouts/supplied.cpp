#include "exchange/layouts/supplied.hpp"

#include "exchange/layouts/apply_layout.hpp"
#include "exchange/layouts/embedded_layouts.hpp"

#include <algorithm>

namespace qd::inline exchange {

const std::vector<SheetLayout>& supplied_layouts() {
    static const std::vector<SheetLayout> all = [] {
        std::vector<SheetLayout> layouts;
        for (const Asset& asset : embedded_layouts::all())
            layouts.push_back({std::string(asset.path.substr(0, asset.path.rfind('.'))), std::string(asset.bytes)});
        return layouts;
    }();
    return all;
}

bool is_own(const Content& known, std::string_view layout) {
    return std::ranges::find(known.layouts, layout, &SheetLayout::name) != known.layouts.end();
}

std::vector<SheetLayout> layouts_at_hand(const Content& known) {
    std::vector<SheetLayout> all = known.layouts;
    for (const SheetLayout& each : supplied_layouts())
        if (!is_own(known, each.name)) all.push_back(each);
    return all;
}

bool has_supplied_layout(const SourceFile& text, const Content& known) {
    constexpr std::size_t most_bytes = 16'384; // far more than a row of headings
    std::string_view beginning = text.text().substr(0, most_bytes);
    if (beginning.size() == most_bytes) beginning = beginning.substr(0, beginning.rfind('\n') + 1);
    ComplaintBook unread;
    const SheetFile sheet = read_sheet_file({text.path, std::string(beginning), {}}, {}, unread);
    return std::ranges::any_of(supplied_layouts(), [&](const SheetLayout& each) {
        const auto layout = parse_layout(each, each.name);
        return layout && fit_of(*layout, sheet, known).tables > 0;
    });
}

} // namespace qd::inline exchange
