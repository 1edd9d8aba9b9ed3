// The steps of the first evening, each a few touches.

/** From the first page to a letter sent, a site made and somebody taken down. */
export async function evening(looker, words) {
  await setUp(looker, words);
  await beginPerson(looker, words);
  await tellAddress(looker, words);
  await writeLetter(looker, words);
  await publish(looker, words);
}

export async function setUp(looker, words) {
  await looker.go("/");
  await looker.look("setup");
  await begin(looker, words, words.empty);
  await looker.look("week-empty");
}

/** Answer the questions of the first page; `holds` is what the archive is to hold. */
export async function begin(looker, words, holds) {
  await looker.go("/");
  await looker.type(words.think, words.passphrase);
  await looker.type(words.again, words.passphrase);
  await looker.choose(holds);
  await looker.choose(words.may);
  await looker.touch(words.begin);
  await looker.sees(words.week);
}

async function beginPerson(looker, words) {
  await looker.touch(words.newPerson);
  await looker.page.locator("#name").fill(words.person);
  await looker.type(words.words, words.told);
  await looker.choose(words.published);
  await looker.pick(words.where, words.place);
  await looker.type(words.facility, words.prison);
  await looker.choose(words.sentenced);
  await looker.page.locator("#when").pressSequentially(words.day);
  await looker.sees(words.dayInWords);
  await looker.type(words.term, words.years);
  await looker.look("new-person");
  await looker.touch(words.save);
  await looker.sees(words.years);
  await looker.go("/people");
  await looker.touch(words.person);
  await looker.look("name-parts");
  await looker.touch(words.right);
  await looker.look("person");
}

async function tellAddress(looker, words) {
  await looker.touch(words.address);
  await looker.page.locator("#fact-facility").fill(words.prison);
  await looker.page.locator("#fact-address").fill(words.lines);
  await looker.page.locator("#fact-checked").fill(words.today);
  await looker.page.locator("#fact-checked-by").selectOption({ label: words.counsel });
  await looker.type(words.words, words.called);
  await looker.choose(words.toldUs);
  await looker.look("address");
  await looker.touch(words.save);
}

async function writeLetter(looker, words) {
  await looker.touch(words.write);
  await looker.sees(words.mayWrite);
  await looker.look("write");
  await looker.touch(words.sent);
  await looker.sees(words.thanks);
}

async function publish(looker, words) {
  await looker.touch(words.publish, { role: "link" });
  await looker.choose(words.readIt);
  await looker.type(words.own, words.passphrase);
  await looker.look("publish");
  await looker.touch(words.make);
  await looker.sees(words.made);
  await looker.look("published");
  await looker.touch(words.see);
  await looker.go("/publish");
  await looker.touch(words.takeDown, { exact: false });
  await looker.sees(words.gone);
}

/** The pages the evening did not come to. */
export async function visitEverything(looker, words) {
  await looker.touch(words.people, { role: "link" });
  await looker.look("people");
  await looker.touch(words.account, { role: "link" });
  await looker.look("account");
  await looker.touch(words.secondStep);
  await looker.look("second-step");
  await looker.go("/accounts");
  await looker.look("accounts");
  await looker.go("/account/passphrase");
  await looker.look("passphrase");
}
