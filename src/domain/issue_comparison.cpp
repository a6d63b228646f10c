#include "domain/issue_comparison.hpp"

namespace qd {

std::string_view print(Restatement::What what) {
    switch (what) {
    case Restatement::What::figure: return "figure";
    case Restatement::What::target: return "target";
    case Restatement::What::status: return "status";
    case Restatement::What::forecast: return "forecast";
    }
    return "";
}

} // namespace qd
