#include "base/text.hpp"
#include "store/bring.hpp"
#include "store/fields.hpp"
#include "store/nouns.hpp"

namespace qd::inline store {
namespace {

std::string print_parts(const std::vector<Decimal>& parts) {
    std::vector<std::string> words;
    for (const Decimal part : parts) words.push_back(print(part));
    return join(words, "; ");
}

std::vector<Decimal> parse_parts(const std::string& text) {
    std::vector<Decimal> parts;
    for (const std::string& word : split(text, ';'))
        parts.push_back(known(Decimal::parse(trim(word)), "statements.parts", text));
    return parts;
}

} // namespace

std::vector<Statement> read_statements(db::Connection& store) {
    constexpr auto sql = "SELECT code, period, subject, place, label, words, stated, count, denominator, parts, "
                         "value_from, value_to, date, window_from, "
                         "window_to, binding FROM statements";
    std::vector<Statement> statements;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        Statement statement;
        statement.code = read.code<StatementCode>();
        statement.period = read.period();
        statement.subject = read.word(parse_subject);
        statement.place = read.text();
        statement.label = read.text();
        statement.words = read.text();
        statement.stated = read.decimal();
        statement.count = read.decimal();
        statement.denominator = read.decimal();
        statement.parts = parse_parts(read.text());
        statement.from = read.decimal();
        statement.to = read.decimal();
        statement.date = read.date();
        statement.window_from = read.date();
        statement.window_to = read.date();
        statement.binding = read.word(parse_binding);
        statements.push_back(std::move(statement));
    }
    return statements;
}

Line bring_statements(db::Connection& store, const std::vector<Statement>& given_statements) {
    constexpr auto insert = "INSERT INTO statements (code, period, subject, place, label, words, stated, count, "
                            "denominator, parts, value_from, value_to, date, "
                            "window_from, window_to, binding) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
                            "$12, $13, $14, $15, $16)";
    constexpr auto erase = "DELETE FROM statements WHERE code = $1";
    return bring(
        "statements", read_statements(store), given_statements,
        [](const Statement& statement) { return statement.code; },
        [&](const Statement& statement) {
            const std::string parts = print_parts(statement.parts);
            store.execute(insert, statement.code.text(), print(statement.period), print(statement.subject),
                          given(statement.place), given(statement.label), given(statement.words),
                          given(statement.stated), given(statement.count), given(statement.denominator), given(parts),
                          given(statement.from), given(statement.to), given(statement.date),
                          given(statement.window_from), given(statement.window_to), print(statement.binding));
        },
        [&](const Statement& statement) { store.execute(erase, statement.code.text()); });
}

} // namespace qd::inline store
