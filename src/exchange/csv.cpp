#include "exchange/csv.hpp"

#include "base/text.hpp"

#include <algorithm>

#include <csv.h>

namespace qd::inline exchange {
namespace {

constexpr std::size_t most_columns = 1'000;
constexpr std::size_t most_cell_bytes = 1 << 20;
constexpr std::size_t piece_bytes = 1 << 16; // so much at a time, to stop soon where a limit is passed

// Rows without a quotation mark are cut at their commas; the others, which may run over several lines, go through libcsv.
class CsvReading {
public:
    CsvReading(const std::string& file, ComplaintBook& complaints, const OnRow& on_row)
        : file_(file), complaints_(complaints), on_row_(on_row) {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    }
    CsvReading(const CsvReading&) = delete;
    CsvReading& operator=(const CsvReading&) = delete;
    ~CsvReading() { csv_free(&parser_); }

    Outcome read(std::string_view bytes, std::size_t first_line) {
        for (std::size_t line = first_line; !bytes.empty() && !stopped_; ++line) {
            const std::string_view text = bytes.substr(0, csv_line_length(bytes));
            bytes.remove_prefix(text.size());
            if (!within_row_) row_ = line;
            if (within_row_ || text.find('"') != std::string_view::npos)
                parse(text);
            else
                cut(text);
        }
        if (!stopped_ && csv_fini(&parser_, on_cell, on_end, this) != 0)
            refuse("opens a quotation mark that is not closed.", "Close it with \".");
        return stopped_ ? Outcome::unreadable : Outcome::read;
    }

private:
    void cut(std::string_view text) {
        while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
        if (trim_blanks(text).empty()) return;
        views_.clear();
        for (;;) {
            const auto comma = text.find(',');
            if (!fits(std::min(comma, text.size()))) return;
            views_.push_back(trim_blanks(text.substr(0, comma)));
            if (comma == std::string_view::npos) break;
            text.remove_prefix(comma + 1);
        }
        on_row_(row_, views_);
    }

    void parse(std::string_view text) {
        within_row_ = true;
        while (!text.empty() && !stopped_) {
            const std::string_view piece = text.substr(0, piece_bytes);
            text.remove_prefix(piece.size());
            if (csv_parse(&parser_, piece.data(), piece.size(), on_cell, on_end, this) != piece.size() && !stopped_)
                refuse("has a quotation mark in the middle of a cell.",
                       "Put the whole cell in quotation marks and double those within it: \"the \"\"old\"\" rate\".");
            if (!stopped_ && parser_.entry_pos > most_cell_bytes) fits(parser_.entry_pos);
        }
    }

    bool fits(std::size_t bytes) {
        if (bytes > most_cell_bytes)
            refuse("has a cell of more than a million bytes.",
                   within_row_ ? "Is a quotation mark left open? Close it with \"." : "Shorten it.");
        else if (cells_.size() >= most_columns || views_.size() >= most_columns)
            refuse("has more than 1,000 columns.", "Remove the columns that are not needed.");
        return !stopped_;
    }

    void refuse(const std::string& message, const std::string& remedy) {
        stopped_ = true;
        complaints_.add({file_, row_, "", "", "The row " + message, remedy + " The rows after it were not read."});
    }

    static void on_cell(void* bytes, std::size_t size, void* self) {
        auto& reading = *static_cast<CsvReading*>(self);
        if (reading.stopped_) return;
        reading.views_.clear();
        if (reading.fits(size)) reading.cells_.emplace_back(static_cast<const char*>(bytes), size);
    }

    static void on_end(int, void* self) {
        auto& reading = *static_cast<CsvReading*>(self);
        reading.within_row_ = false;
        if (reading.stopped_) return;
        reading.views_.assign(reading.cells_.begin(), reading.cells_.end());
        reading.on_row_(reading.row_, reading.views_);
        reading.cells_.clear();
    }

    const std::string& file_;
    ComplaintBook& complaints_;
    const OnRow& on_row_;
    csv_parser parser_{};
    std::size_t row_ = 1;
    bool within_row_ = false, stopped_ = false;
    std::vector<std::string> cells_;
    std::vector<std::string_view> views_;
};

} // namespace

std::string_view trim_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::size_t csv_line_length(std::string_view bytes) {
    const auto feed = bytes.find('\n');
    const auto carriage = bytes.substr(0, feed).find('\r');
    if (carriage == std::string_view::npos) return feed == std::string_view::npos ? bytes.size() : feed + 1;
    return carriage + 1 == feed ? feed + 1 : carriage + 1;
}

std::string_view without_byte_order_mark(std::string_view bytes) {
    return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

Outcome read_csv(std::string_view bytes, const std::string& file, ComplaintBook& complaints, const OnRow& on_row,
                 std::size_t first_line) {
    return CsvReading(file, complaints, on_row).read(without_byte_order_mark(bytes), first_line);
}

void append_csv_cell(std::string& out, std::string_view text) {
    const bool bare =
        text.find_first_of("\",\r\n") == std::string_view::npos && trim_blanks(text).size() == text.size();
    if (bare) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

std::string write_csv(const CsvRows& rows) {
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            append_csv_cell(out, row[i]);
        }
        out += '\n';
    }
    return out;
}

} // namespace qd::inline exchange
