#pragma once

#include "domain/figure.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <string>
#include <vector>

namespace qd::web {

// Which rows of a scorecard, in which order, as the address says: ?theme= &status= &outlook= &owner= &body= &order=.
class ScorecardFilter {
public:
    enum class Order { exceptions, furthest, scorecard };

    // Error(request) for a word that is none of those offered.
    static ScorecardFilter of(const Visit& visit);

    bool is_active() const; // whether it leaves anything out
    // What of it a download can take as well: theme, owner, committee, status.
    Parameters chosen() const;
    bool groups_by_theme() const { return order_ != Order::furthest; }
    std::vector<const Figure*> apply(const Visit& visit, const std::vector<Figure>& figures) const;
    // The form that chooses: every choice with how many rows it would give alone.
    Fields fields(const Visit& visit, const std::vector<Figure>& figures) const;

private:
    bool takes(const Visit& visit, const Figure& figure) const;

    std::string theme_, status_, outlook_, owner_, body_;
    Order order_ = Order::exceptions;
};

} // namespace qd::web
