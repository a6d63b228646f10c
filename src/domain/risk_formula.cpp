#include "domain/risk_formula.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace qd {
namespace {

constexpr std::int64_t most = 1'000'000;            // of a score; intermediate values may be a thousand times as much
constexpr std::int64_t most_between = most * 1'000; // two of them multiply within 64 bits

// Reads and computes in one go; the place and the reason where it stopped.
class Reading {
public:
    Reading(std::string_view formula, int impact, int likelihood)
        : text_(plain(formula)), impact_(impact), likelihood_(likelihood) {}

    std::optional<int> score() {
        const std::int64_t value = sum();
        skip();
        if (mistake_.empty() && at_ < text_.size()) stop("“" + text_.substr(at_) + "” is left over");
        if (!mistake_.empty() || value < 0 || value > most) return std::nullopt;
        return static_cast<int>(value);
    }
    const std::string& mistake() const { return mistake_; }

private:
    static std::string plain(std::string_view formula) {
        std::string text = lower(formula);
        for (const auto& [from, to] : {std::pair("×", "*"), std::pair("·", "*"), std::pair("−", "-"),
                                       std::pair("²", "^2"), std::pair("³", "^3")})
            text = replace_all(text, from, to);
        return text;
    }
    std::int64_t stop(std::string why) {
        if (mistake_.empty()) mistake_ = std::move(why);
        return 0;
    }
    std::int64_t held(std::int64_t value) {
        if (value > most_between || value < -most_between) return stop("it grows beyond a million");
        return static_cast<std::int64_t>(value);
    }
    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    bool take(char mark) {
        skip();
        if (at_ >= text_.size() || text_[at_] != mark) return false;
        ++at_;
        return true;
    }
    std::int64_t sum() {
        std::int64_t value = product();
        while (mistake_.empty()) {
            if (take('+'))
                value = held(value + product());
            else if (take('-'))
                value = held(value - product());
            else
                break;
        }
        return value;
    }
    std::int64_t product() {
        std::int64_t value = power();
        while (mistake_.empty() && take('*')) value = held(value * power());
        return value;
    }
    std::int64_t power() {
        const std::int64_t base = one();
        if (!mistake_.empty() || !take('^')) return base;
        const std::int64_t exponent = one();
        if (exponent < 0 || exponent > 9) return stop("a power is from 0 to 9");
        std::int64_t value = 1;
        for (std::int64_t i = 0; i < exponent; ++i) value = held(value * base);
        return value;
    }
    std::int64_t one() {
        if (++depth_ > 50) return stop("it has more than fifty parts");
        skip();
        const std::size_t start = at_;
        if (take('(')) return bracketed();
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
        if (at_ > start) return at_ - start > 6 ? stop("a number is too large") : std::stoll(text_.substr(start));
        while (at_ < text_.size() && text_[at_] >= 'a' && text_[at_] <= 'z') ++at_;
        const std::string word = text_.substr(start, at_ - start);
        if (word == "impact") return impact_;
        if (word == "likelihood") return likelihood_;
        if (word == "max" || word == "min") return greatest_or_least(word);
        return stop(word.empty() ? "a number, impact or likelihood is missing" : "“" + word + "” is not known");
    }
    std::int64_t bracketed() {
        const std::int64_t value = sum();
        return take(')') ? value : stop("a bracket is not closed");
    }
    std::int64_t greatest_or_least(const std::string& word) {
        if (!take('(')) return stop(word + " needs brackets");
        const std::int64_t first = sum();
        if (!take(',')) return stop(word + " needs two values, separated by a comma");
        const std::int64_t second = bracketed();
        return word == "max" ? std::max(first, second) : std::min(first, second);
    }

    std::string text_;
    std::int64_t impact_, likelihood_;
    std::size_t at_ = 0;
    int depth_ = 0;
    std::string mistake_;
};

} // namespace

std::optional<int> risk_score_by(std::string_view formula, int impact, int likelihood) {
    return Reading(formula, impact, likelihood).score();
}

std::string mistake_in_risk_formula(std::string_view formula) {
    Reading reading(formula, 1, 1);
    reading.score();
    return reading.mistake();
}

} // namespace qd
