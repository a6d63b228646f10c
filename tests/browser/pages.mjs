// Looks at pages of one council in a real browser, at the width of a desk and of a phone: nothing fails, nothing runs that should
// not, axe-core finds nothing, nothing scrolls sideways, the keyboard reaches what can be used. With QUARTERDAY_SCREENSHOTS=1 what it
// looked like is kept in out/screenshots, and what failed is kept there always.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessibilityFaults, openBrowser, openPage, project, screenshots, serve, sidewaysScroll } from "./site.mjs";

const widths = { 1280: 900, 390: 844 };

const folderOf = (council) => {
  const example = join(project, "examples", council);
  return existsSync(example) ? example : join(project, "tests", "councils", council);
};

// The browser and the council's site of a test file: `at` is filled before its tests run. `prepare` gets a function that runs the
// program on the store before it is served.
export function siteOf(council, prepare) {
  const at = {};
  before(async () => {
    [at.browser, at.site] = await Promise.all([openBrowser(), serve(council, folderOf(council), prepare)]);
  });
  after(async () => {
    await at.tab?.close();
    await at.browser?.close();
    await at.site?.stop();
  });
  return at;
}

// Loaded once, and looked at in both widths: the pages know no width but that of their style sheet. All pages of a site are
// looked at in one tab, one after the other.
export async function look(at, council, name, path) {
  at.tab ??= await openPage(at.browser, 1280, { withAxe: true });
  const { page, complaints } = at.tab;
  complaints.length = 0;
  const keep = (width) => page.screenshot({ path: join(screenshots, `${council}-${name}-${width}.png`), fullPage: true });
  await page.setViewportSize({ width: 1280, height: widths[1280] });
  const response = await page.goto(at.site.url + path, { waitUntil: "load" });
  assert.equal(response.status(), 200, `${path} answers ${response.status()}`);
  assert.equal(await page.locator("h1").count(), 1, "one heading 1");
  for (const [width, height] of Object.entries(widths)) {
    await page.setViewportSize({ width: Number(width), height });
    const axe = await accessibilityFaults(page), sideways = await sidewaysScroll(page);
    if (process.env.QUARTERDAY_SCREENSHOTS || axe.length > 0 || sideways.length > 0) await keep(width);
    assert.deepEqual(sideways, [], `it scrolls sideways at ${width} px`);
    assert.deepEqual(axe, [], `axe-core at ${width} px`);
  }
  assert.deepEqual(complaints, [], "the browser complains");
}

export function testPages(at, council, pages) {
  for (const [name, path] of Object.entries(pages)) test(`${council} ${name}`, () => look(at, council, name, path));
}

// The pages of single things, as a list names them.
export function testPagesOf(at, council, list, { least, query = "" }) {
  test(`${council}: each page that ${list} leads to`, async (t) => {
    const { page, close } = await openPage(at.browser, 1280);
    await page.goto(at.site.url + list + query);
    const paths = await page.$$eval(`main a[href^="${list}/"]`, (links) => [...new Set(links.map((link) => link.getAttribute("href")))]);
    await close();
    const pages = paths.filter((path) => !path.split("?")[0].endsWith(".json"));
    assert.ok(pages.length >= least, `${pages.length} links`);
    for (const path of pages) await t.test(path, () => look(at, council, path.split("?")[0].slice(1).replaceAll("/", "-"), path));
  });
}
