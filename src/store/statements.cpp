#include "base/text.hpp"
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

Line bring_statements(Writer& writer, const std::vector<Statement>& given_statements) {
    return bring(writer, "statements", given_statements, [](const Statement& statement) {
        const std::string parts = print_parts(statement.parts);
        return Item{Row::of("statements", statement.code.text(), print(statement.period), print(statement.subject),
                            given(statement.place), given(statement.label), given(statement.words),
                            given(statement.stated), given(statement.count), given(statement.denominator), given(parts),
                            given(statement.from), given(statement.to), given(statement.date),
                            given(statement.window_from), given(statement.window_to), print(statement.binding))};
    });
}

} // namespace qd::inline store
