// What every walk through the portal needs: a browser, a judge of pages, ways in, and codes of a second factor.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

export const isStream = (request) => new URL(request.url()).pathname === '/v1/events';

export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

/** How long a walk waits for one thing, on a machine that does much else besides. */
export const patience = 60_000;

const pending = new WeakMap();

/** Counts the page's requests from now on, so that `settled` knows when all are answered; live events never end. */
export function watch(page) {
  if (pending.has(page)) return;
  const open = new Set();
  pending.set(page, open);
  page.on('request', (request) => !isStream(request) && open.add(request));
  for (const event of ['requestfinished', 'requestfailed']) page.on(event, (request) => open.delete(request));
}

/** Waits until every request of the page is answered, what was drawn from the answers asks for nothing more, and no text says "loading". */
export async function settled(page) {
  const quiet = () => pending.get(page).size === 0;
  const until = Date.now() + patience;
  for (let calm = 0; calm < 3; calm = quiet() ? calm + 1 : 0) {
    assert.ok(Date.now() < until, `still waiting for ${[...pending.get(page)].map((request) => request.url())}`);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 30))));
  }
  await page.waitForFunction(() => !document.querySelector('.mantine-Loader-root'));
}

/** Everything the page says on the console but plain logs, and every fault. Refusals that a walk provokes may be left out. */
export function complaintsOf(page, expected = /a^/) {
  watch(page);
  const complaints = [];
  const keep = (text) => !expected.test(text) && complaints.push(text);
  page.on('console', (message) => message.type() !== 'log' && keep(message.text()));
  page.on('pageerror', (error) => keep(error.message));
  return complaints;
}

/** What axe finds on the page as it stands. */
export async function violations(page) {
  return page.evaluate(`(async () => {
    if (!window.axe) { const module = undefined, exports = undefined, define = undefined; ${axe} }
    const found = await window.axe.run(document, { runOnly: ${JSON.stringify(tags)} });
    return found.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ')).join(', '));
  })()`);
}

export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

// So that nothing is judged by how much of it stands under the bar where the page happens to be scrolled to.
async function wholePageInWindow(page, width) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  await page.evaluate(() => window.scrollTo(0, 0));
}

/**
 * One h1, no sideways scroll, nothing on the console; in a campaign (PORTAL_FULL) axe's findings too, which the short form
 * looks for in `screens.test.mjs` only.
 */
export async function judge(page, what, complaints, widths = process.env.PORTAL_FULL ? [1440, 390, 320] : [1440, 320]) {
  const before = page.viewportSize();
  await settled(page);
  for (const width of widths) {
    await page.setViewportSize({ ...before, width });
    if (process.env.PORTAL_FULL) {
      await wholePageInWindow(page, width);
      assert.deepEqual(await violations(page), [], `${what} at ${width}: accessibility`);
    }
    const over = await sideways(page);
    assert.ok(over <= 0, `${what} at ${width}: ${over} px wider than the window`);
  }
  assert.equal(await page.locator('h1').count(), 1, `${what}: one h1`);
  assert.deepEqual(complaints, [], `${what}: console`);
  await page.setViewportSize(before);
}

/** RFC 6238 with SHA-1, six digits and 30 seconds, as the server asks for it. */
export function codeOf(secret, at = Date.now()) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(count).digest();
  const from = hash[19] & 15;
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Signs in on the page and works in the role whose name is given; `code` gives codes of the second factor where there is one. */
export async function enter(page, url, { login, password, code, role }) {
  await page.goto(url);
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  if (code) {
    await page.fill('input[name=code]', await code());
    await page.click('button[type=submit]');
  }
  await chooseRole(page, role);
}

/** Chooses the role where there are several. */
export async function chooseRole(page, role) {
  await page.locator('main ul button, nav ul').first().waitFor();
  if ((await page.locator('nav ul').count()) === 0) await page.locator('main ul button', { hasText: role }).first().click();
  await page.waitForSelector('nav ul');
}

/** Sets up a second factor on the page that asks for it, and gives its secret. */
export async function enrol(page, password) {
  const form = page.locator('form:not(:has(input[name=login]))');
  await form.locator('input[name=password]').fill(password);
  await form.locator('button[type=submit]').click();
  const shown = page.locator('p', { hasText: /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/ });
  const secret = (await shown.textContent()).replaceAll(' ', '');
  await page.fill('input[name=code]', codeOf(secret));
  await page.click('button[type=submit]');
  return secret;
}

/** Chooses an act on a dossier's page, fills its form, sends it, and waits until it is recorded. */
export async function decide(page, command, fill = async () => {}) {
  const panel = page.locator('#decide');
  await panel.locator(`input[type=radio][value=${command}]`).check();
  await fill(panel);
  await panel.locator('form button[type=submit]').click();
  await page.locator('[role=status]', { hasText: /Đã ghi:|Recorded:/ }).first().waitFor();
  await panel.locator('form').waitFor({ state: 'detached' });
}

/** For a story's test: gives what runs one step of it, which is left out where an earlier one failed. */
export function storyOf(t) {
  let broken = false;
  return (name, act) =>
    t.test(name, { skip: broken && 'an earlier step failed' }, async () => {
      broken = true;
      await act();
      broken = false;
    });
}
