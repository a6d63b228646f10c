#pragma once

#include "exchange/values.hpp"
#include "exchange/vocabulary.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

// What a column contains, for the workbook: how its cells are written.
enum class CellKind { text, number, date };

// Field<V>: how a value of type V is written in a cell, both ways. read is never asked about an empty cell.
template <class V> struct Field;

template <> struct Field<std::string> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<std::string> read(std::string_view text, Intake&) { return read_text(text); }
    static std::string write(const std::string& text, YearStyle) { return plain_text(text); }
};

template <> struct Field<Decimal> {
    static constexpr CellKind kind = CellKind::number;
    static Understood<Decimal> read(std::string_view text, Intake&) { return read_number(text); }
    static std::string write(Decimal value, YearStyle) { return print(value); }
};

template <> struct Field<std::int64_t> {
    static constexpr CellKind kind = CellKind::number;
    static Understood<std::int64_t> read(std::string_view text, Intake&);
    static std::string write(std::int64_t value, YearStyle) { return std::to_string(value); }
};

template <> struct Field<int> {
    static constexpr CellKind kind = CellKind::number;
    static Understood<int> read(std::string_view text, Intake& intake);
    static std::string write(int value, YearStyle) { return std::to_string(value); }
};

// A level of the council's risk matrix: its number, or its word.
template <> struct Field<ImpactLevel> {
    static constexpr CellKind kind = CellKind::number;
    static Understood<ImpactLevel> read(std::string_view text, Intake& intake);
    static std::string write(ImpactLevel level, YearStyle) { return std::to_string(level.number); }
};
template <> struct Field<LikelihoodLevel> {
    static constexpr CellKind kind = CellKind::number;
    static Understood<LikelihoodLevel> read(std::string_view text, Intake& intake);
    static std::string write(LikelihoodLevel level, YearStyle) { return std::to_string(level.number); }
};

// The label of a band of the council's matrix, or a colour.
template <> struct Field<BandName> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<BandName> read(std::string_view text, Intake& intake);
    static std::string write(const BandName& name, YearStyle) { return plain_text(name.text); }
};

template <> struct Field<bool> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<bool> read(std::string_view text, Intake&) { return read_yes_no(text); }
    static std::string write(bool value, YearStyle) { return value ? "yes" : "no"; }
};

template <> struct Field<Date> {
    static constexpr CellKind kind = CellKind::date;
    static Understood<Date> read(std::string_view text, Intake&) { return read_date(text); }
    static std::string write(Date date, YearStyle) { return print(date); }
};

template <> struct Field<Instant> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<Instant> read(std::string_view text, Intake&) { return read_instant(text); }
    static std::string write(Instant moment, YearStyle); // as a day where it is the end of one
};

template <> struct Field<Period> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<Period> read(std::string_view text, Intake& intake) {
        return read_period(text, intake.settings.calendar);
    }
    static std::string write(Period period, YearStyle years) { return print(period, years); }
};

template <> struct Field<Tolerance> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<Tolerance> read(std::string_view text, Intake& intake);
    static std::string write(const Tolerance& tolerance, YearStyle) { return print(tolerance); }
};

template <> struct Field<Subject> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<Subject> read(std::string_view text, Intake& intake);
    static std::string write(const Subject& subject, YearStyle) { return print(subject); }
};

// One of the six statuses, or the council's own name for one.
template <> struct Field<StatusWord> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<StatusWord> read(std::string_view text, Intake& intake);
    static std::string write(const StatusWord& word, YearStyle) {
        return word.name.empty() ? std::string(print(word.status)) : word.name;
    }
};

template <> struct Field<DueDate> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<DueDate> read(std::string_view text, Intake&);
    static std::string write(const DueDate& due, YearStyle);
};

// A code that refers to another table: it has to be known there.
template <class Tag> struct Field<Code<Tag>> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<Code<Tag>> read(std::string_view text, Intake& intake);
    static std::string write(const Code<Tag>& code, YearStyle) { return code.text(); }
};

template <Worded E> struct Field<E> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<E> read(std::string_view text, Intake&) { return read_word<E>(text); }
    static std::string write(E value, YearStyle) { return write_word(value); }
};

template <class V> struct Field<std::optional<V>> {
    static constexpr CellKind kind = Field<V>::kind;
    static Understood<std::optional<V>> read(std::string_view text, Intake& intake) {
        return Field<V>::read(text, intake).map([](const V& value) { return std::optional<V>(value); });
    }
    static std::string write(const std::optional<V>& value, YearStyle years) {
        return value ? Field<V>::write(*value, years) : "";
    }
};

// A list in one cell, separated by ";".
template <class V> struct Field<std::vector<V>> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<std::vector<V>> read(std::string_view text, Intake& intake) {
        std::vector<V> values;
        for (const std::string& part : split(text, ';')) {
            if (trim(part).empty()) continue;
            const auto value = Field<V>::read(trim(part), intake);
            if (!value)
                return tl::make_unexpected(
                    Problem{"contains “" + std::string(trim(part)) + "”, which " + value.error().message,
                            value.error().remedy});
            values.push_back(*value);
        }
        return values;
    }
    static std::string write(const std::vector<V>& values, YearStyle years) {
        std::vector<std::string> parts;
        for (const V& value : values) parts.push_back(Field<V>::write(value, years));
        return join(parts, "; ");
    }
};

// The code a row itself is known by.
Understood<std::string> read_own_code(std::string_view text);

} // namespace qd::inline exchange
