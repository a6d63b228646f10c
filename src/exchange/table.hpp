#pragma once

#include "exchange/csv.hpp"
#include "exchange/field.hpp"
#include "exchange/happened.hpp"

#include <bitset>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace qd::inline exchange {

// A table as text, from a CSV file or a sheet: the heading row first.
class Table {
public:
    Table(std::string name, std::string place, std::function<Outcome(const OnRow&)> rows)
        : name_(std::move(name)), place_(std::move(place)), rows_(std::move(rows)) {}
    const std::string& name() const { return name_; }   // "returns"
    const std::string& place() const { return place_; } // "returns.csv", "scorecard.xlsx sheet returns"
    Outcome each_row(const OnRow& on_row) const { return rows_(on_row); }

    // The text of a CSV file, where it is one; it has to outlive the table.
    Table& with_csv(std::string_view text) {
        csv_ = text;
        return *this;
    }
    const std::optional<std::string_view>& csv() const { return csv_; }

    // The name of the sheet of a workbook, where it is one: then the cells of a row are those of the sheet, from column A on.
    Table& on_sheet(std::string sheet) {
        sheet_ = std::move(sheet);
        return *this;
    }
    const std::string& sheet() const { return sheet_; }

private:
    std::string name_, place_, sheet_;
    std::optional<std::string_view> csv_;
    std::function<Outcome(const OnRow&)> rows_;
};

// Rows are identified by their keys; key_if is one that may be empty. A version's own column says how a row came about
// (when it was known, who said it), so another row never takes it over.
enum class Need { optional, required, key, key_if, version };
constexpr bool must_be_filled(Need need) { return need == Need::required || need == Need::key; }
constexpr bool is_key(Need need) { return need == Need::key || need == Need::key_if; }

// One column of the table of a T: its name in the heading, how it is read into and written from a T, and how a T takes
// over its value from another.
template <class T> struct Column {
    std::string_view name;
    Need need;
    CellKind kind;
    std::optional<Problem> (*read)(T&, std::string_view, Intake&);
    std::string (*write)(const T&, YearStyle);
    void (*keep)(T&, const T&);
    // What is wrong with a day or period in the future, if the column says what has happened.
    std::optional<Problem> (*future)(const T&, std::string_view name, const Intake&) = nullptr;
};

// The column of a member. `Reach` is a pointer to a member of T, or a function from a T& to a reference within it.
template <auto Reach, class T> constexpr Column<T> column_of(std::string_view name, Need need) {
    using V = std::remove_cvref_t<decltype(std::invoke(Reach, std::declval<T&>()))>;
    return {name,
            need,
            Field<V>::kind,
            [](T& row, std::string_view text, Intake& intake) -> std::optional<Problem> {
                auto value = Field<V>::read(text, intake);
                if (!value) return std::move(value.error());
                std::invoke(Reach, row) = *std::move(value);
                return std::nullopt;
            },
            [](const T& row, YearStyle years) { return Field<V>::write(std::invoke(Reach, row), years); },
            [](T& row, const T& before) { std::invoke(Reach, row) = std::invoke(Reach, before); },
            [](const T& row, std::string_view column, const Intake& intake) {
                return problem_of_future(column, std::invoke(Reach, row), intake);
            }};
}
template <class M> struct MemberOf;
template <class T, class V> struct MemberOf<V T::*> {
    using Owner = T;
    using Value = V;
};
template <auto Member> constexpr auto column(std::string_view name, Need need = Need::optional) {
    return column_of<Member, typename MemberOf<decltype(Member)>::Owner>(name, need);
}

// The column of a code whose being known is not asked: the row's own, or one of the same table (check_tree asks then).
template <auto Reach, class T> constexpr Column<T> code_of(std::string_view name, Need need) {
    return {name,
            need,
            CellKind::text,
            [](T& row, std::string_view text, Intake&) -> std::optional<Problem> {
                auto code = read_own_code(text);
                if (!code) return std::move(code.error());
                using V = std::remove_cvref_t<decltype(std::invoke(Reach, row))>;
                std::invoke(Reach, row) = V(*std::move(code));
                return std::nullopt;
            },
            [](const T& row, YearStyle) { return std::invoke(Reach, row).text(); },
            [](T& row, const T& before) { std::invoke(Reach, row) = std::invoke(Reach, before); }};
}
template <auto Member> constexpr auto own_code(std::string_view name = "code") {
    return code_of<Member, typename MemberOf<decltype(Member)>::Owner>(name, Need::key);
}
template <auto Member> constexpr auto parent_code(std::string_view name = "parent") {
    return code_of<Member, typename MemberOf<decltype(Member)>::Owner>(name, Need::optional);
}

// One row as read. Of a row that is not sound some cells were complained of, and keep their defaults.
template <class T> struct Row {
    T value{};
    std::size_t number = 0; // as people count
    bool sound = true;
    std::bitset<64> filled, percent; // by column of the noun: a cell was given, it ended in "%"
    std::bitset<64> there;           // the table has such a column
    std::bitset<64> kept;            // taken over from the row that the store has, as the table has no such column
};

// What the store has of the rows of a table, for one that has fewer columns: these leave the others as they are.
template <class T> class Before {
public:
    virtual ~Before() = default;
    virtual bool is_empty() const = 0;
    // The row of the same keys that is in force; null = the row is new.
    virtual const T* find(const Row<T>& row) = 0;
};

// Complains of a row or a cell of a table.
class Complaining {
public:
    Complaining(const Table& table, Intake& intake) : table_(table), intake_(intake) {}
    void operator()(std::size_t row, std::string_view column, std::string_view value, const Problem& problem) const {
        intake_.complaints.add(
            {table_.place(), row, std::string(column), std::string(value), problem.message, problem.remedy});
    }

private:
    const Table& table_;
    Intake& intake_;
};

// Which column of the noun each column of the file is; complains of headings that are unknown, doubled or missing.
class Headings {
public:
    struct Known {
        std::string_view name;
        Need need;
    };
    // May rows be of the store already, only what is a key has to be there.
    enum class Rows { are_new, may_be_known };
    Headings(std::span<const std::string_view> cells, const std::vector<Known>& known, std::size_t row,
             const Complaining& complain, Rows rows = Rows::are_new);
    bool usable() const { return usable_; } // no: the rows cannot be read
    const std::bitset<64>& there() const { return there_; }
    std::size_t size() const { return columns_.size(); }
    std::optional<std::size_t> at(std::size_t cell) const { return columns_[cell]; }

private:
    std::vector<std::optional<std::size_t>> columns_;
    std::bitset<64> there_;
    bool usable_ = true;
};

// The rows above the headings of a table, such as its title.
class RowsAbove {
public:
    // Whether a row is such a one: none of its cells is a heading that is known. Of more than twenty the first is taken
    // for the headings after all.
    bool take(std::size_t number, std::span<const std::string_view> cells, const std::vector<Headings::Known>& known);
    bool any() const { return rows_ > 0; }
    std::size_t first_number() const { return first_number_; }
    std::vector<std::string_view> first() const { return {first_.begin(), first_.end()}; }
    // Once the headings are found in row `number`.
    void complain(std::size_t number, const Complaining& complain) const;

private:
    std::size_t rows_ = 0, first_number_ = 0;
    std::vector<std::string> first_;
};

// Reads rows cell by cell; the first is the heading.
template <class T> class RowReader {
public:
    RowReader(const Table& table, std::span<const Column<T>> columns, Intake& intake, Before<T>* before = nullptr)
        : columns_(columns), intake_(intake), complain_(table, intake),
          before_(before != nullptr && !before->is_empty() ? before : nullptr), table_(table.name()) {}

    bool has_heading() const { return headings_.has_value(); }
    bool usable() const { return headings_ && headings_->usable(); }

    // None for the heading, a row without anything in it, and where the heading cannot be used.
    std::optional<Row<T>> read(std::size_t number, std::span<const std::string_view> cells) {
        if (!headings_) {
            const std::vector<Headings::Known> known = known_headings();
            if (above_.take(number, cells, known)) return std::nullopt;
            above_.complain(number, complain_);
            take_headings(number, cells, known);
            return std::nullopt;
        }
        if (!headings_->usable()) return std::nullopt;
        Row<T> row;
        row.number = number;
        row.there = headings_->there();
        failed_.reset();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string_view text = trim(cells[i]);
            if (text.empty()) continue;
            if (i >= headings_->size()) {
                complain_(number, "", text,
                          {"The row has more cells than the heading.",
                           "Give the column a heading, or quote a cell that contains a comma."});
                row.sound = false;
                break;
            }
            if (const auto at = headings_->at(i)) read_cell(row, *at, text);
        }
        if (row.filled.none()) return std::nullopt;
        if (before_ && keys_are_sound()) keep_rest(row); // whatever is wrong with other cells, the row is known
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (must_be_filled(columns_[i].need) && !row.filled[i] && !row.kept[i]) complain_of_missing(row, i);
        return row;
    }

    // After the last row. No row looked like headings: then the first one is read as such, and complained of.
    void end() {
        if (headings_ || !above_.any()) return;
        const std::vector<std::string_view> cells = above_.first();
        take_headings(above_.first_number(), cells, known_headings());
    }

private:
    std::vector<Headings::Known> known_headings() {
        std::vector<Headings::Known> known;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            known.push_back({columns_[i].name, columns_[i].need});
            happened_[i] = columns_[i].future != nullptr && tells_what_happened(table_, columns_[i].name);
        }
        return known;
    }

    void take_headings(std::size_t number, std::span<const std::string_view> cells,
                       const std::vector<Headings::Known>& known) {
        headings_.emplace(cells, known, number, complain_,
                          before_ ? Headings::Rows::may_be_known : Headings::Rows::are_new);
    }

    void keep_rest(Row<T>& row) {
        const std::bitset<64>& there = headings_->there();
        if (there.count() == columns_.size()) return;
        const T* before = before_->find(row);
        if (before == nullptr) return;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (there[i] || is_key(columns_[i].need) || columns_[i].need == Need::version) continue;
            columns_[i].keep(row.value, *before);
            row.kept.set(i);
        }
    }

    // Of a column that is not there: once, at the first row that needs it.
    void complain_of_missing(Row<T>& row, std::size_t at) {
        row.sound = false;
        if (headings_->there()[at])
            return complain_(row.number, columns_[at].name, "",
                             {"The cell is empty.", "Fill it in: every row needs it."});
        if (!missing_[at])
            complain_(row.number, columns_[at].name, "",
                      {"The column is missing, and the row is new.", "Add the column: every new row needs it."});
        missing_.set(at);
    }

    void read_cell(Row<T>& row, std::size_t at, std::string_view text) {
        row.filled.set(at);
        row.percent[at] = text.back() == '%';
        auto problem = columns_[at].read(row.value, text, intake_);
        if (!problem && happened_[at]) problem = columns_[at].future(row.value, columns_[at].name, intake_);
        if (problem) {
            complain_(row.number, columns_[at].name, text, *problem);
            row.sound = false;
            failed_.set(at);
        }
    }

    bool keys_are_sound() const {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (failed_[i] && is_key(columns_[i].need)) return false;
        return true;
    }

    std::span<const Column<T>> columns_;
    Intake& intake_;
    Complaining complain_;
    Before<T>* before_;
    std::string_view table_;
    RowsAbove above_;
    std::bitset<64> missing_;  // columns that were complained of
    std::bitset<64> happened_; // columns that say what has happened
    std::bitset<64> failed_;   // columns of this row whose cells could not be read
    std::optional<Headings> headings_;
};

// Reads every row, and hands it on. Unreadable: without the required headings, or the rows end in a mistake of form; then not
// all codes of the table are known.
template <class T, class OnRead>
Outcome read_table(const Table& table, std::span<const Column<T>> columns, Intake& intake, Before<T>* stored,
                   const OnRead& on_read) {
    RowReader<T> reader(table, columns, intake, stored);
    const std::size_t before = intake.complaints.count();
    const Outcome outcome = table.each_row([&](std::size_t number, std::span<const std::string_view> cells) {
        if (auto row = reader.read(number, cells)) on_read(*std::move(row));
    });
    reader.end();
    if (!reader.has_heading() && intake.complaints.count() == before)
        Complaining(table, intake)(0, "", "",
                                   {"The table is empty.", "Write the heading row first, or leave the table out."});
    return reader.usable() ? outcome : Outcome::unreadable;
}

// The canonical text: every column, in the order of the documentation.
template <class T> std::string write_heading(std::span<const Column<T>> columns) {
    std::string out;
    for (const Column<T>& column : columns) out += (out.empty() ? "" : ",") + std::string(column.name);
    return out + "\n";
}

template <class T> void write_row(std::string& out, std::span<const Column<T>> columns, const T& row, YearStyle years) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) out += ',';
        append_csv_cell(out, columns[i].write(row, years));
    }
    out += '\n';
}

// "" without rows: an empty table is left out.
template <class T>
std::string write_table(std::span<const Column<T>> columns, const std::vector<T>& rows, YearStyle years) {
    if (rows.empty()) return "";
    std::string out = write_heading(columns);
    for (const T& row : rows) write_row(out, columns, row, years);
    return out;
}

template <class T> constexpr std::size_t column_named(std::span<const Column<T>> columns, std::string_view name) {
    std::size_t at = 0;
    while (columns[at].name != name) ++at;
    return at;
}

// Remembers the keys of rows, and complains of those that appear twice.
class Keys {
public:
    Keys(std::string_view column, const Complaining& complain) : column_(column), complain_(complain) {}
    // False, with a complaint, if another row has the key already. `shown` is how people read it.
    bool take(const std::string& key, const std::string& shown, std::size_t row);

private:
    std::string_view column_;
    const Complaining& complain_;
    std::unordered_map<std::string, std::size_t> rows_;
};

// A code and the one above it in the same table; row 0 = from the store.
struct Link {
    std::string code, parent;
    std::size_t row = 0;
};
// How messages speak of a kind of row.
struct Naming {
    std::string_view one;   // "an area"
    std::string_view table; // "areas"
};
// Complains of parents that are not there and of those that lead back to themselves.
void check_tree(const std::vector<Link>& links, const Naming& naming, CodeSet& known, const Complaining& complain);

} // namespace qd::inline exchange
