#include "web/exchange.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <utility>

#include <microhttpd.h>

namespace qd::web {
namespace {

Answered come_again(const std::string& why, int seconds) {
    Response response = text_response(503, "text/plain; charset=utf-8",
                                      why + " Try again in " + std::to_string(seconds) + " seconds.\n");
    response.set("Retry-After", std::to_string(seconds));
    return std::make_shared<const Response>(std::move(response));
}

std::size_t threads() { return std::max<std::size_t>(threads_at_hand(), 2); }

} // namespace

void Exchange::settle(Answered answer) {
    if (settled.exchange(true)) return;
    answered = std::move(answer);
    MHD_resume_connection(connection);
}

Making::Making(const Listener::Answers& answers, const Limits& limits)
    : answers_(answers), limits_(limits), pages_(threads(), limits.waiting_pages),
      documents_(threads(), limits.waiting_documents) {}

void Making::begin(const std::shared_ptr<Exchange>& exchange) {
    const bool slow = answers_.takes_time && answers_.takes_time(exchange->request);
    exchange->under_way = true;
    exchange->until = Guest::Clock::now() + (slow ? limits_.document : limits_.page);
    MHD_suspend_connection(exchange->connection);
    {
        const std::lock_guard lock(mutex_);
        under_way_.push_back(exchange);
    }
    const bool taken = (slow ? documents_ : pages_).offer([this, exchange] {
        if (!exchange->settled) exchange->settle(answers_.make(exchange->request));
    });
    if (taken) return;
    exchange->settle(slow ? come_again("Too many documents are being made at the moment.", 60)
                          : come_again("Too many pages are being made at the moment.", 5));
}

void Making::settle_late() {
    const auto now = Guest::Clock::now();
    const std::lock_guard lock(mutex_);
    std::erase_if(under_way_, [&](const std::shared_ptr<Exchange>& exchange) {
        if (exchange->until < now) exchange->settle(come_again("This page takes too long to make just now.", 60));
        return exchange->settled.load();
    });
}

void Making::close() {
    {
        const std::lock_guard lock(mutex_);
        for (const auto& exchange : under_way_) exchange->settle(come_again("The server is being stopped.", 60));
        under_way_.clear();
    }
    pages_.close();
    documents_.close();
}

} // namespace qd::web
