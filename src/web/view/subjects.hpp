#pragma once

#include "domain/plan.hpp"
#include "web/visit.hpp"

#include <string>

// What an action or a finding is about: what a page calls it, and where one reads of it.
namespace qd::web {

std::string subject_words(const Visit& visit,
                          const Subject& subject); // "Risk: apprenticeship levy", or its kind and code
std::string subject_page(const Visit& visit, const Subject& subject); // "" where there is none

} // namespace qd::web
