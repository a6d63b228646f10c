#include "charts/labels.hpp"

#include <algorithm>

namespace qd::inline charts {

void spread(std::vector<EndLabel>& labels, double distance, double top, double bottom) {
    std::ranges::stable_sort(labels, {}, &EndLabel::wanted);
    // Neighbours that come too close form a cluster, centred on the mean of what its members want (isotonic regression).
    struct Cluster {
        double centre;
        std::size_t size;
    };
    std::vector<Cluster> clusters;
    const auto half = [&](const Cluster& c) { return static_cast<double>(c.size - 1) / 2 * distance; };
    const double room = bottom - top;
    const double step =
        labels.size() > 1 ? std::min(distance, room / static_cast<double>(labels.size() - 1)) : distance;
    distance = step;
    for (const EndLabel& label : labels) {
        clusters.push_back({label.wanted, 1});
        for (;;) {
            Cluster& last = clusters.back();
            last.centre = std::clamp(last.centre, top + half(last), std::max(top + half(last), bottom - half(last)));
            if (clusters.size() < 2) break;
            const Cluster& before = clusters[clusters.size() - 2];
            if (before.centre + half(before) + distance <= last.centre - half(last) + 1e-9) break;
            const double total = static_cast<double>(before.size + last.size);
            const Cluster merged{
                (before.centre * static_cast<double>(before.size) + last.centre * static_cast<double>(last.size)) /
                    total,
                before.size + last.size};
            clusters.pop_back();
            clusters.back() = merged;
        }
    }
    std::size_t index = 0;
    for (const Cluster& cluster : clusters)
        for (std::size_t i = 0; i < cluster.size; ++i, ++index)
            labels[index].placed = cluster.centre - half(cluster) + static_cast<double>(i) * distance;
}

} // namespace qd::inline charts
