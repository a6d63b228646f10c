#include "exchange/intake.hpp"

#include "exchange/complaint_count.hpp"

#include "base/text.hpp"
#include "domain/registers.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

// Comparing a mistyped code with every known one is worth a moment, not a minute: 8,000 wards × 500 unknown codes.
constexpr std::size_t most_comparisons = 4'000'000;

constexpr std::string_view there_are = "There are "; // how the closing line of a list that was cut short begins

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// "ENV 03(a)" → "ENV3A"
std::string letters_and_digits(std::string_view code) {
    std::string out;
    bool in_number = false;
    for (const char c : code) {
        if (!is_letter_or_digit(c)) {
            in_number = false;
            continue;
        }
        const bool digit = c >= '0' && c <= '9';
        if (digit && !in_number && c == '0') continue; // a zero before a number; that of "0" alone goes too
        in_number = digit;
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

} // namespace

void ComplaintBook::add(Complaint complaint) {
    if (count_++ < most_) kept_.push_back(std::move(complaint));
}

// The files in the order in which they were read, the rows of each in theirs.
Complaints ComplaintBook::take() {
    std::unordered_map<std::string, std::size_t> files;
    for (const Complaint& complaint : kept_) files.try_emplace(complaint.file, files.size());
    std::ranges::stable_sort(
        kept_, {}, [&](const Complaint& complaint) { return std::pair(files[complaint.file], complaint.row); });
    if (count_ > most_)
        kept_.push_back(
            {kept_.back().file, 0, "", "",
             std::string(there_are) + plural(count_ - most_, "further complaint", "further complaints") + ".",
             "Correct those above first; that often resolves the rest."});
    count_ = 0;
    return std::move(kept_);
}

std::size_t count_of(const Complaints& complaints) {
    if (complaints.empty() || complaints.back().row != 0 || !complaints.back().message.starts_with(there_are))
        return complaints.size();
    std::size_t further = 0;
    for (const char each : complaints.back().message.substr(there_are.size()))
        if (each >= '0' && each <= '9') further = further * 10 + static_cast<std::size_t>(each - '0');
    return complaints.size() - 1 + further;
}

std::optional<std::string> CodeSet::meant(std::string_view written) {
    if (by_letters_of_ != codes_.size()) {
        by_letters_.clear();
        for (const std::string& code : codes_) {
            const auto [known, fresh] = by_letters_.try_emplace(letters_and_digits(code), code);
            if (!fresh) known->second.clear();
        }
        by_letters_of_ = codes_.size();
    }
    const auto found = by_letters_.find(letters_and_digits(written));
    if (found == by_letters_.end() || found->first.empty() || found->second.empty()) return std::nullopt;
    return found->second;
}

std::string CodeSet::nearest(std::string_view code) {
    const auto [answer, fresh] = answers_.try_emplace(std::string(code));
    if (!fresh) return answer->second;
    compared_ += codes_.size();
    if (compared_ > most_comparisons) return "";
    if (sorted_.size() != codes_.size()) {
        sorted_.assign(codes_.begin(), codes_.end());
        std::ranges::sort(sorted_);
    }
    return answer->second = qd::nearest(code, sorted_);
}

void Intake::add_area(const Area& area) {
    areas.add(area.code.text());
    if (area.valid_from || area.valid_to)
        dated_areas.insert_or_assign(area.code.text(), area);
    else
        dated_areas.erase(area.code.text());
}

Intake::Intake(const Content& in_store, std::optional<Date> now)
    : known(in_store), today(now), settings(in_store.settings) {
    for (const Area& area : known.areas) add_area(area);
    for (const RecoveryPlan& plan : known.recovery_plans) recovery_plans.add(plan.code.text());
    for (const Project& project : known.projects) waves.add(project.wave);
    for (const Paper& paper : known.papers) papers.add(paper.code.text());
    add_measures(known.measures);
    const auto add = [&]<class T>(const std::vector<T>& rows) {
        if constexpr (KnownByCode<T>)
            for (const T& row : rows) codes_of(Shape<T>::table).add(row.code.text());
    };
    add(known.units), add(known.plans), add(known.priorities), add(known.actions), add(known.projects);
    each_register([&](auto member) { add(known.*member); });
}

void Intake::add_measures(const std::vector<Measure>& read) {
    for (const Measure& measure : read) {
        measures.add(measure.code.text());
        by_code_[measure.code.text()] = &measure;
    }
}

const Measure* Intake::measure(const std::string& code) const {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : found->second;
}

Problem unknown_code(std::string_view what, std::string_view code, CodeSet& known, std::string_view table) {
    const std::string near = known.nearest(code);
    return {"is not the code of " + std::string(what) + ".",
            near.empty() ? "Add it to the table " + std::string(table) + ", or write a code that is there."
                         : "Did you mean " + near + "? Otherwise add it to the table " + std::string(table) + "."};
}

bool is_code(std::string_view text) {
    return !text.empty() && text.size() <= 64 && is_letter_or_digit(text.front()) &&
           std::ranges::all_of(text, [](char c) { return is_letter_or_digit(c) || c == '_' || c == '-' || c == '.'; });
}

} // namespace qd::inline exchange
