#pragma once

#include "domain/content.hpp"
#include "exchange/minutes/lines.hpp"

#include <set>
#include <string>
#include <vector>

namespace qd::inline exchange {

// Words that may name a person without any sign of it: two or more with capitals in a row, none of them an ordinary word, in the
// council's own content, or in small letters elsewhere in the minutes; a word in the shape of a name; a word with a capital that
// says something. Only a hint for the reader of the draft.
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
