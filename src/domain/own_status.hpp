#pragma once

#include "domain/status.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

struct Settings;
struct Verdict;

// A status of the council's own, as council.toml declares it once: rules give it and people type it by its name.
struct OwnStatus {
    std::string name;                  // "blue"
    std::string label;                 // "complete and signed off"; empty = the name
    Status status = Status::not_rated; // what it counts as
    StatusLook look;

    friend bool operator==(const OwnStatus&, const OwnStatus&) = default;
};

// How an own status is drawn where nobody says: in the colour it is named after, else as the status that it counts as.
StatusLook usual_look(std::string_view name, Status status);

// The status of that name, declared or given by a rule (of the newest set that has it); none = the council has no such word.
std::optional<OwnStatus> own_status(const Settings& settings, std::string_view name);
// All names that may be typed besides the six: those declared, then those of rules.
std::vector<std::string> own_status_names(const Settings& settings);

// A typed word: one of the six statuses, or a name of the council's own, whatever its case. None = neither.
std::optional<StatusWord> status_word(const Settings& settings, std::string_view text);

// What was typed, with the council's word and look for it.
Verdict typed_verdict(const Settings& settings, const StatusWord& word);

// The words of a verdict: the council's label, else its name, else the status's own.
std::string word_of(const Verdict& verdict);
StatusLook look_of(const Verdict& verdict);

} // namespace qd
