// Overview, scorecard, measures, recovery plans, checker and reports of a council of few figures.
import { siteOf, testPages, testPagesOf } from "./pages.mjs";

const at = siteOf("lancashire");

testPages(at, "lancashire", {
  overview: "/",
  "overview-before": "/?period=2012-13Q2",
  scorecard: "/scorecard",
  "scorecard-filtered": "/scorecard?outlook=miss&order=furthest",
  "scorecard-nothing": "/scorecard?theme=Highways&status=red",
  "measure-ratio": "/measures/ASC1",
  "measure-smaller-is-better": "/measures/CYP2",
  "measure-school-year": "/measures/CYP1",
  "measure-year-to-date": "/measures/HWY1",
  "measure-without-figures": "/measures/M09",
  "recovery-plans": "/recovery-plans",
  findings: "/findings",
  "findings-filtered": "/findings?severity=error",
  reports: "/reports",
  report: "/reports/scorecard?period=2012-13Q3",
  about: "/about",
  accessibility: "/accessibility",
});
testPagesOf(at, "lancashire", "/recovery-plans", { least: 3 });
