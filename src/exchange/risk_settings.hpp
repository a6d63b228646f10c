#pragma once

#include "domain/request_rule.hpp"
#include "domain/risk_matrix.hpp"
#include "exchange/toml_node.hpp"

namespace qd::inline exchange {

// The tables [risk] and [requests] of council.toml.
struct RiskSettings {
    RiskMatrix matrix;
    RegisterRules registers;
};
RiskSettings take_risk(TomlTable& root);
RequestRule take_requests(TomlTable& root);

} // namespace qd::inline exchange
