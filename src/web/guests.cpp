#include "web/guests.hpp"

#include <algorithm>
#include <utility>

#include <netinet/in.h>
#include <spdlog/spdlog.h>

namespace qd::web {
namespace {

// The bytes of the address; for an IPv6 address those of its network, because anyone with one address has all of it.
std::string place_of(const sockaddr_storage& address) {
    constexpr std::size_t network_bytes = 8;
    if (address.ss_family == AF_INET6) {
        const auto& bytes = reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
        return {reinterpret_cast<const char*>(&bytes), network_bytes};
    }
    const auto& bytes = reinterpret_cast<const sockaddr_in&>(address).sin_addr;
    return {reinterpret_cast<const char*>(&bytes), sizeof bytes};
}

} // namespace

bool Guests::enter(int socket, const sockaddr_storage& address) {
    std::string from = place_of(address);
    const std::lock_guard lock(mutex_);
    if (!make_room(from)) return false;
    auto& guest = all_[socket];
    if (guest) forget(*guest); // it was closed before it was served
    guest = std::make_unique<Guest>(socket, std::move(from), limits_.request);
    ++staying_[guest->from_];
    ++stay_;
    return true;
}

Guest* Guests::serve(int socket) {
    const std::lock_guard lock(mutex_);
    const auto found = all_.find(socket);
    if (found == all_.end()) return nullptr;
    Guest& guest = *found->second;
    guest.served_ = true;
    if (guest.leaving_) ::shutdown(socket, SHUT_RDWR);
    return &guest;
}

bool Guests::make_room(const std::string& from) {
    const auto same = staying_.find(from);
    if (limits_.from_one_address > 0 && same != staying_.end() && same->second >= limits_.from_one_address)
        return shut(oldest(&from));
    if (stay_ < limits_.connections) return true;
    const auto most = std::ranges::max_element(staying_, {}, [](const auto& entry) { return entry.second; });
    const std::string address = most->first;
    Guest* goes = oldest(&address);
    return shut(goes != nullptr ? goes : oldest(nullptr));
}

Guest* Guests::oldest(const std::string* from) const {
    Guest* found = nullptr;
    for (const auto& [key, guest] : all_)
        if (!guest->leaving_ && guest->is_asking() && (from == nullptr || guest->from_ == *from) &&
            (found == nullptr || guest->until() < found->until()))
            found = guest.get();
    return found;
}

bool Guests::shut(Guest* guest) {
    if (guest == nullptr) return false;
    if (guest->served_) ::shutdown(guest->socket_, SHUT_RDWR); // else as soon as it is
    forget(*guest);
    return true;
}

void Guests::forget(Guest& guest) {
    if (std::exchange(guest.leaving_, true)) return;
    --stay_;
    if (const auto same = staying_.find(guest.from_); --same->second == 0) staying_.erase(same);
}

void Guests::leave(int socket) {
    const std::lock_guard lock(mutex_);
    const auto found = all_.find(socket);
    if (found == all_.end()) return;
    forget(*found->second);
    all_.erase(found);
}

void Guests::shut_late() {
    const auto now = Guest::Clock::now();
    const std::lock_guard lock(mutex_);
    for (const auto& [socket, guest] : all_)
        if (!guest->leaving_ && guest->is_late(now)) shut(guest.get());
}

bool Guests::shut_oldest() {
    const std::lock_guard lock(mutex_);
    return shut(oldest(nullptr));
}

bool Guests::any_served() const {
    const std::lock_guard lock(mutex_);
    return std::ranges::any_of(all_, [](const auto& entry) { return !entry.second->is_asking(); });
}

} // namespace qd::web
