#pragma once

#include "domain/content.hpp"
#include "exchange/intake.hpp"
#include "exchange/layouts/answers_given.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// What a sheet calls measures and areas: by code, by title or name, and by the words that a layout has for them.
class NameBook {
public:
    // `known` must outlive it. `measures` and `areas` are the layout's own words, by same_words.
    NameBook(const Content& known, const std::map<std::string, std::string>& measures,
             const std::map<std::string, std::string>& areas);

    // Codes; none = not known, or it could be several.
    std::optional<std::string> measure(std::string_view text);       // "HSG 1": by its letters and digits
    std::optional<std::string> measure_title(std::string_view text); // "Missed bin collections", or a code
    // "" = the council itself.
    std::optional<std::string> area(std::string_view text);
    // The council's measures and areas that are most similar, for a question: "Did you mean EN03 (Missed bins)?"
    std::string hint_of_measure(std::string_view text) const;
    std::string hint_of_area(std::string_view text) const;
    const Measure* find(const std::string& code) const; // null = not known

private:
    std::optional<std::string> find_measure(std::string_view text);
    std::optional<std::string> find_title(std::string_view text);
    std::optional<std::string> find_area(std::string_view text);

    const Content& known_;
    const std::map<std::string, std::string>& own_measures_;
    const std::map<std::string, std::string>& own_areas_;
    CodeSet measure_codes_, area_codes_;
    std::map<std::string, std::string> titles_, names_; // "" = several have it
    AnswersGiven<std::optional<std::string>> measures_given_, titles_given_, areas_given_;
};

} // namespace qd::inline exchange
