#pragma once

#include "domain/content/committee.hpp"
#include "domain/content/measured.hpp"
#include "domain/content/papers.hpp"
#include "domain/content/programmes.hpp"
#include "domain/content/risks.hpp"

namespace qd {

// Everything a council has handed in: what a council folder holds, what a store holds. Values only, in parts: who needs one part
// takes that one. exchange reads and writes it as files, store as tables, engine computes from it.
// Canonical order: by code; targets, returns, forecasts and updates by what they are about, then in ledger order.
// A copy is cheap: what was handed in for a measure is shared (Observations), and that is nearly all of it.
struct Content : MeasuredContent, ProgrammesContent, RisksContent, CommitteeContent, PapersContent {
    friend bool operator==(const Content&, const Content&) = default;
};

// The same rows in the order in which a store and a council folder give them back.
Content in_canonical_order(Content content);

} // namespace qd
