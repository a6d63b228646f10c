#pragma once

#include "domain/calendar.hpp"
#include "domain/self_evaluation.hpp"

namespace qd {

// How many sites, or which share of them, gave each rating. None = not known.
struct Distribution {
    std::optional<Decimal> green, amber, red;

    friend bool operator==(const Distribution&, const Distribution&) = default;
};

// The returns of a form in one period.
struct FormResult {
    Period period;
    std::optional<Decimal> asked, received;
    std::optional<Decimal> response; // per cent
    Distribution counts, percent;    // per cent: computed from counts, else as published
    Distribution change;             // points since the period before
    std::vector<SiteRating> red_sites;
    FormReturn published; // what a paper gave; empty if there are the ratings themselves

    friend bool operator==(const FormResult&, const FormResult&) = default;
};

// A form, its returns oldest first.
struct FormReport {
    Form form;
    std::vector<FormResult> results;

    friend bool operator==(const FormReport&, const FormReport&) = default;
};

FormReport form_report(const Form& form, const std::vector<FormReturn>& returns, const std::vector<SiteRating>& ratings,
                       const Calendar& calendar, Instant as_at);

} // namespace qd
