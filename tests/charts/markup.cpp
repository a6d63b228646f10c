#include "charts/markup.hpp"

#include <algorithm>
#include <set>

namespace qd::test {
namespace {

bool is_void(std::string_view tag) {
    static const std::set<std::string_view> names{"meta", "link", "br", "hr", "img", "col"};
    return names.contains(tag);
}

bool name_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == ':' || c == '_'; }

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    MarkupReport read() {
        while (at_ < text_.size()) {
            if (text_[at_] == '<')
                tag();
            else
                content();
        }
        for (const std::string& name : open_) fault("<" + name + "> is not closed");
        references();
        return report_;
    }

private:
    void fault(const std::string& what) {
        report_.faults.push_back(what + " near “" + std::string(text_.substr(at_, 40)) + "”");
    }

    void content() {
        const auto end = std::min(text_.find('<', at_), text_.size());
        if (open_.empty() || open_.back() != "style") entities(text_.substr(at_, end - at_));
        at_ = end;
    }

    void entities(std::string_view part) {
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (part[i] == '>') fault("bare >");
            if (part[i] != '&') continue;
            const auto end = part.find(';', i);
            static const std::set<std::string_view> known{"amp", "lt", "gt", "quot", "#39", "apos"};
            if (end == std::string_view::npos || !known.contains(part.substr(i + 1, end - i - 1))) fault("bare &");
        }
    }

    void tag() {
        if (text_.substr(at_).starts_with("<!")) {
            at_ = std::min(text_.find('>', at_), text_.size() - 1) + 1;
            return;
        }
        ++at_;
        if (text_[at_] == '/') {
            const auto end = text_.find('>', at_);
            const std::string name(text_.substr(at_ + 1, end - at_ - 1));
            if (open_.empty() || open_.back() != name)
                fault("</" + name + "> does not match");
            else
                open_.pop_back();
            at_ = end + 1;
            return;
        }
        const std::string name = word();
        report_.tags.push_back(name);
        const bool closed = attributes(name);
        if (!closed && !is_void(name)) open_.push_back(name);
    }

    std::string word() {
        const auto from = at_;
        while (at_ < text_.size() && name_char(text_[at_])) ++at_;
        if (at_ == from) {
            fault("a name is missing");
            ++at_;
        }
        return std::string(text_.substr(from, at_ - from));
    }

    bool attributes(const std::string& tag_name) {
        std::set<std::string> seen;
        for (;;) {
            while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
            if (at_ >= text_.size()) {
                fault("tag does not end");
                return true;
            }
            if (text_[at_] == '>') {
                ++at_;
                return false;
            }
            if (text_.substr(at_).starts_with("/>")) {
                at_ += 2;
                return true;
            }
            const std::string name = word();
            report_.attributes.push_back(tag_name + " " + name);
            if (!seen.insert(name).second) fault("attribute " + name + " twice");
            if (at_ >= text_.size() || text_[at_] != '=') {
                if (name != "open" && name != "hidden") fault("attribute without a value");
                continue;
            }
            at_ += 2;
            const auto end = text_.find('"', at_);
            const std::string value(text_.substr(at_, end - at_));
            entities(value);
            if (name == "id") report_.ids.push_back(value);
            if (name == "aria-labelledby" || name == "headers") refers(value);
            if (name == "href" && value.starts_with('#')) refers(value.substr(1));
            at_ = end + 1;
        }
    }

    void refers(const std::string& ids) {
        std::size_t from = 0;
        while (from <= ids.size()) {
            const auto end = std::min(ids.find(' ', from), ids.size());
            references_.push_back(ids.substr(from, end - from));
            from = end + 1;
        }
    }

    void references() {
        auto sorted = report_.ids;
        std::ranges::sort(sorted);
        for (std::size_t i = 1; i < sorted.size(); ++i)
            if (sorted[i] == sorted[i - 1]) report_.faults.push_back("id twice: " + sorted[i]);
        for (const std::string& id : references_)
            if (!std::ranges::binary_search(sorted, id)) report_.faults.push_back("no such id: " + id);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::string> open_, references_;
    MarkupReport report_;
};

} // namespace

MarkupReport read_markup(std::string_view text) { return Reader(text).read(); }

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

} // namespace qd::test
