#include "views/ledger.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/folder.hpp"
#include "exchange/row_keys.hpp"
#include "exchange/withdrawing.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace qd::inline views {
namespace {

Settings settings_of(Store& store) {
    const std::string text = store.settings_text();
    auto settings = parse_settings(text, "council.toml");
    return settings && !text.empty() ? *std::move(settings) : Settings();
}

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string value_in(const Fields& fields, const std::string& name) {
    const auto found = std::ranges::find(fields, name, &Fields::value_type::first);
    return found == fields.end() ? std::string() : found->second;
}

// Columns that say nothing to people.
bool is_inner(const std::string& field) { return field == "id" || field == "position"; }

// The parts of a row that were in force after an act, each as its values in a row.
std::string parts_after(const std::vector<RowVersion>& versions, const std::string& table, std::int64_t act) {
    std::vector<std::string> rows;
    for (const RowVersion& part : versions) {
        const bool is_there =
            part.table == table && part.written_by.number <= act && (!part.ended_by || part.ended_by->number > act);
        if (!is_there) continue;
        std::vector<std::string> values;
        for (const auto& [name, value] : part.fields)
            if (!is_inner(name) && !value.empty()) values.push_back(value);
        rows.push_back(join(values, " "));
    }
    return join(rows, "; ");
}

std::vector<HistoryStep> steps_of(const std::vector<RowVersion>& versions, const std::string& table) {
    std::map<std::int64_t, HistoryStep> steps;
    std::set<std::string> parts;
    const Fields nothing;
    const Fields* before = &nothing;
    for (const RowVersion& version : versions) {
        steps[version.written_by.number].act = version.written_by;
        if (version.ended_by) steps[version.ended_by->number].act = *version.ended_by;
        if (version.table != table) {
            parts.insert(version.table);
            continue;
        }
        for (const auto& [name, value] : version.fields)
            if (const std::string was = value_in(*before, name); was != value && !is_inner(name))
                steps[version.written_by.number].changes.push_back({name, was, value});
        before = version.withdrawn ? &nothing : &version.fields;
        if (version.withdrawn && version.ended_by) steps[version.ended_by->number].withdrawn = version.withdrawn;
    }
    std::vector<HistoryStep> all;
    for (auto& [number, step] : steps) {
        for (const std::string& part : parts) {
            std::string was = parts_after(versions, part, number - 1), is = parts_after(versions, part, number);
            if (was != is && !step.withdrawn) step.changes.push_back({part, std::move(was), std::move(is)});
        }
        all.push_back(std::move(step));
    }
    return all;
}

// A figure was handed in by returns, which say themselves when, by whom and why.
std::vector<HistoryStep> steps_of_figure(const Content& content, const std::vector<std::string>& key) {
    std::vector<HistoryStep> steps;
    Fields before;
    const auto period = Period::parse(key[2]);
    std::vector<const Return*> returns;
    for (const Return& each : content.returns)
        if (each.measure.text() == key[0] && period) returns.push_back(&each);
    std::ranges::stable_sort(returns, {}, [](const Return* each) { return each->known_at; });
    for (const Return* each : returns) {
        for (std::size_t i = 0; i < each->observations.size(); ++i) {
            const Observation cell = each->observations.at(i);
            if (cell.area.text() != key[1] || !(cell.period == *period)) continue;
            HistoryStep step;
            step.act.actor = {.name = each->handed_in_by, .post = "", .origin = ""};
            step.act.at = each->known_at.value_or(Instant{});
            step.act.kind = is_withdrawn(cell) ? "withdraw" : "return";
            step.act.reason = each->reason;
            step.act.source = each->source;
            if (is_withdrawn(cell)) step.withdrawn = each->reason;
            const auto text = [](const std::optional<Decimal>& number) { return number ? print(*number) : ""; };
            const Fields now{{"numerator", text(cell.numerator)},
                             {"denominator", text(cell.denominator)},
                             {"value", text(cell.value)},
                             {"gap", cell.gap && !step.withdrawn ? std::string(print(*cell.gap)) : ""}};
            for (const auto& [name, value] : now)
                if (const std::string was = value_in(before, name); was != value && !step.withdrawn)
                    step.changes.push_back({name, was, value});
            before = now;
            steps.push_back(std::move(step));
        }
    }
    return steps;
}

} // namespace

Ledger::Ledger(const std::string& address, const Clock& clock)
    : store_(std::make_unique<Store>(address, Opening::read_only, clock)) {}
Ledger::~Ledger() = default;

std::vector<Act> Ledger::acts() { return store_->acts(); }
std::vector<Act> Ledger::acts(const std::string& subject) { return store_->acts(subject); }

RowHistory Ledger::row(const std::vector<std::string>& words) {
    if (words.empty()) throw Error(Fault::request, "Which row? Give its table and key: actions A1");
    const Settings settings = settings_of(*store_);
    const std::vector<std::string> given(words.begin() + 1, words.end());
    const std::string& table = words.front();
    const auto keys = possible_keys(table, given, settings.area);
    const Content figures = table == "returns" ? store_->read() : Content();
    for (const std::vector<std::string>& key : keys) {
        RowHistory history{table, key, {}};
        history.steps =
            table == "returns" ? steps_of_figure(figures, key) : steps_of(store_->history(table, key), table);
        if (!history.steps.empty()) return history;
    }
    const std::string hint = meant_row(store_->read(), table, given);
    throw Error(Fault::absent,
                "There never was a row " + join(given, " ") + " in " + table + "." + (hint.empty() ? "" : " ") + hint);
}

namespace {

// "act:7", "act 7", "7"
std::optional<std::int64_t> act_number(std::string_view subject) {
    if (subject.starts_with("act:") || subject.starts_with("act ")) subject.remove_prefix(4);
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(subject.data(), subject.data() + subject.size(), number);
    if (fault != std::errc() || end != subject.data() + subject.size()) return std::nullopt;
    return number;
}

} // namespace

Ledger::Found Ledger::look_up(const std::string& subject) {
    if (const auto number = act_number(subject)) {
        const std::vector<Act> all = acts();
        const auto found = std::ranges::find(all, *number, &Act::number);
        if (found == all.end())
            throw Error(Fault::absent, "There is no act " + std::to_string(*number) + ". See quarterday history");
        return {std::nullopt, acts("act:" + std::to_string(*number)), *found};
    }
    if (const auto words = row_words(subject)) return {row(*words), {}, {}};
    std::vector<Act> about = acts(subject);
    if (about.empty())
        throw Error(Fault::absent,
                    "Nothing was done about “" + shorten(subject, 64) +
                        "”. Name a row by its table and key, such as actions A1, or an issue as issue:1.");
    return {std::nullopt, std::move(about), {}};
}

std::string name_of(const RowHistory& history) {
    std::vector<std::string> words = history.key;
    std::erase(words, "");
    return replace_all(history.table, "_", " ") + " " + join(words, " ");
}

std::string who(const Actor& actor) {
    if (actor.name.empty()) return actor.post.empty() ? "-" : actor.post;
    return actor.post.empty() ? actor.name : actor.name + " (" + actor.post + ")";
}

std::optional<std::vector<std::string>> row_words(const std::string& subject) {
    const std::size_t colon = subject.find(':');
    std::vector<std::string> words = split(subject, ' ');
    if (colon != std::string::npos) {
        words = split(subject.substr(colon + 1), ' ');
        words.insert(words.begin(), subject.substr(0, colon));
    }
    std::erase(words, "");
    if (words.empty()) return std::nullopt;
    const std::string& name = words.front();
    for (const KeyedTable& table : keyed_tables()) // "measure:ASC1" is of measures, "priority:CT4" of priorities
        if (table.name == name || table.name == name + "s" ||
            (name.ends_with('y') && table.name == name.substr(0, name.size() - 1) + "ies")) {
            words.front() = table.name;
            return words;
        }
    return std::nullopt;
}

} // namespace qd::inline views
