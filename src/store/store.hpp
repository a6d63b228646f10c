#pragma once

#include "base/clock.hpp"
#include "domain/about_store.hpp"
#include "domain/act.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"
#include "domain/import_outcome.hpp"
#include "domain/issue.hpp"
#include "domain/past.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace qd::inline store {

// All that stands in a store at one moment. Content::settings is left to the reader.
struct StoreState {
    Content content;
    std::string settings_text; // council.toml
    std::int64_t generation = 0;
    std::string chain; // the end of the ledger of acts then: no other store has it
    // Of one made from another: the tables whose rows were replaced or withdrawn between the two. None = it was read whole.
    std::optional<std::set<std::string>> ended{};
};

// A row by its table and the texts of its key.
using RowName = std::pair<std::string, std::vector<std::string>>;

// What the store has, and what one act has to do with it.
struct WrittenByAct {
    Content content; // without its settings
    std::string settings_text;
    std::int64_t generation = 0;
    std::vector<std::int64_t> acts_of_returns; // which act handed each of them in
    std::set<RowName> first;                   // rows in force that it was the first to write
    std::vector<std::string> changed_since;    // what later acts did to its rows, in words; not to its returns
};

// What is to be done to undo an act.
struct Undoing {
    std::int64_t act = 0;
    std::vector<Return> returns; // which put its figures back
    std::string reason;          // of the rows that are withdrawn
    std::set<RowName> kept;      // of those that it was the first to write
    // A condition on what stands afterwards, without returns; throws if it does not hold.
    std::function<void(const Content& content, const std::string& settings_text)> must_hold;
};

enum class Opening { read_write, read_only };

// A council's store on SQLite ("sqlite:FILE" or a path) or PostgreSQL ("postgresql://…"). One writer, many readers.
class Store {
public:
    static void init(const std::string& address, const Clock& clock); // Error(conflict) if there is one already
    Store(const std::string& address, Opening opening,
          const Clock& clock); // Error(absent) if there is none: never makes one
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    // Everything, in canonical order. Content::settings is left to the caller: settings_text() is kept word for word.
    Content read();
    // All but the returns, which are most of it: what may be referred to.
    Content read_without_returns();
    std::string settings_text();
    StoreState state();
    // The same, from what the store was before: only the tables that an act wrote to since are read again, and of the returns the
    // new ones. The whole is read where this store never was that, or its ledger does not say what was written.
    StoreState state(StoreState before);
    // Grows with every change that was committed: what a reader keeps it may keep while this stays.
    Date today() const; // by its clock
    std::int64_t generation();

    // The content and the settings as at a generation (after that act), whatever was done since. Error(absent) for
    // a generation that was not yet.
    Content read_at(std::int64_t generation);
    std::string settings_text_at(std::int64_t generation);
    // What was replaced or withdrawn up to a generation: beside the content of that it says how the rows stood at any moment
    // (as_known, domain). Errors as of read_at; Error(outage) where a version is not what was written.
    Past read_past(std::int64_t generation);
    // That of a state, from what it was before: only what ended since is read. The whole is read where the state was.
    Past read_past(const StoreState& state, Past before);

    // Keeps an issue for good, and gives its number; one more generation. Error(conflict) if the store changed after
    // `issue.generation`, from which it was made.
    std::int64_t add_issue(const Issue& issue);
    std::int64_t add_issue(const Issue& issue, Act act);
    std::vector<Issue> issues();                                          // oldest first, files without their bytes
    IssueFile issue_file(std::int64_t number, const std::string& format); // Error(absent); Error(outage) if damaged
    std::string issue_reference(const std::string& sha256); // of a reference document: its bytes; errors as above

    // Adds and changes what is in `content`, withdraws what is to be withdrawn, and notes the act; all or nothing, and
    // nothing is noted if nothing changes. Costs the rows that are given, not those in the store. Returns that are there already
    // (by digest, or cell by cell equal to what is in force where no known_at was given) change nothing. `settings_text` empty =
    // keep. Error(conflict) if another act changed one of the rows since `act.based_on`; Error(absent) if there is no
    // row to be withdrawn.
    struct Further {
        std::vector<Withdrawal> withdrawals;
        // A condition on the store, checked inside the transaction with its settings; throws if it does not hold.
        std::function<void(const std::string& settings_text)> must_hold;
    };
    ImportOutcome import(const Content& content, const std::string& settings_text, const Act& act,
                         const Further& further = {});
    // The same up to the commit, which is left out: what an import would change.
    ImportOutcome try_import(const Content& content, const std::string& settings_text, const Act& act,
                             const Further& further = {});
    // For an act about which only what was imported is known.
    ImportOutcome import(const Content& content, const std::string& settings_text, const std::string& source,
                         std::size_t left_out = 0);
    ImportOutcome try_import(const Content& content, const std::string& settings_text, const std::string& source);
    ImportOutcome withdraw(const std::vector<Withdrawal>& withdrawals, Act act);

    WrittenByAct written_by(std::int64_t act);
    // Withdraws the rows that an act was the first to write, and puts those that it replaced or withdrew back as new versions:
    // another act, all or nothing. Error(conflict) if the store is no longer at `act.based_on`. To be asked for only
    // where no later act changed its rows.
    enum class Trying { no, yes };
    ImportOutcome undo(const Undoing& undoing, const Act& act, Trying trying = Trying::no);

    std::vector<Act> acts();                           // oldest first
    std::vector<Act> acts(const std::string& subject); // of those the ones about it
    // All versions of the row of that key, and of its parts, oldest first; none if there never was one. Error(request) for a
    // table or a key that is not one, Error(outage) for a version that is not what was written.
    std::vector<RowVersion> history(const std::string& table, const std::vector<std::string>& key);

    void backup(const std::filesystem::path& file); // a consistent copy, also while others write
    // Into an address without a store; Error(request) if the file is not a sound backup. Whatever fails, no store is left there.
    static void restore(const std::filesystem::path& file, const std::string& address, const Clock& clock);
    std::vector<std::string> verify(); // what is wrong: hashes, references, ledger order; empty = sound
    void write_figures(const std::vector<Scorecard>& scorecards); // the rebuildable table, again

    using About = AboutStore;
    About about();

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace qd::inline store
