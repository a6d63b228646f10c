#include "store/fields.hpp"
#include "store/ledger.hpp"
#include "store/nouns.hpp"

#include <tuple>
#include <utility>
#include <vector>

namespace qd::inline store {
namespace {

template <class Enum> std::string word_if(const std::optional<Enum>& value) {
    return value ? std::string(print(*value)) : std::string();
}

// What a later step of sql/ added.
std::vector<std::pair<std::string, std::string>> later_parts(const Update& update) {
    return {{"status_name", own_status_name(update.status)},
            {"outlook", word_if(update.outlook)},
            {"direction_previous", word_if(update.direction_previous)},
            {"change_previous", update.change_previous},
            {"direction_last_year", word_if(update.direction_last_year)},
            {"change_last_year", update.change_last_year}};
}

std::string digest(const Update& update) {
    CanonicalText text;
    text.add(print(update.subject))
        .add(print(update.period))
        .add(counted_status(update.status))
        .add(update.narrative)
        .add(update.reason)
        .add(update.by)
        .add(update.known_at ? print(*update.known_at) : "");
    for (const auto& [name, value] : later_parts(update)) // rows of before keep their hash
        if (!value.empty()) text.add(name).add(value);
    return text.sha256();
}

// None for an empty text.
template <class Enum, class Parse>
std::optional<Enum> read_word_if(FieldReader& read, Parse parse, std::string_view column) {
    const std::string word = read.text();
    if (word.empty()) return {};
    return known(parse(word), column, word);
}

Update read_update(FieldReader& read) {
    Update update;
    update.subject = read.word(parse_subject);
    update.period = read.period();
    const std::string status = read.text();
    update.narrative = read.text();
    update.reason = read.text();
    update.by = read.text();
    update.known_at = Instant(read.integer());
    update.status = typed_status(status, read.text(), "updates.status");
    update.outlook = read_word_if<Outlook>(read, parse_outlook, "updates.outlook");
    update.direction_previous = read_word_if<Direction>(read, parse_direction, "updates.direction_previous");
    update.change_previous = read.text();
    update.direction_last_year = read_word_if<Direction>(read, parse_direction, "updates.direction_last_year");
    update.change_last_year = read.text();
    return update;
}

Row row_of(std::int64_t id, const Update& update, const std::string& sha256) {
    const std::optional<std::int64_t> unknown;
    const db::Value known_at = update.known_at ? db::Value(update.known_at->seconds()) : db::Value(unknown);
    return Row::of("updates", id, print(update.subject), print(update.period), given(counted_status(update.status)),
                   given(update.narrative), given(update.reason), given(update.by), known_at, sha256,
                   given(own_status_name(update.status)), given(word_if(update.outlook)),
                   given(word_if(update.direction_previous)), given(update.change_previous),
                   given(word_if(update.direction_last_year)), given(update.change_last_year));
}

using Place = std::tuple<Subject, Period>;
Place place_of(const Update& update) { return {update.subject, update.period}; }

const LedgerRules<Update, Instant, Place> rules{
    "updates",
    place_of,
    &Update::known_at,
    digest,
    Precedence::by_moment,
    "subject, period, status, narrative, reason, made_by, known_at, status_name, outlook, direction_previous, "
    "change_previous, direction_last_year, change_last_year",
    read_update,
    row_of};

} // namespace

std::vector<Update> read_updates(db::Connection& store) { return read_ledger(store, rules); }

Line bring_updates(Writer& writer, const std::vector<Update>& given_updates) {
    return bring_into_ledger(writer, rules, given_updates, writer.now());
}

std::vector<std::string> verify_updates(db::Connection& store, From from) { return verify_ledger(store, rules, from); }

} // namespace qd::inline store
