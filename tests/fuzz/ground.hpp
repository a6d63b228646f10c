#pragma once

#include "base/clock.hpp"
#include "domain/content.hpp"
#include "exchange/folder.hpp"
#include "views/snapshot.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace qd::fuzz {

// What all runs start from, made once: the two example councils as files, as workbooks and as stores, and an empty store.
class Ground {
public:
    struct Council {
        std::vector<SourceFile> files;
        std::string workbook; // bytes of the same as .xlsx
    };
    struct State {
        Content content;
        std::string settings;
        std::int64_t generation = 0;
        friend bool operator==(const State&, const State&) = default;
    };
    static const std::vector<std::string> store_names; // "empty", "lancashire", "chorley"

    Ground(const std::filesystem::path& examples, const std::filesystem::path& workplace);

    const Council& council(const std::string& name) const { return councils_.at(name); }
    const std::filesystem::path& workplace() const { return workplace_; }
    const Clock& clock() const { return clock_; }
    std::string store_bytes(const std::string& name) const;
    // A fresh copy of a prepared store, in the place of the copy before.
    std::string fresh_store(const std::string& name) const;
    std::string make_store(const std::string& bytes) const;
    const State& state(const std::string& name) const { return states_.at(name); }
    std::shared_ptr<const Snapshot> snapshot(const std::string& name) const { return snapshots_.at(name); }

private:
    void prepare(const std::string& name, const std::filesystem::path& examples);

    std::filesystem::path workplace_;
    FixedClock clock_;
    std::map<std::string, Council> councils_;
    std::map<std::string, State> states_;
    std::map<std::string, std::shared_ptr<const Snapshot>> snapshots_;
};

Ground::State state_of(Store& store);

// The one of this process; set before the first run.
const Ground& ground();
void set_ground(const Ground& ground);

} // namespace qd::fuzz
