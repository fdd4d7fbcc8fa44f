// Live updates in Chromium: one stream for seven tabs, lists that stay still, an open form that nobody takes away, a server that goes.
// Needs a demo server behind the portal that `vinhdanh journeys` has filled:
//   PORTAL_URL        a preview or a server that serves the build (http://127.0.0.1:4173)
//   PORTAL_TOKENS     the demo's file of tokens
//   PORTAL_PASSWORD   of huyen_binh_gia.board, a board officer: the demo's password
//   CHROMIUM          the browser (/usr/bin/chromium)
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaintsOf, enter, judge, openBrowser } from '../walk/page.mjs';
import { district, Seed } from '../walk/seed.mjs';

const { PORTAL_URL: url = 'http://127.0.0.1:4173', PORTAL_TOKENS: tokens, PORTAL_PASSWORD: password } = process.env;
const officer = { login: `${district}.board`, password, role: 'Cán bộ Ban TĐKT' };
const run = Date.now().toString(36);
const name = (who) => `${who} ${run}`;
const live = '[data-live=live]';

let browser;
let seed;
let seeded;
before(async () => {
  assert.ok(tokens && password, 'set PORTAL_TOKENS and PORTAL_PASSWORD');
  seed = new Seed(url, tokens);
  seeded = await seed.householdsBeforeDistrict([name('Hộ ông Nông Văn Bền'), name('Hộ bà Lục Thị Mây')], 2, name('Đợt xét trực tiếp'));
  browser = await openBrowser();
});
after(() => browser?.close());

const claim = (dossier) => seed.act(`${district}.specialist`, 'specialist', dossier, 'claim', {});
const rows = (page) => page.locator('[data-row]').evaluateAll((all) => all.map((row) => row.getAttribute('data-row')));
const ofRound = () => `${url}/dossiers?occasion=${seeded.occasion}`;

async function newContext(streams = []) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.on('request', (request) => request.url().endsWith('/v1/events') && streams.push(request));
  return context;
}

async function dossiersOfRound(context) {
  const page = await context.newPage();
  await enter(page, url, officer);
  await page.goto(ofRound());
  await page.locator('[data-row]').first().waitFor();
  await page.waitForSelector(live);
  return page;
}

test('seven tabs have one stream, all hear, the server still answers, and another tab takes over', async () => {
  const streams = [];
  const context = await newContext(streams);
  const tabs = [await dossiersOfRound(context)];
  while (tabs.length < 7) {
    const tab = await context.newPage();
    await tab.goto(ofRound());
    await tab.locator('[data-row]').first().waitFor();
    await tab.waitForSelector(live);
    tabs.push(tab);
  }
  const open = streams.filter((request) => !request.failure());
  assert.equal(open.length, 1, 'one stream for the browser');
  const holder = tabs.find((tab) => open[0].frame().page() === tab);

  const other = await newContext();
  const elsewhere = await dossiersOfRound(other);
  await claim(seeded.dossiers[1]);
  for (const tab of [...tabs, elsewhere]) {
    await tab.bringToFront();
    await tab.locator('tr', { hasText: 'Lục Thị Mây' }).getByText('Đang xử lý:').or(tab.locator('tr[data-changed]')).first().waitFor();
  }

  const seen = streams.length;
  await holder.close();
  const rest = tabs.filter((tab) => tab !== holder);
  await assert.doesNotReject(() => context.waitForEvent('request', { predicate: (request) => request.url().endsWith('/v1/events') || streams.length > seen }).catch(() => assert.ok(streams.length > seen)));
  const taken = streams.at(-1);
  assert.match((await taken.allHeaders())['last-event-id'] ?? '', /^\d+-\d+$/, 'it goes on where the other stopped');
  for (const tab of rest) assert.equal(await tab.evaluate(() => fetch('/v1/me').then(({ status }) => status)), 200);
  await context.close();
  await other.close();
});

test('new rows wait behind a pill; focus, scroll and the order of rows stay', async () => {
  const context = await newContext();
  const page = await dossiersOfRound(context);
  const complaints = complaintsOf(page);
  const before = await rows(page);
  await page.locator('[data-row]').nth(1).focus();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-row'));
  const places = () => page.locator('main tbody tr').evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
  const [focus, at] = [await focused(), await places()];
  await seed.addHousehold(seeded, name('Hộ bà Triệu Thị Ựng'));
  const pill = page.getByRole('button', { name: 'Hiện 1 việc mới' });
  await pill.waitFor();
  assert.deepEqual(await rows(page), before, 'no row has come or moved');
  assert.deepEqual(await places(), at, 'nothing has shifted');
  assert.equal(await focused(), focus, 'the focus is where it was');
  await page.locator('main ~ p[aria-live=polite], [aria-live=polite]', { hasText: 'Có 1 việc mới' }).first().waitFor();
  await judge(page, 'list with new rows', complaints);
  await pill.click();
  await page.locator('[data-row]', { hasText: 'Triệu Thị Ựng' }).waitFor();
  assert.equal((await rows(page)).length, before.length + 1);
  assert.equal(await pill.count(), 0);
  await context.close();
});

test('an open dossier keeps what is being typed, says who acted, and reloads when asked', async () => {
  const context = await newContext();
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await enter(page, url, officer);
  await page.goto(`${url}/dossiers/${seeded.dossiers[0]}`);
  await page.waitForSelector(live);
  await page.locator('#decide').getByLabel('Ghi ý kiến trao đổi').or(page.locator('#decide input[type=radio]')).first().check();
  const field = page.locator('#decide textarea').first();
  await field.fill('Đề nghị bổ sung bản sao sổ hộ nghèo');
  await page.evaluate(() => window.scrollTo(0, 120));
  const scroll = await page.evaluate(() => window.scrollY);
  await claim(seeded.dossiers[0]);
  const notice = page.locator('text=/Hồ sơ vừa được .+ xử lý lúc \\d\\d:\\d\\d. Nội dung đang viết vẫn còn/');
  await notice.first().waitFor();
  assert.equal(await field.inputValue(), 'Đề nghị bổ sung bản sao sổ hộ nghèo');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA', 'the focus stays in the field');
  assert.equal(await page.evaluate(() => window.scrollY), scroll);
  await judge(page, 'dossier with news', complaints);
  await page.getByRole('button', { name: 'Tải lại hồ sơ' }).click();
  await page.locator('#decide [role=alert]').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Tải lại hồ sơ' }).count(), 0);
  assert.equal(await field.inputValue(), 'Đề nghị bổ sung bản sao sổ hộ nghèo');
  await context.close();
});

test('an act of one’s own is no news to oneself', async () => {
  const context = await newContext();
  const page = await context.newPage();
  await enter(page, url, officer);
  await page.goto(`${url}/dossiers/${seeded.dossiers[1]}`);
  await page.waitForSelector(live);
  await page.locator('#decide input[type=radio]').first().check();
  const [told] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/actions/') && response.request().method() === 'POST'),
    fillAndSend(page),
  ]);
  assert.ok(told.ok(), String(told.status()));
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  assert.equal(await page.getByRole('button', { name: 'Tải lại hồ sơ' }).count(), 0);
  await context.close();
});

test('with the server gone the list stays, with the time it is from; it comes back by itself', async () => {
  const context = await newContext();
  const page = await dossiersOfRound(context);
  const before = await rows(page);
  await context.setOffline(true);
  await page.getByText(/Ngoại tuyến, dữ liệu lúc \d\d:\d\d/).waitFor({ timeout: 60_000 });
  assert.deepEqual(await rows(page), before);
  await context.setOffline(false);
  await page.waitForSelector(live);
  assert.deepEqual(await rows(page), before);
  await context.close();
});
