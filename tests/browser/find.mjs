// Types names on the page to find on, as a reader would, and looks whether their pages are found.
//
// Invariants:
//
// - The script's keys are the program's: a name found by one spelling is found by the others.

import { origins, Screen } from "./view.mjs";

/** Of each site every person of the Russian list, typed as German and English readers would. */
export async function notFound(browser, sites) {
  const screen = await Screen.open(browser, { phone: true, scripts: true });
  const findings = [];
  for (const site of sites) {
    for (const origin of origins(site)) findings.push(...(await unfound(screen, origin, site)));
  }
  await screen.page.context().close();
  return findings;
}

async function unfound(screen, origin, site) {
  const findings = [];
  for (const language of ["de", "en", "fr"]) {
    const people = await listed(screen, origin, language);
    await screen.open(origin, "ru/find.html");
    for (const { name, page } of people) {
      if (await isFound(screen.page, name, page)) continue;
      findings.push({ code: "not-found-by-name", place: `${site.name} ru/find.html`, words: page });
    }
    findings.push(...screen.takeTroubles().map((one) => ({ ...one, place: "ru/find.html" })));
  }
  return findings;
}

async function listed(screen, origin, language) {
  await screen.open(origin, `${language}/people.html`);
  return screen.page.$$eval("a.person-name", (links) =>
    links.map((link) => ({ name: link.textContent.trim(), page: link.getAttribute("href") })),
  );
}

/** Whether typing the name shows a link to the page within a second. */
async function isFound(page, name, target) {
  await page.fill("#wanted", name);
  const link = page.locator(`#found a[href="${target}"]`);
  return link.waitFor({ state: "visible", timeout: 1000 }).then(() => true, () => false);
}
