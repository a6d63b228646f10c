#include "documents/formats/html.hpp"

#include "base/printable.hpp"
#include "charts/drawing.hpp"
#include "documents/document_template.hpp"
#include "documents/formats/html_writer.hpp"

#include <kainjow/mustache.hpp>

namespace qd::inline documents {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

std::string fill(std::string_view name, data values) {
    mustache page{std::string(document_template(name))};
    return page.render(values);
}

data lines_of(const std::vector<std::string>& lines) {
    data out{data::type::list};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        data line;
        line.set("words", printable(lines[i]));
        line.set("first", i == 0);
        out << line;
    }
    return out;
}

std::string page(const Document& document, data values, Medium medium = Medium::screen) {
    values.set("language", document.language);
    values.set("title", printable(document.organisation.empty() ? document.title
                                                                : document.title + " – " + document.organisation));
    values.set("article", article_html(document, medium));
    return fill("page.mustache", values);
}

} // namespace

std::string_view document_stylesheet() { return document_template("paper.css"); }

std::string article_html(const Document& document, Medium medium) {
    HtmlWriter writer(medium);
    data values;
    values.set("title", printable(document.title));
    values.set("left", lines_of(document.masthead.left));
    values.set("right", lines_of(document.masthead.right));
    values.set("masthead", !document.masthead.left.empty() || !document.masthead.right.empty());
    values.set("facts", writer.write(document.facts, "facts"));
    const std::string body = writer.write(document.blocks);
    values.set("body", body + writer.write_notes());
    values.set("foot", printable(document.foot));
    return fill("article.mustache", values);
}

std::string to_html(const Document& document) {
    data values;
    values.set("style", std::string(document_stylesheet()));
    return page(document, values);
}

std::string to_html(const Document& document, const std::string& stylesheet_href) {
    data values;
    values.set("href", stylesheet_href);
    return page(document, values);
}

std::string to_paged_html(const Document& document) {
    data values;
    values.set("style", std::string(document_stylesheet()) + std::string(document_template("paged.css")));
    return page(document, values, Medium::print);
}

} // namespace qd::inline documents
