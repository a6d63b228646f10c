#pragma once

#include "web/message.hpp"

#include <cstdint>
#include <memory>
#include <mutex>

namespace qd::web {

// A response made ready once for all who ask for it: with an entity tag, compressed where it is text and the browser takes it,
// and 304 where the browser has it already. One that is not a success is answered as it is. Safe between threads.
class FinishedPage {
public:
    // `generation` is the store's: it is in the tag so that it can be read in a log.
    FinishedPage(Response response, std::int64_t generation);

    std::shared_ptr<const Response> answer(const Request& request) const; // reads the request's headers and no more
    std::size_t bytes() const; // of memory that it takes, or will once somebody asked for it compressed

private:
    const std::shared_ptr<const Response>& compressed() const;

    std::shared_ptr<const Response> whole_;
    std::shared_ptr<const Response> unchanged_; // 304; null if the response is not a success
    std::string tag_;
    bool worth_compressing_ = false;
    mutable std::once_flag asked_compressed_;
    mutable std::shared_ptr<const Response> compressed_;
};

// What every response carries, whatever it is. A response that set one of them keeps its own.
void add_security_headers(Response& response);

} // namespace qd::web
