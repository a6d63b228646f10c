#include "exchange/settings.hpp"

#include "exchange/csv.hpp"
#include "exchange/folder.hpp"
#include "exchange/narratives.hpp"
#include "exchange/risk_settings.hpp"
#include "exchange/toml_node.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

// Which days a number of days may be; more than ten years is a slip of the keyboard.
int take_days(TomlTable& table, std::string_view key, int usual) {
    const int days = table.take_or<int>(key, usual);
    if (days >= 0 && days <= 3'660) return days;
    table.complain(key, {"is out of range.", "Write a number of days from 0 to 3660."});
    return usual;
}

Calendar take_calendar(TomlTable& table) {
    const int month = table.take_or<int>("year_starts", 4);
    if (month >= 1 && month <= 12) return Calendar(month);
    table.complain("year_starts", {"is not a month.", "Write its number: 4 for April, 1 for January."});
    return Calendar();
}

StatusLook take_look(TomlTable& table, StatusLook usual) {
    return {table.take_or<StatusShape>("shape", usual.shape), table.take_or<StatusColour>("colour", usual.colour)};
}

// The name of a council's own status must differ from the six, and fit into a cell of a table.
void check_name(TomlTable& table, const std::string& name, const std::vector<OwnStatus>& before) {
    if (name.empty()) return;
    if (parse_status(name))
        table.complain("name", {"is one of the standard statuses.", "Choose another name."});
    else if (name.find_first_of(",;\"\n") != std::string::npos || name.size() > 64)
        table.complain("name", {"is not a name.", "Write one or a few words, without commas, semicolons or quotes."});
    if (std::ranges::any_of(before, [&](const OwnStatus& own) { return as_word(own.name) == as_word(name); }))
        table.complain("name", {"is declared twice.", "Declare each status once."});
}

std::vector<OwnStatus> take_own_statuses(TomlTable& root) {
    std::vector<OwnStatus> all;
    for (TomlTable& table : root.take_tables("own_status")) {
        OwnStatus own;
        own.name = table.need<std::string>("name");
        check_name(table, own.name, all);
        own.label = table.take_or<std::string>("label", "");
        own.status = table.need<Status>("counts_as");
        own.look = take_look(table, usual_look(own.name, own.status));
        table.finish();
        all.push_back(std::move(own));
    }
    return all;
}

// The status that a rule gives: one of the six, or by its name one that was declared.
void take_status(TomlTable& table, StatusRule& rule, const std::vector<OwnStatus>& declared) {
    const std::string word = table.need<std::string>("status");
    if (word.empty()) return;
    if (const auto status = parse_status(word)) {
        rule.status = *status;
        return;
    }
    for (const OwnStatus& own : declared) {
        if (as_word(own.name) != as_word(word)) continue;
        rule.status = own.status;
        rule.name = own.name;
        rule.label = own.label;
        rule.look = own.look;
        return;
    }
    std::vector<std::string> words = all_words<Status>();
    for (const OwnStatus& own : declared) words.push_back(own.name);
    table.complain(
        "status", {"is not one of " + join(words, ", ") + ".",
                   did_you_mean(as_word(word), words, "Write one of these, or declare it in a block [[own_status]].")});
}

// A rule may give its word, shape and colour on the spot; the same name as a declared status is that status.
void take_word(TomlTable& table, StatusRule& rule, const std::vector<OwnStatus>& declared) {
    rule.name = table.take_or<std::string>("name", rule.name);
    for (const OwnStatus& own : declared) {
        if (rule.name.empty() || as_word(own.name) != as_word(rule.name)) continue;
        if (own.status != rule.status)
            table.complain("name", {"is declared to count as " + std::string(print(own.status)) + ".",
                                    "Write status = \"" + own.name + "\", or give the rule another name."});
        rule.label = own.label;
        rule.look = own.look;
    }
    rule.label = table.take_or<std::string>("label", rule.label);
    const StatusLook usual = rule.look.value_or(usual_look(rule.name, rule.status));
    const StatusLook look = take_look(table, usual);
    if (look != look_of(rule.status)) rule.look = look;
}

StatusRule read_rule(TomlTable& table, const std::vector<OwnStatus>& declared) {
    StatusRule rule;
    take_status(table, rule, declared);
    take_word(table, rule, declared);
    const std::string when = table.need<std::string>("when");
    table.finish();
    if (when.empty()) return rule;
    auto conditions = parse_conditions(when);
    if (conditions)
        rule.when = *std::move(conditions);
    else
        table.complain("when", {"cannot be understood: " + conditions.error(),
                                "The words it may use are in docs/council-folder.md."});
    return rule;
}

bool is_otherwise(const StatusRule& rule) {
    return rule.when.size() == 1 && rule.when.front().kind == Condition::Kind::otherwise;
}

StatusRules read_rules(TomlTable& table, const std::vector<OwnStatus>& declared) {
    StatusRules set;
    set.from = table.take<Date>("from");
    for (TomlTable& rule : table.take_tables("rule")) {
        if (!set.rules.empty() && is_otherwise(set.rules.back()))
            rule.complain("when", {"comes after “otherwise”, so it can never apply.", "Move it up."});
        set.rules.push_back(read_rule(rule, declared));
    }
    table.finish();
    if (set.rules.empty())
        table.complain("rule", {"is missing: the set has no rules.",
                                "Add [[status.rule]] blocks, the last with when = \"otherwise\"."});
    else if (!set.rules.back().when.empty() && !is_otherwise(set.rules.back()))
        table.complain("rule", {"leaves a gap: the last rule does not always apply.",
                                "End with a rule with when = \"otherwise\"."});
    return set;
}

std::vector<StatusRules> take_rules(TomlTable& table, const std::vector<OwnStatus>& declared) {
    std::vector<StatusRules> sets;
    for (TomlTable& block : table.take_tables("status")) {
        StatusRules set = read_rules(block, declared);
        if (!sets.empty() && (!set.from || (sets.back().from && *set.from <= *sets.back().from)))
            block.complain("from", {"is not later than that of the set before.",
                                    "Give each further [[status]] the day from which it is in force, in order."});
        sets.push_back(std::move(set));
    }
    if (sets.empty()) sets.push_back(usual_status_rules());
    return sets;
}

int take_points(TomlTable& table, std::string_view key, int usual, int least) {
    const int points = table.take_or<int>(key, usual);
    if (points == least || points == least + 1) return points;
    table.complain(key, {"is not a rule for control charts.",
                         "Write " + std::to_string(least) + " or " + std::to_string(least + 1) + "."});
    return usual;
}

ChartRules take_charts(TomlTable& table) {
    ChartRules rules;
    for (TomlTable& block : table.take_table("charts")) {
        const bool screened = block.take_or<bool>("screening", rules.screening == Screening::on);
        rules.screening = screened ? Screening::on : Screening::off;
        rules.shift = take_points(block, "shift", rules.shift, 7);
        rules.trend = take_points(block, "trend", rules.trend, 6);
        block.finish();
    }
    return rules;
}

int take_number(TomlTable& table, std::string_view key, int usual) {
    constexpr int most = 1'000;
    const int number = table.take_or<int>(key, usual);
    if (number >= 0 && number <= most) return number;
    table.complain(key, {"is out of range.", "Write a number from 0 to 1000."});
    return usual;
}

// Which measures there are is not known here: a code that is none hides nothing.
Suppression take_suppression(TomlTable& root) {
    Suppression suppression;
    for (TomlTable& table : root.take_table("suppression")) {
        suppression.threshold = take_number(table, "threshold", suppression.threshold);
        suppression.zeros = table.take_or<bool>("zeros", false) ? Zeros::hidden : Zeros::shown;
        suppression.rounding = take_number(table, "rounding", suppression.rounding);
        for (const std::string& code : table.take_texts("measures")) suppression.measures.emplace_back(code);
        table.finish();
    }
    return suppression;
}

// By which measures: as above.
NeighbourRule take_neighbours(TomlTable& root) {
    NeighbourRule rule;
    for (TomlTable& table : root.take_table("neighbours")) {
        for (const std::string& code : table.take_texts("measures")) rule.measures.emplace_back(code);
        rule.count = table.take_or<int>("count", rule.count);
        if (rule.count < 1 || rule.count > 1'000)
            table.complain("count", {"is out of range.", "Write a number of areas from 1 to 1000; 15 is usual."});
        table.finish();
    }
    return rule;
}

RecoveryRule take_recovery(TomlTable& root) {
    RecoveryRule rule;
    for (TomlTable& table : root.take_table("recovery")) {
        rule.when = table.take_or<RaiseWhen>("raise", rule.when);
        rule.after = table.take_or<int>("after", rule.after);
        if (rule.after != 1 && rule.after != 2) {
            table.complain("after", {"is out of range.", "Write 1, or 2 if it was so in the period before too."});
            rule.after = RecoveryRule().after;
        }
        table.finish();
    }
    return rule;
}

Decimal take_programme(TomlTable& root, Decimal usual) {
    for (TomlTable& table : root.take_table("programme")) {
        const int percent = table.take_or<int>("as_planned_within", 5);
        table.finish();
        if (percent >= 0 && percent <= 100) return Decimal(percent);
        table.complain("as_planned_within", {"is out of range.", "Write a percentage of the profile, from 0 to 100."});
    }
    return usual;
}

std::string take_reference_document(TomlTable& root) {
    std::string name;
    for (TomlTable& table : root.take_table("documents")) {
        const std::string path = table.take_or<std::string>("reference", "");
        table.finish();
        if (path.empty()) continue;
        if (is_template_path(path))
            name = path.substr(templates_folder.size());
        else
            table.complain("reference", {"is not a Word document in the folder templates.",
                                         "Write its path, such as templates/reference.docx."});
    }
    return name;
}

AreaCode take_area(TomlTable& table) {
    const std::string text = table.need<std::string>("area");
    if (text.empty()) return {};
    const auto code = read_own_code(text);
    if (code) return AreaCode(*code);
    table.complain("area", code.error());
    return {};
}

} // namespace

SettingsRead read_settings(const std::string& text, const std::string& file, ComplaintBook& complaints) {
    const Content nothing;
    Intake intake(nothing);
    SettingsRead read;
    Settings& settings = read.settings;
    settings.status_rules = {usual_status_rules()};
    std::optional<TomlNode> root;
    if (auto complaint = complain_of_encoding(text, file))
        intake.complaints.add(std::move(*complaint));
    else
        root = parse_toml(text, file, 0, intake.complaints);
    if (root) {
        root->line = 1;
        TomlTable table(*root, file, intake);
        settings.name = table.need<std::string>("name");
        settings.area = take_area(table);
        read.area_line = table.line_of("area");
        settings.calendar = take_calendar(table);
        settings.opens_with = table.take<Period>("opens_with");
        settings.due_days = take_days(table, "due_days", settings.due_days);
        settings.late_report_days = take_days(table, "late_report_days", settings.late_report_days);
        settings.child_rule = table.take_or<ChildRule>("child_rule", settings.child_rule);
        settings.own_statuses = take_own_statuses(table);
        settings.status_rules = take_rules(table, settings.own_statuses);
        settings.charts = take_charts(table);
        intake.settings.status_rules = settings.status_rules;
        intake.settings.own_statuses = settings.own_statuses;
        settings.tolerance = table.take_or<Tolerance>("tolerance", settings.tolerance);
        settings.suppression = take_suppression(table);
        settings.neighbours = take_neighbours(table);
        RiskSettings risk = take_risk(table);
        settings.risk = std::move(risk.matrix);
        settings.registers = std::move(risk.registers);
        settings.requests = take_requests(table);
        settings.recovery = take_recovery(table);
        settings.as_planned_within = take_programme(table, settings.as_planned_within);
        settings.reference_document = take_reference_document(table);
        read.reference_line = table.line_of("documents");
        table.finish();
    }
    for (Complaint& complaint : intake.complaints.take()) complaints.add(std::move(complaint));
    return read;
}

std::string settings_without_comments(const std::string& text) { return without_comments(text); }

tl::expected<Settings, Complaints> parse_settings(const std::string& text, const std::string& file) {
    ComplaintBook complaints;
    SettingsRead read = read_settings(text, file, complaints);
    if (complaints.count() > 0) return tl::make_unexpected(complaints.take());
    return std::move(read.settings);
}

} // namespace qd::inline exchange
