// The first evening at the desk, by clicks alone, on a phone, as somebody new would spend it: set
// up, a person, a letter, a site, somebody taken down; then the pages of a fuller archive. A week of
// the logbook: first hours, a parcel, a hearing, money, a petition, a family. And an editor's hour with
// a fuller archive: disputes, history, who is one, a photo, a text.
//
//     node desk.mjs KHRONIKA [--walk evening|logbook|settling] [--browser PROGRAM]
//                            [--pictures FOLDER [--every]]
//
// Without --walk all are gone. The pictures are those of the guide; with --every those of every
// page, in light and in dark. Every page on the way is looked at by axe-core, for its width and for
// what the browser complains about. Ends with 0 only if the walks came to their end and nothing was found.

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { evening, setUp, visitEverything } from "./evening.mjs";
import { keepLogbook } from "./logbook.mjs";
import { Looker } from "./looker.mjs";
import { settling } from "./settling.mjs";
import { started } from "./started.mjs";
import { openBrowser } from "./view.mjs";
import { WORDS } from "./words.mjs";

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: "string", default: "/usr/bin/chromium" },
      pictures: { type: "string" },
      every: { type: "boolean", default: false },
      walk: { type: "string" },
    },
  });
  if (positionals.length !== 1) throw new Error("Say where khronika is.");
  if (values.pictures) await mkdir(values.pictures, { recursive: true });
  const pictures = { folder: values.pictures, every: values.every };
  const browser = await openBrowser(values.browser);
  const findings = [];
  try {
    for (const name of values.walk ? [values.walk] : Object.keys(WALKS)) {
      for (const language of Object.keys(WORDS)) {
        const how = { language, walk: WALKS[name], pictures };
        findings.push(...(await spend(browser, resolve(positionals[0]), how)));
      }
    }
  } finally {
    await browser.close();
  }
  findings.forEach((one) => console.error(`${one.place}: ${one.code}: ${one.words}`));
  console.log(`${findings.length} findings`);
  process.exitCode = findings.length ? 1 : 0;
}

const WALKS = {
  evening: async (looker, words) => {
    await evening(looker, words);
    await visitEverything(looker, words);
  },
  logbook: async (looker, words) => {
    await setUp(looker, words);
    await keepLogbook(looker, words);
  },
  settling,
};

async function spend(browser, khronika, { language, walk, pictures }) {
  const folder = await mkdtemp(join(tmpdir(), "desk-"));
  const desk = await started(khronika, folder);
  const looker = await Looker.open(browser, { address: desk.address, language, pictures });
  try {
    const began = Date.now();
    await walk(looker, WORDS[language]);
    console.log(`${language}: ${Date.now() - began} ms and ${looker.clicks} clicks`);
    return looker.findings;
  } finally {
    await looker.close();
    desk.stop();
    await rm(folder, { recursive: true });
  }
}

await main();
