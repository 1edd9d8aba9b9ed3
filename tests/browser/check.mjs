// Looks at everything a reader sees, in a browser: `make browser`.
//
//     node check.mjs KHRONIKA CASEBOOKS [--browser PROGRAM] [--pictures FOLDER]
//
// Every page is checked for valid HTML, links, width, complaints and requests; of every kind in
// every language enough pages to show all its mark-up are looked at in every way and by axe-core.
// Ends with 0 only if nothing was found and every planted fault was.

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { builtSites, filesBelow } from "./build.mjs";
import { unnoticed } from "./control.mjs";
import { chosen, missingKinds } from "./kinds.mjs";
import { brokenLinks } from "./links.mjs";
import { closeLook, glance, picture, screens } from "./look.mjs";
import { report } from "./report.mjs";
import { validity } from "./validity.mjs";
import { openBrowser } from "./view.mjs";

const LOOKERS = 2;
const PICTURED = ["root", "home", "people", "person", "case", "cases", "sources", "method", "moved"];

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: "string", default: "/usr/bin/chromium" },
      pictures: { type: "string" },
    },
  });
  if (positionals.length !== 2) throw new Error("Say where khronika and the casebooks are.");
  const [khronika, casebooks] = positionals.map((one) => resolve(one));
  const folder = await mkdtemp(join(tmpdir(), "khronika-browser-"));
  const sites = [];
  const browser = await openBrowser(values.browser);
  try {
    sites.push(...(await builtSites(khronika, casebooks, folder)));
    process.exitCode = report(await everything(browser, sites, values.pictures)) ? 0 : 1;
  } finally {
    sites.forEach((site) => site.stop());
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

async function everything(browser, sites, pictures) {
  const lookers = await Promise.all(Array.from({ length: LOOKERS }, () => screens(browser)));
  const pages = await everyPage(lookers, sites);
  const close = chosenOf(sites, pages);
  const looks = await shared(lookers, close, closeLook);
  if (pictures) await pictured(lookers[0], close, pictures);
  return {
    pages: pages.length,
    close: close.length,
    findings: [
      ...pages.flatMap((page) => page.findings),
      ...missingKinds(pages),
      ...(await linksOf(sites, pages)),
      ...looks.flat(),
      ...(await unnoticed(lookers[0], sites[0])),
    ],
  };
}

async function everyPage(lookers, sites) {
  const wanted = [];
  for (const site of sites) {
    const files = await filesBelow(site.folder);
    wanted.push(...files.filter((path) => path.endsWith(".html")).map((path) => ({ site, path })));
  }
  return shared(lookers, wanted, async ([phone], { site, path }) => {
    const page = await glance(phone, site, path);
    const invalid = await validity(site.folder, path);
    page.findings.push(...invalid.map((one) => ({ ...one, place: path })));
    return page;
  });
}

/** The merged site is built for one kind of page; its others are those of the example. */
function chosenOf(sites, pages) {
  return sites.flatMap((site) => {
    const own = pages.filter((page) => page.site === site && page.kind);
    return chosen(site.name === "merged" ? own.filter((page) => page.leads) : own);
  });
}

async function linksOf(sites, pages) {
  const findings = sites.map(async (site) => {
    const own = pages.filter((page) => page.site === site);
    return brokenLinks(site.folder, await filesBelow(site.folder), own);
  });
  return (await Promise.all(findings)).flat();
}

async function pictured(fourScreens, close, folder) {
  await mkdir(folder, { recursive: true });
  const shown = close.filter((page) => PICTURED.includes(page.kind));
  for (const { site, path } of shown) {
    for (const screen of fourScreens.filter((one) => one.scripts)) {
      for (const theme of ["light", "dark"]) {
        const name = [site.name, path.replaceAll("/", "-"), screen.phone ? "phone" : "desk", theme];
        await picture(screen, site, path, { theme, file: join(folder, `${name.join("_")}.png`) });
      }
    }
  }
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
