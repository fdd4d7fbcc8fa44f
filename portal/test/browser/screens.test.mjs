// Every screen of `walk/screens.mjs` in Chromium, judged by axe in each of its states: each pair of state, width and language once,
// in a campaign (PORTAL_FULL) every combination. Nothing may stand wider than the window, at 320 px either, nor anything on the console.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { complaintsOf, openBrowser, settled, sideways, violations } from '../walk/page.mjs';
import { judgeReading, unreadable } from '../walk/reading.mjs';
import { fillWorld, open, routesOfThePortal, screens, show, statesOf } from '../walk/screens.mjs';

const widths = [1440, 390];
const languages = ['vi', 'en'];
const combinations = widths.flatMap((width) => languages.map((language) => ({ width, language })));
/** Two of the four for each state: those of one state hold both widths and both languages, those of all every width in every language. */
const paired = (at) => (at % 2 === 0 ? [combinations[0], combinations[3]] : [combinations[1], combinations[2]]);
// The browser itself notes each refusal.
const refusals = /Failed to load resource: the server responded with a status of (401|404|503)/;

let demo;
let browser;
let world;
before(async () => {
  demo = await openDemo();
  world = await fillWorld(demo);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

/** How many buttons ask to be pressed first, in the dialog where one is open. */
const primaries = (page) =>
  page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document.body;
    return [...scope.querySelectorAll('.mantine-Button-root:is([data-variant=filled], :not([data-variant]))')].filter((each) => each.checkVisibility()).length;
  });

async function judgeState(screen, state, wanted) {
  let complaints;
  const page = await open(browser, world, screen, state, wanted[0].language, (opened) => {
    complaints = complaintsOf(opened, refusals);
  });
  if (state === 'empty') {
    await settled(page);
    assert.equal(await page.locator(screen.empty.without).count(), 0, 'there is nothing');
  }
  for (const { width, language } of wanted) {
    const what = `${screen.name}, ${state}, ${width}, ${language}`;
    await show(page, { width, language });
    assert.deepEqual(await violations(page), [], what);
    assert.ok((await sideways(page)) <= 0, `${what}: wider than the window`);
    assert.equal(await page.locator('h1').count(), 1, `${what}: one h1`);
    assert.deepEqual(await unreadable(page), [], what);
    assert.ok((await primaries(page)) <= 1, `${what}: more than one primary button`);
  }
  await judgeReading(page, `${screen.name}, ${state}`);
  await page.setViewportSize({ width: 320, height: 640 });
  assert.ok((await sideways(page)) <= 0, `${screen.name}, ${state}: wider than 320 px`);
  assert.deepEqual(complaints, [], `${screen.name}, ${state}: console`);
  await page.close();
}

test('every route of the portal is in the table of screens', async () => {
  const known = new Set(screens.map(({ route }) => route));
  const routes = await routesOfThePortal();
  assert.ok(routes.length >= 17, 'the routes were read');
  assert.deepEqual(routes.filter((route) => !known.has(route)), []);
});

test('the policy lets nothing in that is not of this host', async () => {
  const policy = (await fetch(demo.url)).headers.get('content-security-policy');
  for (const rule of ["default-src 'self'", "style-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    assert.ok(policy.split('; ').includes(rule), rule);
  }
});

test('each entry of the menu opens its page by a click, which takes the focus and the title, with nothing on the console', async (t) => {
  const people = new Map(screens.filter(({ who }) => who.role).map(({ who }) => [`${who.login} ${who.role}`, who]));
  for (const [name, who] of people) {
    await t.test(name, async () => {
      const page = await demo.pageOf(browser, who);
      const complaints = complaintsOf(page);
      await page.goto('/');
      await page.locator('nav li a').first().waitFor();
      await settled(page);
      const entries = await page.locator('nav ul').first().locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      const titles = new Set();
      // Where there is one entry only its page is open already.
      const others = entries.length > 1 ? [...entries.slice(1), entries[0]] : [];
      for (const href of others) {
        await page.locator(`nav a[href="${href}"]`).first().click();
        await page.waitForFunction(() => document.activeElement?.tagName === 'H1' || document.activeElement?.closest('h1'));
        await settled(page);
        titles.add(await page.title());
      }
      assert.equal(titles.size, others.length, 'a title each');
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }
});

test('every screen in every state', { concurrency: 3 }, async (t) => {
  const cases = screens.flatMap((screen) => statesOf(screen).map((state) => [screen, state]));
  await Promise.all(
    cases.map(([screen, state], at) =>
      t.test(`${screen.name}: ${state}`, () => judgeState(screen, state, process.env.PORTAL_FULL ? combinations : paired(at))),
    ),
  );
});
