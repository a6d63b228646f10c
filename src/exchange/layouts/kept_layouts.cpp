#include "exchange/csv.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/narratives.hpp"
#include "exchange/source.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

// What the last file was like stays with the layout of the store, if the one that is handed in does not say.
void keep_seen(SheetLayout& given, const Content& known) {
    LayoutText text(given.text);
    const auto stored = std::ranges::find(known.layouts, given.name, &SheetLayout::name);
    if (stored == known.layouts.end() || text.has_seen()) return;
    const auto layout = parse_layout(*stored, stored->name);
    if (!layout || !layout->seen) return;
    text.set_seen(*layout->seen);
    given.text = text.text();
}

} // namespace

void read_layout(const SourceFile& file, const std::string& place, Content& into, Intake& intake) {
    if (auto complaint = complain_of_encoding(file.bytes, place)) return intake.complaints.add(std::move(*complaint));
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    const auto code = read_own_code(name.substr(0, name.rfind('.')));
    if (!code)
        return intake.complaints.add(
            {place, 0, "", "", "The name of the file " + code.error().message, code.error().remedy});
    SheetLayout layout{*code, plain_text(file.bytes) + "\n"};
    auto understood = parse_layout(layout, place);
    if (!understood) {
        for (Complaint& complaint : understood.error()) intake.complaints.add(std::move(complaint));
        return;
    }
    keep_seen(layout, intake.known);
    into.layouts.push_back(std::move(layout));
}

SourceFile write_layout(const SheetLayout& layout) {
    return {std::string(layouts_folder) + layout.name + ".toml", layout.text, {}};
}

} // namespace qd::inline exchange
