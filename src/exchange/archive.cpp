#include "exchange/archive.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <memory>

#include <zip.h>

namespace qd {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{512} << 20; // unpacked, all parts together
constexpr std::uint64_t most_ratio = 200;                      // unpacked to packed; sheets pack 10 to 60 times
constexpr std::uint64_t unsuspicious_bytes = std::uint64_t{16} << 20;
constexpr zip_int64_t most_parts = 10'000;

const Problem damaged{"The workbook is damaged: it is not a whole ZIP archive.",
                      "Open it in the spreadsheet program and save it again."};
const Problem bomb{"The workbook is far larger unpacked than a workbook of figures can be, and was not opened.",
                   "Save only the sheets that are needed, or hand the tables in as CSV."};

struct Closing {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* part) const { zip_fclose(part); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Closing>;
using PartReading = std::unique_ptr<zip_file_t, Closing>;
using Source = std::unique_ptr<zip_source_t, Closing>;

// The archive keeps the source from then on; it is held a second time here, to get at what is written.
Archive open(const Source& source, int flags) {
    zip_source_keep(source.get());
    zip_t* archive = zip_open_from_source(source.get(), flags, nullptr);
    if (archive == nullptr) zip_source_free(source.get());
    return Archive(archive);
}

bool holds_cells(std::string_view name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

// Why bytes that are no ZIP archive cannot be read.
Problem problem_of_container(std::string_view bytes) {
    if (!bytes.starts_with("\xD0\xCF\x11\xE0"))
        return {"The file is not an Excel workbook (.xlsx).", "Save it as “Excel workbook (.xlsx)”."};
    constexpr std::string_view encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
    if (bytes.find(encrypted) != std::string_view::npos)
        return {"The workbook is encrypted.", "Save it without a password."};
    return {"The file is a workbook of the old kind (.xls).", "Save it as “Excel workbook (.xlsx)”."};
}

Understood<std::string> unpack(zip_t* archive, zip_uint64_t index, std::uint64_t size) {
    const PartReading part(zip_fopen_index(archive, index, 0));
    if (!part) return tl::make_unexpected(damaged);
    std::string bytes(size, '\0');
    std::uint64_t got = 0;
    while (got < size) {
        const zip_int64_t more = zip_fread(part.get(), bytes.data() + got, size - got);
        if (more <= 0) return tl::make_unexpected(damaged);
        got += static_cast<std::uint64_t>(more);
    }
    // The checksum is held against the data when the end is met; more data than was declared is damage too.
    char beyond = 0;
    if (zip_fread(part.get(), &beyond, 1) != 0) return tl::make_unexpected(damaged);
    return bytes;
}

std::string bytes_of(zip_source_t* source) {
    zip_stat_t about;
    zip_stat_init(&about);
    if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0)
        throw Error(Fault::outage, "Cannot unpack a workbook in memory.");
    std::string bytes(about.size, '\0');
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got != static_cast<zip_int64_t>(bytes.size()))
        throw Error(Fault::outage, "Cannot unpack a workbook in memory.");
    return bytes;
}

// The parts are kept until the new archive is written: libzip reads them then.
std::string pack(const std::vector<std::pair<std::string, std::string>>& parts) {
    const Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    Archive archive = target ? open(target, ZIP_CREATE | ZIP_TRUNCATE) : nullptr;
    if (!archive) throw Error(Fault::outage, "Cannot unpack a workbook in memory.");
    for (const auto& [name, bytes] : parts) {
        zip_source_t* part = zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0);
        const zip_int64_t index = zip_file_add(archive.get(), name.c_str(), part, ZIP_FL_ENC_UTF_8);
        if (index < 0) zip_source_free(part);
        if (index < 0 ||
            zip_set_file_compression(archive.get(), static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0) != 0)
            throw Error(Fault::outage, "Cannot unpack a workbook in memory.");
    }
    if (zip_close(archive.get()) != 0) throw Error(Fault::outage, "Cannot unpack a workbook in memory.");
    static_cast<void>(archive.release()); // closed, and gone with it
    return bytes_of(target.get());
}

} // namespace

Understood<std::string> plain_archive(std::string_view bytes) {
    if (!bytes.starts_with("PK")) return tl::make_unexpected(problem_of_container(bytes));
    const Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
    const Archive archive = source ? open(source, ZIP_RDONLY | ZIP_CHECKCONS) : nullptr;
    if (!archive) return tl::make_unexpected(damaged);
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > most_parts) return tl::make_unexpected(bomb);
    std::uint64_t total = 0;
    std::vector<std::pair<std::string, std::string>> parts;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t about;
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &about) != 0 ||
            (about.valid & ZIP_STAT_SIZE) == 0)
            return tl::make_unexpected(damaged);
        const std::string name = (about.valid & ZIP_STAT_NAME) != 0 ? about.name : "";
        if (name == "content.xml")
            return tl::make_unexpected(
                Problem{"The file is an OpenDocument spreadsheet (.ods).", "Save it as “Excel workbook (.xlsx)”."});
        if (!holds_cells(name)) continue;
        if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
            return tl::make_unexpected(Problem{"The workbook is encrypted.", "Save it without a password."});
        total += about.size;
        if (about.size > most_bytes || total > most_bytes ||
            (total > unsuspicious_bytes && total / most_ratio > bytes.size()))
            return tl::make_unexpected(bomb);
        auto part = unpack(archive.get(), static_cast<zip_uint64_t>(i), about.size);
        if (!part) return tl::make_unexpected(part.error());
        parts.emplace_back(name, *std::move(part));
    }
    const bool workbook =
        std::ranges::any_of(parts, [](const auto& part) { return part.first == "[Content_Types].xml"; });
    if (!workbook)
        return tl::make_unexpected(Problem{"The file is a ZIP archive, but no Excel workbook.",
                                           "Save the workbook as “Excel workbook (.xlsx)”."});
    return pack(parts);
}

} // namespace qd
