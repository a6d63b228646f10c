#include "checks/said/alike.hpp"

#include "base/text.hpp"
#include "checks/said/words.hpp"

#include <vector>

namespace qd::inline checks {
namespace {

// Words for the same thing in a council's papers, a line each. Not those that a part or a cause of it may have too.
const std::vector<std::set<std::string>>& groups() {
    static const std::vector<std::set<std::string>> read = [] {
        std::vector<std::set<std::string>> made;
        for (const std::string& line : split(std::string("spending expenditure spend spent outlay cost costs\n"
                                                         "income revenue takings receipts\n"
                                                         "sickness sick absence absences absenteeism\n"
                                                         "fires fire blazes\n"
                                                         "journeys trips patronage ridership\n"
                                                         "visits visitors footfall\n"
                                                         "pupils students schoolchildren\n"
                                                         "homes dwellings houses housing properties\n"
                                                         "offences crimes crime\n"
                                                         "collisions accidents crashes\n"
                                                         "waste rubbish refuse\n"
                                                         "letters correspondence\n"
                                                         "invoices bills\n"
                                                         "roads highways carriageways\n"
                                                         "potholes defects\n"
                                                         "arrears debt debts\n"
                                                         "unemployment unemployed jobless joblessness\n"
                                                         "vacant vacancy vacancies empty void voids\n"
                                                         "vaccinated vaccination vaccinations jab jabs immunised\n"
                                                         "satisfied satisfaction happy contentment\n"
                                                         "repaired repairs fixed mended\n"
                                                         "answered picked replied\n"
                                                         "decided determined decision decisions\n"
                                                         "tipping tips dumping\n"
                                                         "emissions carbon co2\n"
                                                         "admissions admitted admission\n"
                                                         "waiting wait waits queue\n"
                                                         "smokers smoking quitters quit\n"
                                                         "cyclists cycling cycles bikes\n"
                                                         "deaths died fatalities killed\n"
                                                         "volunteers volunteering\n"
                                                         "issued sent\n"
                                                         "evictions evicted\n"
                                                         "exclusions excluded\n"
                                                         "suspensions suspended\n"
                                                         "apprentices apprenticeships\n"
                                                         "leavers turnover\n"
                                                         "overspend overspending overspent\n"
                                                         "loans borrowing borrowed lent lending\n"
                                                         "children youngsters\n"
                                                         "lonely loneliness\n"
                                                         "energy electricity\n"
                                                         "nitrogen dioxide no2 pollution air quality\n"
                                                         "premises properties"),
                                             '\n')) {
            std::set<std::string> group;
            for (const Word& word : words_of(line)) group.insert(stem_of(word.text));
            made.push_back(std::move(group));
        }
        return made;
    }();
    return read;
}

} // namespace

std::set<std::string> words_alike(const std::set<std::string>& stems) {
    std::set<std::string> alike;
    for (const std::set<std::string>& group : groups())
        for (const std::string& stem : stems)
            if (group.contains(stem)) alike.insert(group.begin(), group.end());
    for (const std::string& stem : stems) alike.erase(stem);
    return alike;
}

} // namespace qd::inline checks
