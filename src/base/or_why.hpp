#pragma once

#include <string>
#include <utility>
#include <variant>

namespace qd {

// A value, or in words why there is none: "A trend test needs five figures."
template <class T> class OrWhy {
public:
    OrWhy() : content_(std::string()) {}                 // none, and nobody said why
    OrWhy(T value) : content_(std::move(value)) {}       // NOLINT(google-explicit-constructor): either is an answer
    OrWhy(std::string why) : content_(std::move(why)) {} // NOLINT(google-explicit-constructor)
    OrWhy(const char* why) : OrWhy(std::string(why)) {}  // NOLINT(google-explicit-constructor)

    explicit operator bool() const { return std::holds_alternative<T>(content_); }
    const T& operator*() const { return std::get<T>(content_); }
    T& operator*() { return std::get<T>(content_); }
    const T* operator->() const { return &**this; }
    T* operator->() { return &**this; }
    std::string why() const { return *this ? std::string() : std::get<std::string>(content_); } // "" of a value

    friend bool operator==(const OrWhy&, const OrWhy&) = default;

private:
    std::variant<T, std::string> content_;
};

} // namespace qd
