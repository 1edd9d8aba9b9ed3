// Looks at everything a reader sees, in a browser: `make browser`.
//
//     node check.mjs KHRONIKA CASEBOOKS [--browser PROGRAM] [--pictures FOLDER] [--each NUMBER]
//
// Every page is checked for valid HTML and links, and opened to see its width, complaints and
// requests, or with --each so many of every kind in every language of every site; of every kind in
// every language enough pages to show all its mark-up are looked at in every way and by axe-core.
// Ends with 0 only if nothing was found and every planted fault was.

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { builtSites, filesBelow } from "./build.mjs";
import { unnoticed } from "./control.mjs";
import { notFound } from "./find.mjs";
import { chosen, fewOfEach, missingKinds } from "./kinds.mjs";
import { brokenLinks } from "./links.mjs";
import { closeLook, glance, picture, screens } from "./look.mjs";
import { readPages } from "./reading.mjs";
import { report } from "./report.mjs";
import { openBrowser } from "./view.mjs";

const LOOKERS = 2;

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: "string", default: "/usr/bin/chromium" },
      pictures: { type: "string" },
      each: { type: "string", default: "Infinity" },
    },
  });
  if (positionals.length !== 2) throw new Error("Say where khronika and the casebooks are.");
  const [khronika, casebooks] = positionals.map((one) => resolve(one));
  const folder = await mkdtemp(join(tmpdir(), "browser-checks-"));
  const sites = [];
  const browser = await openBrowser(values.browser);
  try {
    sites.push(...(await builtSites(khronika, casebooks, folder)));
    process.exitCode = report(await everything(browser, sites, values)) ? 0 : 1;
  } finally {
    sites.forEach((site) => site.stop());
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

async function everything(browser, sites, { pictures, each }) {
  const pages = await everyPage(sites);
  const lookers = await Promise.all(Array.from({ length: LOOKERS }, () => screens(browser)));
  // The merged site is built for the pages that lead on; its others are those of the example.
  const seen = pages.filter((page) => !page.site.merged || page.leads);
  const opened = fewOfEach(seen, Number(each));
  const close = chosen(seen.filter((page) => page.kind));
  const findings = [
    ...pages.flatMap((page) => page.findings),
    ...pages.flatMap(unknownKind),
    ...missingKinds(pages),
    ...(await linksOf(sites, pages)),
    ...(await shared(lookers, opened, ([phone], page) => glance(phone, page))).flat(),
    ...(await shared(lookers, close, closeLook)).flat(),
    ...(await notFound(browser, sites)),
    ...(await unnoticed(lookers[0], sites[0])),
  ];
  if (pictures) await pictured(lookers, close, pictures);
  return { read: pages.length, pages: opened.length, close: close.length, findings };
}

async function everyPage(sites) {
  const work = [];
  for (const site of sites) {
    const files = await filesBelow(site.folder);
    work.push(...files.filter((path) => path.endsWith(".html")).map((path) => ({ site, path })));
  }
  return readPages(work);
}

function unknownKind({ path, kind }) {
  if (kind) return [];
  return [{ code: "kind-unknown", place: path, words: "no row of kinds.mjs knows this path" }];
}

async function linksOf(sites, pages) {
  const findings = sites.map(async (site) => {
    const own = pages.filter((page) => page.site === site);
    return brokenLinks(site.folder, await filesBelow(site.folder), own);
  });
  return (await Promise.all(findings)).flat();
}

async function pictured(lookers, close, folder) {
  await mkdir(folder, { recursive: true });
  await shared(lookers, close, async (fourScreens, page) => {
    for (const screen of fourScreens.filter((one) => one.scripts)) {
      for (const theme of ["light", "dark"]) {
        const name = [page.site.name, page.path.replaceAll("/", "-")];
        const file = `${[...name, screen.phone ? "phone" : "desk", theme].join("_")}.png`;
        await picture(screen, page, { theme, file: join(folder, file) });
      }
    }
  });
}

/** Does the work with as many lookers as there are; the answers stand in the order of the work. */
async function shared(lookers, work, look) {
  const answers = [];
  let next = 0;
  const take = async (looker) => {
    while (next < work.length) {
      const place = next++;
      answers[place] = await look(looker, work[place]);
    }
  };
  await Promise.all(lookers.map(take));
  return answers;
}

await main();
