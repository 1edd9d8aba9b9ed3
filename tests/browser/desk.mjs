// The first evening at the desk, by clicks alone, on a phone, as somebody new would spend it: set
// up, a person, a letter, a site, somebody taken down; then the pages of a fuller archive.
//
//     node desk.mjs KHRONIKA [--browser PROGRAM] [--pictures FOLDER [--every]]
//
// The pictures are those of the guide; with --every those of every page, in light and in dark.
// Every page on the way is looked at by axe-core, for its width and for what the browser complains
// about. Ends with 0 only if the evening came to its end and nothing was found.

import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { evening, visitEverything } from "./evening.mjs";
import { Looker } from "./looker.mjs";
import { openBrowser } from "./view.mjs";
import { WORDS } from "./words.mjs";

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: "string", default: "/usr/bin/chromium" },
      pictures: { type: "string" },
      every: { type: "boolean", default: false },
    },
  });
  if (positionals.length !== 1) throw new Error("Say where khronika is.");
  if (values.pictures) await mkdir(values.pictures, { recursive: true });
  const pictures = { folder: values.pictures, every: values.every };
  const browser = await openBrowser(values.browser);
  const findings = [];
  try {
    for (const language of Object.keys(WORDS)) {
      findings.push(...(await spend(browser, resolve(positionals[0]), language, pictures)));
    }
  } finally {
    await browser.close();
  }
  findings.forEach((one) => console.error(`${one.place}: ${one.code}: ${one.words}`));
  console.log(`${findings.length} findings`);
  process.exitCode = findings.length ? 1 : 0;
}

async function spend(browser, khronika, language, pictures) {
  const folder = await mkdtemp(join(tmpdir(), "desk-"));
  const desk = await started(khronika, folder);
  const looker = await Looker.open(browser, { address: desk.address, language, pictures });
  try {
    const began = Date.now();
    await evening(looker, WORDS[language]);
    const clicks = `${looker.clicks} clicks`;
    console.log(`${language}: the evening took ${Date.now() - began} ms and ${clicks}`);
    await visitEverything(looker, WORDS[language]);
    return looker.findings;
  } finally {
    await looker.close();
    desk.stop();
    await rm(folder, { recursive: true });
  }
}

async function started(khronika, folder) {
  const process_ = spawn(khronika, ["--casebook", folder, "serve", "--port", "0", "--no-browser"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: process_.stdout })) {
    if (line.startsWith("http://127.0.0.1:")) {
      return { address: line.trim(), stop: () => process_.kill() };
    }
  }
  throw new Error("The desk ended without an address.");
}

await main();
