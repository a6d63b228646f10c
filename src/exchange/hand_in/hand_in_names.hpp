#pragma once

#include "exchange/folder.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// The names of a workbook that stand for a text: ="2025-26Q3".
struct HandInNames {
    std::map<std::string, std::string, std::less<>> texts;
    std::string word(std::string_view name) const { // "" = there is none
        const auto found = texts.find(name);
        return found == texts.end() ? std::string() : found->second;
    }
};
HandInNames hand_in_names(const SourceFile& file); // none where it cannot be read

} // namespace qd::inline exchange
