#pragma once

#include "exchange/minutes/sections.hpp"

#include <map>
#include <string>
#include <vector>

namespace qd::inline exchange {

// How many seats the head of minutes names, and whether one of them is the Chair. Names themselves are not kept.
struct SeatCount {
    int members = 0; // beside the Chair
    bool chair = false;
    std::size_t line = 0;
};
SeatCount count_present(const std::vector<MinutesLine>& head);
// Of "Apologies were received from County Councillor … and County Councillor …".
int count_apologies(const std::vector<MinutesLine>& body);

// Finds out which posts the people of a text hold, and puts these for their names.
class Posts {
public:
    // "Gail Porter, Working Together With Families Coordinator, …", "Dr Gail Porter (Coordinator)": remembers what the
    // person is.
    void learn(const std::string& line);
    const std::vector<std::string>& all() const { return posts_; } // in the order of the text
    std::vector<std::string> in(const std::string& line) const;    // of the people that this line introduces

    // The line without names: posts, "a member", or "an officer" where no post is known. `unknown` counts the last.
    struct Cleaned {
        std::string text;
        int unknown = 0;
    };
    Cleaned clean(const std::string& line) const;

private:
    std::map<std::string, std::string> by_name_;    // "Gail Porter" and "Gail" → post
    std::map<std::string, std::string> by_surname_; // behind a title: "Porter" → post
    std::vector<std::string> posts_;
};

} // namespace qd::inline exchange
