#include "exchange/withdrawing.hpp"

#include "base/text.hpp"
#include "exchange/row_keys.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace qd::inline exchange {
namespace {

constexpr std::string_view mark = "Withdrawn: ";
// What one reading of all files complains of; but for rows, which move where one is left out.
struct Reading {
    Content content;
    Complaints complaints;
};
Reading read_all(const std::vector<SourceFile>& files, const Settings& settings) {
    Content nothing;
    nothing.settings = settings;
    Intake intake(nothing);
    Reading reading;
    read_into(source_of(files, intake.complaints), reading.content, intake);
    reading.complaints = intake.complaints.take();
    return reading;
}
bool is_the_same(const Complaint& a, const Complaint& b) {
    return a.file == b.file && a.column == b.column && a.value == b.value && a.message == b.message;
}

// "actions A1, A2 (subject)": the rows that the complaints speak of, by file and column.
std::string referrers(const Complaints& complaints, const std::vector<SourceFile>& files) {
    constexpr std::size_t most = 10;
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> found;
    std::map<std::string, TextTable> tables;
    for (const TextKind& kind : text_kinds())
        if (kind.folder.empty()) tables.emplace(kind.name + ".csv", text_table(files, kind));
    for (const Complaint& each : complaints) {
        std::vector<std::string>& rows = found[{each.file, each.column}];
        const auto table = tables.find(each.file);
        if (table == tables.end()) continue;
        const auto row = std::ranges::find(table->second.rows, each.row, &TextTable::Row::number);
        if (row == table->second.rows.end()) continue;
        std::string shown = shown_key(row->key);
        if (std::ranges::find(rows, shown) == rows.end()) rows.push_back(std::move(shown));
    }
    std::vector<std::string> parts;
    for (auto& [where, rows] : found) {
        const std::size_t count = rows.size();
        if (count > most) rows.resize(most), rows.push_back("… and " + std::to_string(count - most) + " more");
        const std::string name =
            where.first.ends_with(".csv") ? where.first.substr(0, where.first.size() - 4) : where.first;
        parts.push_back(replace_all(name, "_", " ") + (rows.empty() ? "" : " " + join(rows, ", ")) +
                        (where.second.empty() ? "" : " (" + where.second + ")"));
    }
    return join(parts, "; ");
}

// Works through what is asked, row by row.
class Withdrawer {
public:
    Withdrawer(const Content& content, const std::string& settings_text, bool with_returns)
        : content_(content), own_(content.settings.area), kinds_(text_kinds()) {
        Content written = content;
        if (!with_returns) written.returns.clear();
        files_ = rest_ = to_files(written, settings_text);
        has_returns_ = with_returns;
    }

    void take(const AskedWithdrawal& asked) {
        const auto kind = std::ranges::find(kinds_, asked.table, &TextKind::name);
        if (kind == kinds_.end()) return complain_of_table(asked);
        if (trim(asked.reason).empty()) return complain(asked, "has no reason.", "Say why it is withdrawn.");
        const auto found = tables_.try_emplace(kind->name, text_table(files_, *kind)).first;
        const TextTable& table = found->second;
        std::vector<std::size_t> rows;
        std::set<std::vector<std::string>> keys;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            if (!names_key(asked.words, kind->keys, table.rows[i].key, own_)) continue;
            rows.push_back(i);
            keys.insert(table.rows[i].key);
        }
        if (rows.empty()) return complain_of_row(asked, table);
        if (keys.size() > 1)
            return complain(asked, "names more than one row of " + asked.table + ".",
                            "Give all of " + join(key_names(*kind), ", ") + ".");
        const std::vector<std::string>& key = *keys.begin();
        if (!taken_.insert({kind->name, key}).second)
            return complain(asked, "is withdrawn twice.", "Withdraw it once.");
        if (kind->name == returns_table.name) return take_figure(asked, key);
        note_cells(table, rows.back());
        made_.rows.push_back({kind->name, stored_key(*kind, key, own_), std::string(trim(asked.reason))});
        asked_.push_back(asked);
        gone_[kind->name].insert(gone_[kind->name].end(), rows.begin(), rows.end());
    }

    tl::expected<Withdrawing, Complaints> finish() {
        for (const auto& [name, rows] : gone_) leave_out(rest_, tables_.at(name), rows);
        if (!gone_.empty())
            read_rest();
        else
            made_.rest = content_;
        if (!complaints_.empty()) return tl::make_unexpected(std::move(complaints_));
        return std::move(made_);
    }

private:
    void complain(const AskedWithdrawal& asked, std::string message, std::string remedy) {
        complaints_.push_back({asked.file.empty() ? asked.table : asked.file, asked.row,
                               asked.file.empty() ? "" : std::string(withdrawn_column), shown_key(asked.words),
                               std::move(message), std::move(remedy)});
    }

    void complain_of_table(const AskedWithdrawal& asked) {
        complaints_.push_back({asked.table, 0, "", "", no_such_table(asked.table), ""});
    }

    void complain_of_row(const AskedWithdrawal& asked, const TextTable& table) {
        complain(asked, "There is no such row.",
                 meant_row(table, asked.words, "Name the row by its " + join(key_names(table.kind), ", ") + "."));
    }

    // The newest word on a figure is a gap from now on.
    void take_figure(const AskedWithdrawal& asked, const std::vector<std::string>& key) {
        const MeasureCode measure(key[0]);
        const AreaCode area(key[1]);
        const Period period = *Period::parse(key[2]);
        std::optional<Observation> newest;
        std::optional<Instant> known_at;
        for (const Return& each : content_.returns) {
            if (each.measure != measure || each.origin == Origin::computed) continue;
            for (std::size_t i = 0; i < each.observations.size(); ++i) {
                Observation cell = each.observations.at(i);
                if (cell.area != area || !(cell.period == period) || (newest && each.known_at < known_at)) continue;
                newest = std::move(cell);
                known_at = each.known_at;
            }
        }
        if (!newest || is_withdrawn(*newest))
            return complain(asked, "is already withdrawn.", "There is nothing to do.");
        const auto note = [&](std::string_view field, const std::optional<Decimal>& number) {
            if (number) made_.cells.push_back({asked.table, shown_key(key), std::string(field), print(*number), ""});
        };
        note("numerator", newest->numerator), note("denominator", newest->denominator);
        note("value", newest->value), note("target", newest->target);
        const std::string reason(trim(asked.reason));
        Return gap;
        gap.measure = measure;
        gap.reason = reason;
        gap.observations.add(withdrawn_cell(area, period, reason));
        made_.gaps.push_back(std::move(gap));
    }

    void note_cells(const TextTable& table, std::size_t at) {
        const TextTable::Row& row = table.rows[at];
        const std::vector<std::string> names = key_names(table.kind);
        for (std::size_t i = 0; i < row.cells.size() && i < table.heading.size(); ++i)
            if (!row.cells[i].empty() && std::ranges::find(names, table.heading[i]) == names.end())
                made_.cells.push_back({table.kind.name, shown_key(row.key), table.heading[i], row.cells[i], ""});
    }

    void read_rest() {
        Reading rest = read_all(rest_, content_.settings);
        const Complaints before =
            rest.complaints.empty() ? Complaints() : read_all(files_, content_.settings).complaints;
        if (rest.complaints.empty()) {
            made_.rest = std::move(rest.content);
            if (!has_returns_) made_.rest->returns = content_.returns;
            return;
        }
        Complaints fresh;
        std::ranges::copy_if(rest.complaints, std::back_inserter(fresh), [&](const Complaint& each) {
            return std::ranges::none_of(before, [&](const Complaint& old) { return is_the_same(each, old); });
        });
        // each goes with the row whose code it names; else with the first
        std::map<std::size_t, Complaints> by_row;
        for (Complaint& each : fresh) {
            std::size_t at = 0;
            for (std::size_t i = 0; i < made_.rows.size(); ++i)
                if (each.value.find(made_.rows[i].key.front()) != std::string::npos) at = i;
            by_row[at].push_back(std::move(each));
        }
        for (const auto& [at, all] : by_row)
            complain(asked_[at], "is referred to by " + referrers(all, rest_) + ".",
                     "Withdraw these first, or make them refer to something else.");
    }

    const Content& content_;
    AreaCode own_;
    std::vector<TextKind> kinds_;
    std::vector<SourceFile> files_, rest_;
    bool has_returns_ = false;
    std::map<std::string, TextTable> tables_;
    std::map<std::string, std::vector<std::size_t>> gone_;
    std::set<std::pair<std::string, std::vector<std::string>>> taken_;
    std::vector<AskedWithdrawal> asked_; // one for each of the rows made
    Withdrawing made_;
    Complaints complaints_;
};

} // namespace

Observation withdrawn_cell(const AreaCode& area, Period period, const std::string& reason) {
    Observation cell;
    cell.area = area;
    cell.period = period;
    cell.gap = GapReason::not_available;
    cell.note = std::string(mark) + reason;
    return cell;
}

bool is_withdrawn(const Observation& cell) {
    return cell.gap == GapReason::not_available && cell.note.starts_with(mark);
}

std::string broken_references(const Content& before, const Content& after) {
    const auto files_of = [](const Content& content) { // returns refer to areas and measures alone, by code
        Content written = content;
        written.returns.clear();
        return to_files(written, "");
    };
    const std::vector<SourceFile> files = files_of(after);
    Complaints fresh = read_all(files, after.settings).complaints;
    if (fresh.empty()) return "";
    const Complaints known = read_all(files_of(before), before.settings).complaints;
    std::erase_if(fresh, [&](const Complaint& each) {
        return std::ranges::any_of(known, [&](const Complaint& old) { return is_the_same(each, old); });
    });
    return referrers(fresh, files);
}

tl::expected<Withdrawing, Complaints> withdrawing(const Content& content, const std::string& settings_text,
                                                  const std::vector<AskedWithdrawal>& asked) {
    // returns are most of a content, and refer to areas and measures alone
    const bool with_returns = std::ranges::any_of(asked, [](const AskedWithdrawal& each) {
        return each.table == returns_table.name || each.table == measures_table.name || each.table == areas_table.name;
    });
    Withdrawer withdrawer(content, settings_text, with_returns);
    for (const AskedWithdrawal& each : asked) withdrawer.take(each);
    return withdrawer.finish();
}

} // namespace qd::inline exchange
