#include "cli/options.hpp"

#include "base/error.hpp"
#include "base/write_file.hpp"
#include "cli/help.hpp"
#include "exchange/csv_for_people.hpp"

#include <algorithm>

namespace qd::cli {

void ViewOptions::add_to(CLI::App& app, const std::string& as_at_default) {
    app.add_option("--period", period,
                   "The reporting period, such as 2012-13Q3; if left out, opens_with in council.toml, or the latest")
        ->option_text("PERIOD");
    app.add_option("--area", area, "The code of an area, such as E10000017; the council's own if left out")
        ->option_text("AREA");
    app.add_option("--as-at", as_at,
                   "Figures as at the end of a day, or as at a moment; " + as_at_default + " if left out")
        ->option_text("TIME");
}

void ViewOptions::add_public(CLI::App& app) { app.add_flag("--public", is_public, public_option); }

Question ViewOptions::question() const {
    Question question;
    if (!period.empty()) {
        question.period = Period::parse(period);
        if (!question.period)
            throw Error(Fault::request,
                        "--period “" + period + "” is not a period. Write it like 2012-13Q3, 2012-13 or 2012-12.");
    }
    if (!as_at.empty()) {
        question.as_at = Instant::parse(as_at);
        if (!question.as_at)
            throw Error(Fault::request,
                        "--as-at “" + as_at + "” is not a day. Write it like 2013-02-15 or 2013-02-15T10:00:00Z.");
    }
    if (!area.empty()) question.area = AreaCode(area);
    return question;
}

void add_format(CLI::App& app, std::string& format, const std::vector<std::string>& known) {
    std::string words = known.front();
    for (std::size_t i = 1; i < known.size(); ++i) words += (i + 1 < known.size() ? ", " : " or ") + known[i];
    app.add_option("--format", format, "As " + words)
        ->option_text("FORMAT")
        ->check(one_of(known))
        ->capture_default_str();
}

bool goes_to_stream(const std::string& out) { return out.empty() || out == "-" || is_standard_output(out); }

void add_reader(CLI::App& app, std::string& reader) {
    app.add_option("--for", reader,
                   "Who reads the csv: excel (a byte order mark, and no cell that is a formula) or programs; if left "
                   "out, excel on a terminal and programs elsewhere")
        ->option_text("READER")
        ->check(one_of({"excel", "programs"}));
}

bool wants_csv(const std::string& format, const std::string& reader) {
    if (!reader.empty() && format != "csv")
        throw Error(Fault::request, "--for goes with --format csv. Add that, or leave --for out.");
    return format == "csv";
}

std::string csv_for(const Call& call, const std::string& reader, const std::string& csv) {
    const bool for_people = reader.empty() ? call.output == Call::Output::terminal : reader == "excel";
    return for_people ? csv_for_people(csv) : csv;
}

std::string shown(const std::string& store) {
    const auto after = store.find("://");
    if (after == std::string::npos || !store.starts_with("postgres")) return store;
    const std::string rest = store.substr(after + 3, store.find('?') - after - 3);
    const auto at = rest.rfind('@');
    if (at == std::string::npos) return store.substr(0, after + 3) + rest;
    return store.substr(0, after + 3) + rest.substr(0, std::min(rest.find(':'), at)) + rest.substr(at);
}

} // namespace qd::cli
