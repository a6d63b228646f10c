#include "domain/return.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<ReturnState> return_states[] = {
    {ReturnState::draft, "draft"},       {ReturnState::submitted, "submitted"}, {ReturnState::returned, "returned"},
    {ReturnState::approved, "approved"}, {ReturnState::certified, "certified"},
};

} // namespace

std::string_view print(ReturnState state) { return word_of(return_states, state); }
std::optional<ReturnState> parse_return_state(std::string_view text) { return value_of(return_states, text); }

} // namespace qd
