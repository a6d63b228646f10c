#include "domain/finding.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<Severity> severities[] = {
    {Severity::error, "error"},
    {Severity::warning, "warning"},
    {Severity::note, "note"},
};

} // namespace

std::string_view print(Severity severity) { return word_of(severities, severity); }

} // namespace qd
