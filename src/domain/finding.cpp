#include "domain/finding_catalogue.hpp"

#include "domain/words.hpp"

namespace qd {
namespace {

constexpr Word<Severity> severities[] = {
    {Severity::error, "error"},
    {Severity::warning, "warning"},
    {Severity::note, "note"},
};

} // namespace

std::string_view print(Severity severity) { return word_of(severities, severity); }

std::vector<std::string> words_of(Severities allowed) {
    std::vector<std::string> words;
    for (const Word<Severity>& each : severities)
        if (allowed.has(each.value)) words.emplace_back(each.word);
    return words;
}

std::string_view FindingCode::text() const { return entry_->code; }

Finding::Finding(FindingKind kind, Subject about, std::string where, std::string what, std::string to_do)
    : code(kind.code), severity(kind.severity), subject(std::move(about)), place(std::move(where)),
      message(std::move(what)), remedy(to_do.empty() ? kind.code.entry().remedy : std::move(to_do)) {}

} // namespace qd
