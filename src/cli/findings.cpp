#include "cli/findings.hpp"

#include "cli/ink.hpp"
#include "cli/table.hpp"

#include <algorithm>

namespace qd::cli {

void print_findings(Call& call, const Findings& findings) { print_findings(call, findings, call.out); }

void print_findings(Call& call, const Findings& findings, std::ostream& out) {
    const std::string indent(9, ' ');
    std::size_t codes = 0;
    for (const Finding& finding : findings) codes = std::max(codes, finding.code.text().size());
    for (const Finding& finding : findings) {
        std::string code(finding.code.text());
        code.resize(codes, ' ');
        out << wrap(tag(call, finding.severity) + "  " + code + "  " + finding.place, call.width,
                    std::string(codes + 11, ' '))
            << "\n"
            << wrap(indent + finding.message, call.width, indent) << "\n";
        if (!finding.remedy.empty()) out << wrap(indent + "-> " + finding.remedy, call.width, indent + "   ") << "\n";
        out << "\n";
    }
}

} // namespace qd::cli
