// What every walk through the portal needs: a browser, a judge of pages, a way in, and codes of a second factor.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

/** Everything the page says on the console but plain logs, and every fault. Refusals that a walk provokes may be left out. */
export function complaintsOf(page, expected = /a^/) {
  const complaints = [];
  const keep = (text) => !expected.test(text) && complaints.push(text);
  page.on('console', (message) => message.type() !== 'log' && keep(message.text()));
  page.on('pageerror', (error) => keep(error.message));
  return complaints;
}

async function violations(page) {
  return page.evaluate(`(() => { const module = undefined, exports = undefined, define = undefined; ${axe};
    return axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then((found) =>
      found.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ')).join(', '))); })()`);
}

/** At each width: no finding of axe, no sideways scroll, one h1, nothing on the console. */
export async function judge(page, what, complaints, widths = [1440, 390, 320]) {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ ...before, width });
    await page.waitForLoadState('networkidle');
    assert.deepEqual(await violations(page), [], `${what} at ${width}: accessibility`);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(sideways <= 0, `${what} at ${width}: ${sideways} px wider than the window`);
    assert.equal(await page.locator('h1').count(), 1, `${what}: one h1`);
    if (process.env.PORTAL_SHOTS) {
      await page.screenshot({ path: `${process.env.PORTAL_SHOTS}/${what.replaceAll(' ', '-')}-${width}.png`, fullPage: true });
    }
  }
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

/** Signs in and works in the role whose name is given. */
export async function enter(page, url, { login, password, secret, role }) {
  await page.goto(url);
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  if (secret) {
    await page.waitForSelector('input[name=code]');
    await page.fill('input[name=code]', codeOf(secret));
    await page.click('button[type=submit]');
  }
  await page.locator('main ul button, nav ul').first().waitFor();
  if ((await page.locator('nav ul').count()) === 0) await page.locator('main ul button', { hasText: role }).first().click();
  await page.waitForSelector('nav ul');
}
