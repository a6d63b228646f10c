#include "exchange/minutes/name_words.hpp"

#include <set>
#include <sstream>
#include <string>

namespace qd::inline exchange {
namespace {

constexpr std::string_view ordinary =
    "a all also an and apologies appendix approval as at after agreed before both business by confirmed date during "
    "each "
    "following for from he how however if in it its members minutes no none noted of on one officers our parts quarter "
    "questions recommended report requested resolved she since some subject that the their there these they this those "
    "to two under update urgent we what when where which while who with would you act action agenda area authority "
    "bank "
    "bill board borough building cabinet care centre chair chairman champions charter chief child children city "
    "college "
    "commission committee communities community company consultation corporate council councillor county court "
    "customer "
    "deputy development director directorate district east education england enterprise environment europe european "
    "executive family fire forum foundation framework full fund government group hall head health help highways "
    "history "
    "home hospital house human improvement information inspection job key lead leader leadership learning library life "
    "live local manager management meeting member ministry monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december national nhs north northern "
    "office officer ofsted overview panel parish park partnership people performance plan planning police policy post "
    "prime programme project protection public quality region regional resources review road room royal safeguarding "
    "school schools scrutiny secretary section self service services single social society south southern sport staff "
    "standards start state strategic strategy street support survey system team terms together town trust unit united "
    "university urban vice ward welfare well west western work working young youth "
    // what minutes and their headings use as well
    "absence absent access account accounts actions acting additional adoption adult adults advice adviser aged agency "
    "ageing ambulance annual any appeals application applications appointment appointments approved archive arising "
    "arts "
    "asset assets assistant assurance attendance audit auditor auditors award awards balance benefit benefits blue "
    "bond boundary bridge britain british budget budgets bus bylaw call camera capital car carers case cemetery census "
    "central change christmas church civic class clean clerk climate close closed closure clinical clubs co code "
    "combined "
    "comments commercial commissioner commissioning common complaints compliance conduct confidential consent "
    "conservation constable constabulary constitution contact contract contracts control coordinator co-ordinator core "
    "correspondence cost costs countryside crime crisis culture current cycle data day days deadline death debt "
    "decision "
    "decisions declaration declarations deferred delayed delegated delivery democratic department design detail "
    "digital "
    "disability disclosure disclosures dispersal domestic draft drainage due duty early easter economic economy "
    "efficiency election elections electoral emergency employment energy england's engagement engineer equality estate "
    "estates ethical events exchange excluded exclusion exempt exemption external facilities farm fees ferry festival "
    "finance finances financial first fleet flood food footpath forward free freedom friends future gas general "
    "governance "
    "governor governors grant grants great green grounds growth guidance guildhall half harbour heritage high highway "
    "holiday homes housing hub impact in-year income independent index indicators infrastructure initiative inquiry "
    "integrated intelligence interest interests interim internal introduction investment invoice issues item items "
    "joint "
    "justice kingdom labour land lane leaders legal leisure letter level licence licensing lighting line list log "
    "lottery "
    "lower mail main maintenance major map market master matters maternity mayor measure measures medical memorial "
    "memory "
    "mental mid mill minister minor minute mobile model monitoring month motion motions museum nature new next night "
    "nominations note notice number nursery nursing objection observers off oil older online open opening operations "
    "operational opposition options order orders other outcome outturn papers park's parking part partners pavilion "
    "payment payments pay pension pensions permission personal petition phase place placement play playing pool "
    "population "
    "port portfolio power practice precept premises present presentation press prevention primary principal priorities "
    "priority private procedure procurement property proposals proposed provision pupil purchase qualified quarterly "
    "question rail railway rates recommendation recommendations record recovery recreation recruitment recycling "
    "reduction "
    "refuse register registration regulations relations remuneration rent repairs reports representatives request "
    "rescue "
    "reserve reserves residential resolution results return returns revenue right risk risks river rights roads rural "
    "safe safer safety salary sale scheme scorecard sea secondary security seed senior sessions settlement sheltered "
    "site "
    "skills small solicitor special speed spring square staffing standing statement statements station status "
    "statutory "
    "strategies studies study sub sub-committee summary summer support supporting surgery surplus survey "
    "sustainability "
    "sustainable tax taxi teachers technical technology telephone third time title topic tourism tour traffic training "
    "transfer transfers transformation transport travel treasurer treasury trade trading tree trees trustee trustees "
    "update updates utilities value venue village visit voluntary volunteer vote voting war waste water website "
    "welcome "
    "wellbeing wi wifi winter women works workforce workshop year years zone zoom teams microsoft skype via reference "
    "ref "
    "owner deadline status open ongoing complete completed hold held four five six seven eight nine ten last once over "
    "only such then thus up upon until within without whether not nothing nobody more most many much mr mrs ms dr his "
    "her "
    "him them us me my your i let please thank thanks thanked yes but or so than though through per are is was were be "
    "been being has have had do does did can could should shall will might must delegation chamber suite annexe "
    "complex "
    "tower gate lodge county's council's bring provide send circulate publish write note receive further regular "
    "reasons "
    "reason resume proper financial monthly weekly daily annually progress briefing items resident residents tenants "
    "landlord visitors patients pupils students parents operators contractor contractors supplier suppliers inspector "
    "sergeant superintendent warden planner councillors cllr cllrs alderman aldermen majority unanimously unanimous "
    "carried amendment amended substantive proposer seconder proposal seconded moved nominated elected re-elected "
    "appointed co-opted co-option vacancy vacancies casual allotments allotment burial cemetery recreation bins bench "
    "benches bollards potholes verge verges hedges lamp lights noticeboard pavements pavement playground signage "
    "streetlights defibrillator newsletter litter dog bin dogs";

} // namespace

bool is_ordinary(std::string_view word) {
    static const std::set<std::string, std::less<>> words = [] {
        std::istringstream in{std::string(ordinary)};
        std::set<std::string, std::less<>> set;
        for (std::string each; in >> each;) set.insert(each);
        return set;
    }();
    return words.contains(word);
}

} // namespace qd::inline exchange
