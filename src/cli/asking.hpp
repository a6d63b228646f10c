#pragma once

#include "cli/call.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd::cli {

// Answers to the questions of a command: what an option says, else what a person types at a terminal, else the usual answer. What
// has none of these is missing.
class Asking {
public:
    enum class Who { nobody, terminal }; // who can be asked
    Asking(Call& call, Who who) : call_(call), who_(who) {}
    bool asks() const { return who_ == Who::terminal; }

    // What is wrong with an answer, and how to write it; none = it is taken.
    using Check = std::function<std::optional<std::string>(const std::string&)>;
    struct Question {
        std::string words;  // "The council's name"
        std::string option; // "--name NAME", for what is missing
        std::optional<std::string> usual{};
        Check check{};
    };
    // `given` is what the option says; "" = it was left out. Error(request) where that is wrong, and where the input ends before
    // an answer.
    std::string ask(const std::string& given, const Question& question);
    bool confirm(const std::string& words); // yes at once where nobody can be asked

    const std::vector<std::string>& missing() const { return missing_; }

private:
    std::string type(const std::string& words, const std::optional<std::string>& usual);

    Call& call_;
    Who who_;
    std::vector<std::string> missing_;
};

} // namespace qd::cli
