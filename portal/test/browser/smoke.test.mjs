// A walk through the portal in Chromium: a person signs in, opens the inbox and a dossier; at each width and in each language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { complaintsOf, judge, openBrowser } from '../walk/page.mjs';

const login = 'so_noi_vu_lang_son.specialist';
const sizes = [
  [1440, 900],
  [390, 844],
  [320, 640],
];

let demo;
let url;
let browser;
before(async () => {
  demo = await openDemo();
  url = demo.url;
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

async function signIn(page) {
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', demo.password);
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
      const row = await page.locator('[data-row]').first().getAttribute('data-row');
      await page.locator('[data-row]').first().click();
      await page.waitForSelector('#decide');
      await judged('dossier');
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'focus goes to the heading');
      await page.goBack();
      await page.waitForFunction((id) => document.activeElement?.dataset.row === id, row);
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
