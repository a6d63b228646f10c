#include "statistics/distribution.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>

namespace qd::inline statistics {

double normal_quantile(double share) { return boost::math::quantile(boost::math::normal(), share); }

double chi_squared_quantile(double share, double freedom) {
    return boost::math::quantile(boost::math::chi_squared(freedom), share);
}

double student_quantile(double share, double freedom) {
    return boost::math::quantile(boost::math::students_t(freedom), share);
}

namespace {

double chance_of_at_most(double events, double of, double share) {
    if (events >= of) return 1;
    if (events <= -1) return 0;
    if (share <= 0) return 1;
    return share >= 1 ? 0 : boost::math::ibeta(of - events, events + 1, 1 - share);
}

} // namespace

double chance_of_fewer(double events, double of, double share) {
    return (chance_of_at_most(events, of, share) + chance_of_at_most(events - 1, of, share)) / 2;
}

} // namespace qd::inline statistics
