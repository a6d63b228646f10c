#include "web/assets.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "web/embedded_ui.hpp"
#include "web/visit.hpp"

#include <map>

namespace qd::web {
namespace {

constexpr std::size_t hash_digits = 16;

struct Served {
    const Asset* asset;
    std::string hash;
    std::string address;
};

const std::map<std::string, Served, std::less<>>& served() {
    static const auto all = [] {
        std::map<std::string, Served, std::less<>> result;
        for (const Asset& asset : embedded_ui::all()) {
            std::string hash = sha256(asset.bytes).substr(0, hash_digits);
            std::string address = "/assets/" + hash + "/" + std::string{asset.path};
            result.emplace(asset.path, Served{&asset, std::move(hash), std::move(address)});
        }
        return result;
    }();
    return all;
}

} // namespace

const std::string& asset_address(std::string_view path) {
    const auto found = served().find(path);
    if (found == served().end())
        throw Error(Fault::outage, "The file " + std::string{path} +
                                       " is not in this program. Run `npm ci && npm run build`, then build again.");
    return found->second.address;
}

Response asset(const Visit& visit) {
    const auto found = served().find(visit.capture("path"));
    if (found == served().end() || found->second.hash != visit.capture("hash"))
        throw Error(Fault::absent,
                    "There is no such file. It may belong to another version of Quarterday: load the page again.");
    Response response = text_response(200, content_type_of(found->first), std::string{found->second.asset->bytes});
    response.set("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

std::string_view content_type_of(std::string_view path) {
    static const std::map<std::string_view, std::string_view> types = {
        {"css", "text/css; charset=utf-8"},
        {"js", "text/javascript; charset=utf-8"},
        {"svg", "image/svg+xml"},
        {"png", "image/png"},
        {"ico", "image/x-icon"},
        {"txt", "text/plain; charset=utf-8"},
    };
    const std::size_t dot = path.rfind('.');
    const auto found = types.find(dot == std::string_view::npos ? path : path.substr(dot + 1));
    return found == types.end() ? "application/octet-stream" : found->second;
}

} // namespace qd::web
