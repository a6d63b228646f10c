#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace qd::inline exchange {

// What was found out about a text before: the cells of a column repeat, and a long sheet asks the same a hundred thousand times.
template <class Answer> class AnswersGiven {
public:
    template <class Find> const Answer& of(std::string_view text, const Find& find) {
        if (const auto found = answers_.find(text); found != answers_.end()) return found->second;
        if (answers_.size() >= most) answers_.clear();
        return answers_.emplace(std::string(text), find()).first->second;
    }

private:
    static constexpr std::size_t most = 20'000; // texts: where they are all different, nothing is gained by more
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, Answer, Hash, std::equal_to<>> answers_;
};

} // namespace qd::inline exchange
