#include "exchange/folder.hpp"
#include "exchange/sample.hpp"

namespace qd::testing {
namespace {

const std::string head = "name = \"B\"\narea = \"E1\"\n";

Settings settings_of(const std::string& lines) {
    const auto settings = parse_settings(head + lines, "council.toml");
    for (const Complaint& complaint : settings ? Complaints{} : settings.error()) ADD_FAILURE() << print(complaint);
    return settings.value_or(Settings());
}
std::vector<std::string> complaints_about(const std::string& lines) {
    return complaints_of({{"council.toml", head + lines}, {"areas.csv", "code,name,kind\nE1,Borset,county\n"}});
}
using Lines = std::vector<std::string>;

TEST(RiskSettings, KnowMatricesOfAnySize) {
    const RiskMatrix oblong = settings_of("[risk]\nsize = [3, 6]\nscore = \"impact^2 × likelihood\"\n").risk;
    EXPECT_EQ(oblong.impact_levels, (std::vector{1, 2, 3}));
    EXPECT_EQ(oblong.likelihood_levels.size(), 6u);
    EXPECT_EQ(oblong.rule, ScoreRule::formula);
    EXPECT_TRUE(oblong.bands.empty()) << "the usual bands are those of 5 × 5";
    EXPECT_EQ(oblong.keep, 0);
    const RiskMatrix weighted =
        settings_of("[risk]\nimpact_levels = [1, 2, 4, 8]\nlikelihoods = [\"rare\", \"likely\"]\n").risk;
    EXPECT_EQ(weighted.impact_levels, (std::vector{1, 2, 4, 8}));
    EXPECT_EQ(weighted.likelihood_levels, (std::vector{1, 2}));
    EXPECT_EQ(settings_of("[risk]\nkeep = 10\n").risk.bands, RiskMatrix().bands);
    EXPECT_EQ(settings_of("[risk]\nscore = \"sum\"\n").risk.formula, "impact + likelihood");
}

TEST(RiskSettings, HaveNoBandsByScoreWithoutAScore) {
    const RiskMatrix words = settings_of("[risk]\nscore = \"none\"\n").risk;
    EXPECT_EQ(words.rule, ScoreRule::none);
    EXPECT_TRUE(words.bands.empty()) << "the usual bands begin at scores";
    EXPECT_EQ(words.keep, 0);
    EXPECT_EQ(settings_of("[risk]\nscore = \"published\"\n").risk.bands, RiskMatrix().bands);
}

TEST(RiskSettings, KnowTablesOfCells) {
    const RiskMatrix words =
        settings_of("[risk]\nimpacts = [\"slight\", \"grave\"]\nlikelihoods = [\"rare\", \"likely\"]\n"
                    "cells = [[\"green\", \"amber\"], [\"amber\", \"red\"]]\n")
            .risk;
    EXPECT_EQ(words.rule, ScoreRule::none);
    ASSERT_EQ(words.bands.size(), 3u);
    EXPECT_EQ(words.bands[0].label, "red");
    const RiskMatrix scores = settings_of("[risk]\nsize = 2\nscores = [[1, 3], [4, 9]]\n[[risk.band]]\nleast = 1\n"
                                          "label = \"any\"\nstatus = \"amber\"\n")
                                  .risk;
    EXPECT_EQ(scores.rule, ScoreRule::cells);
    EXPECT_EQ(scores.score_cells[1][1], 9);
}

TEST(RiskSettings, KnowRhythmsAndAppetites) {
    const RegisterRules rules = settings_of("[risk]\nreview_every = \"quarter\"\n[[risk.register]]\nname = \"HW\"\n"
                                            "review_every = \"half\"\n[[risk.appetite]]\ncategory = \"Financial\"\n"
                                            "most = 8\n[[risk.appetite]]\ncategory = \"Safety\"\nband = \"low\"\n")
                                    .registers;
    EXPECT_EQ(rules.every, Grain::quarter);
    EXPECT_EQ(rules.rhythms, (std::vector<RegisterRules::Rhythm>{{"HW", Grain::half}}));
    EXPECT_EQ(rules.appetites, (std::vector<RegisterRules::Appetite>{{"Financial", 8, {}}, {"Safety", {}, {"low"}}}));
}

TEST(RiskSettings, AreComplainedOfTogether) {
    EXPECT_EQ(
        complaints_about("[risk]\nsize = [1, 6]\nscore = \"impact times likelihood\"\nreview_every = \"span\"\n"),
        (Lines{"council.toml row 4, column size: is out of range. Write how many levels impact and likelihood have, 2 "
               "to 20 each: 5, or [4, 6].",
               "council.toml row 5, column score, value “impact times likelihood”: cannot be understood: “times "
               "likelihood” is left over. Write product, sum, published, none, or a formula such as impact^2 × "
               "likelihood.",
               "council.toml row 6, column review_every, value “span”: is not a rhythm. Write month, quarter, half or "
               "year."}));
    EXPECT_EQ(complaints_about("[risk]\nsize = 2\ncells = [[\"green\"], [\"red\"]]\n").size(), 1u);
    EXPECT_EQ(
        complaints_about("[risk]\nsize = 2\ncells = [[\"green\", \"low\"], [\"red\", \"red\"]]\n"),
        (Lines{
            "council.toml row 5, column cells: contains “low”, which is not one of the bands. Add a [[risk.band]] with "
            "that label and its status."}));
}

TEST(RiskReviews, AreReadByTheWordsOfTheMatrix) {
    Files files = sample();
    for (auto& [path, text] : files)
        if (path == "council.toml")
            text += "\n[risk]\nimpacts = [\"slight\", \"grave\"]\nlikelihoods = [\"rare\", \"likely\"]\n"
                    "cells = [[\"green\", \"amber\"], [\"amber\", \"red\"]]\n";
    std::erase_if(files,
                  [](const auto& file) { return file.first == "risk_reviews.csv" || file.first == "risks.csv"; });
    files.emplace_back("risks.csv", "code,title\nCO1,A model\n");
    files.emplace_back("risk_reviews.csv", "risk,period,impact,likelihood,band\nCO1,2017-18Q2,Grave,LIKELY,Red\n");
    const Content content = content_of(files);
    ASSERT_EQ(content.risk_reviews.size(), 1u);
    EXPECT_EQ(content.risk_reviews[0].impact, ImpactLevel(2));
    EXPECT_EQ(content.risk_reviews[0].likelihood, LikelihoodLevel(2));
    EXPECT_EQ(content.risk_reviews[0].band.text, "red");
    files.back().second = "risk,period,impact,likelihood,band\nCO1,2017-18Q2,grav,3,purple\n";
    EXPECT_EQ(
        complaints_of(files),
        (Lines{
            "risk_reviews.csv row 2, column impact, value “grav”: is not a level of the council's matrix. Did you mean "
            "grave?",
            "risk_reviews.csv row 2, column band, value “purple”: is not one of the bands of the council's matrix. "
            "Write one of red, amber, green; [risk] in council.toml lists them."}));
}

TEST(RequestSettings, SayWhatIsDueWithoutADay) {
    using enum RequestRule::Undated;
    EXPECT_EQ(settings_of("").requests.undated, unsaid);
    EXPECT_EQ(settings_of("[requests]\nundated = \"never\"\n").requests.undated, never);
    EXPECT_EQ(settings_of("[requests]\nundated = \"next meeting\"\n").requests, (RequestRule{counted, 1}));
    EXPECT_EQ(settings_of("[requests]\nundated = \"after 3 meetings\"\n").requests, (RequestRule{counted, 3}));
    EXPECT_EQ(complaints_about("[requests]\nundated = \"soon\"\n"),
              (Lines{"council.toml row 4, column undated, value “soon”: is not a rule for requests without a day. "
                     "Write never, next meeting, or after 2 meetings."}));
}

} // namespace
} // namespace qd::testing
