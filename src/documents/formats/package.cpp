#include "documents/formats/package.hpp"

#include "base/error.hpp"

#include <cstdint>
#include <memory>

#include <zip.h>

namespace qd::inline documents {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{512} << 20; // unpacked, all parts together
constexpr zip_uint16_t first_day = 1U << 5U | 1U;              // 1 January 1980, where the time of a ZIP archive begins

struct Closing {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* part) const { zip_fclose(part); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Closing>;
using Source = std::unique_ptr<zip_source_t, Closing>;

std::string read_part(zip_t* archive, zip_uint64_t index, std::uint64_t size, const std::string& what) {
    const std::unique_ptr<zip_file_t, Closing> part(zip_fopen_index(archive, index, 0));
    std::string bytes(size, '\0');
    std::uint64_t got = 0;
    while (part && got < size) {
        const zip_int64_t more = zip_fread(part.get(), bytes.data() + got, size - got);
        if (more <= 0) break;
        got += static_cast<std::uint64_t>(more);
    }
    if (got < size || !part) throw Error(Fault::request, what + " is damaged. Save it again.");
    return bytes;
}

[[noreturn]] void fail() { throw Error(Fault::outage, "An office file cannot be packed: there is too little memory."); }

} // namespace

std::vector<PackagePart> unpack(std::string_view bytes, const std::string& what) {
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
    if (!source) fail();
    const Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
    if (!archive) throw Error(Fault::request, what + " is not an office file (a ZIP archive). Save it as .docx.");
    static_cast<void>(source.release()); // the archive has it now
    std::vector<PackagePart> parts;
    std::uint64_t total = 0;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t about;
        if (zip_stat_index(archive.get(), index, 0, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0)
            throw Error(Fault::request, what + " is damaged. Save it again.");
        total += about.size;
        if (total > most_bytes)
            throw Error(Fault::request, what + " is far larger unpacked than an office file should be.");
        parts.push_back({about.name, read_part(archive.get(), index, about.size, what)});
    }
    return parts;
}

std::string pack(const std::vector<PackagePart>& parts) {
    Source packed(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!packed) fail();
    zip_source_keep(packed.get()); // to be read once the archive is closed
    Archive archive(zip_open_from_source(packed.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    if (!archive) fail();
    for (const PackagePart& part : parts) {
        zip_source_t* bytes = zip_source_buffer(archive.get(), part.bytes.data(), part.bytes.size(), 0);
        const zip_int64_t index = bytes ? zip_file_add(archive.get(), part.path.c_str(), bytes, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) fail();
        zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), 0, first_day, 0);
        zip_set_file_compression(archive.get(), static_cast<zip_uint64_t>(index), ZIP_CM_DEFLATE, 6);
    }
    if (zip_close(archive.get()) != 0) fail();
    static_cast<void>(archive.release());
    zip_stat_t about;
    if (zip_source_stat(packed.get(), &about) != 0 || zip_source_open(packed.get()) != 0) fail();
    std::string out(about.size, '\0');
    const zip_int64_t got = zip_source_read(packed.get(), out.data(), out.size());
    zip_source_close(packed.get());
    if (got != static_cast<zip_int64_t>(out.size())) fail();
    return out;
}

} // namespace qd::inline documents
