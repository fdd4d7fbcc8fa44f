// A walk through the built portal in Chromium: signs in, opens the inbox and a dossier, and judges each page.
//   PORTAL_URL       a preview or a server that serves the build (http://127.0.0.1:4173)
//   PORTAL_LOGIN, PORTAL_PASSWORD   an account without a second factor that sees dossiers; its first role that has any is taken
//   CHROMIUM         the browser (/usr/bin/chromium)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaintsOf, judge, openBrowser } from '../walk/page.mjs';

const { PORTAL_URL: url = 'http://127.0.0.1:4173', PORTAL_LOGIN: login, PORTAL_PASSWORD: password } = process.env;
const sizes = [
  [1440, 900],
  [390, 844],
  [320, 640],
];

let browser;
before(async () => {
  assert.ok(login && password, 'set PORTAL_LOGIN and PORTAL_PASSWORD');
  browser = await openBrowser();
});
after(() => browser?.close());

async function signIn(page) {
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('h1:not(:has(~ form))');
}

async function chooseRoleWithDossiers(page) {
  const roles = page.locator('main ul button');
  if ((await roles.count()) > 0) await roles.last().click();
  await page.waitForSelector('[data-row]');
}

for (const language of ['vi', 'en']) {
  for (const [width, height] of sizes) {
    test(`sign-in, inbox, list and dossier at ${width} px, ${language}`, async () => {
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      const judged = (what) => judge(page, what, complaints, [width]);
      await page.goto(url);
      await page.click(`button[lang=${language}]`);
      await page.waitForSelector(`html[lang=${language}] input[name=login]`);
      await judged('sign-in');
      await signIn(page);
      await chooseRoleWithDossiers(page);
      await judged('inbox');
      await page.locator('[data-row]').first().click();
      await page.waitForSelector('#decide');
      await judged('dossier');
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'focus goes to the heading');
      await page.goBack();
      await page.waitForSelector('[data-row]');
      await page.goto(`${url}/dossiers`);
      await page.waitForSelector('[data-row]');
      await judged('list');
      await context.close();
    });
  }
}

test('a search finds the same with and without marks', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await signIn(page);
  await chooseRoleWithDossiers(page);
  const name = (await page.locator('[data-row]').first().textContent()).trim();
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  const found = async (text) => {
    await page.fill('header input[type=search]', text);
    await page.press('header input[type=search]', 'Enter');
    await page.locator('main [role=status]', { hasText: text }).waitFor();
    await page.waitForSelector('main:not(:has([data-stale])) [data-row]');
    return page.locator('[data-row]').allTextContents();
  };
  const marked = await found(name);
  assert.ok(marked.includes(name));
  assert.deepEqual(await found(plain), marked);
  assert.ok(!page.url().includes('text='), 'words stay out of the address');
  await page.close();
});
