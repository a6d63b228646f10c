#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "domain/observation.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace qd {

enum class ReturnState { draft, submitted, returned, approved, certified };
std::string_view print(ReturnState state);
std::optional<ReturnState> parse_return_state(std::string_view text);
constexpr bool counts(ReturnState state) { return state == ReturnState::approved || state == ReturnState::certified; }

// Whether it was handed in; or computed by the measure's formula, and then it is in no store and in no export.
enum class Origin { handed_in, computed };

// What somebody handed in for one measure: an immutable document. A correction or a withdrawal is another return.
struct Return {
    MeasureCode measure;
    std::optional<Instant>
        known_at; // from when on it may be read; none = the moment of import. Ties: the later in the ledger wins
    ReturnState state = ReturnState::approved;
    std::string handed_in_by;  // a post
    std::string signed_off_by; // a post
    std::string source;        // the file or paper it was taken from
    std::string source_sha256; // of the bytes handed in; empty where the source is not a file
    std::string reason;        // why it corrects an earlier one
    Observations observations;
    Origin origin = Origin::handed_in;

    friend bool operator==(const Return&, const Return&) = default;
};

} // namespace qd
