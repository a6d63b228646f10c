#pragma once

#include "domain/programme.hpp"

namespace qd {

using FormCode = Code<struct Form>;

// A form by which many sites rate themselves, again and again.
struct Form {
    FormCode code;
    std::string title;
    UnitCode unit; // who asks
    ProgrammeCode programme;
    std::string sites;            // who is asked: "children’s centres"
    std::optional<Decimal> asked; // how many
    std::string note;

    friend bool operator==(const Form&, const Form&) = default;
};

template <> struct Shape<Form> : Rows<Readable::open> {
    using T = Form;
    static constexpr std::string_view table = "forms", one = "a form";
    static constexpr auto parts =
        made_of(code<open>("code", &T::code), need<open>("title", &T::title), part<open>("unit", &T::unit),
                part<open>("programme", &T::programme), part<open>("sites", &T::sites), part<open>("asked", &T::asked),
                part<open>("note", &T::note));
};

// How one site rated itself in a period; a ledger. Without a rating it was asked, and sent nothing.
struct SiteRating {
    FormCode form;
    Period period;
    std::string site;
    AreaCode area;
    std::optional<Status> rating;
    std::string note, followed_up; // what was done about it
    std::optional<Instant> known_at;

    friend bool operator==(const SiteRating&, const SiteRating&) = default;
};

template <> struct Shape<SiteRating> : Rows<Readable::council> {
    using T = SiteRating;
    static constexpr std::string_view table = "site_ratings", one = "a rating";
    static constexpr auto parts =
        made_of(key<council>("form", &T::form), key<council>("period", &T::period), key<council>("site", &T::site),
                part<council>("area", &T::area), part<council>("rating", &T::rating), part<council>("note", &T::note),
                part<council>("followed_up", &T::followed_up), moment<council>(&T::known_at));
};

// The returns of a form in a period, where only their distribution was published; a ledger. Shares are as published.
struct FormReturn {
    FormCode form;
    Period period;
    AreaCode area; // empty = all
    std::optional<Decimal> asked, received;
    std::optional<Decimal> response_percent; // as published
    std::optional<Decimal> green, amber, red;
    std::optional<Decimal> green_percent, amber_percent, red_percent;
    std::string note;
    std::optional<Instant> known_at;

    friend bool operator==(const FormReturn&, const FormReturn&) = default;
};

template <> struct Shape<FormReturn> : Rows<Readable::open> {
    using T = FormReturn;
    static constexpr std::string_view table = "form_returns", one = "a row of form returns";
    static constexpr auto parts =
        made_of(key<open>("form", &T::form), key<open>("period", &T::period), key_if<open>("area", &T::area),
                part<open>("asked", &T::asked), part<open>("received", &T::received),
                part<open>("response_percent", &T::response_percent), part<open>("green", &T::green),
                part<open>("amber", &T::amber), part<open>("red", &T::red),
                part<open>("green_percent", &T::green_percent), part<open>("amber_percent", &T::amber_percent),
                part<open>("red_percent", &T::red_percent), part<open>("note", &T::note), moment<open>(&T::known_at));
    static std::vector<RowProblem> problems(const FormReturn& row);
};

} // namespace qd
