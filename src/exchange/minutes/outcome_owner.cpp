#include "base/text.hpp"
#include "exchange/minutes/name_words.hpp"
#include "exchange/minutes/outcome_words.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

namespace qd::inline exchange {
namespace {

// What somebody is to do, as it comes after the post in a resolution.
bool is_doing(const std::string& word) {
    static const std::set<std::string> verbs = [] {
        std::istringstream in{
            "arrange ask attend bring bringing call carry check circulate clarify collate compile complete confirm "
            "consider "
            "consult contact convene coordinate create deliver develop discuss distribute draft ensure establish "
            "examine "
            "explore feed finalise find follow forward give identify implement include inform investigate invite issue "
            "liaise look make meet monitor move notify obtain organise place prepare present produce progress provide "
            "publish purchase put raise recommend refer remind reply report request research respond review revise "
            "seek "
            "send set share speak submit supply survey take tell undertake update upload visit work write order "
            "install "
            "repair replace chase pursue source amend add inspect pass post commission conduct draw email ring "
            "telephone"};
        std::set<std::string> set;
        for (std::string each; in >> each;) set.insert(each);
        return set;
    }();
    return verbs.contains(word);
}

// Whether what follows a post says that it is to do something.
bool is_charged(std::string_view after) {
    const std::string low = lower(trim(after));
    for (const std::string_view words :
         {"be asked", "be requested", "be invited", "be instructed", "be reminded", "be tasked", "undertook",
          "offered to", "promised to", "agreed to", "agreed that", "has undertaken"})
        if (low.starts_with(words)) return true;
    std::string_view rest = low;
    for (const std::string_view words : {"to also ", "to ", "would ", "will ", "shall ", "should ", "and "})
        if (rest.starts_with(words)) {
            rest.remove_prefix(words.size());
            break;
        }
    return is_doing(std::string(rest.substr(0, rest.find_first_of(" ,.;:"))));
}

std::string capitalised(std::string_view words) {
    std::string out(words);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

// "Head of Roads to publish": the post at the beginning, if it is charged with something.
std::string subject(std::string_view text) {
    for (const std::string_view word : {"That ", "that ", "The ", "the "})
        if (text.starts_with(word)) text = trim(text.substr(word.size()));
    if (std::string post = post_at(text, 0); !post.empty() && text.starts_with(post)) {
        std::string_view after = text.substr(post.size());
        if (after.starts_with(',')) { // "the Head of Roads, in consultation with the Chair, bring"
            const auto close = after.find(',', 1);
            if (close != std::string_view::npos && close < 120) after.remove_prefix(close + 1);
        }
        return is_charged(after) ? post : "";
    }
    for (const std::string_view post :
         {"clerk", "chair", "chairman", "secretary", "officers", "treasurer", "director", "operators"})
        if (text.starts_with(post) && text.size() > post.size() && text[post.size()] == ' ' &&
            is_charged(text.substr(post.size())))
            return capitalised(post);
    return {};
}

// What may come before "requested" or "ask": nothing, the body that asks, or another thing that it did.
bool leads(std::string_view before) {
    const std::string low = lower(before);
    constexpr std::array<std::string_view, 14> ends{"committee", "panel",  "board", "cabinet",    "council",
                                                    "members",   "member", "forum", "group",      "authority",
                                                    "and",       "to",     "that",  "improvement"};
    return low.empty() || (low.size() < 4 && low == "to") || std::ranges::any_of(ends, [&](std::string_view end) {
               return low.ends_with(end) && (end != "to" || low.size() < 4);
           });
}

// "requested the Head of Housing to …", "ask the operators to attend".
std::string object(std::string_view text) {
    for (const std::string_view verb : {"requested", "requests", "request", "asked", "asks", "ask", "instructed",
                                        "instruct", "invited", "invite", "reminded", "remind", "tasked"}) {
        const auto at = find_words(text, verb);
        if (at == std::string_view::npos || !leads(trim(text.substr(0, at)))) continue;
        std::string_view rest = text.substr(at + verb.size());
        if (!rest.starts_with(' ')) continue;
        rest = trim(rest);
        for (const std::string_view word : {"that ", "the "})
            if (rest.starts_with(word)) rest = trim(rest.substr(word.size()));
        if (std::string found = subject(rest); !found.empty()) return found;
        if (std::string post = post_at(rest, 0); !post.empty() && rest.starts_with(post)) return post;
        const auto to = rest.find(" to ");
        if (to == std::string_view::npos || to > 40) continue;
        const std::string_view who = rest.substr(0, to);
        const auto is_part_of_name = [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-'; };
        if (!std::ranges::all_of(who, is_part_of_name) || std::ranges::count(who, ' ') > 2) continue;
        if (who == "a member" || who == "members" || who == "an officer" || who == "them" || who == "for" ||
            who == "it")
            continue;
        if (who.starts_with("for ") || who.starts_with("a ") || who.starts_with("more ") || who.starts_with("an "))
            continue;
        return capitalised(who);
    }
    return {};
}

// "… (Head of Roads)", "Owner: Head of Roads", "… – Head of Roads": a post set apart.
std::string apart(std::string_view text) {
    for (const std::string_view label :
         {"owner:", "lead:", "responsible:", "lead officer:", "action by:", "by whom:", "who:"})
        if (const auto at = find_words(text, label); at != std::string_view::npos) {
            const std::string_view rest = trim(text.substr(at + label.size()));
            return post_at(rest, 0);
        }
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t from = std::string_view::npos;
        for (const std::string_view mark : {"(", "[", " - ", " – ", " | ", "/ "})
            if (text.substr(at).starts_with(mark)) from = at + mark.size();
        if (from == std::string_view::npos) continue;
        const std::string post = post_at(text, from);
        if (post.empty() || text.substr(from, post.size()) != post) continue;
        const std::string_view after = trim(text.substr(from + post.size()));
        if (after.empty() || after[0] == ')' || after[0] == ']' || after[0] == '.' || after[0] == ';' ||
            after[0] == '-' || after.starts_with("–"))
            return post;
    }
    return {};
}

} // namespace

bool charges_post(std::string_view text) { return !subject(trim(text)).empty(); }

std::string owner_of(std::string_view text) {
    text = trim(text);
    if (std::string found = subject(text); !found.empty()) return found;
    if (std::string found = object(text); !found.empty()) return found;
    if (const std::string post = post_at(text, 0); !post.empty()) {
        std::string_view rest = text.substr(post.size());
        if (trim(rest).empty() || trim(rest) == ".") return post; // nothing but the post
        for (const std::string_view mark : {": ", " - ", " – "})
            if (rest.starts_with(mark)) return post;
    }
    if (std::string found = apart(text); !found.empty()) return found;
    // "In response to a question, the Commissioner agreed to provide"
    for (auto at = find_words(text, "the "); at != std::string_view::npos; at = find_words(text, "the ", at + 1)) {
        const bool begins =
            at > 1 && (text[at - 2] == ',' || text[at - 2] == '.' || text.substr(0, at).ends_with("that "));
        if (!begins) continue;
        if (std::string found = subject(text.substr(at)); !found.empty()) return found;
    }
    return {};
}

} // namespace qd::inline exchange
