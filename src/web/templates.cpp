#include "web/templates.hpp"

#include "base/asset.hpp"
#include "base/text.hpp"
#include "documents/embedded_templates.hpp"

#include <map>
#include <stdexcept>

#include <kainjow/mustache.hpp>

namespace qd::web {
namespace {

namespace mustache = kainjow::mustache;

std::string source_of(const std::string& path) {
    const Asset* asset = find_asset(embedded_templates::all(), path);
    if (asset == nullptr) throw std::logic_error("no template " + path);
    std::string source{asset->bytes};
    while (source.ends_with('\n')) source.pop_back();
    return source;
}

// Parts are put in their place once, when a template is read, so that filling it parses nothing.
std::string with_parts(std::string source) {
    for (std::size_t at; (at = source.find("{{> ")) != std::string::npos;) {
        const std::size_t end = source.find("}}", at);
        if (end == std::string::npos) throw std::logic_error("a {{> without its }} in a template");
        const std::string part{trim(std::string_view{source}.substr(at + 4, end - at - 4))};
        source.replace(at, end + 2 - at, source_of("pages/parts/" + part + ".mustache"));
    }
    return source;
}

// One copy a thread: the library does not promise that two threads may fill the same one.
mustache::mustache& template_of(std::string_view name) {
    thread_local std::map<std::string, mustache::mustache, std::less<>> parsed;
    const auto found = parsed.find(name);
    if (found != parsed.end()) return found->second;
    mustache::mustache made{with_parts(source_of("pages/" + std::string{name} + ".mustache"))};
    if (!made.is_valid()) throw std::logic_error("template " + std::string{name} + ": " + made.error_message());
    return parsed.emplace(name, std::move(made)).first->second;
}

mustache::data to_mustache(const Fields& fields) {
    mustache::data object{mustache::data::type::object};
    for (const auto& [name, node] : fields.values()) {
        if (!node.yes) {
            object[name] = mustache::data{false};
        } else if (!node.text.empty()) {
            object[name] = mustache::data{node.text};
        } else if (!node.list.empty()) {
            mustache::data list{mustache::data::type::list};
            for (const Fields& item : node.list) list << to_mustache(item);
            object[name] = std::move(list);
        } else {
            object[name] = mustache::data{true};
        }
    }
    return object;
}

class StrictContext : public mustache::context<std::string> {
public:
    StrictContext(std::string_view name, const mustache::data& fields)
        : mustache::context<std::string>(&fields), template_(name) {}

    const mustache::data* get(const std::string& name) const override {
        const mustache::data* found = mustache::context<std::string>::get(name);
        if (found == nullptr)
            throw std::logic_error("template " + template_ + " asks for " + name + ", which is not set");
        return found;
    }

private:
    std::string template_;
};

} // namespace

std::string render(std::string_view name, const Fields& fields) {
    const mustache::data data = to_mustache(fields);
    StrictContext context{name, data};
    return template_of(name).render(context);
}

} // namespace qd::web
