// Builds what readers would see: both casebooks, and the example after two people turned out to be
// one, which is the only way to a page that leads elsewhere. Each is served as `khronika` serves it.

import { execFile, spawn } from "node:child_process";
import { appendFile, cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);
const MERGED = "claims/kamaldinov-aydar.yaml";
const DECISION =
  "  - {same: [kamaldinov-aydar, chernopenko-luka], reason: A trial of redirects., " +
  "by: editors, at: 2026-11-21}\n";

/** Builds and serves the three sites below the folder; `stop` ends what was started. */
export async function builtSites(khronika, casebooks, folder) {
  const merged = await mergedCasebook(khronika, join(casebooks, "example"), folder);
  const wanted = [
    ["example", join(casebooks, "example")],
    ["unheard-voices", join(casebooks, "unheard-voices")],
    ["merged", merged],
  ];
  return Promise.all(
    wanted.map(([name, casebook]) => served(khronika, name, casebook, join(folder, name))),
  );
}

/** Every file below the folder, by its path from there, in order. */
export async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
}

async function mergedCasebook(khronika, example, folder) {
  const casebook = join(folder, "casebook");
  await cp(example, casebook, { recursive: true });
  const publish = (...more) => run(khronika, ["--casebook", casebook, "publish", ...more]);
  await publish("--release", "before", "--out", join(folder, "before"));
  await appendFile(join(casebook, MERGED), DECISION);
  return casebook;
}

async function served(khronika, name, casebook, out) {
  const started = spawn(khronika, ["demo", "--casebook", casebook, "--out", out, "--port", "0"], {
    env: { ...process.env, PYTHONUNBUFFERED: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await addressFrom(started, name);
  return { name, merged: name === "merged", folder: out, address, stop: () => started.kill() };
}

async function addressFrom(started, name) {
  for await (const line of createInterface({ input: started.stdout })) {
    if (line.startsWith("http://127.0.0.1:")) return line;
  }
  throw new Error(`The site ${name} was not built: its command ended without an address.`);
}
