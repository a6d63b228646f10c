#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

// What kind of thing went wrong. Mapped once to exit codes (cli) and once to HTTP statuses (web).
enum class Fault {
    request,   // what was asked cannot be understood or is not valid
    absent,    // what was asked for is not there
    forbidden, // not allowed for this person
    conflict,  // cannot be done in the present state
    outage,    // a part we depend on (disk, database, program) failed
};

// The one exception type. The message names the place, the cause and the next step, in plain words.
class Error : public std::runtime_error {
public:
    Error(Fault fault, const std::string& message) : std::runtime_error(message), fault_(fault) {}
    Fault fault() const { return fault_; }

private:
    Fault fault_;
};

// "There is no programme ESV. Did you mean ESF?", of something that is known by a name; `otherwise` is said where none of the
// names that there are is near.
Error absent(std::string_view what, std::string_view name, const std::vector<std::string>& known,
             std::string_view otherwise = {});

} // namespace qd
