#include "cli/asking.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/table.hpp"

#include <iostream>

namespace qd::cli {
namespace {

// "3 of 9  The month" → "The month"
std::string without_number(const std::string& words) {
    const auto gap = words.find("  ");
    return gap == std::string::npos ? words : std::string(trim(std::string_view(words).substr(gap)));
}

} // namespace

std::string Asking::type(const std::string& words, const std::optional<std::string>& usual) {
    call_.out << wrap(words + (usual && !usual->empty() ? " [" + *usual + "]" : "") + ": ", call_.width, "  ")
              << std::flush;
    std::string line;
    if (!std::getline(std::cin, line))
        throw Error(Fault::request, "The questions were not all answered. Nothing was written.");
    const std::string answer(trim(line));
    return answer.empty() && usual ? *usual : answer;
}

std::string Asking::ask(const std::string& given, const Question& question) {
    const auto wrong = [&](const std::string& answer) {
        return question.check ? question.check(answer) : std::nullopt;
    };
    if (!given.empty()) {
        if (const auto why = wrong(given))
            throw Error(Fault::request,
                        question.option.substr(0, question.option.find(' ')) + " “" + given + "” " + *why);
        return given;
    }
    if (!asks()) {
        if (!question.usual || wrong(*question.usual))
            missing_.push_back(question.option + ": " + without_number(question.words));
        return question.usual.value_or("");
    }
    for (;;) {
        std::string answer = type(question.words, question.usual);
        const auto why =
            answer.empty() && !question.usual ? std::optional<std::string>("has no answer yet.") : wrong(answer);
        if (!why) return answer;
        call_.out << wrap("  “" + answer + "” " + *why, call_.width, "  ") << "\n";
    }
}

bool Asking::confirm(const std::string& words) {
    if (!asks()) return true;
    for (;;) {
        const std::string answer = lower(type(words, "yes"));
        if (answer == "yes" || answer == "y") return true;
        if (answer == "no" || answer == "n") return false;
        call_.out << "  Write yes or no.\n";
    }
}

} // namespace qd::cli
