// A partnership: priorities of groups with their actions.
import { siteOf, testPages, testPagesOf } from "./pages.mjs";

const at = siteOf("chorley");

testPages(at, "chorley", {
  overview: "/?period=2013-14Q1",
  "overview-later": "/?period=2016-17Q3",
  scorecard: "/scorecard?period=2016-17Q3",
  priorities: "/priorities?period=2013-14Q1",
  findings: "/findings?period=2013-14Q1",
  report: "/reports/partnership?period=2013-14Q1",
});
testPagesOf(at, "chorley", "/priorities", { least: 3, query: "?period=2013-14Q1" });
