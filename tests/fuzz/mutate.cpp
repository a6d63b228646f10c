#include "fuzz/mutate.hpp"

#include "fuzz/nasty.hpp"

#include <algorithm>
#include <vector>

namespace qd::fuzz {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
        lines.push_back(text.substr(start, end - start));
        start = end;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += part;
    return out;
}

// A stretch of at most so many bytes, [first, first + second).
std::pair<std::size_t, std::size_t> stretch(Random& random, const std::string& bytes, std::size_t most) {
    const std::size_t start = random.below(bytes.size() + 1);
    return {start, std::min(random.below(most + 1), bytes.size() - start)};
}

void mutate_bytes_once(Random& random, std::string& bytes) {
    const std::size_t at = random.below(bytes.size() + 1);
    const std::size_t on = bytes.empty() ? 0 : at % bytes.size();
    switch (random.below(9)) {
    case 0:
        if (!bytes.empty()) bytes[on] = static_cast<char>(bytes[on] ^ (1 << random.below(8)));
        break;
    case 1:
        if (!bytes.empty()) bytes[on] = static_cast<char>(random.below(256));
        break;
    case 2: bytes.insert(at, 1, static_cast<char>(random.below(256))); break;
    case 3: {
        const auto [start, size] = stretch(random, bytes, 16);
        bytes.erase(start, size);
        break;
    }
    case 4: bytes.resize(at); break;
    case 5: {
        const auto [start, size] = stretch(random, bytes, 200);
        bytes.insert(at, bytes.substr(start, size));
        break;
    }
    case 6: bytes.insert(at, nasty_cell(random)); break;
    case 7: {
        const auto [start, size] = stretch(random, bytes, 8);
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(start), size, random.once_in(2) ? '\0' : '\xFF');
        break;
    }
    default: std::rotate(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(on), bytes.end());
    }
}

template <class Items> void mutate_order(Random& random, Items& items) {
    if (items.empty()) return;
    const std::size_t a = random.below(items.size()), b = random.below(items.size());
    const auto at = [&](std::size_t place) { return items.begin() + static_cast<std::ptrdiff_t>(place); };
    switch (random.below(4)) {
    case 0: std::swap(items[a], items[b]); break;
    case 1: items.insert(at(b), typename Items::value_type(items[a])); break;
    case 2: items.erase(at(a)); break;
    default:
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random.below(i)]);
    }
}

std::string tweaked_number(Random& random, const std::string& cell) {
    constexpr std::string_view numbers[] = {"0",  "1",       "100",           "0.5",     "99.999999",
                                            "-3", "1000000", "9223372036854", "0.000001"};
    switch (random.below(6)) {
    case 0: return cell + "0";
    case 1: return "-" + cell;
    case 2: return cell + (cell.find('.') == std::string::npos ? ".5" : "5");
    case 3: return cell + "000000";
    case 4: return "0." + cell;
    default: return std::string(random.pick(numbers));
    }
}

bool is_number(const std::string& cell) {
    return !cell.empty() && cell.find_first_not_of("0123456789.-") == std::string::npos;
}

// A table as rows of cells, as CSV has it; what is wrongly quoted ends up somewhere.
class Grid {
public:
    explicit Grid(const std::string& csv) {
        bool quoted = false;
        std::string cell;
        rows_.emplace_back();
        for (const char c : csv) {
            if (c == '"') {
                quoted = !quoted;
                if (quoted && !cell.empty()) cell += '"'; // the second of a doubled quote
            } else if (!quoted && (c == ',' || c == '\n')) {
                rows_.back().push_back(std::move(cell));
                cell.clear();
                if (c == '\n') rows_.emplace_back();
            } else {
                cell += c;
            }
        }
        if (rows_.back().empty() && cell.empty())
            rows_.pop_back();
        else
            rows_.back().push_back(std::move(cell));
    }

    // `loosely`: now and then a cell is left unquoted that should be quoted.
    std::string print(Random& random, std::size_t loosely_once_in) const {
        std::string out;
        for (const auto& row : rows_) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i > 0) out += ',';
                const bool quote = row[i].find_first_of(",\"\n\r") != std::string::npos;
                if (!quote || (loosely_once_in > 0 && random.once_in(loosely_once_in))) {
                    out += row[i];
                    continue;
                }
                out += '"';
                for (const char c : row[i]) out.append(c == '"' ? 2 : 1, c);
                out += '"';
            }
            out += '\n';
        }
        return out;
    }

    bool has_cells() const { return rows_.size() > 1 && !rows_[0].empty(); }

    void change_figures(Random& random) {
        const std::size_t row = random.between(1, rows_.size() - 1);
        if (rows_[row].empty()) return;
        const std::size_t column = random.below(rows_[row].size());
        std::string& cell = rows_[row][column];
        switch (random.below(10)) {
        case 0: cell.clear(); break;
        case 1: rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(row)); break;
        case 2: {
            std::vector<std::vector<std::string>> body(rows_.begin() + 1, rows_.end());
            mutate_order(random, body);
            rows_.resize(1);
            rows_.insert(rows_.end(), body.begin(), body.end());
            break;
        }
        case 3:
        case 4:
        case 5: cell = other_in_column(random, column); break;
        default: cell = is_number(cell) ? tweaked_number(random, cell) : other_in_column(random, column);
        }
    }

    void change_anything(Random& random) {
        const std::size_t row = random.once_in(8) ? 0 : random.below(rows_.size());
        if (rows_[row].empty()) return;
        const std::size_t column = random.below(rows_[row].size());
        std::string& cell = rows_[row][column];
        switch (random.below(14)) {
        case 0:
        case 1:
        case 2:
        case 3: cell = nasty_cell(random); break;
        case 4: cell += nasty_cell(random); break;
        case 5: cell = nasty_cell(random) + cell; break;
        case 6: cell = mutate_bytes(random, cell); break;
        case 7: mutate_order(random, rows_); break;
        case 8: mutate_order(random, rows_[row]); break;
        case 9: change_columns(random, column); break;
        case 10: widen(random, row); break;
        case 11: cell = " \t" + cell + "\xC2\xA0"; break;
        case 12:
            std::ranges::transform(cell, cell.begin(),
                                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
            break;
        default: change_figures(random);
        }
    }

private:
    std::string other_in_column(Random& random, std::size_t column) const {
        const auto& row = rows_[random.between(1, rows_.size() - 1)];
        return column < row.size() ? row[column] : "";
    }
    void change_columns(Random& random, std::size_t column) {
        const std::size_t other = random.below(rows_[0].size() + 1), kind = random.below(3);
        for (auto& row : rows_) {
            if (column >= row.size()) continue;
            if (kind == 0) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
            if (kind == 1)
                row.insert(row.begin() + static_cast<std::ptrdiff_t>(std::min(other, row.size())),
                           std::string(row[column]));
            if (kind == 2 && other < row.size()) std::swap(row[column], row[other]);
        }
    }
    void widen(Random& random, std::size_t row) {
        constexpr std::size_t widths[] = {1, 2, 50, 1'000, 20'000, 100'000};
        std::vector<std::string>& cells = rows_[row];
        cells.resize(cells.size() + random.pick(widths), random.once_in(2) ? "" : "x");
    }

    std::vector<std::vector<std::string>> rows_;
};

} // namespace

std::string mutate_bytes(Random& random, std::string bytes) {
    for (std::size_t i = random.few(6); i > 0; --i) mutate_bytes_once(random, bytes);
    return bytes;
}

std::string mutate_lines(Random& random, const std::string& text) {
    std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = random.few(4); i > 0; --i) mutate_order(random, lines);
    return joined(lines);
}

std::string mutate_table(Random& random, const std::string& csv) {
    if (random.once_in(8)) return mutate_bytes(random, csv);
    if (random.once_in(12)) return mutate_encoding(random, csv);
    if (random.once_in(12)) return mutate_lines(random, csv);
    Grid grid(csv);
    for (std::size_t i = random.few(5); i > 0 && grid.has_cells(); --i) grid.change_anything(random);
    return grid.print(random, random.once_in(4) ? 10 : 0);
}

std::string mutate_figures(Random& random, const std::string& csv) {
    Grid grid(csv);
    for (std::size_t i = random.few(4); i > 0 && grid.has_cells(); --i) grid.change_figures(random);
    return grid.print(random, 0);
}

std::string mutate_toml(Random& random, const std::string& text) {
    if (random.once_in(8)) return mutate_bytes(random, text);
    if (random.once_in(16)) return mutate_encoding(random, text);
    std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = random.few(4); i > 0; --i) {
        const std::size_t at = random.below(lines.size() + 1);
        const std::size_t sign = at < lines.size() ? lines[at].find('=') : std::string::npos;
        if (sign != std::string::npos && !random.once_in(3))
            lines[at] = lines[at].substr(0, sign + 1) + " " + nasty_toml(random) + "\n";
        else if (random.once_in(2))
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), nasty_toml(random));
        else
            mutate_order(random, lines);
    }
    return joined(lines);
}

std::string mutate_narrative(Random& random, const std::string& text) {
    if (random.once_in(10)) return mutate_bytes(random, text);
    const std::size_t end = text.find("\n+++", 3);
    const std::size_t cut = end == std::string::npos ? 0 : end + 4;
    if (random.once_in(2)) return mutate_toml(random, text.substr(0, cut)) + text.substr(cut);
    std::vector<std::string> lines = lines_of(text.substr(cut));
    for (std::size_t i = random.few(6); i > 0; --i) {
        const std::size_t at = random.below(lines.size() + 1);
        if (random.once_in(4))
            mutate_order(random, lines);
        else
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), nasty_markdown(random));
    }
    return text.substr(0, cut) + joined(lines);
}

std::string mutate_xml(Random& random, const std::string& given) {
    if (random.once_in(6)) return mutate_bytes(random, given);
    std::string text = given;
    for (std::size_t i = random.few(5); i > 0 && !text.empty(); --i) {
        constexpr std::string_view marks = "<>\"";
        const char mark = random.pick(marks);
        const std::size_t start = std::min(text.find(mark, random.below(text.size())), text.size() - 1) + 1;
        const std::size_t end = std::min(text.find_first_of(marks, start), text.size());
        switch (random.below(4)) {
        case 0: text.replace(start, end - start, nasty_xml(random)); break;
        case 1: text.insert(start, nasty_xml(random)); break;
        case 2: text.erase(start, end - start); break;
        default: text.replace(start, end - start, nasty_cell(random));
        }
    }
    return text;
}

std::string mutate_encoding(Random& random, const std::string& text) {
    std::string out;
    switch (random.below(6)) {
    case 0: return "\xEF\xBB\xBF" + text;
    case 1:
        for (const char c : text) out += c == '\n' ? "\r\n" : std::string(1, c);
        return out;
    case 2: // UTF-16
        out = random.once_in(2) ? "\xFF\xFE" : "";
        for (const char c : text) out.append({c, '\0'});
        return out;
    case 3: // as Windows-1252 has letters beyond ASCII: one byte each
        for (const char c : text)
            if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) out += c;
        return out;
    case 4:
        out = text;
        std::ranges::replace(out, '\n', '\r');
        return out;
    default: return text + std::string(random.between(1, 3), '\0');
    }
}

std::string mutate_file(Random& random, std::string_view path, const std::string& bytes) {
    if (random.once_in(20)) return random.once_in(2) ? mutate_encoding(random, bytes) : mutate_bytes(random, bytes);
    if (path.ends_with(".csv")) return mutate_table(random, bytes);
    if (path.ends_with(".toml")) return mutate_toml(random, bytes);
    if (path.ends_with(".md")) return mutate_narrative(random, bytes);
    if (path.ends_with(".xml") || path.ends_with(".rels")) return mutate_xml(random, bytes);
    return mutate_bytes(random, bytes);
}

} // namespace qd::fuzz
