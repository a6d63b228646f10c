// ui/main.scss → ui/dist/quarterday.css, ui/main.ts → ui/dist/quarterday.js, ui/static/* → ui/dist/ as it is.
// What lies in ui/dist is compiled into the binary (cmake/embed.cmake).
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "sass";

const ui = dirname(fileURLToPath(import.meta.url));
const dist = join(ui, "dist");
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
