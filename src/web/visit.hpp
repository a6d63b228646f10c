#pragma once

#include "views/library.hpp"
#include "web/address.hpp"
#include "web/route.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace qd::web {

// One request on its way to a page: what was asked, and the content of the store then, as far as its reader may read it. A page
// has no other access to the store.
struct Visit {
    Visit(const Address& address_, const Snapshot& snapshot_, Instant now_)
        : address(address_), snapshot(snapshot_), now(now_) {}

    const Address& address;
    const Snapshot& snapshot;
    Instant now;
    Captures captures;                // of the route's pattern
    const Library* library = nullptr; // where issues are read from; null = there are none

    Reader reader() const { return snapshot.reader(); }
    const std::string& capture(std::string_view name) const;
    std::string_view parameter(std::string_view name) const { return address.parameter(name); }

    // The same visit of what was known at the time that it asks for, or that such pages are of. Where what it asks for is wrong it
    // stays as it is, and view() says so.
    Visit as_known(Unasked unasked) const;

    // Period, area and time of knowledge of this page. Error(request or absent) says which of them is wrong.
    const View& view() const;
    // Nobody asked for a time, and the page is as the meeting of the period's paper knew it.
    bool shows_meeting() const;
    // Another page of this store about the same period, area and time: what was chosen goes along, defaults do not.
    std::string link(std::string_view path, const Parameters& more = {}) const;

private:
    mutable std::optional<View> view_;      // found when first asked for
    std::shared_ptr<const Snapshot> known_; // keeps what `snapshot` refers to, if it is not the whole
};

} // namespace qd::web
