// Starts the program under test over stores made from council folders, and a browser to look at it with.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const project = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const screenshots = join(project, "out", "screenshots");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Serves one council folder; {url, stop}. $QUARTERDAY_SITES names sites that run already ("lancashire=http://…,…"). `prepare` is
// called before it is served with a function that runs the program on its store, and `options` are those of serve.
export async function serve(name, folder, prepare = () => {}, options = []) {
  const running = (process.env.QUARTERDAY_SITES ?? "").split(",").map((entry) => entry.split("="));
  const found = running.find(([known]) => known === name);
  if (found && options.length === 0) return { url: found[1], stop: async () => {} };

  const program = process.env.QUARTERDAY;
  if (!program || !existsSync(program)) throw new Error("set QUARTERDAY to the program under test");
  const home = mkdtempSync(join(tmpdir(), "quarterday-browser-"));
  const store = `sqlite:${join(home, "test.db")}`;
  const run = (...args) => execFileSync(program, ["--store", store, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  run("init");
  run("import", folder);
  prepare(run, home);
  const server = spawn(program, ["--store", store, "serve", "--listen", "127.0.0.1:0", ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => server.once("exit", (code, signal) => done(signal ?? code)));
  const url = await new Promise((found, failed) => {
    let said = "";
    server.stdout.on("data", (part) => {
      said += part;
      const match = /http:\/\/[\w.:[\]]+/.exec(said);
      if (match) found(match[0]);
    });
    ended.then((how) => failed(new Error(`serve ended with ${how} before it listened`)));
  });
  return {
    url,
    stop: async () => {
      server.kill("SIGTERM");
      const how = await ended;
      rmSync(home, { recursive: true, force: true });
      return how;
    },
  };
}

export function openBrowser() {
  mkdirSync(screenshots, { recursive: true });
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

// A tab that remembers what went wrong in it.
export async function openPage(browser, width, { withAxe = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 900 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => complaints.push(`request: ${request.url()} ${request.failure()?.errorText}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  if (options.javaScriptEnabled !== false)
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`));
    });
  if (withAxe) await page.addInitScript(axe); // sent once, and not for each page
  return { page, complaints, close: () => context.close() };
}

// What axe-core finds wrong, one line each. Our style sheet is of our own origin, so there is nothing to load beforehand.
export async function accessibilityFaults(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"], preload: false }));
  return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}

// How far the page can be scrolled sideways, and what sticks out.
export function sidewaysScroll(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll("main *, header *, nav *, section *, footer *")].filter((element) => element.getBoundingClientRect().right > room + 0.5);
    return [`${document.documentElement.scrollWidth} of ${room} px`, ...wide.slice(0, 5).map((element) => `${element.tagName}.${element.getAttribute("class") ?? ""}`)];
  });
}
