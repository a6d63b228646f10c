#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace qd::inline exchange {

// A row that somebody wants withdrawn, as they name it.
struct AskedWithdrawal {
    std::string table;              // "actions"
    std::vector<std::string> words; // its keys, in the order of the columns; keys that are empty may be left out
    std::string reason;
    std::string file{};  // where it is asked, for complaints; empty = on the command line
    std::size_t row = 0; // there
};

} // namespace qd::inline exchange
