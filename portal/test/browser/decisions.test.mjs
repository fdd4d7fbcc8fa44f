// A walk through a decision in Chromium: drafted, filled with several dossiers of which one is refused, signed, numbered.
// Needs a demo server behind the portal, and in it passwords for two accounts of the district, one a decider.
//   PORTAL_URL       a preview or a server that serves the build (http://127.0.0.1:4173)
//   PORTAL_TOKENS    the demo's file of tokens
//   PORTAL_DECIDER, PORTAL_DECIDER_PASSWORD, PORTAL_DECIDER_SECRET   huyen_binh_gia.head, and the secret of its second factor
//   PORTAL_REGISTRY, PORTAL_REGISTRY_PASSWORD                       huyen_binh_gia.clerk
//   PORTAL_SHOTS     a folder for pictures of each page, if they are wanted
//   CHROMIUM         the browser (/usr/bin/chromium)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaintsOf, enter, judge, openBrowser } from '../walk/page.mjs';
import { Seed } from '../walk/seed.mjs';

const { PORTAL_URL: url = 'http://127.0.0.1:4173', PORTAL_TOKENS: tokens } = process.env;
const decider = {
  login: process.env.PORTAL_DECIDER ?? 'huyen_binh_gia.head',
  password: process.env.PORTAL_DECIDER_PASSWORD,
  secret: process.env.PORTAL_DECIDER_SECRET,
  role: 'Người quyết định',
};
const registry = {
  login: process.env.PORTAL_REGISTRY ?? 'huyen_binh_gia.clerk',
  password: process.env.PORTAL_REGISTRY_PASSWORD,
  role: 'Văn thư',
};
const run = Date.now().toString(36);
const names = ['Hộ ông Nông Văn Bền', 'Hộ bà Lục Thị Mây', 'Hộ ông Lý Văn Ự'].map((name) => `${name} ${run}`);
const occasionName = `Tổng kết phong trào tại huyện, ${run}`;
// The browser itself notes each refusal on the console.
const refusals = /Failed to load resource: the server responded with a status of (401|409)/;

let browser;
let seeded;
before(async () => {
  assert.ok(tokens, 'set PORTAL_TOKENS');
  assert.ok(decider.password && decider.secret && registry.password, 'set the passwords and the secret');
  seeded = await new Seed(url, tokens).householdsBeforeDistrict(names, 2, occasionName);
  browser = await openBrowser();
});
after(() => browser?.close());

let address;
test('drafted, filled with two of three, one refused with its reason, and signed', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const complaints = complaintsOf(page, refusals);
  await enter(page, url, decider);
  await page.goto(`${url}/decisions`);
  await page.getByRole('button', { name: 'Lập dự thảo quyết định' }).click();
  await judge(page, 'decisions with dialog', complaints);
  await page.selectOption('select[name=occasion]', { label: occasionName });
  await page.selectOption('select[name=form]', 'unit_commendation');
  await page.locator('dialog[open] button[type=submit]').click();
  await page.waitForURL(/\/decisions\/[0-9a-f-]+$/);
  address = page.url();
  await page.getByText('Hồ sơ chờ quyết định (3)').first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'focus goes to the heading');

  await page.getByLabel(/Chọn tất cả 3/).check();
  await page.locator('main > div li', { hasText: 'Sau khi ký: 3/2' }).first().waitFor();
  await page.getByText('Vượt 1, sẽ có hồ sơ bị từ chối').first().waitFor();
  await judge(page, 'decision with lot', complaints);
  await page.getByRole('button', { name: 'Đồng ý khen thưởng 3 hồ sơ' }).click();
  await judge(page, 'decision confirming lot', complaints);
  await page.locator('dialog[open] button[type=submit]').click();
  await page.getByText('2 xong, 1 không được, 0 chưa gửi').waitFor();
  assert.equal(await page.locator('[data-batch=done]').count(), 2);
  const refused = page.locator('[data-batch=refused]');
  assert.equal(await refused.count(), 1);
  assert.match(await refused.textContent(), /số lượng/i, 'the reason is said');
  await page.getByText('Hồ sơ trong quyết định (2)').first().waitFor();
  await judge(page, 'decision with results', complaints);

  await page.getByRole('button', { name: 'Gửi lại 1 hồ sơ chưa xong' }).click();
  await page.getByText('2 xong, 1 không được, 0 chưa gửi').waitFor();
  assert.equal(await page.locator('[data-batch=done]').count(), 2, 'what was done is not sent again');

  await page.getByRole('button', { name: 'Ký ban hành' }).click();
  await page.locator('dialog[open]').getByText('Sau khi ký: 2/2').waitFor();
  await page.locator('dialog[open] button[type=submit]').click();
  await page.getByText('Chờ văn thư cấp số.').waitFor();
  await judge(page, 'decision signed', complaints);
  await context.close();
});

test('numbered by the registry, and every dossier in it has its decision', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const complaints = complaintsOf(page, refusals);
  await enter(page, url, registry);
  await page.goto(`${url}/decisions?state=signed`);
  await page.locator('main article').first().waitFor();
  await judge(page, 'decisions signed', complaints);
  await page.goto(address);
  await page.getByRole('button', { name: 'Cấp số' }).click();
  await page.fill('input[name=number]', `${run}/QĐ-UBND`);
  await page.locator('dialog[open] button[type=submit]').click();
  await page.locator('h1', { hasText: `Quyết định số ${run}/QĐ-UBND` }).waitFor();
  await page.locator('tbody tr', { hasText: 'Đã có quyết định' }).first().waitFor();
  assert.equal(await page.locator('tbody tr', { hasText: 'Đã có quyết định' }).count(), 2);
  await judge(page, 'decision numbered', complaints);
  await context.close();
});

test('the refused one is where it was', async () => {
  const seed = new Seed(url, tokens);
  const phases = [];
  for (const id of seeded.dossiers) phases.push((await seed.call('huyen_binh_gia.head', 'decider', 'GET', `/v1/dossiers/${id}`)).phase);
  assert.deepEqual([...phases].sort(), ['awarded', 'awarded', 'under_review']);
});
