#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// Real figures of areas with the answers that others published for them.
namespace qd::test {

inline constexpr std::optional<double> none = std::nullopt;

// 303 primary care trusts against their average (test data of PHEindicatormethods 2.1.0): L and l low at 0.001 and 0.025, H and h
// high, n not significant.
struct FunnelArea {
    double events, of;
    char expected;
};
extern const std::vector<FunnelArea> primary_care_trusts;

// The 152 upper tier local authorities of England by region, numbered (test data of PHEindicatormethods 2.1.0): deaths from
// cancer of people under 75 a 100,000 with the decile within the region, life expectancy of women at birth with the decile
// within the region and the septile in England. 1 is the worst, 0 none.
struct LocalAuthority {
    std::size_t region;
    std::optional<double> cancer;
    std::size_t cancer_decile;
    std::optional<double> life;
    std::size_t life_decile, life_septile;
};
extern const std::vector<LocalAuthority> local_authorities;

// Scottish councils (Local Government Benchmarking Framework, Improvement Service, MIT licence): crisis grants and community care grants
// decided in time, as a share, higher is better, with the rank that was published.
struct CouncilRanks {
    struct Council {
        std::optional<double> share;
        std::size_t rank;
    };
    std::string of;
    std::vector<Council> councils;
};
extern const std::vector<CouncilRanks> council_ranks;

} // namespace qd::test
