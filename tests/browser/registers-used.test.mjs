// What a performance officer does with the registers: without scripts, and with the keyboard.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { siteOf } from "./pages.mjs";
import { openPage } from "./site.mjs";

const at = siteOf("ledgershire", (run, home) => {
  const issue = ["report", "scorecard", "--issue", "--format", "html", "--period", "2024-25Q3"];
  for (let i = 0; i < 2; ++i) run(...issue);
  const later = join(home, "returns.csv");
  writeFileSync(later, "measure,period,numerator,denominator,known_at,handed_in_by,reason\nLET,2024-25Q3,165,205,2025-01-20,Head of housing,two were counted late\n");
  run("import", later);
  run(...issue);
});

const withoutScripts = { javaScriptEnabled: false };

test("two issues are chosen and compared without scripts", async () => {
  const { page, complaints, close } = await openPage(at.browser, 390, withoutScripts);
  await page.goto(`${at.site.url}/issues`);
  assert.equal(await page.getByLabel("From issue").inputValue(), "2");
  assert.equal(await page.getByLabel("To issue").inputValue(), "3");
  await page.getByLabel("From issue").selectOption("1");
  await page.getByRole("button", { name: "Compare" }).click();
  assert.equal(new URL(page.url()).searchParams.get("from"), "1");
  const words = await page.textContent("main");
  assert.match(words, /79\.5%, 163 of 205/);
  assert.match(words, /two were counted late/);
  assert.match(words, /by Head of housing/);
  await page.getByLabel("To issue").selectOption("2");
  await page.getByRole("button", { name: "Compare" }).click();
  assert.match(await page.textContent("main"), /Nothing was restated/);
  assert.deepEqual(complaints, []);
  await close();
});

test("actions are filtered without scripts, and what was chosen stays", async () => {
  const { page, close } = await openPage(at.browser, 390, withoutScripts);
  await page.goto(`${at.site.url}/actions?as_at=2025-02-01`);
  await page.locator("summary", { hasText: "Filter" }).click();
  await page.getByLabel("From", { exact: true }).selectOption("decision");
  await page.getByLabel("State", { exact: true }).selectOption("overdue");
  await page.locator("main form button").click();
  const chosen = new URL(page.url()).searchParams;
  assert.deepEqual([chosen.get("from"), chosen.get("state"), chosen.get("as_at")], ["decision", "overdue", "2025-02-01"]);
  assert.match(await page.textContent("main"), /What became of the two employers/);
  await close();
});

test("a register of risks before is one link away", async () => {
  const { page, close } = await openPage(at.browser, 1280, withoutScripts);
  await page.goto(`${at.site.url}/risks`);
  assert.match(await page.textContent("main"), /The post is filled/);
  await page.getByRole("link", { name: "Register of 2024/25 quarter 2" }).click();
  assert.doesNotMatch(await page.textContent("main"), /The post is filled/);
  await close();
});

test("from what was asked for one gets to the answer and back", async () => {
  const { page, close } = await openPage(at.browser, 1280, withoutScripts);
  await page.goto(`${at.site.url}/meetings/PC-2024-06-11`);
  await page.getByRole("link", { name: /10 December 2024/ }).first().click();
  assert.match(await page.textContent("h1"), /10 December 2024/);
  assert.match(await page.textContent("main"), /Matters arising/);
  await page.getByRole("link", { name: "Meetings" }).last().click();
  assert.match(await page.textContent("h1"), /^Meetings$/);
  await close();
});

test("the keyboard alone opens a chart's figures and compares issues", async () => {
  const { page, close } = await openPage(at.browser, 1280);
  await page.goto(`${at.site.url}/recovery-plans/LET-R1`);
  const summary = page.locator("figure summary").first();
  await summary.focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("figure table").first().isVisible(), true);
  await page.goto(`${at.site.url}/issues`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter"); // skip to main content
  for (let i = 0; i < 20; ++i) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === "Compare") break;
  }
  const ring = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return `${style.outlineStyle} ${style.boxShadow} ${style.backgroundColor}`;
  });
  assert.notEqual(ring, "none none rgba(0, 0, 0, 0)", "what has the focus can be seen");
  await page.keyboard.press("Enter");
  await page.waitForURL(/issues\/compare/);
  await close();
});
