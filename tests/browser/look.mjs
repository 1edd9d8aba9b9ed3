// The two looks: a glance at every page, and a close one at the pages that were chosen.
//
// Invariants:
//
// - The close look sees a page in every way there is: from a folder and from a server, with
//   JavaScript and without, on a phone and at a desk. In all of them it says the same, and at the
//   same width it is equally long wherever the same scripts run.
// - axe-core sees the page from a folder on a phone and from a server at a desk, in light and in
//   dark; between the two only the colours differ, so in dark only the rules about these are run.

import { accessibility, overflow, sight } from "./inspect.mjs";
import { origins, Screen } from "./view.mjs";

/** The four screens: phone and desk, with JavaScript and without. */
export function screens(browser) {
  const ways = [true, false].flatMap((phone) => [true, false].map((scripts) => ({ phone, scripts })));
  return Promise.all(ways.map((way) => Screen.open(browser, way)));
}

/** Opens the page once, on the narrowest phone, from its folder: what is wrong at first sight. */
export async function glance(screen, { site, path }) {
  await screen.narrow();
  await screen.open(origins(site)[0], path, { hold: true });
  const wide = await overflow(screen.page, screen.width);
  return placed([...wide, ...screen.takeTroubles()], path);
}

/** Looks at the page in every way. */
export async function closeLook(fourScreens, { site, path, leads }) {
  const findings = [];
  const seen = new Map();
  for (const origin of origins(site)) {
    for (const screen of fourScreens) {
      await screen.widen();
      await screen.open(origin, path, { hold: true });
      const found = [
        ...(wantsAxe(origin, screen) ? await inBothThemes(screen) : []),
        ...(await atEveryWidth(screen, seen)),
        ...screen.takeTroubles(),
        ...(leads ? await led(screen, origin, { path, leads }) : []),
      ];
      findings.push(...placed(found, `${path} (${wayOf(origin, screen)})`));
    }
  }
  return findings;
}

/** Keeps a picture of the page at the width the screen has. */
export async function picture(screen, { site, path }, { theme, file }) {
  await screen.widen();
  await screen.open(origins(site)[0], path, { hold: true });
  await screen.page.emulateMedia({ colorScheme: theme });
  await screen.page.screenshot({ path: file, fullPage: true });
  await screen.page.emulateMedia({ colorScheme: "light" });
}

/** Whether axe-core looks at a page opened in this way. */
export function wantsAxe(origin, { phone, scripts }) {
  return scripts && phone === origin.startsWith("file:");
}

export function wayOf(origin, { phone, scripts }) {
  const parts = [origin.split(":")[0], phone ? "phone" : "desk", scripts ? "scripts" : "no scripts"];
  return parts.join(", ");
}

async function inBothThemes(screen) {
  const light = await accessibility(screen.page, { coloursAlone: false });
  await screen.page.emulateMedia({ colorScheme: "dark" });
  const dark = await accessibility(screen.page, { coloursAlone: true });
  await screen.page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((one) => ({ ...one, words: `in dark, ${one.words}` }))];
}

async function atEveryWidth(screen, seen) {
  const findings = [];
  for (const width of screen.widths) {
    await screen.resize(width);
    const now = await sight(screen.page);
    findings.push(...(await overflow(screen.page, width)));
    findings.push(...unlike(seen, now, `${width} ${screen.scripts}`));
  }
  return findings;
}

function unlike(seen, now, way) {
  const text = seen.get("text") ?? now.text;
  const height = seen.get(way) ?? now.height;
  seen.set("text", text).set(way, height);
  if (text !== now.text) return [{ code: "text-differs", words: "other words than elsewhere" }];
  if (height === now.height) return [];
  return [{ code: "look-differs", words: `${now.height} pixels long, elsewhere ${height}` }];
}

async function led(screen, origin, { path, leads }) {
  const wanted = new URL(leads, new URL(path, origin)).href;
  await screen.open(origin, path);
  const arrived = await screen.page.waitForURL(wanted, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
  return arrived ? screen.takeTroubles() : [{ code: "leads-nowhere", words: `not to ${leads}` }];
}

function placed(findings, place) {
  return findings.map((one) => ({ ...one, place }));
}
