#pragma once

#include "cli/asking.hpp"
#include "exchange/starting/propose_measures.hpp"
#include "exchange/starting/starting.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace qd::cli {

// What the options of `quarterday new` say; "" = nothing.
struct NewOptions {
    std::string folder, name, kind, code, year_starts, reports, tolerance, statuses, recovery_plans, areas, sheet,
        period;
};
void add_new_options(CLI::App& app, NewOptions& options);

struct Answered {
    NewCouncil council;
    std::string folder;
    std::string sheet;                   // the path of the council's own; "" = none
    std::size_t undecided = 0;           // measures of which nothing says which way is good
    std::vector<std::string> not_kept{}; // why its layout was not kept
};
// The nine questions. What is missing, `asking` knows.
Answered ask_all(Call& call, const NewOptions& options, Asking& asking);

// What to do after it was written.
void tell_next(Call& call, const Answered& answered);

} // namespace qd::cli
