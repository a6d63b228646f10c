#pragma once

#include "domain/finding.hpp"
#include "views/snapshot.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace qd::inline reports {

// What a report says in words of its own: the text of a definition or a paper, filled.
struct OwnText {
    enum class Checked { whole, where_filled };
    std::string file;
    std::string words; // the filled placeholders are between \x01 and \x02
    Checked checked = Checked::whole;

    void add(std::string_view literal);
    void add_filled(std::string_view words);
};

// What these words claim in numbers that the figures contradict, or that nothing supports: see checks/claims.
Findings findings_of_texts(const Snapshot& snapshot, const View& view, const std::vector<OwnText>& texts);

} // namespace qd::inline reports
