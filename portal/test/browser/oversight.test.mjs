// A walk through rounds, board, audit and administration in Chromium; each page is judged, each number meets its list.
// Needs a demo server behind the portal that `vinhdanh journeys` has filled, and in it accounts with passwords of their own:
//   PORTAL_URL        a preview or a server that serves the build (http://127.0.0.1:4173)
//   PORTAL_PASSWORD   of all of them
//   PORTAL_BOARD      a board officer (so_noi_vu_lang_son.board)
//   PORTAL_AUDITOR    an auditor (so_noi_vu_lang_son.auditor)
//   PORTAL_ADMIN      an administrator; its walk is left out when absent
//   PORTAL_DEFINER    a definition manager; its walk is left out when absent
//   PORTAL_SHOTS      a folder for pictures of each page, if they are wanted
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaintsOf, enter, judge, openBrowser } from '../walk/page.mjs';

const { PORTAL_URL: url = 'http://127.0.0.1:4173', PORTAL_PASSWORD: password } = process.env;
const account = (name, fallback, role) => ({ login: process.env[name] ?? fallback, password, role });

let browser;
before(async () => {
  assert.ok(password, 'set PORTAL_PASSWORD');
  browser = await openBrowser();
});
after(() => browser?.close());

async function walk(who, steps) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const complaints = complaintsOf(page, /status of 401/);
  await enter(page, url, who);
  for (const [what, address, ready, also] of steps) {
    await page.goto(url + address);
    await page.locator(ready).first().waitFor();
    await judge(page, what, complaints);
    await also?.(page, complaints);
  }
  await context.close();
}

async function numbersMeetLists(page) {
  await page.waitForLoadState('networkidle');
  const links = await page
    .locator('main a[href^="/dossiers?"]')
    .evaluateAll((all) => all.map((link) => ({ href: link.getAttribute('href'), number: link.textContent.match(/\d+$/)?.[0] })));
  const counted = [...new Map(links.filter(({ number }) => number).map((link) => [link.href, link])).values()];
  assert.ok(counted.length >= 8, 'the board has numbers');
  for (const { href, number } of counted) {
    await page.goto(url + href);
    const found = page.locator('main [role=status]', { hasText: 'hồ sơ khớp' });
    await found.first().waitFor();
    assert.equal((await found.first().textContent()).match(/(\d+) hồ sơ khớp/)?.[1], number, href);
  }
}

test('rounds and board of a board officer', () =>
  walk(account('PORTAL_BOARD', 'so_noi_vu_lang_son.board'), [
    ['occasions', '/occasions', 'main article'],
    [
      'occasion opening',
      '/occasions?open=true',
      'main article',
      async (page, complaints) => {
        await page.getByRole('button', { name: 'Mở đợt xét' }).click();
        await page.locator('dialog[open] select').first().selectOption('lang-son-2021-2025');
        await page.locator('dialog[open] select').nth(1).selectOption('final_review');
        await page.locator('dialog[open] input[name=forms]').first().check();
        await judge(page, 'occasion opening dialog', complaints);
      },
    ],
    ['board', '/board', 'main section h2', numbersMeetLists],
  ]));
