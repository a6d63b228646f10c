#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace qd {

/// A file that was compiled into the binary.
struct Asset {
    std::string_view path;  ///< relative to its folder, with '/'
    std::string_view bytes; ///< as they were on disk
};

/// The asset of that path, or null. The assets are sorted by path, as every embedded set is.
inline const Asset* find_asset(std::span<const Asset> assets, std::string_view path) {
    const auto found = std::ranges::lower_bound(assets, path, {}, &Asset::path);
    return found != assets.end() && found->path == path ? &*found : nullptr;
}

} // namespace qd
