// Every page in a real browser, at the width of a desk and of a phone: nothing fails, nothing runs that should not,
// axe-core finds nothing, nothing scrolls sideways. What it looked like is in out/screenshots.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessibilityFaults, openBrowser, openPage, project, screenshots, serve, sidewaysScroll } from "./site.mjs";

const councils = {
  lancashire: {
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
    programmes: "/programmes",
    programme: "/programmes/ESF?as_at=2012-07-03",
    "payment-by-results": "/programmes/WTWF",
    projects: "/projects",
    "self-evaluation": "/self-evaluation",
    risks: "/risks",
    findings: "/findings",
    "findings-filtered": "/findings?severity=error",
    reports: "/reports",
    report: "/reports/scorecard?period=2012-13Q3",
    about: "/about",
    accessibility: "/accessibility",
  },
  chorley: {
    overview: "/?period=2013-14Q1",
    "overview-later": "/?period=2016-17Q3",
    scorecard: "/scorecard?period=2016-17Q3",
    priorities: "/priorities?period=2013-14Q1",
    findings: "/findings?period=2013-14Q1",
    report: "/reports/partnership?period=2013-14Q1",
  },
  // A council of the tests, with enough figures for every kind of reading.
  invented: {
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
  },
};
const folder = (council) => (council === "invented" ? join(project, "tests", "councils", council) : join(project, "examples", council));
const widths = [1280, 390];
const sites = {};
let browser;

before(async () => {
  browser = await openBrowser();
  for (const council of Object.keys(councils)) sites[council] = await serve(council, folder(council));
});

after(async () => {
  await browser?.close();
  for (const site of Object.values(sites)) await site.stop();
});

async function check(council, name, path, width) {
  const { page, complaints, close } = await openPage(browser, width);
  try {
    const response = await page.goto(sites[council].url + path, { waitUntil: "load" });
    assert.equal(response.status(), 200, `${path} answers ${response.status()}`);
    const axe = await accessibilityFaults(page);
    await page.screenshot({ path: join(screenshots, `${council}-${name}-${width}.png`), fullPage: true });
    assert.deepEqual(await sidewaysScroll(page), [], "it scrolls sideways");
    assert.deepEqual(axe, [], "axe-core");
    assert.deepEqual(complaints, [], "the browser complains");
    assert.equal(await page.locator("h1").count(), 1, "one heading 1");
  } finally {
    await close();
  }
}

for (const [council, pages] of Object.entries(councils))
  for (const [name, path] of Object.entries(pages))
    for (const width of widths) test(`${council} ${name} at ${width} px`, () => check(council, name, path, width));

// The pages of single things, as the lists name them.
for (const [council, list, period] of [
  ["lancashire", "/recovery-plans", ""],
  ["chorley", "/priorities", "?period=2013-14Q1"],
])
  test(`${council}: each page that ${list} leads to`, async (t) => {
    const { page, close } = await openPage(browser, 1280);
    await page.goto(sites[council].url + list + period);
    const paths = await page.$$eval(`main a[href^="${list}/"]`, (links) => [...new Set(links.map((link) => link.getAttribute("href")))]);
    await close();
    assert.ok(paths.length >= 3, `${paths.length} links`);
    for (const path of paths)
      for (const width of widths) await t.test(`${path} at ${width} px`, () => check(council, path.split("?")[0].slice(1).replaceAll("/", "-"), path, width));
  });

test("no link on any page leads nowhere", async () => {
  for (const [council, site] of Object.entries(sites)) {
    const { page, close } = await openPage(browser, 1280);
    const seen = new Set(["/"]);
    const made = new Set(); // reports as PDF and Word take seconds each: one of a kind is enough
    for (const path of seen) {
      const file = path.match(/^(.*\/file)\?.*format=(pdf|docx)/);
      if (file && made.has(file[1] + file[2])) continue;
      if (file) made.add(file[1] + file[2]);
      const response = await page.request.get(site.url + path);
      assert.equal(response.status(), 200, `${council}${path}`);
      if (!(response.headers()["content-type"] ?? "").startsWith("text/html") || path.includes("/file")) continue;
      for (const [, link] of (await response.text()).matchAll(/ href="(\/[^"#]*)/g)) {
        const target = link.replaceAll("&amp;", "&").replaceAll("&#x2F;", "/");
        const again = council === "invented" && target.includes("period="); // 33 months of the same pages
        if (!target.startsWith("/assets/") && !again) seen.add(target);
      }
      assert.ok(seen.size < 5000, "the links do not end");
    }
    await close();
    assert.ok(seen.size > 10, `${council} has ${seen.size} addresses`);
  }
});
