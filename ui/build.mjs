// ui/main.scss → ui/dist/quarterday.css, ui/main.ts → ui/dist/quarterday.js, ui/static/* → ui/dist/ as it is.
// What lies in ui/dist is compiled into the binary (cmake/embed.cmake) and kept in the repository.
// ui/made-of lists what it was made of, as sha256sum would, so that ./run bundles only what has changed (tools/setup.sh).
// --check: writes nothing, and ends with 1 where ui/dist is not what comes of ui/.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "sass";

const ui = dirname(fileURLToPath(import.meta.url));
const kept = join(ui, "dist");
const check = process.argv.includes("--check");
const dist = check ? mkdtempSync(join(tmpdir(), "quarterday-ui-")) : kept;
const modules = join(ui, "..", "node_modules");

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

if (existsSync(join(ui, "static"))) cpSync(join(ui, "static"), dist, { recursive: true });

if (existsSync(join(ui, "main.scss"))) {
  const { css } = compile(join(ui, "main.scss"), {
    style: "compressed",
    loadPaths: [modules],
    quietDeps: true, // the deprecations of others are not ours to mend
  });
  writeFileSync(join(dist, "quarterday.css"), css);
}

if (existsSync(join(ui, "main.ts"))) {
  await build({
    entryPoints: [join(ui, "main.ts")],
    outfile: join(dist, "quarterday.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    logLevel: "warning",
  });
}

const root = join(ui, "..");
const sources = readdirSync(ui, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "made-of")
  .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
  .filter((path) => !path.startsWith("ui/dist/"))
  .concat("package-lock.json", "templates/documents/paper.css")
  .sort();
const sum = (path) => createHash("sha256").update(readFileSync(join(root, path))).digest("hex");
const madeOf = sources.map((path) => `${sum(path)}  ${path}\n`).join("");

if (check) {
  const files = (folder) => Object.fromEntries(readdirSync(folder).map((name) => [`ui/dist/${name}`, readFileSync(join(folder, name), "utf8")]));
  const made = { ...files(dist), "ui/made-of": madeOf };
  const there = { ...(existsSync(kept) ? files(kept) : {}), "ui/made-of": existsSync(join(ui, "made-of")) ? readFileSync(join(ui, "made-of"), "utf8") : "" };
  const differing = [...new Set([...Object.keys(made), ...Object.keys(there)])].filter((name) => made[name] !== there[name]);
  rmSync(dist, { recursive: true });
  for (const name of differing) console.error(`${name} is not what comes of ui/. Make it again: npm run build`);
  process.exitCode = differing.length === 0 ? 0 : 1;
} else {
  writeFileSync(join(ui, "made-of"), madeOf);
}
