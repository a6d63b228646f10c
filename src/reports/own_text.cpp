#include "reports/own_text.hpp"

#include "base/text.hpp"
#include "checks/claims.hpp"
#include "checks/families.hpp"

namespace qd::inline reports {
namespace {

constexpr char filled_from = '\x01', filled_to = '\x02';

std::string without_marks(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != filled_from && c != filled_to) out += c;
    return out;
}

// What placeholders became is right by itself, and no claim.
void take_filled(std::string_view sentence, std::vector<std::string>& filled) {
    for (std::size_t at = sentence.find(filled_from); at != std::string_view::npos;
         at = sentence.find(filled_from, at + 1)) {
        const std::size_t end = std::min(sentence.find(filled_to, at), sentence.size());
        filled.emplace_back(sentence.substr(at + 1, end - at - 1));
    }
}

ClaimText claim_of(const OwnText& text) {
    ClaimText claim{{}, text.file, "", {}, {}};
    for (const std::string& sentence : sentences_of(text.words)) {
        const bool filled = sentence.find(filled_from) != std::string::npos;
        if (!filled && text.checked == OwnText::Checked::where_filled) continue;
        take_filled(sentence, claim.filled);
        claim.text += without_marks(sentence) + "\n\n";
    }
    return claim;
}

} // namespace

void OwnText::add(std::string_view literal) { words += without_marks(literal); }

void OwnText::add_filled(std::string_view filled) { words += filled_from + without_marks(filled) + filled_to; }

Findings findings_of_texts(const Snapshot& whole, const View& view, const std::vector<OwnText>& texts) {
    std::vector<ClaimText> claims;
    if (whole.reader() == Reader::everyone) return {}; // findings show figures, and are only for the council
    for (const OwnText& text : texts)
        if (ClaimText claim = claim_of(text); !claim.text.empty()) claims.push_back(std::move(claim));
    const auto known = whole.known_by(view.as_at);
    const auto scorecard = known->scorecard(view), before = known->scorecard_before(view);
    const auto partnership = known->partnership(view);
    const auto courses = known->courses(view);
    return check_texts({known->content(), view.period, view.as_at, *scorecard, before.get(), *partnership, *courses,
                        known->series_on_demand(view)},
                       claims);
}

} // namespace qd::inline reports
