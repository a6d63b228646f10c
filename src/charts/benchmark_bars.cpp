#include "charts/benchmark_bars.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/drawing.hpp"
#include "charts/framed.hpp"
#include "charts/ordinal.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace qd::inline charts {
namespace {

struct Placing {
    std::vector<RankedPeer> peers;
    std::size_t given = 0, missing = 0;
    std::size_t quarter = 0; // places in the best quarter; 0 where there are fewer than four
    const RankedPeer* own = nullptr;
};

Placing standing_of(const BenchmarkInput& input) {
    Placing s{ranked(input), 0, 0, 0, nullptr};
    for (const RankedPeer& peer : s.peers) {
        (peer.place == 0 ? s.missing : s.given)++;
        if (peer.peer.kind == Peer::Kind::own) s.own = &peer;
    }
    s.quarter = s.given / 4;
    return s;
}

std::string own_words(const BenchmarkInput& input, const Placing& s) {
    return s.own->peer.name + " " + input.show(s.own->peer.value.value()) + ", " + ordinal(s.own->place) + " of " +
           std::to_string(s.given);
}

std::string headline(const BenchmarkInput& input, const Placing& s) {
    if (!s.own) return plural(s.given, "authority", "authorities") + " compared";
    if (s.own->place == 0) return s.own->peer.name + " gave no figure to compare";
    const bool best_quarter = s.quarter > 0 && s.own->place <= s.quarter;
    std::string out = s.own->peer.name + " is " + ordinal(s.own->place) + " of " + std::to_string(s.given);
    if (best_quarter)
        out += ", in the best quarter";
    else if (input.average) {
        const Decimal value = s.own->peer.value.value();
        out += value == *input.average  ? ", at the average"
               : value > *input.average ? ", above the average"
                                        : ", below the average";
    }
    return out;
}

std::string summary(const BenchmarkInput& input, const Placing& s) {
    std::string out = input.polarity == Polarity::none    ? "Ranked from the largest figure."
                      : input.polarity == Polarity::lower ? "Smaller is better."
                                                          : "Bigger is better.";
    if (s.own && s.own->place > 0) out += " " + own_words(input, s) + ".";
    if (input.average) out += " The " + input.average_name + " is " + input.show(*input.average) + ".";
    if (s.missing > 0)
        out += " " + std::to_string(s.missing) + " of " + std::to_string(s.missing + s.given) + " gave no data.";
    return out;
}

// The own column's words, led to its top: to the right, or to the left, or right above it where neither side has room.
void label_own(Drawing& drawing, const std::string& words, Point top) {
    constexpr double level = 44, lead = 18;
    const Lettering lettering{palette::navy, 14, Weight::bold, Anchor::start};
    const double width = text_width(words, lettering.size, lettering.weight), room = drawing.width();
    const bool right = top.x + lead + 4 + width <= room, left = top.x - lead - 4 - width >= 0;
    if (right || left) {
        drawing.polyline({{top.x, top.y - 3}, {top.x, level}, {top.x + (right ? lead : -lead), level}},
                         {palette::navy});
        drawing.text_on_white({right ? top.x + lead + 4 : top.x - lead - 4 - width, level + 5}, words, lettering);
    } else {
        drawing.line({top.x, top.y - 3}, {top.x, level + 9}, {palette::navy});
        drawing.text_on_white({std::clamp(top.x - width / 2, 0.0, std::max(0.0, room - width)), level + 5}, words,
                              lettering);
    }
}

// Where the columns are, and how high values are.
struct Room {
    double width, height, left, right, top, bottom;
    double least = 0, span = 1, slot = 0;

    double y(Decimal value) const { return bottom - (value.to_double() - least) / span * (bottom - top); }
    double zero() const { return y(Decimal(0)); }
};

Room furnished(Room room, const BenchmarkInput& input, const Placing& s) {
    Decimal most(0), least(0);
    const auto hold = [&](Decimal value) {
        most = std::max(most, value);
        least = std::min(least, value);
    };
    for (const RankedPeer& peer : s.peers)
        if (peer.place > 0) hold(peer.peer.value.value());
    if (input.average) hold(*input.average);
    room.least = least.to_double();
    room.span = std::max(1e-9, most.to_double() - room.least);
    room.slot = (room.right - room.left) / static_cast<double>(s.peers.size());
    return room;
}

// Returns the middle of the own column's top.
Point draw_columns(Drawing& drawing, const Placing& s, const Room& room) {
    const double zero = room.zero(), bar = std::min(room.slot * 0.74, 46.0);
    Point own;
    for (std::size_t i = 0; i < s.peers.size(); ++i) {
        const double x = room.left + room.slot * static_cast<double>(i) + (room.slot - bar) / 2;
        const RankedPeer& peer = s.peers[i];
        if (peer.place == 0) {
            drawing.frame({x + 0.5, zero - 24}, bar - 1, 24, {"#6f777b", 1, "3 3"});
            continue;
        }
        const double edge = room.y(peer.peer.value.value());
        const bool is_own = peer.peer.kind == Peer::Kind::own;
        drawing.rectangle({x, std::min(edge, zero)}, bar, std::max(std::abs(zero - edge), 0.5),
                          is_own ? palette::navy : palette::other);
        if (is_own) own = {x + bar / 2, std::min(edge, zero)};
    }
    drawing.line({room.left, zero}, {room.right, zero}, {palette::axis});
    return own;
}

void draw_quarter(Drawing& drawing, std::size_t places, const Room& room) {
    const double left = room.left + 0.5, right = room.left + room.slot * static_cast<double>(places) - 0.5;
    drawing.polyline({{left, 29}, {left, 24}, {right, 24}, {right, 29}}, {palette::axis});
    drawing.text({room.left, 17},
                 places == 1 ? "Best quarter: place 1" : fmt::format("Best quarter: places 1 to {}", places),
                 {palette::quiet});
}

// Named next to its line, or below the columns if there is no room next to them.
void draw_average(Drawing& drawing, const BenchmarkInput& input, const Room& room) {
    constexpr Stroke dotted{palette::ink, 1.5, "2 3"};
    const double level = room.y(*input.average), beside = room.right + 8, below = room.zero() + 43;
    const std::string value = input.show(*input.average);
    drawing.line({room.left, level}, {room.right, level}, dotted);
    if (beside + 80 < room.width) {
        drawing.text({beside, level - 4}, input.average_name, {palette::ink});
        drawing.text({beside, level + 14}, value, {palette::ink, 14, Weight::bold});
    } else {
        drawing.line({room.left, below - 5}, {room.left + 26, below - 5}, dotted);
        drawing.text({room.left + 34, below}, input.average_name + " " + value, {palette::ink, 14, Weight::bold});
    }
}

Drawing draw(const BenchmarkInput& input, const Placing& s, const Room& empty) {
    const Room room = furnished(empty, input, s);
    Drawing drawing(room.width, room.height);
    const Point own = draw_columns(drawing, s, room);
    if (s.quarter > 0 && input.polarity != Polarity::none) draw_quarter(drawing, s.quarter, room);
    if (s.own && s.own->place > 0) label_own(drawing, own_words(input, s), own);
    if (input.average) draw_average(drawing, input, room);
    if (s.missing > 0)
        drawing.text({room.right, room.zero() + 19}, std::to_string(s.missing) + " gave no data",
                     {palette::quiet, 14, Weight::normal, Anchor::end});
    return drawing;
}

} // namespace

std::vector<RankedPeer> ranked(const BenchmarkInput& input) {
    std::vector<RankedPeer> out;
    for (const Peer& peer : input.peers) out.push_back({peer, 0});
    const bool small_first = input.polarity == Polarity::lower;
    std::ranges::stable_sort(out, [&](const RankedPeer& a, const RankedPeer& b) {
        if (a.peer.value.has_value() != b.peer.value.has_value()) return a.peer.value.has_value();
        if (!a.peer.value.has_value() || a.peer.value == b.peer.value) return a.peer.name < b.peer.name;
        return small_first ? a.peer.value.value() < b.peer.value.value() : a.peer.value.value() > b.peer.value.value();
    });
    for (std::size_t i = 0; i < out.size() && out[i].peer.value.has_value(); ++i)
        out[i].place = i > 0 && out[i].peer.value == out[i - 1].peer.value ? out[i - 1].place : i + 1;
    return out;
}

Chart benchmark_bars(const BenchmarkInput& input) {
    const Placing standing = standing_of(input);
    if (standing.given == 0)
        throw Error(Fault::request, "“" + input.title + "” has no figure to compare; leave the chart out.");
    Chart chart;
    chart.title = headline(input, standing);
    chart.subject = input.subject + ".";
    chart.summary = summary(input, standing);
    chart.table.headings = {"Authority", "Figure", "Place"};
    for (const RankedPeer& peer : standing.peers)
        chart.table.rows.push_back({peer.peer.name,
                                    peer.place > 0 ? input.show(peer.peer.value.value()) : label(peer.peer.value.gap()),
                                    peer.place > 0 ? std::to_string(peer.place) : "none"});
    const std::string name = input.title + ": " + chart.title;
    const double side = input.average ? text_width(input.average_name, 14) + 14 : 8;
    return framed(std::move(chart), name, input.prefix, [&](Form form) {
        return draw(input, standing,
                    form == Form::wide ? Room{720, 270, 0, 720 - std::clamp(side, 92.0, 200.0), 62, 242}
                                       : Room{360, 258, 0, 360, 62, 212});
    });
}

} // namespace qd::inline charts
