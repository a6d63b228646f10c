// A council of the tests, with enough figures for every kind of reading.
import { siteOf, testPages } from "./pages.mjs";

const at = siteOf("invented");

testPages(at, "invented", {
  overview: "/",
  scorecard: "/scorecard",
  "scorecard-district": "/scorecard?area=T12",
  "measure-improving": "/measures/REP",
  "measure-district": "/measures/REP?area=T13",
  "measure-rate": "/measures/EMPTY",
  "measure-worse": "/measures/WAIT",
  "measure-neutral": "/measures/CALLS",
  "measure-met": "/measures/COMPL",
  "measure-missed": "/measures/ONLINE",
  "measure-seasonal": "/measures/VISITS",
  "measure-too-few": "/measures/SWIM",
  "measure-rolling": "/measures/MEMB",
  "measure-break": "/measures/LIGHT",
  areas: "/areas",
  "areas-smaller-is-better": "/areas?measure=EMPTY",
  report: "/reports/scorecard?period=2024-12",
});
