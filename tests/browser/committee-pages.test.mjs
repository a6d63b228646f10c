// Meetings, actions, issues and what was restated between two of them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { siteOf, testPages, testPagesOf } from "./pages.mjs";

const papers = siteOf("lancashire");
// Two issues, between which a figure was restated and one was added.
const issued = siteOf("ledgershire", (run, home) => {
  const issue = ["report", "scorecard", "--issue", "--format", "html", "--period", "2024-25Q3"];
  run(...issue);
  const later = join(home, "returns.csv");
  writeFileSync(
    later,
    "measure,period,numerator,denominator,known_at,handed_in_by,reason\n" +
      "LET,2024-25Q3,165,205,2025-01-20,Head of housing,two were counted late\n" +
      "LET,2024-25Q4,170,204,2025-04-18,Head of housing,\n",
  );
  run("import", later);
  run(...issue);
});

testPages(papers, "lancashire", { meetings: "/meetings?period=2012-13Q3", actions: "/actions", "actions-filtered": "/actions?from=decision&state=open" });
testPagesOf(papers, "lancashire", "/meetings", { least: 5 });
testPages(issued, "ledgershire", {
  meetings: "/meetings",
  "meetings-coming": "/meetings?as_at=2025-02-01",
  "meeting-with-part-two": "/meetings/PC-2024-12-10",
  actions: "/actions",
  issues: "/issues",
  issue: "/issues/1",
  comparison: "/issues/compare?from=1&to=2",
  "comparison-of-one": "/issues/compare?from=1&to=1",
});
