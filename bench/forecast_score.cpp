// Scores forecasts on a file of series with their continuations: a heading, then one line a series of
//   id,type,n,h,n known numbers,h that followed
// as the M competitions are handed on. Prints one line of JSON. What followed is used for scoring only.
#include "forecasting/score.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>

namespace {

struct Example {
    std::vector<double> known, followed;
};

struct Score {
    double smape = 0, mase = 0, coverage = 0, msis = 0, naive_smape = 0, naive_mase = 0;
};

[[noreturn]] void refuse(const std::string& complaint) {
    std::fprintf(stderr, "forecast_score: %s\n", complaint.c_str());
    std::exit(2);
}

double number(std::string_view text, const std::string& place) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size())
        refuse(place + ": “" + std::string(text) + "” is not a number.");
    return value;
}

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t end = std::min(line.find(',', start), line.size());
        cells.push_back(line.substr(start, end - start));
        start = end + 1;
    }
    return cells;
}

std::vector<Example> read(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) refuse(path + " cannot be read.");
    std::vector<Example> examples;
    for (int row = 2; std::getline(file, line); ++row) {
        const std::string place = path + ", line " + std::to_string(row);
        const auto cells = cells_of(line);
        if (cells.size() < 5) refuse(place + ": too few cells.");
        const auto n = static_cast<std::size_t>(number(cells[2], place)),
                   h = static_cast<std::size_t>(number(cells[3], place));
        if (cells.size() < 4 + n + h || n < 2 || h < 1) refuse(place + ": n and h do not agree with the cells.");
        Example example;
        for (std::size_t i = 0; i < n + h; ++i)
            (i < n ? example.known : example.followed).push_back(number(cells[4 + i], place));
        examples.push_back(std::move(example));
    }
    return examples;
}

Score score(const Example& example, std::size_t season) {
    const std::size_t horizon = example.followed.size();
    const qd::Forecast forecast = qd::make_forecast(example.known, season, horizon);
    std::vector<double> path;
    std::vector<qd::Interval> intervals;
    for (const qd::Prediction& prediction : forecast.path) {
        path.push_back(prediction.value);
        intervals.push_back(prediction.interval.value_or(qd::Interval{prediction.value, prediction.value}));
    }
    const double scale = qd::scale_of(example.known, season).value_or(1);
    const std::vector<double> naive = qd::naive_2(example.known, season, horizon);
    return {qd::smape(example.followed, path),         qd::mase(example.followed, path, scale),
            qd::coverage(example.followed, intervals), qd::msis(example.followed, intervals, scale),
            qd::smape(example.followed, naive),        qd::mase(example.followed, naive, scale)};
}

std::vector<Score> score_all(const std::vector<Example>& examples, std::size_t season, unsigned threads) {
    std::vector<Score> scores(examples.size());
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            for (std::size_t at = next++; at < examples.size(); at = next++) scores[at] = score(examples[at], season);
        });
    workers.clear(); // joins
    return scores;
}

double mean(const std::vector<Score>& scores, double Score::*part) {
    double sum = 0;
    for (const Score& score : scores) sum += score.*part;
    return sum / static_cast<double>(scores.size());
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3 || argc > 4) refuse("Say forecast_score FILE SEASON [THREADS].");
    const auto examples = read(argv[1]);
    if (examples.empty()) refuse(std::string(argv[1]) + " holds no series.");
    const auto season = static_cast<std::size_t>(number(argv[2], "SEASON"));
    const auto threads = argc == 4 ? static_cast<unsigned>(number(argv[3], "THREADS")) : 4;
    const auto begin = std::chrono::steady_clock::now();
    const auto scores = score_all(examples, season, std::max(1U, threads));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const double smape = mean(scores, &Score::smape), mase = mean(scores, &Score::mase);
    std::printf("{\"series\": %zu, \"smape\": %.4f, \"mase\": %.4f, \"coverage\": %.4f, \"msis\": %.4f, \"owa\": %.4f, "
                "\"seconds\": %.3f}\n",
                scores.size(), smape, mase, mean(scores, &Score::coverage), mean(scores, &Score::msis),
                qd::owa(smape, mase, mean(scores, &Score::naive_smape), mean(scores, &Score::naive_mase)),
                took.count());
}
