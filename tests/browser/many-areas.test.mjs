// One measure in as many areas as England has districts: the page stays readable, and finds an area as one types.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessibilityFaults, openBrowser, openPage, screenshots, serve, sidewaysScroll } from "./site.mjs";

const areas = 333;
let browser, site, folder;

// Invented figures: shares around 80 % of sizes between 60 and 4,000, the same each time.
function writeCouncil() {
  const made = mkdtempSync(join(tmpdir(), "quarterday-areas-"));
  let state = 12345;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const places = ["code,name,kind,parent", "N1,Everywhere,nation,"];
  const rows = ["measure,area,period,numerator,denominator,known_at"];
  for (let i = 1; i <= areas; ++i) {
    const size = 60 + Math.floor(next() * next() * 3940);
    const share = 0.8 + ((next() + next() + next() + next() - 2) * 2.6 * 0.4) / Math.sqrt(size);
    places.push(`A${i},${i === 200 ? "Hidden Vale" : `Place number ${i}`},district,N1`);
    rows.push(`IN,A${i},2012-13Q3,${Math.min(size, Math.round(size * share))},${size},2013-01-31`);
  }
  const write = (name, lines) => writeFileSync(join(made, name), lines.join("\n") + "\n");
  write("areas.csv", places);
  write("returns.csv", rows);
  write("measures.csv", ["code,title,polarity,unit,decimals,grain,roll_up,definition,denominator_label", "IN,Repairs in time,higher,percent,1,quarter,last,Invented.,repairs"]);
  write("council.toml", ['name = "Everywhere (test figures)"', 'area = "N1"', "year_starts = 4"]);
  return made;
}

before(async () => {
  browser = await openBrowser();
  folder = writeCouncil();
  site = await serve("many-areas", folder);
});

after(async () => {
  await browser?.close();
  await site?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

for (const width of [1280, 390])
  test(`333 areas at ${width} px`, async () => {
    const { page, complaints, close } = await openPage(browser, width);
    const response = await page.goto(`${site.url}/areas?measure=IN`);
    assert.equal(response.status(), 200);
    const axe = await accessibilityFaults(page);
    await page.screenshot({ path: join(screenshots, `many-areas-${width}.png`), fullPage: true });
    assert.deepEqual(await sidewaysScroll(page), [], "it scrolls sideways");
    assert.deepEqual(axe, [], "axe-core");
    assert.equal(await page.locator("table.qd-areas tbody tr").count(), areas);
    if (width < 900) await page.getByText("Choose the measure").click();
    await page.getByLabel("Find in this list").fill("hidden vale");
    assert.equal(await page.locator("table.qd-areas tbody tr:visible").count(), 1);
    assert.deepEqual(complaints, []);
    await close();
  });

test("a measure of 333 areas has no bar for each on its own page", async () => {
  const { page, close } = await openPage(browser, 1280);
  await page.goto(`${site.url}/measures/IN`);
  assert.match(await page.textContent("#compared"), /333 areas are outside the 99.8% limits/);
  assert.equal(await page.locator("#compared figure").count(), 1);
  await close();
});
