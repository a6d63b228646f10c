#pragma once

#include "exchange/folder.hpp"
#include "fuzz/random.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace qd::fuzz {

// What one run is given. `about` says in what setting, such as "into: chorley, as: folder".
struct Input {
    std::string about;
    std::vector<SourceFile> files;
};

// How one run ended, all of them as it should be.
enum class Ending {
    refused,    // in a complaint or an Error, and nothing was changed
    understood, // taken in whole
};

// What must never happen, seen by a family itself; crashes and sanitizers are seen from outside.
class Broken : public std::logic_error {
public:
    using std::logic_error::logic_error;
};
inline void must(bool holds, const std::string& otherwise) {
    if (!holds) throw Broken(otherwise);
}

struct Family {
    std::string_view name;
    std::size_t share; // of a hundred inputs
    std::string_view about;
    Input (*make)(Random& random);
    Ending (*run)(const Input& input);
};

const std::vector<Family>& families();

// By room: what they are made of is in the file of the same name.
Input make_folder(Random& random);
Input make_figures(Random& random);
Input make_table(Random& random);
Input make_settings(Random& random);
Input make_narrative(Random& random);
Input make_workbook(Random& random);
Ending run_import(const Input& input);

Input make_values(Random& random);
Ending run_values(const Input& input);
Input make_periods(Random& random);
Ending run_periods(const Input& input);

Input make_series(Random& random);
Ending run_series(const Input& input);

Input make_formula(Random& random);
Ending run_formula(const Input& input);

Input make_minutes(Random& random);
Ending run_minutes(const Input& input);
Input make_definition(Random& random);
Ending run_definition(const Input& input);
Input make_prose(Random& random);
Ending run_prose(const Input& input);

Input make_body(Random& random);
Ending run_body(const Input& input);
Input make_store_file(Random& random);
Ending run_store_file(const Input& input);

Input make_visit(Random& random);
Ending run_visit(const Input& input);

} // namespace qd::fuzz
