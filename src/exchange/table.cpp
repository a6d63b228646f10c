#include "exchange/table.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

constexpr std::size_t most_levels = 32; // from a nation to a ward there are six

// "Known at" and "known_at" are the same heading.
std::string as_heading(std::string_view cell) { return replace_all(lower(trim(cell)), " ", "_"); }

Problem unknown_heading(const std::string& heading, const std::vector<Headings::Known>& known) {
    std::vector<std::string> names;
    for (const Headings::Known& column : known) names.emplace_back(column.name);
    return {"is not a column of this table.",
            did_you_mean(heading, names, "Remove it, or name it as one of " + join(names, ", ") + ".")};
}

} // namespace

Headings::Headings(std::span<const std::string_view> cells, const std::vector<Known>& known, std::size_t row,
                   const Complaining& complain, Rows rows) {
    if (cells.size() == 1 && known.size() > 1 && cells[0].find_first_of(";\t") != std::string_view::npos) {
        complain(row, "", cells[0],
                 {"The cells are not separated by commas.", "Save the file as “CSV UTF-8 (comma delimited)”."});
        usable_ = false;
        return;
    }
    for (const std::string_view cell : cells) {
        columns_.emplace_back();
        const std::string heading = as_heading(cell);
        if (heading.empty()) continue;
        const auto found = std::ranges::find(known, heading, &Known::name);
        if (found == known.end()) {
            complain(row, "", cell, unknown_heading(heading, known));
            continue;
        }
        const auto at = static_cast<std::size_t>(found - known.begin());
        if (there_[at])
            complain(row, heading, cell, {"appears twice in the heading.", "Remove one of the two columns."});
        else
            columns_.back() = at;
        there_.set(at);
    }
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (there_[i] || !must_be_filled(known[i].need)) continue;
        if (rows == Rows::may_be_known && known[i].need == Need::required) continue;
        complain(row, known[i].name, "", {"The column is missing.", "Add it: every row needs it."});
        usable_ = false;
    }
}

namespace {

constexpr std::size_t most_rows_above = 20;

}

bool RowsAbove::take(std::size_t number, std::span<const std::string_view> cells,
                     const std::vector<Headings::Known>& known) {
    if (rows_ >= most_rows_above) return false;
    for (const std::string_view cell : cells)
        if (std::ranges::find(known, as_heading(cell), &Headings::Known::name) != known.end()) return false;
    if (rows_++ > 0) return true;
    first_number_ = number;
    first_.assign(cells.begin(), cells.end());
    return true;
}

void RowsAbove::complain(std::size_t number, const Complaining& complain) const {
    if (rows_ == 0) return;
    const auto text = std::ranges::find_if(first_, [](const std::string& cell) { return !trim(cell).empty(); });
    complain(first_number_, "", text == first_.end() ? std::string() : *text,
             {"is above the table: row " + std::to_string(number) + " looks like its headings.",
              rows_ == 1 ? "Delete the row, so that the headings come first."
                         : "Delete the " + std::to_string(rows_) + " rows above the headings."});
}

bool Keys::take(const std::string& key, const std::string& shown, std::size_t row) {
    const auto [found, fresh] = rows_.try_emplace(key, row);
    if (!fresh)
        complain_(row, column_, shown,
                  {"The row has the same key as row " + std::to_string(found->second) + ".",
                   "Remove one of the two rows, or give it another code."});
    return fresh;
}

void check_tree(const std::vector<Link>& links, const Naming& naming, CodeSet& known, const Complaining& complain) {
    enum class Walk { fresh, under_way, done };
    struct Node {
        const Link* link;
        Walk walk = Walk::fresh;
        std::size_t level = 0; // 0 at the top
    };
    std::unordered_map<std::string_view, Node> nodes;
    for (const Link& link : links) {
        nodes.try_emplace(link.code, Node{&link});
        if (link.row > 0 && !link.parent.empty() && !known.has(link.parent))
            complain(link.row, "parent", link.parent, unknown_code(naming.one, link.parent, known, naming.table));
    }
    for (const Link& start : links) {
        std::vector<Node*> path;
        auto at = nodes.find(start.code);
        while (at != nodes.end() && at->second.walk == Walk::fresh) {
            at->second.walk = Walk::under_way;
            path.push_back(&at->second);
            at = nodes.find(at->second.link->parent);
        }
        // A node met again on the way up is above itself, and so are all after it on the path.
        const bool loop = at != nodes.end() && at->second.walk == Walk::under_way;
        std::size_t level = at == nodes.end() || loop ? 0 : at->second.level + 1;
        for (auto node = path.rbegin(); node != path.rend(); ++node) (*node)->level = level++;
        bool within = false;
        for (Node* node : path) {
            within = within || (loop && node == &at->second);
            node->walk = Walk::done;
            if (within && node->link->row > 0)
                complain(node->link->row, "parent", node->link->parent,
                         {"leads back to " + node->link->code + " itself.",
                          "Name the one above it, or leave the cell empty at the top."});
            if (!loop && node->level >= most_levels && node->link->row > 0)
                complain(node->link->row, "parent", node->link->parent,
                         {"is on level " + std::to_string(node->level) + " below the top; there may be " +
                              std::to_string(most_levels) + " levels in all.",
                          "Name one that is closer to the top."});
        }
    }
}

} // namespace qd::inline exchange
