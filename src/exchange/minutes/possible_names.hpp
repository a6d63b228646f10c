#pragma once

#include "domain/content.hpp"
#include "exchange/minutes/lines.hpp"

#include <set>
#include <string>
#include <vector>

namespace qd::inline exchange {

// Words that may name a person where no sign tells: two or more with capitals in a row, none of which is an ordinary word, stands
// in the council's own content, or is written small elsewhere in the minutes; a word of the shape of a name; a word with a
// capital that says something. A hint for whoever reads the draft, never more.
class PossibleNames {
public:
    PossibleNames(const Content& known, const MinutesLines& lines);

    std::vector<std::string> in(const std::string& line) const; // "Ian Lark"
    std::string masked(std::string line) const;                 // with "[name]" in their place

private:
    void add(const std::string& text);
    bool is_ours(std::string_view word) const;

    std::set<std::string, std::less<>> institutions_; // in lower case
};

} // namespace qd::inline exchange
