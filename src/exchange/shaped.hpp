#pragma once

#include "domain/registers.hpp"
#include "exchange/rows_before.hpp"

#include <array>
#include <tuple>
#include <utility>

// The table of a noun in a council folder, made by its shape.
namespace qd::inline exchange {

// A code of a register has to be known there; those of the nouns that came before registers are read in field.cpp.
template <HasCode T> struct Field<Code<T>> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<Code<T>> read(std::string_view text, Intake& intake) {
        CodeSet& known = intake.codes_of(Shape<T>::table);
        text = trim(text);
        if (!known.has(text)) return tl::make_unexpected(unknown_code(Shape<T>::one, text, known, Shape<T>::table));
        return Code<T>(std::string(text));
    }
    static std::string write(const Code<T>& code, YearStyle) { return code.text(); }
};

template <Shaped T> constexpr auto parts_of = Shape<T>::parts([](auto... parts) { return std::tuple(parts...); });

template <class Part> constexpr Need need_of(const Part& part) {
    if (part.role == Role::moment) return Need::version;
    if (part.is_key) return part.role == Role::required ? Need::key : Need::key_if;
    return part.role == Role::required ? Need::required : Need::optional;
}

template <Shaped T, std::size_t I> constexpr Column<T> shaped_column() {
    constexpr auto part = std::get<I>(parts_of<T>);
    if constexpr (part.role == Role::code)
        return code_of<part.member, T>(part.name, Need::key);
    else if constexpr (part.role == Role::above)
        return code_of<part.member, T>(part.name, Need::optional);
    else
        return column_of<part.member, T>(part.name, need_of(part));
}

template <Shaped T> constexpr auto columns_of() {
    return []<std::size_t... I>(std::index_sequence<I...>) { return std::array{shaped_column<T, I>()...}; }
    (std::make_index_sequence<std::tuple_size_v<std::remove_cvref_t<decltype(parts_of<T>)>>>());
}
template <Shaped T> constexpr auto shaped_columns = columns_of<T>();

// Reads the rows of one noun. What is wrong with a row by itself is complained of, as is what stands there twice, and what
// leads back to itself.
template <Shaped T> class ShapeReader {
public:
    ShapeReader(const Table& table, const std::vector<T>& stored, std::vector<T>& into, Intake& intake)
        : table_(table), stored_(stored), into_(into), intake_(intake), complain_(table, intake),
          keys_(last_key(), complain_), before_(stored, shaped_columns<T>, intake.settings) {}

    void read() {
        const Outcome outcome =
            read_table<T>(table_, shaped_columns<T>, intake_, &before_, [&](Row<T> row) { take(row); });
        if constexpr (KnownByCode<T>) {
            CodeSet& known = intake_.codes_of(Shape<T>::table);
            if (outcome == Outcome::unreadable) known.leave_open();
            for (const T& row : stored_) links_.push_back({row.code.text(), above_of(row)});
            check_tree(links_, {Shape<T>::one, Shape<T>::table}, known, complain_);
        }
    }

private:
    static std::string_view last_key() {
        std::string_view name;
        each_part<T>([&](const auto& part) {
            if (part.is_key) name = part.name;
        });
        return name;
    }

    // Whether the parts that identify the row were understood: a code was, whatever else is wrong in the row.
    static bool has_key(const Row<T>& row) {
        std::size_t keys = 0;
        each_part<T>([&](const auto& part) { keys += part.is_key ? 1 : 0; });
        return row.sound || (KnownByCode<T> && keys == 1);
    }

    void take(Row<T>& row) {
        if constexpr (KnownByCode<T>)
            if (row.value.code.empty()) return;
        each_part<T>([&](const auto& part) {
            using V = std::remove_cvref_t<decltype(row.value.*part.member)>;
            if constexpr (std::same_as<V, AreaCode> && !std::same_as<T, Project>) // a project says where it is
                drop_own_area(row.value.*part.member, intake_.settings);
        });
        if (row.sound)
            for (const RowProblem& problem : problems_of(row.value))
                complain_(row.number, problem.column, cell(row.value, problem.column),
                          {problem.message, problem.remedy});
        if constexpr (std::same_as<T, Meeting>)
            if (row.sound && row.value.state != MeetingState::planned && row.value.state != MeetingState::cancelled &&
                row.value.state != MeetingState::published)
                if (const auto problem = problem_of_future("date", row.value.date, intake_))
                    complain_(row.number, "date", cell(row.value, "date"), *problem);
        // With a moment it is a version, even if two have the same one: a corrected mistake, the later is used.
        if (has_key(row) && !known_at(row.value) && !keys_.take(key_of(row.value), shown(row.value), row.number))
            return;
        if constexpr (std::same_as<T, Project>)
            if (!row.value.wave.empty()) intake_.waves.add(row.value.wave);
        if constexpr (KnownByCode<T>) {
            intake_.codes_of(Shape<T>::table).add(row.value.code.text());
            links_.push_back({row.value.code.text(), above_of(row.value), row.number});
        }
        if (row.sound) before_.add(row.value);
        into_.push_back(std::move(row.value));
    }

    std::string cell(const T& row, std::string_view column) const {
        return shaped_columns<T>[column_named<T>(shaped_columns<T>, column)].write(row, intake_.years());
    }
    std::string shown(const T& row) const {
        std::vector<std::string> words;
        each_part<T>([&](const auto& part) {
            if (part.is_key) words.push_back(cell(row, part.name));
        });
        std::erase(words, "");
        return join(words, " ");
    }
    static std::string above_of(const T& row) {
        std::string code;
        each_part<T>([&](const auto& part) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(row.*part.member)>, decltype(T::code)>)
                if (part.role == Role::above) code = (row.*part.member).text();
        });
        return code;
    }

    const Table& table_;
    const std::vector<T>& stored_;
    std::vector<T>& into_;
    Intake& intake_;
    Complaining complain_;
    Keys keys_;
    RowsBefore<T> before_;
    std::vector<Link> links_;
};

template <auto Member> const TableKind* shaped_table(ReadWhen when) {
    using T = RowOf<Member>;
    static const TableKind kind = [when] {
        TableKind made{Shape<T>::table,
                       [](const Table& table, Content& into, Intake& intake) {
                           ShapeReader<T>(table, intake.known.*Member, into.*Member, intake).read();
                       },
                       [](const Content& content, YearStyle years) {
                           return write_table<T>(shaped_columns<T>, content.*Member, years);
                       },
                       headings_of<shaped_columns<T>>, changes_in<Member, shaped_columns<T>>};
        if constexpr (KnownByCode<T>)
            made.codes = [](Intake& intake) -> CodeSet& { return intake.codes_of(Shape<T>::table); };
        made.is_late = when == ReadWhen::late;
        return made;
    }();
    return &kind;
}

} // namespace qd::inline exchange
