#include "exchange/minutes/attendance.hpp"

#include "base/text.hpp"
#include "exchange/minutes/item_titles.hpp"
#include "exchange/minutes/outcome_words.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace qd::inline exchange {
namespace {

struct Person {
    std::string name, post;
    bool member = false, chair = false, substitute = false;
    std::string initials; // "JW", as the list gives them
};

bool is_small(std::string_view word) { return word[0] >= 'a' && word[0] <= 'z'; }

// Small words that a list of people may contain; more of others make a sentence.
bool belongs_to_list(std::string_view word) {
    constexpr std::array<std::string_view, 31> words{
        "and",   "of",     "for",          "the",     "to",      "in",        "with",     "from",
        "until", "as",     "substitute",   "item",    "items",   "at",        "pm",       "am",
        "on",    "behalf", "representing", "left",    "arrived", "virtually", "remotely", "via",
        "part",  "by",     "sub",          "members", "member",  "public",    "press"};
    return std::ranges::find(words, word) != words.end() || is_particle(word);
}

// Walks along a line of a list and finds the persons in it.
class ListReading {
public:
    explicit ListReading(std::string_view line) : line_(line), words_(name_words(line)) {}

    bool is_list() const {
        const auto small = std::ranges::count_if(
            words_, [](const NameWord& word) { return is_small(word.text) && !belongs_to_list(word.text); });
        return small < 2;
    }

    std::vector<Person> take() {
        while (at_ < words_.size()) {
            if (const std::size_t titled = councillor_words(line_, words_, at_); titled > 0) {
                member_ = true;
                plural_ = lower(words_[at_ + titled - 1].text).ends_with('s');
                at_ += titled;
            } else if (!post_first() && !person()) {
                ++at_;
            }
        }
        if (!post_.empty()) found_.push_back({"", post_, false, is_chair(post_), false, ""});
        return std::move(found_);
    }

private:
    static bool is_chair(std::string_view post) {
        const std::string low = lower(post);
        return low == "chair" || low == "chairman" || low == "chairperson" || low == "chairwoman";
    }

    std::string_view rest() const { return at_ == 0 ? line_ : line_.substr(words_[at_ - 1].end); }

    void skip_to(std::size_t end) {
        while (at_ < words_.size() && words_[at_].begin < end) ++at_;
    }

    bool person() {
        if (is_small(words_[at_].text) && !is_particle(words_[at_].text)) return false;
        const std::size_t count = name_length(line_, words_, at_, member_ ? NameSign::title : NameSign::list);
        if (count == 0) return false;
        const NameWord &first = words_[at_], &last = words_[at_ + count - 1];
        Person person{
            std::string(line_.substr(first.begin, last.end - first.begin)), post_, member_, is_chair(post_), false, ""};
        if (person.chair) person.post.clear();
        post_.clear();
        at_ += count;
        take_initials(person);
        take_roles(person);
        found_.push_back(std::move(person));
        if (!plural_) member_ = false;
        return true;
    }

    // What comes after a name, up to the next: "(Chair)", " – Head of Roads", ", Wrenton Borough Council".
    void take_roles(Person& person) {
        for (std::size_t before = at_ + 1; before != at_ && at_ < words_.size();) {
            before = at_;
            take_role(person);
        }
        // "Jay Wren, Healthwatch": one person with a first name and a surname, and where she comes from.
        const std::vector<NameWord> own = name_words(person.name);
        const std::string_view from = segment(rest());
        const bool last = !from.empty() && from.data() + from.size() == line_.data() + line_.size();
        const bool full = own.size() > 1 && !is_initial(own[0].text) && found_.empty();
        if (full && last && name_words(from).size() == 1) at_ = words_.size();
    }

    void take_role(Person& person) {
        const std::string_view after = rest();
        const std::size_t begin = line_.size() - after.size();
        const std::size_t mark = after.find_first_not_of(" ,()–—-\t|:");
        if (mark == std::string_view::npos) return;
        const std::string_view between = after.substr(0, mark);
        const std::string low = lower(after.substr(mark, 60));
        const bool apart = between.find_first_not_of(' ') != std::string_view::npos;
        for (const std::string_view chair :
             {"in the chair", "chair", "chairman", "chairperson", "chairwoman", "presiding"})
            if (low.starts_with(chair) && !low.starts_with("chair of the") &&
                (low.size() == chair.size() || !(low[chair.size()] >= 'a' && low[chair.size()] <= 'z'))) {
                person.chair = true;
                return skip_to(begin + mark + chair.size());
            }
        if (!apart) return;
        const std::array<std::string_view, 7> substitutes{"substitut",      "sub for",  "sub.",       "as substitute",
                                                          "for councillor", "for cllr", "in place of"};
        if (std::ranges::any_of(substitutes, [&](std::string_view words) { return low.starts_with(words); })) {
            person.substitute = true;
            return skip_to(end_of_bracket(begin + mark));
        }
        const bool bracket = between.ends_with('(');
        const std::string post = post_at(line_, begin + mark);
        if (!post.empty() && (bracket || organisation(after))) {
            if (bracket && has_words(low, "in the chair")) person.chair = true;
            if (!person.member && person.post.empty()) person.post = post;
            return skip_to(bracket ? end_of_bracket(begin + mark) : begin + mark + post.size());
        }
        if (bracket) {
            const std::size_t end = end_of_bracket(begin + mark);
            if (has_words(line_.substr(begin + mark, end - begin - mark), "in the chair")) person.chair = true;
            return skip_to(end);
        }
        skip_organisation();
    }

    // "Jay Wren (JW)"
    void take_initials(Person& person) {
        const std::string_view after = rest();
        const auto close = after.find(')');
        if (!after.starts_with(" (") || close == std::string_view::npos || close < 4 || close > 6) return;
        const std::string_view initials = after.substr(2, close - 2);
        if (!is_capitals(initials) || initials[0] != person.name[0]) return;
        person.initials = std::string(initials);
        skip_to(static_cast<std::size_t>(after.data() - line_.data()) + close);
    }

    std::size_t end_of_bracket(std::size_t from) const {
        const auto close = line_.find(')', from);
        return close == std::string_view::npos ? line_.size() : close;
    }

    // "Head of Roads – J Elm", "Clerk: J Elm", "Chair: Councillor Elm".
    bool post_first() {
        const std::string first = lower(words_[at_].text);
        if (is_small(words_[at_].text) || (!is_ordinary(first) && !is_office(first))) return false;
        std::string post = post_at(line_, words_[at_].begin);
        if (post.empty() || line_.substr(words_[at_].begin, post.size()) != post) return false;
        if (!post_.empty()) found_.push_back({"", post_, false, false, false, ""});
        skip_to(words_[at_].begin + post.size());
        const std::size_t mark = std::min(rest().size(), rest().find_first_not_of(' '));
        const std::string_view after = rest().substr(mark);
        const bool named = after.starts_with(':') || after.starts_with('(') || after.starts_with('-') ||
                           after.starts_with("–") || after.starts_with('\t') || after.starts_with('|') ||
                           after.starts_with(',');
        if (named && !organisation(after)) {
            post_ = std::move(post);
            return true;
        }
        found_.push_back({"", post, false, is_chair(post), false, ""});
        skip_organisation();
        return true;
    }

    // Up to the next comma or column: what is not a person, though it has capitals.
    static std::string_view segment(std::string_view after) {
        const auto begin = after.find_first_not_of(" ,–-\t|(;:)");
        if (begin == std::string_view::npos) return {};
        after.remove_prefix(begin);
        return after.substr(0, std::min(after.size(), after.find_first_of(",;\t|()")));
    }
    static bool organisation(std::string_view after) {
        const std::vector<NameWord> words = name_words(segment(after));
        const auto is_of_name = [](const NameWord& word) { return is_title(word.text) || is_initial(word.text); };
        if (words.empty() || councillor_words(segment(after), words, 0) > 0 || std::ranges::any_of(words, is_of_name))
            return false;
        return std::ranges::any_of(
                   words, [](const NameWord& word) { return !is_small(word.text) && is_ordinary(lower(word.text)); }) ||
               (is_capitals(words[0].text) && words[0].text.size() > 2);
    }
    void skip_organisation() {
        const std::string_view part = segment(rest());
        const std::size_t the = lower(part.substr(0, 4)) == "the " ? 4 : 0;
        const std::string post = post_at(part, the); // ", the Head of Audit" is another person
        const bool office =
            post.starts_with("Office ") || post.starts_with("Directorate") || post.starts_with("Department");
        if (!organisation(rest()) || (!post.empty() && !office)) return;
        skip_to(static_cast<std::size_t>(part.data() - line_.data()) + part.size());
    }

    std::string_view line_;
    std::vector<NameWord> words_;
    std::size_t at_ = 0;
    bool member_ = false, plural_ = false;
    std::string post_; // of whose name may follow
    std::vector<Person> found_;
};

struct Label {
    std::optional<Presence> presence; // none = "Councillors:", which changes nothing
    std::string_view rest;
};

std::optional<Label> label_of(std::string_view line) {
    auto colon = line.find(':');
    if (colon == std::string_view::npos) colon = line.find('\t');
    const std::string_view label = colon == std::string_view::npos ? line : line.substr(0, colon);
    if (!is_attendance_label(label)) return std::nullopt;
    Label found{{}, colon == std::string_view::npos ? "" : trim(line.substr(colon + 1))};
    if (found.rest == "-" || found.rest == "–") found.rest = "";
    if (has_words(label, "apolog"))
        found.presence = Presence::apologies;
    else if (has_words(label, "absent") || has_words(label, "not present"))
        found.presence = Presence::absent;
    else if (has_words(label, "substitut"))
        found.presence = Presence::substitute;
    else if (has_words(label, "in attendance") || has_words(label, "officer") || has_words(label, "also present") ||
             has_words(label, "observer"))
        found.presence = has_words(label, "members in attendance") ? Presence::present : Presence::in_attendance;
    else if (has_words(label, "present") || has_words(label, "attend"))
        found.presence = Presence::present;
    return found;
}

void seat(const Person& person, Presence presence, People& people, Seats& into) {
    const bool officer = !person.post.empty() || (presence == Presence::in_attendance && !person.member);
    if (!person.name.empty() && officer && !person.chair)
        people.learn_officer(person.name, person.post);
    else if (!person.name.empty())
        people.learn_member(person.name);
    if (!person.initials.empty())
        people.learn_initials(person.initials, person.chair          ? "the Chair"
                                               : person.post.empty() ? "a member"
                                                                     : "the " + person.post);
    if (person.chair && presence == Presence::present) {
        into.chair = true;
    } else if (!person.post.empty()) {
        into.posts.emplace_back(person.post, presence);
    } else if (presence == Presence::in_attendance) {
        ++into.without_post;
    } else {
        int& count = presence == Presence::apologies                         ? into.apologies
                     : presence == Presence::absent                          ? into.absent
                     : presence == Presence::substitute || person.substitute ? into.substitutes
                                                                             : into.members;
        ++count;
    }
}

} // namespace

int count_apologies(const std::string& line, const People& people) {
    std::string words = line;
    for (const std::string_view mark : {";", ", and ", " and "}) // "…; Councillor Elm substituted"
        if (const auto at = words.rfind(mark); at != std::string::npos && has_words(words.substr(at), "substitut"))
            words.resize(at);
    const std::vector<Mention> mentions = people.mentions(words);
    const bool speaks = has_words(words, "apolog") || has_words(words, "received") || has_words(words, "from") ||
                        (!mentions.empty() && mentions.front().begin < 3);
    int persons = 0;
    for (const Mention& mention : mentions) persons += mention.persons;
    const bool told = has_words(words, "welcome") || has_words(words, "asked") || has_words(words, "reported");
    return speaks && !told ? persons : 0;
}

void read_attendance(MinutesLines& lines, std::size_t begin, std::size_t end, People& people, Seats& into) {
    std::optional<Presence> presence;
    for (std::size_t at = begin; at < end; ++at) {
        MinutesLine& line = lines[at];
        if (line.place != LinePlace::unplaced) continue;
        std::string_view content = line.text;
        const auto label = label_of(line.text);
        if (label) {
            if (label->presence) presence = label->presence;
            content = label->rest;
            line.place = LinePlace::attendance;
            if (into.line == 0) into.line = line.number;
            if (content.empty()) continue;
        }
        if (has_words(content, "apolog") && has_words(content, "from")) { // a sentence
            people.learn(std::string(content));
            into.apologies += count_apologies(std::string(content), people);
            line.place = LinePlace::attendance;
            continue;
        }
        ListReading list(content);
        if (!list.is_list() && !label) continue;
        const std::vector<Person> persons = list.take();
        if (!list.is_list() && !persons.empty()) into.partly.push_back(line.number);
        for (const Person& person : persons) seat(person, presence.value_or(Presence::present), people, into);
        const bool none = lower(content) == "none" || lower(content) == "none." || lower(content) == "nil";
        if (!persons.empty() || none) {
            line.place = LinePlace::attendance;
            if (into.line == 0) into.line = line.number;
        } else if (label) {
            line.place = LinePlace::unplaced;
        }
    }
}

} // namespace qd::inline exchange
