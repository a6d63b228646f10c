#pragma once

#include "reports/report.hpp"
#include "views/issued.hpp"

namespace qd::inline reports {

// An issue made again from the store of then, format by format.
struct Remade {
    std::string format;
    std::string kept, made; // SHA-256; `made` is empty where it could not be made
    std::string difference; // in words; empty = identical to the byte
    bool is_identical() const { return kept == made; }
};
std::vector<Remade> make_again(Issued& issued, const Issue& issue);

} // namespace qd::inline reports
