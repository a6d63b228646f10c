#include "base/error.hpp"
#include "engine/changed.hpp"
#include "engine/derive.hpp"
#include "engine/published.hpp"
#include "exchange/folder.hpp"
#include "store/store.hpp"
#include "views/computed.hpp"
#include "views/known_content.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

// How a snapshot comes to be: read from a store, from the snapshot before it, or as what of one was known at a time.

namespace qd::inline views {
namespace {

// Only the lists of areas are read, never the rows, and no further than is needed.
std::vector<const Measure*> measures_over_areas(const Content& content) {
    constexpr std::size_t needed = 2; // besides the council's own area
    std::unordered_map<MeasureCode, std::unordered_set<AreaCode>> others;
    for (const Return& handed_in : content.returns) {
        std::unordered_set<AreaCode>& seen = others[handed_in.measure];
        for (const AreaCode& area : handed_in.observations.area_codes()) {
            if (seen.size() >= needed) break;
            if (!area.empty() && area != content.settings.area) seen.insert(area);
        }
    }
    std::vector<const Measure*> measures;
    for (const Measure& measure : content.measures)
        if (const auto found = others.find(measure.code); found != others.end() && found->second.size() >= needed)
            measures.push_back(&measure);
    return measures;
}

Settings settings_of(const std::string& text) {
    if (text.empty()) return Settings();
    auto settings = parse_settings(text, "council.toml");
    if (!settings)
        throw Error(Fault::request, "The store's council.toml cannot be read: " + print(settings.error().front()));
    return *settings;
}

std::vector<Period> offered(const KnownPeriods& known) {
    std::vector<Period> periods;
    for (const KnownPeriod& each : known.offered()) periods.push_back(each.period);
    return periods;
}

} // namespace

struct Snapshot::Unpublished {
    Content content; // with what formulas make of it
    PublishedFigures figures;
    std::string settings_text;
    std::string report; // as in read()
};

// What there is to know of a store at one moment, for one reader.
struct Snapshot::Standing {
    Content content = Content(); // with what formulas make of it
    std::string settings_text{};
    std::int64_t generation = 0;
    std::string chain{};
    AboutStore about{};
    std::shared_ptr<const Past> past = std::make_shared<const Past>();
    std::shared_ptr<const Unpublished> unpublished{};

    // Takes what everyone may read of a content. What formulas make of that is to be computed from it, and from nothing else. It is
    // built up from what is published now, so nothing of it is shown as it was before.
    void publish(Unpublished whole) {
        content = published_content(whole.content, whole.figures, whole.report);
        settings_text = settings_without_comments(whole.settings_text);
        unpublished = std::make_shared<const Unpublished>(std::move(whole));
    }
};

std::shared_ptr<const Snapshot> Snapshot::read(Store& store, Reader reader, const std::string& report) {
    StoreState state = store.state();
    state.content.settings = settings_of(state.settings_text);
    Standing standing{.generation = state.generation, .chain = std::move(state.chain), .about = store.about()};
    Content whole = with_derived(std::move(state.content));
    if (reader == Reader::council) {
        standing.content = std::move(whole);
        standing.settings_text = std::move(state.settings_text);
        standing.past = std::make_shared<const Past>(store.read_past(standing.generation));
    } else {
        PublishedFigures figures = published_figures(whole);
        standing.publish({std::move(whole), std::move(figures), std::move(state.settings_text), report});
        standing.content = with_derived(std::move(standing.content));
    }
    return std::shared_ptr<const Snapshot>(new Snapshot(reader, std::move(standing)));
}

std::shared_ptr<const Snapshot> Snapshot::read_on(Store& store) const {
    if (reader_ != Reader::council && !unpublished_) return read(store, reader_);
    const Content& handed_in = unpublished_ ? unpublished_->content : content_;
    const std::string& text = unpublished_ ? unpublished_->settings_text : settings_text_;
    StoreState before{.content = handed_in, .settings_text = text, .generation = generation_, .chain = chain_};
    std::erase_if(before.content.returns, [](const Return& each) { return each.origin == Origin::computed; });
    StoreState state = store.state(std::move(before));
    state.content.settings = state.settings_text == text ? handed_in.settings : settings_of(state.settings_text);
    Changed changed = changed_between(handed_in, state.content);
    Standing next{.generation = state.generation, .chain = state.chain, .about = store.about()};
    Content whole = with_derived(std::move(state.content), handed_in, changed);
    if (reader_ == Reader::council) {
        next.content = std::move(whole);
        next.past =
            state.ended && state.ended->empty() ? past_ : std::make_shared<const Past>(store.read_past(state, *past_));
        next.settings_text = std::move(state.settings_text);
    } else {
        PublishedFigures figures = published_figures(whole, unpublished_->figures, changed);
        next.publish({std::move(whole), std::move(figures), std::move(state.settings_text), unpublished_->report});
        changed = changed_between(content_, next.content);
        next.content = with_derived(std::move(next.content), content_, changed);
    }
    return std::shared_ptr<const Snapshot>(new Snapshot(*this, std::move(next), changed));
}

Snapshot::Snapshot(Reader reader, Standing standing)
    : reader_(reader), content_(std::move(standing.content)), unpublished_(std::move(standing.unpublished)),
      past_(std::move(standing.past)), settings_text_(std::move(standing.settings_text)),
      generation_(standing.generation), chain_(std::move(standing.chain)), about_(std::move(standing.about)),
      known_periods_(content_), periods_(offered(known_periods_)), spread_(measures_over_areas(content_)),
      computed_(std::make_unique<Computed>()) {}

Snapshot::Snapshot(const Snapshot& before, Standing standing, const Changed& changed)
    : Snapshot(before.reader_, std::move(standing)) {
    keep_from(before, changed);
    computed_->known.begin_with(before.computed_->known, {});
}

Snapshot::Snapshot(Content content, std::string settings_text, std::int64_t generation, AboutStore about, Reader reader,
                   const std::string& report, std::shared_ptr<const Past> past, std::string chain)
    : Snapshot(reader, [&] {
          Standing standing{.generation = generation, .chain = std::move(chain), .about = std::move(about)};
          if (reader == Reader::council) {
              standing.content = with_derived(std::move(content));
              standing.settings_text = std::move(settings_text);
              if (past) standing.past = std::move(past);
          } else {
              standing.content = with_derived(published_content(std::move(content), report));
              standing.settings_text = settings_without_comments(settings_text);
          }
          return standing;
      }()) {}

// Whether a scorecard looks into the parts depends on whether any measure is spread over areas.
void Snapshot::keep_from(const Snapshot& before, const Changed& changed) {
    if (!changed.rules && spread_.empty() == before.spread_.empty())
        computed_->begin_with(*before.computed_, changed.measures);
}

// The periods that are offered are those of the whole.
Snapshot::Snapshot(const Snapshot& whole, Content known)
    : reader_(whole.reader_), content_(std::move(known)), past_(whole.past_), settings_text_(whole.settings_text_),
      generation_(whole.generation_), about_(whole.about_), known_periods_(whole.known_periods_),
      periods_(whole.periods_), spread_(measures_over_areas(content_)), computed_(std::make_unique<Computed>()),
      whole_(&whole) {}

Snapshot::~Snapshot() = default;

std::shared_ptr<const Snapshot> Snapshot::known_by(Instant as_at) const {
    using Known = std::shared_ptr<const Snapshot>;
    if (whole_ != this) return whole_->known_by(as_at);
    const auto make = [&](const Snapshot* before) -> Known {
        std::optional<Content> then = content_known_by(content_, *past_, as_at);
        if (!then) return nullptr;
        const std::shared_ptr<Snapshot> made(new Snapshot(*this, *std::move(then)));
        if (before != nullptr) made->keep_from(*before, changed_between(before->content_, made->content_));
        return made;
    };
    const Known known = *computed_->known.get(
        as_at, [&] { return make(nullptr); },
        [&](const auto& before, const Computed::Measures&) {
            return std::make_shared<const Known>(make(before->get()));
        });
    return known ? known : Known(std::shared_ptr<void>(), this);
}

} // namespace qd::inline views
