#include "base/error.hpp"
#include "exchange/workbook/archive.hpp"
#include "fuzz/family.hpp"
#include "fuzz/ground.hpp"
#include "fuzz/mutate.hpp"
#include "fuzz/nasty.hpp"

#include <zip.h>

namespace qd::fuzz {
namespace {

[[noreturn]] void cannot_zip() { throw std::runtime_error("a workbook could not be packed again"); }

// A ZIP archive of these parts, packed in memory.
std::string zipped(const WorkbookParts& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (target == nullptr) cannot_zip();
    zip_source_keep(target); // it is read when the archive is closed
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (archive == nullptr) cannot_zip();
    for (const auto& [name, bytes] : parts) {
        const zip_int64_t index = zip_file_add(
            archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
        if (index < 0) cannot_zip();
        // Fast packing: what is tested is the reading.
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 1);
    }
    if (zip_close(archive) != 0) cannot_zip();
    zip_stat_t about;
    if (zip_source_stat(target, &about) != 0 || zip_source_open(target) != 0) cannot_zip();
    std::string bytes(about.size, '\0');
    if (zip_source_read(target, bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) cannot_zip();
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

const WorkbookParts& parts_of(const std::string& council) {
    static std::map<std::string, WorkbookParts> all;
    const auto found = all.find(council);
    if (found != all.end()) return found->second;
    auto parts = unpack_workbook(ground().council(council).workbook);
    if (!parts) cannot_zip();
    return all[council] = *std::move(parts);
}

std::string& some_part(Random& random, WorkbookParts& parts) {
    auto part = parts.begin();
    std::advance(part, static_cast<std::ptrdiff_t>(random.below(parts.size())));
    return part->second;
}

void mutate_parts(Random& random, WorkbookParts& parts) {
    std::string& part = some_part(random, parts);
    switch (random.below(12)) {
    case 0: std::swap(part, some_part(random, parts)); break;
    case 1: part.clear(); break;
    case 2: part.append(std::size_t{1} << random.between(10, 22), random.once_in(2) ? ' ' : '\0'); break;
    case 3: {
        auto gone = parts.begin();
        std::advance(gone, static_cast<std::ptrdiff_t>(random.below(parts.size())));
        parts.erase(gone);
        break;
    }
    case 4: parts["xl/" + std::string(random.once_in(2) ? "worksheets/sheet99.xml" : "../x.xml")] = part; break;
    default: part = mutate_xml(random, part);
    }
}

} // namespace

Input make_workbook(Random& random) {
    const std::string council = random.once_in(2) ? "lancashire" : "chorley";
    const std::string store = random.once_in(4) ? random.pick(Ground::store_names) : council;
    std::string bytes = ground().council(council).workbook;
    if (!random.once_in(4)) {
        WorkbookParts parts = parts_of(council);
        for (std::size_t i = random.few(4); i > 0 && !parts.empty(); --i) mutate_parts(random, parts);
        bytes = zipped(parts);
    }
    if (random.once_in(4)) bytes = mutate_bytes(random, bytes);
    return {store, {{random.once_in(10) ? "made.XLSX" : "made.xlsx", std::move(bytes)}}};
}

} // namespace qd::fuzz
