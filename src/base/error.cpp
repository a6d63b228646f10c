#include "base/error.hpp"

#include "base/text.hpp"

namespace qd {

Error absent(std::string_view what, std::string_view name, const std::vector<std::string>& known,
             std::string_view otherwise) {
    const std::string hint = did_you_mean(name, known, otherwise);
    return {Fault::absent,
            "There is no " + std::string(what) + " " + shorten(name, 64) + "." + (hint.empty() ? "" : " " + hint)};
}

} // namespace qd
