#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace qd::inline forecasting {

template <std::size_t N> using Point = std::array<double, N>;

// A box in which a minimum is looked for.
template <std::size_t N> struct Box {
    Point<N> least, most;

    Point<N> clamp(Point<N> at) const {
        for (std::size_t i = 0; i < N; ++i) at[i] = std::clamp(at[i], least[i], most[i]);
        return at;
    }
};

// The simplex search of Nelder and Mead (1965), each point clamped into the box. For functions of one to four smoothing
// constants over short series, where it needs no derivatives and some dozens of calls. Ends after `calls` calls, or where the
// simplex differs by less than `tolerance` of the value. Always the same end for the same beginning.
template <std::size_t N, class Function> class Simplex {
public:
    Simplex(const Function& function, const Box<N>& box) : function_(function), box_(box) {}

    Point<N> minimum(const Point<N>& start, double step, int calls, double tolerance) {
        calls_ = calls;
        corners_[0] = corner(start);
        for (std::size_t i = 0; i < N; ++i) {
            Point<N> next = start;
            const double width = (box_.most[i] - box_.least[i]) * step;
            next[i] += next[i] + width <= box_.most[i] ? width : -width;
            corners_[i + 1] = corner(next);
        }
        while (calls_ > 0) {
            std::ranges::sort(corners_, {}, &Corner::value);
            const double best = corners_.front().value, worst = corners_.back().value;
            if (worst - best <= tolerance * (std::abs(best) + 1e-300)) break;
            step_on();
        }
        return std::ranges::min_element(corners_, {}, &Corner::value)->at;
    }

private:
    struct Corner {
        Point<N> at;
        double value;
    };

    Corner corner(const Point<N>& at) {
        --calls_;
        const Point<N> inside = box_.clamp(at);
        return {inside, function_(inside)};
    }

    // The worst corner mirrored at the others' centre, stretched `by`.
    Corner mirrored(double by) {
        Point<N> at{};
        for (std::size_t i = 0; i < N; ++i) {
            double centre = 0;
            for (std::size_t c = 0; c < N; ++c) centre += corners_[c].at[i] / static_cast<double>(N);
            at[i] = centre + by * (centre - corners_[N].at[i]);
        }
        return corner(at);
    }

    void step_on() {
        const Corner reflected = mirrored(1);
        if (reflected.value < corners_[0].value) {
            const Corner expanded = mirrored(2);
            corners_[N] = expanded.value < reflected.value ? expanded : reflected;
            return;
        }
        if (reflected.value < corners_[N - 1].value) {
            corners_[N] = reflected;
            return;
        }
        const Corner contracted = mirrored(reflected.value < corners_[N].value ? 0.5 : -0.5);
        if (contracted.value < std::min(reflected.value, corners_[N].value)) {
            corners_[N] = contracted;
            return;
        }
        for (std::size_t c = 1; c <= N; ++c) {
            Point<N> at;
            for (std::size_t i = 0; i < N; ++i) at[i] = (corners_[0].at[i] + corners_[c].at[i]) / 2;
            corners_[c] = corner(at);
        }
    }

    const Function& function_;
    const Box<N>& box_;
    std::array<Corner, N + 1> corners_{};
    int calls_ = 0;
};

template <std::size_t N, class Function>
Point<N> minimum(const Function& function, const Box<N>& box, const Point<N>& start, double step = 0.2, int calls = 200,
                 double tolerance = 1e-6) {
    return Simplex<N, Function>(function, box).minimum(start, step, calls, tolerance);
}

} // namespace qd::inline forecasting
