#include "store/acts.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/fields.hpp"
#include "store/rows.hpp"

#include <algorithm>
#include <charconv>

namespace qd::inline store {
namespace {

// "actions 1 SHA-256; past_actions 1 SHA-256"
std::string print(const WrittenByTable& written) {
    std::vector<std::string> parts;
    for (const auto& [table, what] : written)
        parts.push_back(table + " " + std::to_string(what.rows) + " " + what.sha256);
    return join(parts, "; ");
}

// "returns 24 88 24 0 112; targets 3 0 9 0 0": added, changed, the same, withdrawn, hand-ins.
std::string print(const std::vector<ImportOutcome::Line>& brought) {
    std::vector<std::string> parts;
    for (const ImportOutcome::Line& line : brought) {
        std::string part = line.table;
        for (const std::size_t count : {line.added, line.changed, line.same, line.withdrawn, line.hand_ins})
            part += " " + std::to_string(count);
        parts.push_back(std::move(part));
    }
    return join(parts, "; ");
}

std::size_t parse_count(const std::string& word, std::string_view column, const std::string& part) {
    std::size_t count = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), count);
    if (fault != std::errc() || *end != '\0') damaged(column, part);
    return count;
}

std::vector<ImportOutcome::Line> parse_brought(const std::string& text) {
    std::vector<ImportOutcome::Line> brought;
    if (text.empty()) return brought;
    for (const std::string& part : split(text, ';')) {
        const std::vector<std::string> words = split(std::string(trim(part)), ' ');
        if (words.size() != 6) damaged("acts.brought", part);
        ImportOutcome::Line line{.table = words[0]};
        std::size_t* const counts[] = {&line.added, &line.changed, &line.same, &line.withdrawn, &line.hand_ins};
        for (std::size_t i = 0; i < std::size(counts); ++i)
            *counts[i] = parse_count(words[i + 1], "acts.brought", part);
        brought.push_back(std::move(line));
    }
    return brought;
}

WrittenByTable parse_written(const std::string& text) {
    WrittenByTable written;
    if (text.empty()) return written;
    for (const std::string& part : split(text, ';')) {
        const std::vector<std::string> words = split(std::string(trim(part)), ' ');
        if (words.size() != 3) damaged("acts.written", part);
        written[words[0]] = {parse_count(words[1], "acts.written", part), words[2]};
    }
    return written;
}

struct ActLine {
    Act act;
    std::string written, chain;
};

std::string next_in_chain(const std::string& before, const Act& act, const std::string& written) {
    CanonicalText text;
    text.add(before)
        .add(std::to_string(act.number))
        .add(std::to_string(act.at.seconds()))
        .add(act.actor.name)
        .add(act.actor.post)
        .add(act.actor.origin)
        .add(act.kind)
        .add(act.subject)
        .add(act.reason)
        .add(act.source)
        .add(std::to_string(act.changes))
        .add(std::to_string(act.left_out))
        .add(written);
    // columns that came later count only where they are filled
    const std::string brought = print(act.brought);
    const std::pair<std::string_view, std::string_view> later[] = {
        {"sha256", act.sha256}, {"layout", act.layout}, {"brought", brought}};
    for (const auto& [column, value] : later)
        if (!value.empty()) text.add(column).add(value);
    return text.sha256();
}

constexpr std::string_view select_acts =
    "SELECT number, at, who, post, origin, kind, subject, reason, source, changes, "
    "left_out, written, chain, sha256, layout, brought FROM acts ";

ActLine read_line(const db::Row& row) {
    FieldReader read(row);
    ActLine line;
    Act& act = line.act;
    act.number = read.integer();
    act.at = Instant(read.integer());
    act.actor = {.name = read.text(), .post = read.text(), .origin = read.text()};
    act.kind = read.text();
    act.subject = read.text();
    act.reason = read.text();
    act.source = read.text();
    act.changes = read.integer();
    act.left_out = read.integer_if().value_or(0);
    line.written = read.text();
    line.chain = read.text();
    act.sha256 = read.text();
    act.layout = read.text();
    act.brought = parse_brought(read.text());
    return line;
}

std::string changed_line(std::int64_t number) {
    return "acts: act " + std::to_string(number) +
           " is not where it was in the ledger: it, or one before it, was changed, removed, added or moved.";
}

std::vector<Act> checked(db::Connection& store, db::Query rows) {
    std::vector<Act> acts;
    for (auto row : rows) {
        ActLine line = read_line(row);
        if (next_in_chain(chain_at(store, line.act.number - 1), line.act, line.written) != line.chain)
            refuse_damaged(changed_line(line.act.number));
        acts.push_back(std::move(line.act));
    }
    return acts;
}

using MarksByAct = std::map<std::int64_t, Marks>;

// Of a row: its id where it has one, its hash, the act that wrote it; of a past one what ended it, and why.
void collect_marks(db::Connection& store, const Table& content, From from, MarksByAct& marks) {
    const bool past = from == From::past;
    const std::string id = content.guard == Guard::hashed ? "0" : "id";
    const std::string name = past ? past_of(content).name : content.name;
    const std::string sql = "SELECT " + id + ", sha256, act" + (past ? ", ended_by, withdrawn" : "") + " FROM " + name;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        const std::int64_t number = read.integer();
        const std::string mark = mark_of(content, number, read.text());
        marks[read.integer()].wrote(content.name, mark);
        if (!past) continue;
        const std::int64_t ended_by = read.integer();
        marks[ended_by].ended(name, mark, row.get<std::optional<std::string>>(4));
    }
}

void collect_marks(db::Connection& store, MarksByAct& marks) {
    for (const Table& table : tables()) {
        if (holds_content(table)) collect_marks(store, table, From::in_force, marks);
        if (has_past(table)) collect_marks(store, table, From::past, marks);
    }
    for (auto row : store.query("SELECT number, generation, sha256 FROM issues")) {
        const std::string mark = issue_mark(row.get<std::int64_t>(0), row.get<std::string>(2));
        marks[row.get<std::int64_t>(1) + 1].wrote("issues", mark); // it was made from the generation before its act
    }
}

// Tables whose rows are not those that an act wrote and ended.
void compare(std::int64_t number, const WrittenByTable& noted, const WrittenByTable& found,
             std::vector<std::string>& problems) {
    std::set<std::string> names;
    for (const auto& [table, what] : noted) names.insert(table);
    for (const auto& [table, what] : found) names.insert(table);
    for (const std::string& table : names) {
        const auto was = noted.find(table), is = found.find(table);
        if (was != noted.end() && is != found.end() && was->second == is->second) continue;
        problems.push_back(table + ": rows of act " + std::to_string(number) +
                           " were changed, added, removed or moved by something other than Quarterday.");
    }
}

} // namespace

void Marks::ended(const std::string& table, const std::string& mark, const std::optional<std::string>& withdrawn) {
    tables_[table].push_back(mark + (withdrawn ? " " + *withdrawn : ""));
}

WrittenByTable Marks::written() const {
    WrittenByTable written;
    for (auto [table, lines] : tables_) {
        std::ranges::sort(lines);
        CanonicalText text;
        for (const std::string& line : lines) text.add(line);
        written[table] = {lines.size(), text.sha256()};
    }
    return written;
}

std::string issue_mark(std::int64_t number, const std::string& sha256) {
    return CanonicalText().add("issues").add(std::to_string(number)).add(sha256).sha256();
}

std::int64_t last_act(db::Connection& store) {
    return store.value<std::int64_t>("SELECT MAX(number) FROM acts").value_or(0);
}

std::string chain_at(db::Connection& store, std::int64_t number) {
    return store.value<std::string>("SELECT chain FROM acts WHERE number = $1", number).value_or("");
}

std::optional<std::set<std::string>> written_since(db::Connection& store, std::int64_t number,
                                                   const std::string& chain) {
    if (chain_at(store, number) != chain) return {};
    std::string before = chain;
    std::set<std::string> names;
    for (auto row : store.query(std::string(select_acts) + "WHERE number > $1 ORDER BY number", number)) {
        const ActLine line = read_line(row);
        if (line.act.number != ++number || next_in_chain(before, line.act, line.written) != line.chain) return {};
        before = line.chain;
        for (const auto& [table, rows] : parse_written(line.written)) names.insert(table);
    }
    return names;
}

void add_act(db::Connection& store, const Act& act, const WrittenByTable& written) {
    constexpr auto insert = "INSERT INTO acts (number, at, who, post, origin, kind, subject, reason, source, changes, "
                            "left_out, written, chain, sha256, layout, brought) VALUES ($1, $2, $3, $4, $5, $6, $7, "
                            "$8, $9, $10, $11, $12, $13, $14, $15, $16)";
    const std::optional<std::int64_t> none;
    const db::Value left_out = act.left_out == 0 ? db::Value(none) : db::Value(act.left_out);
    const std::string text = print(written), brought = print(act.brought);
    store.execute(insert, act.number, act.at.seconds(), given(act.actor.name), given(act.actor.post), act.actor.origin,
                  act.kind, given(act.subject), given(act.reason), given(act.source), act.changes, left_out, text,
                  next_in_chain(chain_at(store, act.number - 1), act, text), given(act.sha256), given(act.layout),
                  given(brought));
}

std::vector<Act> read_acts(db::Connection& store) {
    return checked(store, store.query(std::string(select_acts) + "ORDER BY number"));
}

std::vector<Act> read_acts(db::Connection& store, const std::string& subject) {
    return checked(store, store.query(std::string(select_acts) + "WHERE subject = $1 ORDER BY number", subject));
}

Act read_act(db::Connection& store, std::int64_t number) {
    const auto acts = checked(store, store.query(std::string(select_acts) + "WHERE number = $1", number));
    if (acts.empty()) refuse_damaged("acts: act " + std::to_string(number) + " is not there.");
    return acts.front();
}

void refuse_broken_end(db::Connection& store) {
    if (const std::int64_t last = last_act(store); last > 0) read_act(store, last);
}

std::vector<std::string> verify_acts(db::Connection& store) {
    std::vector<std::string> problems;
    MarksByAct marks;
    collect_marks(store, marks);
    std::string chain;
    std::int64_t number = 0;
    for (auto row : store.query(std::string(select_acts) + "ORDER BY number")) {
        const ActLine line = read_line(row);
        if (line.act.number != ++number || next_in_chain(chain, line.act, line.written) != line.chain)
            problems.push_back(changed_line(line.act.number));
        chain = line.chain;
        number = line.act.number;
        const auto found = marks.find(number);
        compare(number, parse_written(line.written), found == marks.end() ? WrittenByTable() : found->second.written(),
                problems);
        if (found != marks.end()) marks.erase(found);
    }
    for (const auto& [unknown, of] : marks) {
        problems.push_back("acts: act " + std::to_string(unknown) +
                           " is not in the ledger, and rows say that it wrote them.");
        compare(unknown, {}, of.written(), problems);
    }
    return problems;
}

} // namespace qd::inline store
