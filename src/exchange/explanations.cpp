#include "exchange/explanations.hpp"

#include "base/text.hpp"
#include "exchange/csv.hpp"

namespace qd::inline exchange {

tl::expected<std::vector<ExplanationRow>, Complaints> read_explanations(const std::string& bytes,
                                                                        const std::string& file) {
    ComplaintBook complaints;
    std::vector<ExplanationRow> rows;
    if (auto complaint = complain_of_encoding(bytes, file)) complaints.add(std::move(*complaint));
    bool headed = false;
    read_csv(bytes, file, complaints, [&](std::size_t row, std::span<const std::string_view> cells) {
        const auto cell = [&](std::size_t i) { return i < cells.size() ? std::string(trim(cells[i])) : std::string(); };
        if (!headed) {
            headed = true;
            if (cell(0) != "code" || cell(1) != "place" || cell(2) != "reason")
                complaints.add(
                    {file, row, "", "", "The heading has to be: code,place,reason.", "Write it in the first row."});
            return;
        }
        if (cell(0).empty() || cell(1).empty() || cell(2).empty())
            complaints.add({file, row, "", "", "A code, a place or a reason is missing.", "Give all three."});
        rows.push_back({cell(0), cell(1), cell(2)});
    });
    if (complaints.count() > 0) return tl::make_unexpected(complaints.take());
    return rows;
}

} // namespace qd::inline exchange
