// Every link of every site is followed until nothing new comes.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { project, serve } from "./site.mjs";

const councils = { lancashire: "examples/lancashire", chorley: "examples/chorley", invented: "tests/councils/invented", ledgershire: "tests/councils/ledgershire" };

async function follow(council, site) {
  const seen = new Set(["/"]);
  const made = new Set(); // reports as PDF and Word take seconds each: one of a format is enough
  for (const path of seen) {
    const format = path.match(/^.*\/file\?.*format=(pdf|docx)/)?.[1];
    if (format && made.has(format)) continue;
    if (format) made.add(format);
    const response = await fetch(site.url + path);
    assert.equal(response.status, 200, `${council}${path}`);
    const body = await response.text();
    if (!(response.headers.get("content-type") ?? "").startsWith("text/html") || path.includes("/file")) continue;
    for (const [, link] of body.matchAll(/ href="(\/[^"#]*)/g)) {
      const target = link.replaceAll("&amp;", "&").replaceAll("&#x2F;", "/");
      const again = council === "invented" && target.includes("period="); // 33 months of the same pages
      if (!target.startsWith("/assets/") && !again) seen.add(target);
    }
    assert.ok(seen.size < 5000, "the links do not end");
  }
  assert.ok(seen.size > 10, `${council} has ${seen.size} addresses`);
}

for (const [council, folder] of Object.entries(councils))
  for (const options of council === "ledgershire" ? [[], ["--public"]] : [[]])
    test(`no link of ${council} ${options.join(" ")} leads nowhere`, async () => {
      const site = await serve(council, join(project, folder), undefined, options);
      try {
        await follow(council, site);
      } finally {
        await site.stop();
      }
    });
