// The end of a session in Chromium: the warning before it, working on, and signing in again over the page without losing a word.
// Starts a demo of its own, or takes the one of PORTAL_URL and PORTAL_DATA (see walk/demo.mjs); needs Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { complaintsOf, isStream, judge, openBrowser, patience, settled } from '../walk/page.mjs';
import { district, householdsBeforeDistrict } from '../walk/seed.mjs';

const officer = { login: `${district}.board`, role: 'board_officer' };
const typed = 'Đề nghị xem lại trong phiên họp tới, kèm bản sao sổ hộ nghèo';

let demo;
let browser;
let dossier;
before(async () => {
  demo = await openDemo();
  const run = Date.now().toString(36);
  const seeded = await householdsBeforeDistrict(demo, [`Hộ bà Lục Thị Mây ${run}`], 1, `Đợt xét của phiên ${run}`);
  dossier = seeded.dossiers[0];
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

/** With a session of its own, so that ending it ends nobody else's. */
async function open() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: demo.url });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto('/');
  await page.fill('input[name=login]', officer.login);
  await page.fill('input[name=password]', demo.password);
  await page.click('button[type=submit]');
  await page.waitForSelector('nav ul');
  await page.goto(`/dossiers/${dossier}`);
  await page.locator('#decide input[value=comment]').check();
  await page.locator('#decide textarea').fill(typed);
  return page;
}

test('two minutes before the end there is a warning; working on takes it away and keeps the session', async () => {
  const page = await open();
  const complaints = complaintsOf(page);
  const { idle_minutes: idle } = await page.evaluate(() => fetch('/v1/session').then((answer) => answer.json()));
  // A forgotten page asks for nothing more by itself, which would keep its session alive.
  await page.clock.runFor(6 * 60_000);
  await settled(page);
  const asked = [];
  page.on('request', (request) => !isStream(request) && asked.push(request.url()));
  await page.clock.runFor(2 * 60_000);
  assert.deepEqual(asked, []);
  await page.clock.fastForward((idle - 6) * 60_000);
  await page.clock.runFor(20_000);
  const warning = page.locator('[role=alert]', { hasText: 'Phiên làm việc sắp kết thúc' });
  assert.equal(await warning.count(), 0, 'not long before');
  await page.clock.fastForward(150_000);
  await page.clock.runFor(20_000);
  await warning.waitFor();
  await judge(page, 'warning before the end', complaints);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/v1/session')),
    warning.getByRole('button', { name: 'Làm việc tiếp' }).click(),
  ]);
  assert.equal(answer.status(), 200);
  await warning.waitFor({ state: 'detached' });
  assert.equal(await page.locator('#decide textarea').inputValue(), typed);
  await page.context().close();
});

test('after the end one signs in over the page, and what was typed is sent', async () => {
  const page = await open();
  // Somebody ends all sessions of the account elsewhere: for this browser the same as the end of time.
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  assert.equal(cookies.length, 1);
  await page.locator('#decide form button[type=submit]').click();
  const dialog = page.locator('dialog[open]', { hasText: 'Phiên làm việc đã kết thúc' });
  await dialog.waitFor();
  assert.equal(await dialog.locator('input[name=login]').inputValue(), officer.login);
  await page.keyboard.press('Escape');
  assert.equal(await dialog.count(), 1, 'there is no way around it');
  assert.equal(await page.locator('#decide textarea').inputValue(), typed);
  await judge(page, 'session over', complaintsOf(page));
  await dialog.locator('input[name=password]').fill(demo.password);
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
  assert.equal(await page.locator('#decide textarea').inputValue(), typed);
  await page.locator('#decide form button[type=submit]').click();
  await page.locator('[role=status]', { hasText: 'Đã ghi:' }).first().waitFor();
  await page.goto(`/dossiers/${dossier}?tab=history`);
  await page.getByText(typed).first().waitFor();
  await page.context().close();
});
