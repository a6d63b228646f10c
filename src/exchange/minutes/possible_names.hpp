#pragma once

#include "domain/content.hpp"
#include "exchange/minutes/sections.hpp"

#include <set>
#include <string>
#include <vector>

namespace qd::inline exchange {

// Words that may name a person where no pattern tells: two or three with capitals in a row, none of which the council's own
// content or the headings of the minutes use. A hint for whoever reads the draft, never more.
class PossibleNames {
public:
    PossibleNames(const Content& known, const MinutesSheet& sheet);

    std::vector<std::string> in(const std::string& line) const; // "Ian Lark"
    std::string masked(std::string line) const;                 // with "[name]" in their place

private:
    void add(const std::string& text);

    std::set<std::string, std::less<>> institutions_; // in lower case
};

} // namespace qd::inline exchange
