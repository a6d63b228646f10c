#include "exchange/workbook/archive.hpp"

#include <algorithm>
#include <memory>
#include <new>

#include <zip.h>

namespace qd::inline exchange {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{512} << 20; // unpacked, all parts together
constexpr std::uint64_t most_ratio = 200;                      // unpacked to packed; sheets pack 10 to 60 times
constexpr std::uint64_t unsuspicious_bytes = std::uint64_t{16} << 20;
// Less for a small workbook, so that nobody can fill the memory with it.
constexpr std::uint64_t most_of_small = std::uint64_t{200} << 20, more_per_byte = 12;
constexpr zip_int64_t most_parts = 10'000;

const Problem damaged{"The workbook is damaged: it is not a whole ZIP archive.",
                      "Open it in the spreadsheet program and save it again."};
const Problem bomb{"The workbook is far larger unpacked than a workbook of figures can be, and was not opened.",
                   "Save only the sheets that are needed, or hand the tables in as CSV."};

struct Closing {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* part) const { zip_fclose(part); }
};
using Archive = std::unique_ptr<zip_t, Closing>;
using PartReading = std::unique_ptr<zip_file_t, Closing>;

Archive open(std::string_view bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr) throw std::bad_alloc();
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr); // it keeps the source
    if (archive == nullptr) zip_source_free(source);
    return Archive(archive);
}

bool is_bomb(std::uint64_t part, std::uint64_t total, std::uint64_t packed) {
    return part > most_bytes || total > std::min(most_bytes, most_of_small + more_per_byte * packed) ||
           (total > unsuspicious_bytes && total / most_ratio > packed);
}

bool is_of_interest(std::string_view name, Unpacked wanted) {
    if (wanted == Unpacked::outline && name.starts_with("xl/worksheets/") && name.ends_with(".xml")) return false;
    return name.ends_with(".xml") || name.ends_with(".rels");
}

const Problem locked_book{"The workbook is encrypted.", "Save it without a password."};

// The containers of old: what is in them has its name in two bytes a letter.
bool is_old_container(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0"); }
bool names_part(std::string_view bytes, std::string_view part) {
    std::string wide;
    for (const char c : part) (wide += c) += '\0';
    return bytes.find(wide) != std::string_view::npos;
}

// Why bytes that are not a ZIP archive cannot be read.
Problem problem_of_container(std::string_view bytes) {
    if (!is_old_container(bytes))
        return {"The file is not an Excel workbook (.xlsx).", "Save it as “Excel workbook (.xlsx)”."};
    if (names_part(bytes, "EncryptedPackage")) return locked_book;
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
    // The checksum is compared with the data when the end is reached; more data than was declared is damage too.
    char beyond = 0;
    if (zip_fread(part.get(), &beyond, 1) != 0) return tl::make_unexpected(damaged);
    return bytes;
}

} // namespace

Understood<WorkbookParts> unpack_workbook(std::string_view bytes, Unpacked wanted) {
    if (!bytes.starts_with("PK")) return tl::make_unexpected(problem_of_container(bytes));
    const Archive archive = open(bytes);
    if (!archive) return tl::make_unexpected(damaged);
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > most_parts) return tl::make_unexpected(bomb);
    std::uint64_t total = 0;
    WorkbookParts parts;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t about;
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &about) != 0 ||
            (about.valid & ZIP_STAT_SIZE) == 0)
            return tl::make_unexpected(damaged);
        const std::string name = (about.valid & ZIP_STAT_NAME) != 0 ? about.name : "";
        if (name == "content.xml")
            return tl::make_unexpected(
                Problem{"The file is an OpenDocument spreadsheet (.ods).", "Save it as “Excel workbook (.xlsx)”."});
        if (!is_of_interest(name, Unpacked::all)) continue;
        if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
            return tl::make_unexpected(locked_book);
        total += about.size;
        if (is_bomb(about.size, total, bytes.size())) return tl::make_unexpected(bomb);
        if (!is_of_interest(name, wanted)) continue;
        auto part = unpack(archive.get(), static_cast<zip_uint64_t>(i), about.size);
        if (!part) return tl::make_unexpected(part.error());
        parts[name] = *std::move(part);
    }
    if (!parts.contains("[Content_Types].xml"))
        return tl::make_unexpected(Problem{"The file is a ZIP archive, but not an Excel workbook.",
                                           "Save the workbook as “Excel workbook (.xlsx)”."});
    return parts;
}

bool stream_part(std::string_view workbook, const std::string& path,
                 const std::function<bool(std::string_view)>& on_piece) {
    const Archive archive = open(workbook);
    zip_stat_t about;
    if (!archive || zip_stat(archive.get(), path.c_str(), 0, &about) != 0) return false;
    const PartReading part(zip_fopen_index(archive.get(), about.index, 0));
    if (!part) return false;
    std::string piece(std::size_t{1} << 18, '\0');
    std::uint64_t left = about.size;
    for (;;) {
        const zip_int64_t got = zip_fread(part.get(), piece.data(), piece.size());
        if (got < 0 || static_cast<std::uint64_t>(got) > left) return false; // more than was declared is damage
        if (got == 0) return left == 0;
        left -= static_cast<std::uint64_t>(got);
        if (!on_piece(std::string_view(piece).substr(0, static_cast<std::size_t>(got)))) return true;
    }
}

std::optional<Problem> problem_of_open_document(std::string_view bytes) {
    const Problem other{"The file is named .ods, but it is not an OpenDocument spreadsheet.",
                        "Save it as “Excel workbook (.xlsx)”."};
    if (!bytes.starts_with("PK")) return other;
    const Archive archive = open(bytes);
    if (!archive) return damaged;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > most_parts) return bomb;
    std::uint64_t total = 0;
    std::string kind, manifest;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t about;
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(archive.get(), index, 0, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0) return damaged;
        if (is_bomb(about.size, total += about.size, bytes.size())) return bomb;
        const std::string_view name = (about.valid & ZIP_STAT_NAME) != 0 ? about.name : "";
        if (name != "mimetype" && name != "META-INF/manifest.xml") continue;
        if (about.size > unsuspicious_bytes) return bomb;
        const auto part = unpack(archive.get(), index, about.size);
        if (!part) return part.error();
        (name == "mimetype" ? kind : manifest) = *part;
    }
    if (kind != "application/vnd.oasis.opendocument.spreadsheet" ||
        zip_name_locate(archive.get(), "content.xml", 0) < 0)
        return other;
    return manifest.find("encryption-data") != std::string::npos ? std::optional(locked_book) : std::nullopt;
}

std::optional<Problem> problem_of_old_workbook(std::string_view bytes) {
    if (is_old_container(bytes) && names_part(bytes, "EncryptedPackage")) return locked_book;
    if (is_old_container(bytes) && (names_part(bytes, "Workbook") || names_part(bytes, "Book"))) return std::nullopt;
    if (bytes.starts_with("PK"))
        return Problem{"The file is named .xls, but it is a workbook of another kind.",
                       "Give it the ending .xlsx, or save it as “Excel workbook (.xlsx)”."};
    return Problem{"The file is named .xls, but it is not a workbook: perhaps a table or a web page.",
                   "Open it in the spreadsheet program and save it as “Excel workbook (.xlsx)”."};
}

std::optional<std::string> workbook_part(std::string_view bytes, const std::string& path, std::size_t most) {
    if (!bytes.starts_with("PK")) return std::nullopt;
    const Archive archive = open(bytes);
    if (!archive) return std::nullopt;
    zip_stat_t about;
    if (zip_stat(archive.get(), path.c_str(), 0, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0 ||
        about.size > most ||
        ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE))
        return std::nullopt;
    auto part = unpack(archive.get(), about.index, about.size);
    return part ? std::optional(*std::move(part)) : std::nullopt;
}

} // namespace qd::inline exchange
