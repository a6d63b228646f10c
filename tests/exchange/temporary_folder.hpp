#pragma once

#include "base/error.hpp"
#include "base/file.hpp"
#include "exchange/folder.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include <gtest/gtest.h>

namespace qd::testing {

// A folder that is gone when the test is over.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "quarterday-exchange.XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }

    const std::filesystem::path& path() const { return path_; }
    TemporaryFolder& with(const std::string& name, const std::string& text) {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text; // unsynced: it need not survive a power cut
        return *this;
    }

private:
    std::filesystem::path path_;
};

using Files = std::vector<std::pair<std::string, std::string>>;

inline tl::expected<SourceReading, Complaints> read_files(const Files& files, const Content& known = Content()) {
    TemporaryFolder folder;
    for (const auto& [name, text] : files) folder.with(name, text);
    return read_source(folder.path(), known);
}

inline std::vector<std::string> printed(const Complaints& complaints) {
    std::vector<std::string> lines;
    for (const Complaint& complaint : complaints) lines.push_back(print(complaint));
    return lines;
}

// The content of files that are in order; a test that hands in others fails here.
inline Content content_of(const Files& files, const Content& known = Content()) {
    auto reading = read_files(files, known);
    if (reading) return std::move(reading->content);
    for (const std::string& line : printed(reading.error())) ADD_FAILURE() << line;
    return Content();
}

inline std::vector<std::string> complaints_of(const Files& files, const Content& known = Content()) {
    const auto reading = read_files(files, known);
    return reading ? std::vector<std::string>{} : printed(reading.error());
}

} // namespace qd::testing
