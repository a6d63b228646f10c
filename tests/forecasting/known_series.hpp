#pragma once

#include <vector>

// Series that come with R, with known results from others.
namespace qd::series {

// Flow of the Nile at Aswan, 1871 to 1970, in 100 million cubic metres.
extern const std::vector<double> nile;
// Gas used in the United Kingdom, quarters of 1960 to 1986, in million therms.
extern const std::vector<double> gas;
// Car drivers killed or badly hurt in Great Britain, months of 1969 to 1984.
extern const std::vector<double> drivers;
// Passengers of international airlines, months of 1949 to 1960, in thousands.
extern const std::vector<double> passengers;
// Carbon dioxide in the air over Mauna Loa, months of 1959 to 1997, in parts per million.
extern const std::vector<double> carbon_dioxide;

} // namespace qd::series
