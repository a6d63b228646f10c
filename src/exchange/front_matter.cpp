#include "exchange/front_matter.hpp"

#include "base/costly_prose.hpp"
#include "exchange/csv.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

constexpr std::string_view fence = "+++\n";

} // namespace

std::string unix_text(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return replace_all(replace_all(std::string(bytes), "\r\n", "\n"), "\r", "\n");
}

std::optional<FrontMatter> cut_front_matter(const SourceFile& file, const std::string& place,
                                            ComplaintBook& complaints) {
    const auto refuse = [&](std::size_t row, const std::string& message, const std::string& remedy) {
        complaints.add({place, row, "", "", message, remedy});
        return std::nullopt;
    };
    if (auto complaint = complain_of_encoding(file.bytes, place)) {
        complaints.add(std::move(*complaint));
        return std::nullopt;
    }
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    const auto code = read_own_code(name.substr(0, name.rfind('.')));
    if (!code) return refuse(0, "The name of the file " + code.error().message, code.error().remedy);

    const std::string text = unix_text(file.bytes) + "\n";
    if (!text.starts_with(fence))
        return refuse(1, "The front matter is missing.",
                      "Begin the file with a line +++, then key = \"value\" lines, then another line +++.");
    const auto end = text.find("\n+++\n", fence.size() - 1);
    if (end == std::string::npos)
        return refuse(1, "The front matter is not closed.", "Put a line +++ between it and the text.");
    auto front = parse_toml(std::string_view(text).substr(fence.size(), end + 1 - fence.size()), place, 1, complaints);
    if (!front) return std::nullopt;
    front->line = 1;
    const std::string_view after = std::string_view(text).substr(end + 1 + fence.size());
    if (const auto costly = costly_prose(after)) {
        const auto before = static_cast<std::size_t>(std::ranges::count(text.substr(0, end + 1 + fence.size()), '\n'));
        return refuse(costly->line == 0 ? 0 : before + costly->line, "The text " + costly->message + ".",
                      costly_remedy);
    }
    const auto body = read_text(after);
    if (!body) return refuse(0, "The text " + body.error().message, body.error().remedy);
    return FrontMatter{*code, *std::move(front), *body};
}

std::string join_front_matter(const std::string& front, const std::string& body) {
    const std::string text = plain_text(body);
    return "+++\n" + front + "+++\n" + (text.empty() ? "" : "\n" + text + "\n");
}

} // namespace qd::inline exchange
