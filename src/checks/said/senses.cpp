#include "checks/said/senses.hpp"

namespace qd::inline checks {
namespace {

using Entries = std::vector<Lexicon<Sense>::Entry>;

// How a figure moved.
const Entries& movements() {
    static const Entries entries = {
        {"doubled|trebled|tripled|quadrupled|doubles", Sense::rose},
        {"halved|halves", Sense::fell},
        {"rose|risen|climbed|grew|grown|increased|jumped|soared|rises|climbs|grows|increases|leapt|leaped|surged|"
         "rocketed|mounted|swelled|ballooned|expanded|escalated|rebounded|spiked",
         Sense::rose},
        {"picked|picking|ramped|crept|gathered up|pace", Sense::rose},
        {"went|gone|goes|crept|edged|moved|came|come|gone|shot|drifted|nudged|ticked back? up|upwards|higher",
         Sense::rose},
        {"is|are|was|were|been|stands|stood now|again|still|also|slightly|sharply|well|significantly|a? "
         "little|bit|lot? up",
         Sense::up},
        {"fell|fallen|dropped|declined|decreased|reduced|shrank|shrunk|plunged|slumped|falls|drops|declines|decreases|"
         "slipped|dipped|dips|slips|tumbled|plummeted|dwindled|receded|lessened|subsided|slid|sank|sunk|diminished|"
         "eased|abated|ebbed|tapered",
         Sense::fell},
        {"tailed|dropped|fell|fallen|tapered off|away", Sense::fell},
        {"was|were|been cut|trimmed|lowered|slashed by?", Sense::fell},
        {"cut|trimmed|slashed from", Sense::fell},
        {"getting|growing|becoming longer|higher|larger|bigger", Sense::rising},
        {"getting|growing|becoming shorter|lower|smaller|fewer", Sense::falling},
        {"got|become|became|grown longer|higher|larger|bigger", Sense::rose},
        {"got|become|became|grown shorter|lower|smaller|fewer", Sense::fell},
        {"went|gone|goes|crept|edged|moved|came|come|drifted|nudged|ticked back? down|downwards|lower", Sense::fell},
        {"rising|climbing|growing|increasing|mounting|escalating|soaring|surging", Sense::rising},
        {"going|coming|creeping|moving up|upwards", Sense::rising},
        {"falling|dropping|declining|decreasing|reducing|shrinking|slipping|dwindling|sliding|easing|diminishing|"
         "receding|subsiding",
         Sense::falling},
        {"going|coming|creeping|moving down|downwards", Sense::falling},
        {"upward trend|movement|path|trajectory", Sense::rise},
        {"upsurge|surge|uplift|jump|uptick", Sense::rise},
        {"rise|increase|growth|climb|grow|upturn", Sense::rise},
        {"fall|drop|decline|decrease|reduction|reduce|dip|downturn|slump", Sense::fall},
        {"downward trend|movement|path|trajectory", Sense::fall},
        {"go up", Sense::rise},
        {"go|come down", Sense::fall},
        {"higher|more|greater|longer|larger|bigger", Sense::higher},
        {"twice as many|much|high|long", Sense::higher},
        {"lower|fewer|less|shorter|smaller", Sense::lower},
        {"up", Sense::up},
        {"is|are|was|were|been|stands|stood now|again|still|also|slightly|sharply|well|significantly|a? "
         "little|bit|lot? down",
         Sense::down},
        {"down", Sense::down},
        {"unchanged", Sense::unchanged},
        {"no change", Sense::unchanged},
        {"the same as|level", Sense::unchanged},
        {"exactly the same as?", Sense::unchanged},
        {"remained|remains|stayed|stays|was|is|were|are the same", Sense::unchanged},
        {"did|has|have not changed|change|moved|move", Sense::unchanged},
        {"level|flat with|on", Sense::unchanged},
    };
    return entries;
}

// How it moved, as it is judged.
const Entries& judgements() {
    static const Entries entries = {
        {"improved|improves|recovered|strengthened", Sense::improved},
        {"gained|gaining|made|making ground|headway", Sense::improved},
        {"turned a|the corner", Sense::improved},
        {"moved|moving|gone|going|went|headed|heading|travelling in the right direction", Sense::improved},
        {"moved|moving|gone|going|went|headed|heading|travelling in the wrong direction", Sense::worsened},
        {"lost|losing|given ground", Sense::worsened},
        {"gone|went|going|slid|slipped|sliding backwards", Sense::worsened},
        {"taken|took a turn for the worse", Sense::worsened},
        {"taken|took a turn for the better", Sense::improved},
        {"got|gotten|become|became|grown better|quicker|faster", Sense::improved},
        {"slowed|lengthened", Sense::worsened},
        {"slipped|fell|fallen|gone|dropped back", Sense::worsened},
        {"sped|speeded up", Sense::improved},
        {"quickened|shortened", Sense::improved},
        {"worsened|worsens|deteriorated|deteriorates|weakened|regressed", Sense::worsened},
        {"got|gotten|become|became|grown worse|poorer|slower", Sense::worsened},
        {"improving|recovering|strengthening", Sense::improving},
        {"getting|becoming better|quicker|faster|stronger", Sense::improving},
        {"worsening|deteriorating|weakening", Sense::worsening},
        {"getting|becoming worse|slower|weaker|poorer", Sense::worsening},
        {"improvement|improve|recovery", Sense::improve},
        {"deterioration|deteriorate|worsen|worsening of|in", Sense::worsen},
        {"more quickly|promptly|swiftly|reliably|often|effective|effectively|efficient|successful|reliable|punctual|"
         "timely",
         Sense::better},
        {"less quickly|promptly|swiftly|reliably|effective|effectively|efficient|successful|reliable|punctual|timely",
         Sense::worse},
        {"better|stronger|faster|quicker|sooner", Sense::better},
        {"worse|poorer|weaker|slower", Sense::worse},
        {"a? step|move|change for the worse", Sense::worsen},
        {"a? step|move|change for the better", Sense::improve},
        {"a? step backwards", Sense::worsen},
        {"a? step forward|forwards", Sense::improve},
    };
    return entries;
}

// How it stands against its target.
const Entries& standings() {
    static const Entries entries = {
        {"met|meets|achieved|achieves|hit|hits|reached|reaches|satisfied|attained|delivered|secured|fulfilled",
         Sense::met},
        {"meeting|achieving|hitting|reaching|attaining|satisfying", Sense::met},
        {"on the right side of", Sense::met},
        {"on the wrong side of", Sense::missed},
        {"lived|lives|living up to", Sense::met},
        {"in keeping with", Sense::met},
        {"compliant|consistent with", Sense::met},
        {"clear of", Sense::exceeded},
        {"wide of", Sense::missed},
        {"come|came|comes up to", Sense::met},
        {"in excess of", Sense::above},
        {"failed|fails|failing to make", Sense::missed},
        {"meet|achieve|reach|attain", Sense::met},
        {"exceeded|exceeds|exceeding|exceed|beat|beats|beaten|beating|surpassed|surpasses|surpassing|bettered|"
         "outperformed|outperforms|outperforming|overshot|overshoots|outstripped|topped|cleared|smashed",
         Sense::exceeded},
        {"missed|misses|missing|miss|undershot|undershoots|breached|breaches|overran", Sense::missed},
        {"failed|fails|failing|unable to meet|achieve|reach|hit|attain", Sense::missed},
        {"failed|fails|failing|unable to be met|achieved|reached", Sense::missed},
        {"fell|falls|fallen|fall|falling|is|was|are|were|remained|remains|came|come|comes|still|just|well|slightly|"
         "ended|stopped|stands|stood|finished short of",
         Sense::missed},
        {"short of", Sense::missed},
        {"shy of", Sense::missed},
        {"yet to meet|achieve|reach|hit", Sense::missed},
        {"above|over", Sense::above},
        {"below|under|beneath", Sense::below},
        {"ahead of", Sense::ahead},
        {"behind", Sense::behind},
        {"adrift of", Sense::behind},
        {"trails|trailed|trailing|lags|lagged|lagging behind?", Sense::behind},
        {"within|inside", Sense::within},
        {"in line with", Sense::within},
        {"outside of?", Sense::outside},
        {"on target|profile|plan|trajectory", Sense::on_target},
        {"passed", Sense::exceeded},
        {"meets|met expectations", Sense::on_target},
        {"off target|profile", Sense::off_target},
        {"off the|our|its target|standard|goal", Sense::off_target},
        {"target|targets|goal|profile|threshold|ambition|ceiling|floor|aim|limit|standard|quota", Sense::target},
        {"where|what we|it|they should|ought|need|needs|want|wanted|hoped|aim|planned to? be", Sense::target},
        {"where we|it should have been", Sense::target},
        {"required|agreed|desired|permitted|allowed level|standard", Sense::target},
    };
    return entries;
}

// How it stands among others over time; denials, and what is not yet.
const Entries& others() {
    static const Entries entries = {
        {"highest|peak|longest", Sense::highest},
        {"all? time|record high", Sense::highest},
        {"all? time|record low", Sense::lowest},
        {"lowest|shortest|fewest", Sense::lowest},
        {"best|strongest", Sense::best},
        {"worst|poorest|weakest", Sense::worst},
        {"not|never|neither|nor|nothing|nowhere|cannot|hardly", Sense::no},
        {"no longer?", Sense::no},
        {"will|would|should|could|may|might|if|unless|whether|must|shall", Sense::expected},
        {"expect|expects|expected|expecting|anticipate|anticipates|anticipated|hope|hopes|hoped|intend|intends|"
         "intended|aims|aiming",
         Sense::expected},
        {"forecast|forecasts|forecasted|projected|projection|predict|predicted|predicts|predicting|foresee",
         Sense::expected},
        {"plan|plans|planning|planned to", Sense::expected},
        {"on track|course to|for", Sense::expected},
        {"on track|course", Sense::on_track},
        {"off track|course", Sense::off_track},
        {"confident|hopeful|optimistic|sure of|that", Sense::expected},
        {"likely|unlikely|set|due|going|aim|aimed|working|need|needs|needed|required|wants|want|ready|committed|trying|"
         "designed|work|help|helps|order|efforts|action|actions|measures|steps|scope|room|opportunities|opportunity|"
         "necessary to|for",
         Sense::expected},
        {"as long as", Sense::expected},
        {"in case", Sense::expected},
    };
    return entries;
}

} // namespace

const Lexicon<Sense>& senses() {
    static const Lexicon<Sense> lexicon([] {
        Entries all = movements();
        all.insert(all.end(), judgements().begin(), judgements().end());
        all.insert(all.end(), standings().begin(), standings().end());
        all.insert(all.end(), others().begin(), others().end());
        return all;
    }());
    return lexicon;
}

} // namespace qd::inline checks
