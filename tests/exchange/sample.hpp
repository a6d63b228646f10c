#pragma once

#include "exchange/temporary_folder.hpp"

namespace qd::testing {

inline Files sample_of_plans() {
    return {
        {"council.toml", "name = \"Borsetshire County Council\"\narea = \"E1\"\n"},
        {"areas.csv", "code,name,kind,parent,valid_from,valid_to,follows\n"
                      "E1,Borsetshire,county,,,,\n"
                      "E2,Felpersham,district,E1,1974-04-01,2023-03-31,\n"
                      "F1,New Felpersham,district,E1,2023-04-01,,E2\n"},
        {"units.csv", "code,name,kind,parent,post\n"
                      "CCPI,Performance committee,committee,LCC,Chair\n"
                      "LCC,County council,council,,Chief executive\n"},
        {"measures.csv",
         "code,title,short_title,theme,owner,polarity,unit,per,decimals,grain,roll_up,area_roll_up,missing,target_roll_"
         "up,judged,seasonal,baseline,tolerance,due_days,"
         "least,most,parent,formula,on_scorecard,active_from,"
         "active_to,definition_from,definition,numerator_label,denominator_label,source,definition_reason,definition_"
         "link,definition_overlap\n"
         "SDS,Self directed "
         "support,SDS,Adults,LCC,higher,percent,100,1,quarter,ratio,parts,leave_out,denominators,period,yes,24,5%,30,0,"
         "100,,{"
         "ANT} * "
         "2,yes,2011-"
         "04-01,2014-03-31,,"
         "\"People with "
         "a budget, in all\",with,all,The register,,,\n"
         "SDS,,,,,,,,,,,,,,,,,,,,,,,,,,2012-04-01,Counted anew,,,,Guidance changed,1.08,\n"
         "SDS,,,,,,,,,,,,,,,,,,,,,,,,,,2013-04-01,Counted again,,,,Both were counted for a year,,ANT\n"
         "ANT,\"The \"\"old\"\" "
         "rate\",,,,lower,rate,1000,2,month,sum,by_hand,withhold,none,,no,,,,,,SDS,,no,,,,,,,,,,\n"},
        {"rebases.csv", "measure,area,period,reason\nANT,,2012-12,A new register\nANT,E2,2012-11,Another school\n"},
        {"neighbours.csv", "area,neighbour,position,distance,source\n,E2,1,0.125,\"Drawn up in 2012, by hand\"\n"},
        {"tolerances.csv",
         "measure,in_force_from,tolerance,decided_on,reason\n,,5%,,\nSDS,2012-10-01,2 points,2012-09-06,"
         "As Cabinet decided\n"},
        {"plans.csv", "code,unit,title,from,to,decision_making,delivery\nP1,LCC,Community "
                      "plan,2012-04-01,2015-03-31,By vote,\"By us,\nand others\"\n"},
        {"priorities.csv", "code,plan,unit,title,theme,measures,position\nCT4,P1,LCC,Fewer falls,Health,SDS; ANT,4\n"},
        {"projects.csv",
         "code,title,unit,area,wave,window_from,window_to,start,due,completed,status,forecast\n"
         "HD1,Help desk,LCC,E2,Wave 5,2012-09-01,2012-12-31,2012-09-01,2012-12-01,2012-11-30,complete,2012-11-29\n"},
        {"actions.csv", "code,subject,title,lead,due,outcome,state,status,completed_on,position\n"
                        "A1,recovery_plan:SDS,Train the teams,Head of care,2013-03-31; 2013-01-01/2013-03-31 two "
                        "teams; monthly,More budgets,under_way,amber,,1\n"
                        "A2,priority:CT4,Grit,,,,complete,green,2013-01-31,0\n"},
    };
}

inline Files sample_of_figures() {
    return {
        {"targets.csv",
         "measure,area,period,role,kind,value,lower,upper,baseline,baseline_period,peers,strict,words,state,set_on,"
         "in_force_from,reason\n"
         "ANT,,2012-13,annual,range,,1,2.5,,,,yes,,in_force,,,\n"
         "ANT,,2012-13,stretch,change_percent,5,,,,2010-11,,no,,in_force,,,\n"
         "ANT,,2012-13,minimum,change,-0.5,,,3,,,no,,in_force,,,\n"
         "ANT,E2,2012-13,annual,words,,,,,,,no,Better than most,suspended,2012-07-01,2012-08-01,Flooding\n"
         "SDS,,2012-13Q3,profile,value,86,,,,,,no,,in_force,2012-04-01,,\n"
         "SDS,,2012-13,intervention,peer_quartile,3,,,,,siblings,no,,in_force,,,\n"},
        {"returns.csv",
         "measure,area,period,reported_in,numerator,denominator,value,target,gap,flags,published,note,known_at,state,"
         "handed_in_by,signed_off_by,source,source_sha256,"
         "cell,reason,hand_in\n"
         "ANT,,2012-12,,,,3.25,4,,,,,,approved,,,,,,,\n"
         "ANT,,2012-12,,,,3.5,,,,,,,approved,,,,,,,2\n"
         "SDS,,2012-13Q2,,19000,22700,,90.5,,provisional estimated,83.7,As "
         "printed,2012-11-14,certified,Analyst,Director,Return Q2,"
         "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,,,\n"
         "SDS,E2,2010-01-01/2010-12-31,2012-13Q2,,,,,suppressed,,,,2012-11-14,certified,Analyst,Director,Return Q2,"
         "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,,,\n"
         "SDS,,2012-13Q2,,19001,22700,,,,,,,2013-02-15T10:00:00Z,approved,,,,,,A late form,\n"},
        {"forecasts.csv", "measure,area,period,made_in,value,lower,upper,outlook,by,reason,known_at\n"
                          "SDS,,2012-13,2012-13Q3,86,84,88.5,to_miss,Head of care,Few assessors,2013-02-15\n"
                          "SDS,E2,AY2012-13,2012-13Q3,,,,to_meet,,,\n"},
        {"updates.csv",
         "subject,period,status,narrative,reason,by,outlook,direction_previous,change_previous,"
         "direction_last_year,change_last_year,known_at\n"
         "measure:SDS,2012-13Q3,amber,\"Better, not well\",The register is late,Director,to_miss,worsened,2 "
         "points,improved,3 points,2013-02-15\n"
         "priority:CT4,2012-13Q3,,,,,,,,,,\n"},
        {"statements.csv", "code,period,subject,place,label,words,stated,count,denominator,parts,from,to,date,window_"
                           "from,window_to,binding\n"
                           "S1,2012-13Q3,measure:SDS,Page 2,people,doubled,2,30,35,10; "
                           "20.5,12,24,2013-01-01,2012-10-01,2012-12-31,change_previous\n"
                           "S2,2012-13Q3,council,,,,,,,,,,,,,\n"},
        {"recovery/SDS.md", "+++\nmeasure = \"SDS\"\nraised_in = \"2012-13Q2\"\nraised_on = "
                            "\"2012-11-14\"\ndescription = \"From 75 % to 95 %\"\nstate = \"closed\"\n"
                            "closed_on = \"2013-06-01\"\ntext_published = false\nevidence = \"Two quarters on "
                            "target\"\n\n[[presented]]\nbody = "
                            "\"CCPI\"\ndate = \"2013-02-26\"\nwhat = \"plan\"\n+++\n\n"
                            "## Causes\n\nToo few \"assessors\" \\ budgets.\n"},
        {"papers/Q3.md", "+++\nreport = \"scorecard\"\nperiod = \"2012-13Q3\"\ntitle = \"Quarter 3\"\nbody = "
                         "\"CCPI\"\nmeeting = \"2013-02-26\"\nitem = \"4\"\nreport_of = \"Chief executive\"\n"
                         "contact = \"Policy team\"\npart = \"Part 1\"\naffects = \"All\"\npurpose = \"To "
                         "report\"\nsummary = \"\"\"\nTwo\nlines, with \\\\ and \"quotes\\\"\"\"\"\n"
                         "consultations = \"None\"\npart_two_reason = \"Not so\"\nrecommendations = [\n    \"Note "
                         "it\",\n    \"\"\"\nAsk\nagain\"\"\",\n]\nreasons = [\n    \"Because\",\n]\n"
                         "alternatives = [\n    \"None\",\n]\nobjectives = [\n    "
                         "\"Care\",\n]\n\n[[implications]]\narea = \"Risk\"\ntext = \"Low\"\n\n[[background_papers]]\n"
                         "title = \"The register\"\ndate = \"2012-01-01\"\ncontact = \"Care team\"\n+++\n\nBody.\n"},
    };
}

inline Files sample_of_programmes() {
    return {
        {"programmes.csv",
         "code,title,unit,kind,funder,contract_value,runs_from,runs_to,aim,note\n"
         "WF,Whole families,LCC,payment_by_results,The department,8700000,2012-04-01,2015-03-31,Fewer "
         "crises,\"About, not exactly\"\n"},
        {"funding.csv",
         "code,programme,title,period,state,amount,each,count,counted,note,position,brought_forward,virement,"
         "spent\n"
         "WF-F1,WF,Attachment,2012-13,planned,5200000,250,6869,pupils,Paid first,1,-1500,2000,90000.5\n"},
        {"phases.csv", "code,programme,title,state,started,due,completed,note,position\n"
                       "WF-P1,WF,Enabling,largely_complete,2012-04-01,2012-09-30,2012-10-01,Two floors,1\n"},
        {"contract_reviews.csv", "code,programme,body,reviewed_on,finding,required,state\n"
                                 "WF-R1,WF,LCC,2012-11-20,Evidence late,Send it monthly,done\n"},
        {"deliverables.csv",
         "code,programme,title,counted,total,total_words,due,reward,lag_weeks,lag_reason,position\n"
         "WF-D1,WF,Families worked with,families,2630,or more,2015-03-31,800.5,13,Attendance is proved by term,1\n"},
        {"delivery.csv",
         "deliverable,period,area,body,profile,delivered,evidenced,claimed,paid,profile_words,delivered_"
         "words,judged,note,known_at,profile_share\n"
         "WF-D1,2012-13Q3,,,,310,,,,,,,,2013-01-20,62.5\n"
         "WF-D1,2012-04-01/2012-11-20,E2,LCC,300,305,290,280,270,as agreed,so "
         "far,slightly_behind,Validated,2012-11-20,\n"},
        {"payment_rules.csv", "code,programme,deliverable,kind,title,amount,funded,funded_of,cases,valid_from,valid_to,"
                              "claim_from,claim_days,evidence,source,position\n"
                              "WF-A1,WF,WF-D1,attachment,Attachment fee,3200,5,6,876.666667,2012-04-01,2013-03-31,"
                              "0,91,A plan,The framework,1\n"},
        {"payment_claims.csv",
         "code,rule,reference,area,body,attached_on,achieved_on,claimed_on,paid_on,evidence,state,"
         "amount,clawback,clawback_reason,note\n"
         "WF-C1,WF-A1,F-17,E2,LCC,2012-05-01,2012-08-01,2012-08-02,2012-09-01,checked,clawed_back,3200,800,Sample "
         "audit,Twice\n"},
        {"waves.csv",
         "code,title,unit,programme,period,window_from,window_to,proposed,completed,areas,areas_words,note\n"
         "W5,Wave 5,LCC,WF,2012-13,2012-09-01,2012-12-31,24,22,8,neighbourhoods,Three each\n"},
        {"milestones.csv", "code,subject,title,due,forecast,completed,note,position\n"
                           "HD1-M1,project:HD1,Report,2012-10-01,2012-10-15,2012-10-20,Held up,1\n"},
    };
}

inline Files sample_of_registers() {
    return {
        {"forms.csv", "code,title,unit,programme,sites,asked,note\nBS,Best start,LCC,WF,schools,79,Once a year\n"},
        {"form_returns.csv",
         "form,period,area,asked,received,response_percent,green,amber,red,green_percent,amber_percent,"
         "red_percent,note,known_at\n"
         "BS,2012-12,E2,79,69,87,30,37,2,44,54,2,About,2013-01-17\n"},
        {"site_ratings.csv", "form,period,site,area,rating,note,followed_up,known_at\n"
                             "BS,2012-12,Mill Road,E2,red,No pupils,A visit,2013-01-17\n"},
        {"risks.csv",
         "code,kind,title,renamed_from,unit,owner_post,raised_on,raised_in,cause,consequence,controls,"
         "planned,merged_into,closed_on,closed_in,closed_reason,approved_by,renamed_on,register,review_every,"
         "category,appetite,appetite_band\n"
         "CO1,opportunity,A new model,A model,LCC,Chief executive,2017-07-01,2017-18Q2,Less "
         "money,Change,Boards,More "
         "boards,CR28,2018-01-01,2017-18Q4,Done,Cabinet,2017-10-01,Corporate,half,Reputation,12,\n"
         "CR28,risk,Court of Protection,,,,,,,,,,,,,,,,,,,,medium\n"},
        {"risk_reviews.csv",
         "risk,period,inherent_impact,inherent_likelihood,impact,likelihood,target_impact,target_"
         "likelihood,score,least_score,note,known_at,inherent_score,inherent_band,band,target_score,"
         "target_band,target_by,register\n"
         "CO1,2017-18Q2,5,4,4,3,3,2,12,12,As printed,2017-09-25,20,high,amber,6,low,2018-03-31,"
         "Corporate\n"},
        {"trajectories.csv",
         "recovery_plan,period,value,note,known_at\nSDS,2012-13Q4,90,If reviews go on,2013-02-15\n"},
        {"escalations.csv", "code,from_unit,to_unit,raised_on,period,subject,title,text,state,outcome,settled_on\n"
                            "ES1,LCC,CCPI,2013-05-01,2013-14Q1,risk:CO1,Schools,Who asks them?,settled,Raised at the "
                            "trust,2013-06-01\n"},
        {"printed.csv", "code,period,subject,place,kind,above,text,choices,position\n"
                        "PR1,2012-13Q3,measure:SDS,Table 1,heading,Outcomes achieved,Profile,,1\n"
                        "PR2,2012-13Q3,,Front page,choice,,,Yes / No,2\n"},
    };
}

// A small council folder in canonical form that fills every column of every table at least once.
inline Files sample() {
    Files files = sample_of_plans();
    for (const auto& more : {sample_of_programmes(), sample_of_registers(), sample_of_figures()})
        files.insert(files.end(), more.begin(), more.end());
    return files;
}

inline std::string file_in(const std::vector<SourceFile>& files, const std::string& path) {
    for (const SourceFile& file : files)
        if (file.path == path) return file.bytes;
    return "absent";
}

} // namespace qd::testing
