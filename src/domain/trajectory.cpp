#include "domain/trajectory.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<RaiseWhen> raisings[] = {
    {RaiseWhen::off_target_or_to_miss, "off_target_or_to_miss"},
    {RaiseWhen::off_target, "off_target"},
    {RaiseWhen::to_miss, "to_miss"},
    {RaiseWhen::never, "never"},
};

} // namespace

std::string_view print(RaiseWhen when) { return word_of(raisings, when); }

} // namespace qd
