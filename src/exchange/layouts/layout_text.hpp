#pragma once

#include "exchange/layouts/layout.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace qd::inline exchange {

// A layout as a person wrote it, in which single lines are changed; the others stay as they are, with their comments.
class LayoutText {
public:
    explicit LayoutText(const std::string& text);
    std::string text() const; // ends with a line end

    // In the section [measures], [markers] …: "Dene ward" = "W04".
    void set_word(const std::string& section, const std::string& name, const std::string& value);
    // A line of every column that has this heading, or the pattern that is written so; false if there is none.
    bool set_in_columns(const std::string& heading, const std::string& key, const std::string& value);
    void add_column(const std::string& heading,
                    const std::string& is); // to every table: where it is not, it does nothing
    bool add_heading(const std::string& of_column, const std::string& heading); // another one of the same columns
    void set_shared(const std::string& name, const std::string& value);         // set = { … } of every table
    bool replace_heading(const std::string& was, const std::string& is);        // of those that a table is found by
    // The section with what the last file was like, in place of the one there is.
    void set_seen(const SheetsSeen& seen);
    bool has_seen() const;
    std::string seen_file() const;    // its file; "" if there is none
    std::string without_seen() const; // the whole text, without that section

private:
    // Lines from a head such as [[block.column]] to the next head.
    struct Part {
        std::size_t from = 0, to = 0;
    };
    std::vector<Part> parts(std::string_view head) const;
    void drop_seen();
    bool is_head(std::size_t line) const;
    std::size_t first_block() const;
    std::size_t line_of(const Part& part, std::string_view key) const; // part.to if it is not there
    bool has_heading(const Part& column, const std::string& heading) const;
    void set_line(const Part& part, std::string_view key, const std::string& value); // value as TOML

    std::vector<std::string> lines_;
};

// A text as TOML writes it, in quotation marks; and a list of them.
std::string in_toml(std::string_view text);
std::string in_toml(const std::vector<std::string>& texts);

} // namespace qd::inline exchange
