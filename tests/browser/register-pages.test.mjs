// Programmes, projects, self-evaluation and risks: as the papers have them, and with every register filled.
import { siteOf, testPages } from "./pages.mjs";

const papers = siteOf("lancashire"), filled = siteOf("ledgershire");

testPages(papers, "lancashire", {
  programmes: "/programmes",
  programme: "/programmes/ESF?as_at=2012-07-03",
  "payment-by-results": "/programmes/WTWF",
  projects: "/projects",
  "self-evaluation": "/self-evaluation",
  risks: "/risks",
});
testPages(filled, "ledgershire", {
  programmes: "/programmes",
  programme: "/programmes/ROUTE",
  projects: "/projects",
  "self-evaluation": "/self-evaluation",
  risks: "/risks",
  "risks-before": "/risks?period=2024-25Q2",
  "recovery-plan": "/recovery-plans/LET-R1",
  "measure-with-trajectory": "/measures/LET",
  priorities: "/priorities",
});
