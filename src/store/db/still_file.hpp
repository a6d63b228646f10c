#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <tuple>

namespace qd::db {

// SQLite keeps a log next to a store, and has to make it even to read. In a folder where this user may not write it cannot;
// where there is no log, nobody has the store open, and the file itself is all there is: it is read as it
// is, and checked before and after, since the next writer may come at any time.
class StillFile {
public:
    // None if the store can be read with its log. Error(forbidden) if it has a log that cannot be read here: the file
    // alone would be out of date.
    static std::optional<StillFile> of(const std::filesystem::path& file);

    bool was_written() const;    // since it was looked at
    bool has_log() const;        // somebody has it open for writing now
    std::string address() const; // as SQLite takes it

private:
    explicit StillFile(std::filesystem::path real);
    using State = std::tuple<std::uint64_t, std::uint64_t, std::int64_t, std::int64_t, std::int64_t>;
    State look() const;

    std::filesystem::path real_;
    State state_;
};

} // namespace qd::db
