#pragma once

#include "domain/content.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace qd::inline acts {

// What puts figures back as they were before an act: the figures of returns never end, so it is returns again.
struct FormerFigures {
    std::vector<Return> returns;
    std::vector<std::string> handed_in_since; // cells of the act that a later one speaks of, in words
    std::vector<std::string> not_put_back;    // figures that an undo cannot put back yet, in words
    std::size_t put_back = 0, withdrawn = 0;  // cells with a former figure, and without one
    std::size_t past = 0;                     // cells of which the act handed in history alone: another figure stands
};

// `acts` says which act handed in each return of the content.
FormerFigures former_figures(const Content& content, const std::vector<std::int64_t>& acts, std::int64_t act,
                             const std::string& reason, Instant now);

} // namespace qd::inline acts
