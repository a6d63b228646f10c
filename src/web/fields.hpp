#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace qd::web {

// What a template is filled with: names and their texts, yes-or-noes, objects and lists. Every name a template asks for
// has to be set, or rendering fails: a page is never silently blank.
class Fields {
public:
    Fields& text(std::string name, std::string_view value); // escaped by the template; "" counts as no
    Fields& flag(std::string name, bool value);
    Fields& object(std::string name, Fields value);
    Fields& list(std::string name, std::vector<Fields> values);
    Fields& none(std::string name) { return flag(std::move(name), false); }

    const auto& values() const { return values_; }

private:
    struct Node;
    std::map<std::string, Node> values_;
};

struct Fields::Node {
    bool yes = false;
    std::string text;
    std::vector<Fields> list; // an object is a list of one: mustache renders both alike
};

inline Fields& Fields::text(std::string name, std::string_view value) {
    values_.insert_or_assign(std::move(name), Node{!value.empty(), std::string{value}, {}});
    return *this;
}

inline Fields& Fields::flag(std::string name, bool value) {
    values_.insert_or_assign(std::move(name), Node{value, {}, {}});
    return *this;
}

inline Fields& Fields::object(std::string name, Fields value) {
    Node node{true, {}, {}};
    node.list.push_back(std::move(value));
    values_.insert_or_assign(std::move(name), std::move(node));
    return *this;
}

inline Fields& Fields::list(std::string name, std::vector<Fields> values) {
    values_.insert_or_assign(std::move(name), Node{!values.empty(), {}, std::move(values)});
    return *this;
}

} // namespace qd::web
