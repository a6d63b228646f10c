#include "engine/share_out.hpp"

#include "base/parallel.hpp"

namespace qd::inline engine {

void share_out(const MeasuredContent& content, std::size_t count, const std::function<void(std::size_t)>& work) {
    constexpr std::size_t few_rows = 100'000;
    std::size_t rows = 0;
    for (const Return& handed_in : content.returns) rows += handed_in.observations.size();
    if (rows > few_rows) return in_parallel(count, work);
    for (std::size_t i = 0; i < count; ++i) work(i);
}

} // namespace qd::inline engine
