#include "store/file_mark.hpp"

#include "store/db/address.hpp"

#include <cstdint>

#include <sys/stat.h>

namespace qd::inline store {

std::string file_mark(const std::string& address) {
    const db::Address parsed = db::parse_address(address);
    struct stat about {};
    if (parsed.product != db::Product::sqlite || ::stat(parsed.file().c_str(), &about) != 0) return {};
    std::string mark;
    for (const std::int64_t number :
         {std::int64_t(about.st_dev), std::int64_t(about.st_ino), std::int64_t(about.st_size),
          std::int64_t(about.st_mtim.tv_sec), std::int64_t(about.st_mtim.tv_nsec)})
        mark += std::to_string(number) + " ";
    return mark;
}

} // namespace qd::inline store
