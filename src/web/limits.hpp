#pragma once

#include <chrono>
#include <cstddef>

namespace qd::web {

// What visitors may take of a server. Nobody gets more time by sending or reading a little now and then.
struct Limits {
    std::size_t connections = 4096;     // open at once, or as many as the system lets us have
    std::size_t from_one_address = 64;  // of these (an IPv6 network of 64 bits counts as one address); 0 = any number
    std::size_t waiting_pages = 256;    // until one of the threads that make pages is free
    std::size_t waiting_documents = 32; // the same for what takes seconds
    std::chrono::milliseconds request{
        30'000};                            // until a request has come whole, from the connection or the last answer on
    std::chrono::milliseconds page{60'000}; // until its answer is made
    std::chrono::milliseconds document{300'000}; // the same for what takes seconds
    std::chrono::milliseconds sending{30'000};   // until an answer is taken, and longer for a large one:
    std::size_t slowest = 32 * 1024;             // bytes a second, at which it has to be taken at least
};

} // namespace qd::web
