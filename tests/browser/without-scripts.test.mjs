// What a visitor does: without scripts, with the keyboard, and with what scripts add.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, openPage, project, screenshots, serve } from "./site.mjs";

let browser, site;

before(async () => {
  browser = await openBrowser();
  site = await serve("lancashire", join(project, "examples", "lancashire"));
});

after(async () => {
  await browser?.close();
  await site?.stop();
});

const rows = (page) => page.locator("table.qd-scorecard tbody tr:visible:has(th[scope=row])").count();

test("filters work without scripts, and the address says what was chosen", async () => {
  const { page, complaints, close } = await openPage(browser, 1280, { javaScriptEnabled: false });
  await page.goto(`${site.url}/scorecard`);
  assert.equal(await rows(page), 35);
  await page.getByLabel("Outlook", { exact: true }).selectOption("miss");
  await page.locator("main form button").click();
  assert.equal(new URL(page.url()).searchParams.get("outlook"), "miss");
  assert.equal(await rows(page), 5);
  assert.match(await page.textContent("main"), /5 of 35 measures shown/);
  await page.getByRole("link", { name: "Show all" }).first().click();
  assert.equal(await rows(page), 35);
  assert.deepEqual(complaints, []);
  await close();
});

test("another period is chosen without scripts and stays chosen", async () => {
  const { page, close } = await openPage(browser, 390, { javaScriptEnabled: false });
  await page.goto(`${site.url}/scorecard?outlook=miss`);
  await page.getByText("Change period, area or date").click();
  await page.screenshot({ path: join(screenshots, "choosing-390.png") });
  await page.getByLabel("Period", { exact: true }).selectOption("2012-13Q2");
  await page.getByLabel("As at").fill("2013-03-01");
  await page.locator(".qd-choose button").click();
  const chosen = new URL(page.url()).searchParams;
  assert.deepEqual([chosen.get("period"), chosen.get("as_at"), chosen.get("outlook")], ["2012-13Q2", "2013-03-01", "miss"]);
  assert.match(await page.textContent(".qd-frame"), /quarter 2.*1 March 2013/s);
  await page.getByRole("navigation").getByRole("link", { name: "Overview" }).click();
  assert.match(await page.textContent(".qd-frame"), /quarter 2.*1 March 2013/s);
  await close();
});

test("the keyboard reaches the content at once", async () => {
  const { page, close } = await openPage(browser, 1280);
  await page.goto(site.url);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Skip to main content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
  await close();
});

test("with scripts the scorecard is filtered as one types", async () => {
  const { page, complaints, close } = await openPage(browser, 1280);
  await page.goto(`${site.url}/scorecard`);
  await page.getByLabel("Find in this list").fill("HELP dir");
  assert.equal(await rows(page), 2);
  assert.match(await page.textContent("[role=status]"), /2 of these rows match/);
  await page.getByLabel("Find in this list").fill("");
  assert.equal(await rows(page), 35);
  assert.deepEqual(complaints, []);
  await close();
});

test("an unknown address helps, and a known one is not sent twice", async () => {
  const { page, close } = await openPage(browser, 1280);
  const missing = await page.goto(`${site.url}/measures/ASC9`);
  assert.equal(missing.status(), 404);
  await page.screenshot({ path: join(screenshots, "not-found-1280.png") });
  assert.equal(await page.getByRole("link", { name: "overview", exact: true }).count(), 1);
  const first = await page.request.get(`${site.url}/scorecard`);
  const again = await page.request.get(`${site.url}/scorecard`, { headers: { "If-None-Match": first.headers().etag } });
  assert.equal(again.status(), 304);
  await close();
});

test("a printed scorecard keeps every row", async () => {
  const { page, close } = await openPage(browser, 1280);
  await page.goto(`${site.url}/scorecard`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await rows(page), 35);
  assert.equal(await page.locator(".qd-nav").isVisible(), false);
  await page.pdf({ path: join(screenshots, "scorecard.pdf"), preferCSSPageSize: true });
  await close();
});
