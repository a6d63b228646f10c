#pragma once

#include "base/id.hpp"
#include "domain/shape.hpp"

#include <string>

namespace qd {

// That an area belongs to a group that somebody drew up to compare its members with one another: a family of councils, a
// benchmarking club. A row a member.
struct PeerGroupMember {
    std::string group; // its code, by which targets name it
    AreaCode area;
    std::string title;  // of the group
    std::string source; // who drew it up, and when

    friend bool operator==(const PeerGroupMember&, const PeerGroupMember&) = default;
};

template <> struct Shape<PeerGroupMember> : Rows<Readable::open> {
    using T = PeerGroupMember;
    static constexpr std::string_view table = "peer_groups", one = "a member of a peer group";
    static constexpr auto parts = made_of(key<open>("peer_group", &T::group), key<open>("area", &T::area),
                                          part<open>("title", &T::title), part<open>("source", &T::source));
};

} // namespace qd
