#include "exchange/starting/councils.hpp"

#include "base/text.hpp"
#include "exchange/csv.hpp"
#include "exchange/embedded_starter.hpp"
#include "exchange/intake.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

// What councils add to the names of their areas.
constexpr std::array<std::string_view, 14> council_forms{
    "council", "borough", "city",        "county", "district", "metropolitan", "royal",
    "london",  "cyngor",  "corporation", "the",    "unitary",  "authority",    "of"};

// "Wigan Metropolitan Borough Council" → "wigan"; a name that is nothing but such words stays.
std::string bare_name(std::string_view name) {
    std::string words = replace_all(same_area(name), "(", " ");
    words = replace_all(words, ")", " ");
    std::vector<std::string> kept, all;
    for (const std::string& word : split(words, ' ')) {
        if (word.empty()) continue;
        if (word != "council" && word != "corporation" && word != "the") all.push_back(word);
        if (std::ranges::find(council_forms, word) == council_forms.end()) kept.push_back(word);
    }
    return join(kept.empty() ? all : kept, " ");
}

std::vector<KnownCouncil> read_councils() {
    std::vector<KnownCouncil> all;
    const Asset* table = find_asset(embedded_starter::all(), "councils.csv");
    if (table == nullptr) return all;
    ComplaintBook none;
    read_csv(table->bytes, "councils.csv", none, [&](std::size_t row, std::span<const std::string_view> cells) {
        if (row < 2 || cells.size() < 4) return;
        KnownCouncil council{std::string(cells[0]), std::string(cells[1]), std::string(cells[2]), {}};
        for (const std::string& each : split(cells[3], ';')) council.also.emplace_back(trim(each));
        all.push_back(std::move(council));
    });
    return all;
}

bool is_council_named(const KnownCouncil& council, const std::string& bare) {
    return bare_name(council.name) == bare ||
           std::ranges::any_of(council.also, [&](const std::string& name) { return bare_name(name) == bare; });
}

} // namespace

const std::vector<KnownCouncil>& known_councils() {
    static const std::vector<KnownCouncil> all = read_councils();
    return all;
}

CouncilsNamed councils_named(std::string_view name) {
    const std::string bare = bare_name(name);
    CouncilsNamed found;
    if (bare.empty()) return found;
    for (const KnownCouncil& council : known_councils())
        if (is_council_named(council, bare)) found.councils.push_back(&council);
    found.is_name = !found.councils.empty();
    if (found.is_name) return found;
    for (const KnownCouncil& council : known_councils())
        if (bare.size() >= 4 && bare_name(council.name).starts_with(bare + " ")) found.councils.push_back(&council);
    return found;
}

} // namespace qd::inline exchange
