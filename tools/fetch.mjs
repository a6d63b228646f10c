// Fetches what package-lock.json names into node_modules, as `npm ci` would, but needs nothing besides node and tar: Debian's npm
// brings 335 packages. Parts for other machines than this one are left out, and so are optional ones that no build needs. Each file
// must have the SHA-512 that the lock names; nothing of it is run.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = join(dirname(fileURLToPath(import.meta.url)), "..");
const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8"));
const registry = process.env.npm_config_registry ?? "https://registry.npmjs.org/"; // as npm has it

const isForHere = ({ os, cpu, libc }) =>
  (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch)) && (!libc || libc.includes("glibc"));
// Of what is optional, only what has a program for this machine alone is needed: esbuild itself.
const isNeeded = (part) => isForHere(part) && (!part.optional || (part.os && !part.libc));

// node_modules/@esbuild/linux-x64, 0.28.2 → …/@esbuild/linux-x64/-/linux-x64-0.28.2.tgz
function addressOf(path, { version }) {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  return new URL(`${name}/-/${name.split("/").pop()}-${version}.tgz`, registry).href;
}

async function fetchPart(path, part, folder) {
  const address = addressOf(path, part);
  const response = await fetch(address).catch((error) => {
    throw new Error(`${address} cannot be fetched: ${error.cause?.message ?? error.message}. Is this machine connected?`);
  });
  if (!response.ok) throw new Error(`${address} answers ${response.status}. Try again later.`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const sum = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  if (!part.integrity || sum !== part.integrity) throw new Error(`${address} is not what package-lock.json names: ${sum}. Do not use it.`);
  const place = join(folder, path.replace(/^node_modules\//, ""));
  mkdirSync(place, { recursive: true });
  execFileSync("tar", ["--extract", "--gzip", "--no-same-owner", "--strip-components=1", "--directory", place], { input: bytes });
}

const wanted = Object.entries(lock.packages).filter(([path, part]) => path && isNeeded(part));
const beside = join(project, `node_modules.${process.pid}`); // whole or not at all
try {
  const done = await Promise.allSettled(wanted.map(([path, part]) => fetchPart(path, part, beside)));
  const failures = done.filter(({ status }) => status === "rejected").map(({ reason }) => reason.message);
  if (failures.length > 0) throw new Error(failures.join("\n"));
  rmSync(join(project, "node_modules"), { recursive: true, force: true });
  renameSync(beside, join(project, "node_modules"));
  console.log(`${wanted.length} packages: ${wanted.map(([path]) => path.replace("node_modules/", "")).join(", ")}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(beside, { recursive: true, force: true });
}
