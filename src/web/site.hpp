#pragma once

#include "views/library.hpp"
#include "web/kept_pages.hpp"
#include "web/message.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace qd::web {

// All pages of one store, free of sockets: a request in, a response out. Safe to share between threads.
class Site {
public:
    struct Sources {
        std::function<std::shared_ptr<const Snapshot>()> snapshot;
        std::function<Instant()> now;
        const Library* library = nullptr; // where issues are read from; null = there are none
    };
    // `names` are the hosts by which a browser may call it; empty = any. On a loopback address they keep a foreign page
    // whose name was made to point here (DNS rebinding) from reading the store through a visitor's browser.
    explicit Site(Sources sources, std::vector<std::string> names = {});

    // Never throws: what goes wrong becomes a page that says what to do. Never null.
    std::shared_ptr<const Response> handle(const Request& request) const;

    // Whether the answer may take seconds.
    bool takes_time(const Request& request) const;

private:
    std::shared_ptr<const Response> answer(const Request& request) const;
    Response make_page(const Request& request, const Snapshot& snapshot, Instant now) const;
    bool is_own_name(std::string_view host) const;

    Sources sources_;
    std::vector<std::string> names_;
    std::unique_ptr<KeptPages> kept_;
};

} // namespace qd::web
