#include "statistics/distribution.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace qd::inline statistics {

double normal_quantile(double share) { return boost::math::quantile(boost::math::normal(), share); }

double chi_squared_quantile(double share, double freedom) {
    return boost::math::quantile(boost::math::chi_squared(freedom), share);
}

double student_quantile(double share, double freedom) {
    return boost::math::quantile(boost::math::students_t(freedom), share);
}

} // namespace qd::inline statistics
