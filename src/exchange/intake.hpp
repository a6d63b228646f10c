#pragma once

#include "base/complaint.hpp"
#include "domain/content.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// What is wrong with one cell, before it is known where the cell is.
struct Problem {
    std::string message; // "is not a number."
    std::string remedy;  // "Write digits only, such as 19252."
};
template <class T> using Understood = tl::expected<T, Problem>;

// The complaints of one reading: all are counted, the first `most` kept.
class ComplaintBook {
public:
    explicit ComplaintBook(std::size_t most = 1'000) : most_(most) {}
    void add(Complaint complaint);
    std::size_t count() const { return count_; }
    bool full() const { return count_ >= most_; }
    Complaints take(); // those kept; one more says how many were left out

private:
    std::size_t most_;
    std::size_t count_ = 0;
    Complaints kept_;
};

// The codes of one kind that may be referred to: what the store has and what was read.
class CodeSet {
public:
    void add(const std::string& code) { codes_.insert(code); }
    bool has(std::string_view code) const { return open_ || codes_.contains(code); }
    // Their table could not be read, so references to it cannot be checked.
    void leave_open() { open_ = true; }
    // The one code with the same letters and digits, whatever is between them: "HSG 1", "hsg-01" → "HSG1". None if two
    // codes have these.
    std::optional<std::string> meant(std::string_view written);
    std::string nearest(std::string_view code); // "" if none is near, or too many were asked for
    const auto& codes() const { return codes_; }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_set<std::string, Hash, std::equal_to<>> codes_;
    std::unordered_map<std::string, std::string> by_letters_; // codes_, where it was asked for; "" = of several
    std::size_t by_letters_of_ = 0;                           // of so many codes
    std::vector<std::string> sorted_;                         // codes_, where it was asked for
    std::unordered_map<std::string, std::string> answers_;
    std::size_t compared_ = 0;
    bool open_ = false;
};

// What one reading carries along: its complaints, how the council writes years, and which codes there are by now.
class Intake {
public:
    explicit Intake(const Content& in_store, std::optional<Date> now = {}); // what is in the store must outlive it

    const Content& known;            // what the store has
    const std::optional<Date> today; // none = not asked: any day may have been
    ComplaintBook complaints;
    // Rows of returns that were complained of and are not in the content, and how many of the complaints are about them.
    struct LeftOut {
        std::size_t rows = 0, complaints = 0;
    };
    LeftOut left_out;
    Settings settings; // the folder's own, or the store's
    CodeSet areas, measures, recovery_plans, waves, papers;

    // The areas that were not always there, by code: what is known of them goes with their days.
    std::unordered_map<std::string, Area> dated_areas;
    void add_area(const Area& area);

    CodeSet& codes_of(std::string_view table) { return codes_[table]; } // of a noun that is read by its shape
    YearStyle years() const { return settings.calendar.year_style(); }
    void add_measures(const std::vector<Measure>& read);   // they must outlive the intake
    const Measure* measure(const std::string& code) const; // null = not known
    const std::unordered_map<std::string, const Measure*>& measures_by_code() const { return by_code_; }

private:
    std::unordered_map<std::string, const Measure*> by_code_;
    std::map<std::string_view, CodeSet> codes_;
};

// “x” is not known, with the nearest one that is.
Problem unknown_code(std::string_view what, std::string_view code, CodeSet& known, std::string_view table);

// At most 64 letters, digits, "_", "-", ".", starting with a letter or digit.
bool is_code(std::string_view text);

} // namespace qd::inline exchange
