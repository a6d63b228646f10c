#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/asset.hpp"

namespace qd::test {

using File = std::pair<std::string, std::string>; ///< path, bytes

/// The files below a folder (of the given extension, or all), sorted by path: what an embedded set of it must contain.
inline std::vector<File> files_below(const std::filesystem::path& root, std::string_view extension = {}) {
    std::vector<File> files;
    if (!std::filesystem::exists(root)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file() || (!extension.empty() && entry.path().extension() != extension)) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        files.emplace_back(entry.path().lexically_relative(root).generic_string(),
                           std::string(std::istreambuf_iterator<char>(in), {}));
    }
    std::ranges::sort(files);
    return files;
}

inline std::vector<File> files_in(std::span<const Asset> assets) {
    std::vector<File> files;
    for (const Asset& asset : assets) files.emplace_back(asset.path, asset.bytes);
    return files;
}

} // namespace qd::test
