#include "store/fields.hpp"
#include "store/ledger.hpp"
#include "store/nouns.hpp"

#include <tuple>

namespace qd::inline store {
namespace {

std::string written(const std::optional<Decimal>& value) { return value ? print(*value) : std::string(); }

std::string digest(const Target& target) {
    CanonicalText text;
    text.add(target.measure.text())
        .add(target.area.text())
        .add(print(target.period))
        .add(print(target.role))
        .add(print(target.kind))
        .add(written(target.value))
        .add(written(target.lower))
        .add(written(target.upper))
        .add(written(target.baseline))
        .add(target.strict ? "strict" : "")
        .add(target.words)
        .add(print(target.state))
        .add(target.set_on ? print(*target.set_on) : "")
        .add(target.reason);
    if (target.from) text.add("in_force_from").add(print(*target.from)); // a later column: rows without keep their hash
    if (!target.peers.empty()) text.add("peers").add(target.peers);      // rows of before keep their hash
    if (target.baseline_period) text.add("baseline_period").add(print(*target.baseline_period));
    return text.sha256();
}

Target read_target(FieldReader& read) {
    Target target;
    target.measure = read.code<MeasureCode>();
    target.area = read.code<AreaCode>();
    target.period = read.period();
    target.role = read.word(parse_target_role);
    target.kind = read.word(parse_target_kind);
    target.value = read.decimal();
    target.lower = read.decimal();
    target.upper = read.decimal();
    target.baseline = read.decimal();
    target.strict = read.truth();
    target.words = read.text();
    target.state = read.word(parse_target_state);
    target.set_on = read.date();
    target.reason = read.text();
    target.from = read.date();
    target.peers = read.text();
    if (const std::string period = read.text(); !period.empty())
        target.baseline_period = known(Period::parse(period), "targets.baseline_period", period);
    return target;
}

Row row_of(std::int64_t id, const Target& target, const std::string& sha256) {
    return Row::of("targets", id, target.measure.text(), given(target.area), print(target.period), print(target.role),
                   print(target.kind), given(target.value), given(target.lower), given(target.upper),
                   given(target.baseline), target.strict, given(target.words), print(target.state),
                   given(target.set_on), given(target.reason), given(target.from), sha256, given(target.peers),
                   given(target.baseline_period ? print(*target.baseline_period) : std::string()));
}

using Place = std::tuple<MeasureCode, AreaCode, Period, TargetRole>;
Place place_of(const Target& target) { return {target.measure, target.area, target.period, target.role}; }

const LedgerRules<Target, Date, Place> rules{
    "targets",
    place_of,
    &Target::set_on,
    digest,
    Precedence::by_order,
    "measure, area, period, role, kind, value, lower, upper, baseline, strict, words, state, set_on, reason, "
    "in_force_from, peers, baseline_period",
    read_target,
    row_of};

} // namespace

std::vector<Target> read_targets(db::Connection& store) { return read_ledger(store, rules); }

// A target that differs from the one in force for its place and does not say when it was set, was set today: so it judges
// the periods from now on, and re-rates none that is past.
Line bring_targets(Writer& writer, const std::vector<Target>& given_targets) {
    return bring_into_ledger(writer, rules, given_targets, writer.now().date());
}

std::vector<std::string> verify_targets(db::Connection& store, From from) { return verify_ledger(store, rules, from); }

} // namespace qd::inline store
