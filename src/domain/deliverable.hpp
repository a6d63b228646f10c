#pragma once

#include "domain/programme.hpp"

namespace qd {

using DeliverableCode = Code<struct Deliverable>;

// What a programme has to deliver: a number of people or things by a day, or something that only words can say.
struct Deliverable {
    DeliverableCode code;
    ProgrammeCode programme;
    std::string title;
    std::string counted;           // "young people"
    std::optional<Decimal> total;  // to be delivered in all; none = words
    std::string total_words;       // "meeting with the funder, quarterly"
    std::optional<Date> due;       // of the total
    std::optional<Decimal> reward; // £ for each
    int lag_weeks = 0;             // from the activity to where it can be counted
    std::string lag_reason;
    int position = 0;

    friend bool operator==(const Deliverable&, const Deliverable&) = default;
};

template <> struct Shape<Deliverable> : Rows<Readable::open> {
    using T = Deliverable;
    static constexpr std::string_view table = "deliverables", one = "a deliverable";
    static constexpr auto parts = made_of(
        code<open>("code", &T::code), need<open>("programme", &T::programme), need<open>("title", &T::title),
        part<open>("counted", &T::counted), part<open>("total", &T::total), part<open>("total_words", &T::total_words),
        part<open>("due", &T::due), part<open>("reward", &T::reward), part<open>("lag_weeks", &T::lag_weeks),
        part<open>("lag_reason", &T::lag_reason), part<open>("position", &T::position));
    static std::vector<RowProblem> problems(const Deliverable& row);
};

// How delivery compares with its profile, in a council's usual words.
enum class ProfileLabel { ahead, as_planned, slightly_behind, behind, not_applicable };
std::string_view print(ProfileLabel label);
std::string label(ProfileLabel label); // "slightly behind"

// What was delivered from the start of the programme to the end of a period (a span is a validated period), in all or in an
// area or by one body; a ledger. Each of delivered ≥ evidenced ≥ claimed ≥ paid is a step later than the one before.
struct Delivery {
    DeliverableCode deliverable;
    Period period;
    AreaCode area; // empty = all
    UnitCode body; // empty = all
    std::optional<Decimal> profile, delivered, evidenced, claimed, paid;
    std::optional<Decimal> profile_share; // per cent of the year's delivery, in place of `profile`: delivery_known.hpp
    std::string profile_words, delivered_words; // in place of numbers
    std::optional<ProfileLabel> judged;         // as published
    std::string note;
    std::optional<Instant> known_at;

    friend bool operator==(const Delivery&, const Delivery&) = default;
};

template <> struct Shape<Delivery> : Rows<Readable::by_rule> {
    using T = Delivery;
    static constexpr std::string_view table = "delivery", one = "a row of delivery";
    static constexpr auto parts = made_of(
        key<open>("deliverable", &T::deliverable), key<open>("period", &T::period), key_if<open>("area", &T::area),
        key_if<open>("body", &T::body), part<open>("profile", &T::profile), part<open>("delivered", &T::delivered),
        part<open>("evidenced", &T::evidenced), part<open>("claimed", &T::claimed), part<open>("paid", &T::paid),
        part<open>("profile_words", &T::profile_words), part<open>("delivered_words", &T::delivered_words),
        part<open>("judged", &T::judged), part<open>("note", &T::note), moment<open>(&T::known_at),
        later(part<open>("profile_share", &T::profile_share)));
    static std::vector<RowProblem> problems(const Delivery& row);
};

} // namespace qd
