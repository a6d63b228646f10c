#include "store/state.hpp"

#include "store/acts.hpp"
#include "store/nouns.hpp"
#include "store/registers.hpp"
#include "store/rows.hpp"

#include <algorithm>
#include <iterator>

namespace qd::inline store {
namespace {

template <auto Member, auto& read> Noun noun(std::string_view table) {
    return {table, [](db::Connection& store, Content& into) { into.*Member = read(store); }};
}

} // namespace

const std::vector<Noun>& nouns() {
    static const std::vector<Noun> list = [] {
        std::vector<Noun> all = {
            noun<&Content::areas, read_areas>("areas"),
            noun<&Content::units, read_units>("units"),
            noun<&Content::measures, read_measures>("measures"),
            noun<&Content::targets, read_targets>("targets"),
            noun<&Content::forecasts, read_forecasts>("forecasts"),
            noun<&Content::plans, read_plans>("plans"),
            noun<&Content::priorities, read_priorities>("priorities"),
            noun<&Content::updates, read_updates>("updates"),
            noun<&Content::recovery_plans, read_recovery_plans>("recovery_plans"),
            noun<&Content::actions, read_actions>("actions"),
            noun<&Content::projects, read_projects>("projects"),
            noun<&Content::statements, read_statements>("statements"),
            noun<&Content::papers, read_papers>("papers"),
            noun<&Content::report_definitions, read_report_definitions>("report_definitions"),
            noun<&Content::reference_documents, read_reference_documents>("reference_documents"),
        };
        for (const RegisterRows& rows : all_registers()) all.push_back({rows.table, rows.read});
        return all;
    }();
    return list;
}

namespace {

constexpr std::string_view past = "past_"; // prefix of the twin of a table

// The tables of content in which rows were written or ended; parts under the name of the table they belong to.
std::set<std::string_view> heads_of(const std::set<std::string>& written) {
    std::set<std::string_view> heads;
    for (std::string_view name : written) {
        if (name.starts_with(past)) name.remove_prefix(past.size());
        const Table& table = table_named(name);
        if (holds_content(table)) heads.insert(table.owner.empty() ? table.name : table.owner);
    }
    return heads;
}

void read_again(db::Connection& store, Content& content, std::string_view table) {
    const auto found = std::ranges::find(nouns(), table, &Noun::table);
    if (found == nouns().end()) return; // settings, returns
    for (const Table* part : with_parts(table_named(table))) refuse_changed_rows(store, *part);
    found->read(store, content);
}

// Each after the older ones for its measure.
void add(std::vector<Return>& returns, std::vector<Return> later) {
    const auto middle = static_cast<std::ptrdiff_t>(returns.size());
    std::ranges::stable_sort(later, {}, &Return::measure);
    std::ranges::move(later, std::back_inserter(returns));
    std::ranges::inplace_merge(returns, returns.begin() + middle, {}, &Return::measure);
}

} // namespace

Content read_content(db::Connection& store, Returns returns) {
    refuse_changed_rows(store);
    Content content;
    for (const Noun& noun : nouns()) noun.read(store, content);
    if (returns == Returns::with) content.returns = read_returns(store);
    return in_canonical_order(std::move(content));
}

StoreState read_state(db::Connection& store) {
    StoreState state;
    state.generation = last_act(store);
    state.chain = chain_at(store, state.generation);
    state.settings_text = read_settings(store);
    state.content = read_content(store, Returns::with);
    return state;
}

StoreState read_state(db::Connection& store, StoreState before) {
    const auto written = written_since(store, before.generation, before.chain);
    if (!written) return read_state(store);
    const std::set<std::string_view> heads = heads_of(*written);
    StoreState state = std::move(before);
    state.generation = last_act(store);
    state.chain = chain_at(store, state.generation);
    state.ended.emplace();
    for (const std::string& name : *written)
        if (name.starts_with(past)) state.ended->insert(name.substr(past.size()));
    for (const std::string_view table : heads) read_again(store, state.content, table);
    if (heads.contains("settings")) state.settings_text = read_settings(store);
    if (heads.contains("returns")) {
        auto later = read_returns_after(store, state.content.returns.size());
        if (!later) return read_state(store);
        add(state.content.returns, *std::move(later));
    }
    state.content = in_canonical_order(std::move(state.content));
    return state;
}

} // namespace qd::inline store
