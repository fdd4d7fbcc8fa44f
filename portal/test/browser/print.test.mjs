// Pages on paper in Chromium: a dossier with all its parts, and what stands on every sheet.
// Starts a demo of its own, or takes the one of PORTAL_URL and PORTAL_DATA (see walk/demo.mjs); needs Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { openBrowser, settled, sideways } from '../walk/page.mjs';

const board = { login: 'so_noi_vu_lang_son.board', role: 'board_officer' };
const auditor = { login: 'so_noi_vu_lang_son.auditor', role: 'auditor' };
const a4 = { width: 661, height: 994 };

let demo;
let browser;
let dossier;
before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
  const found = await demo.api(board.login, board.role, 'GET', '/v1/dossiers?limit=200');
  dossier = found.items.find(({ stage, version }) => stage && version >= 8);
  assert.ok(dossier, 'the demo has a dossier that was at several desks');
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

async function open(who, address) {
  const page = await demo.pageOf(browser, who);
  await page.addInitScript(() => {
    window.print = () => {
      window.printed = (window.printed ?? 0) + 1;
      window.dispatchEvent(new Event('beforeprint'));
    };
  });
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await settled(page);
  return page;
}

async function onPaper(page) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(a4);
  for (const hidden of ['header', 'nav', 'main button']) {
    assert.equal(await page.locator(hidden).locator('visible=true').count(), 0, `${hidden} is not on paper`);
  }
  assert.ok((await sideways(page)) <= 0, 'nothing is cut off at the right');
  const links = await page.locator('main a:visible').evaluateAll((all) => all.map((each) => getComputedStyle(each, '::after').content));
  assert.deepEqual(links.filter((content) => content !== 'none'), [], 'no address is printed');
  const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  assert.ok(Math.abs((size * 72) / 96 - 11) < 0.01, '11 pt');
}

async function headOf(page) {
  const name = await page.evaluate(() => fetch('/v1/session').then((answer) => answer.json())).then((session) => session.name);
  await page.locator('main p', { hasText: `${name}, ` }).filter({ hasText: /in lúc \d\d\/\d\d\/\d{4} \d\d:\d\d$/ }).waitFor();
}

for (const asked of ['by its button', 'by Ctrl+P']) {
  test(`a dossier has all its parts on paper, asked ${asked}`, async () => {
    const page = await open(board, `/dossiers/${dossier.id}`);
    if (asked === 'by its button') await page.getByRole('button', { name: 'In hồ sơ' }).click();
    else await page.keyboard.press('Control+p');
    await page.waitForFunction(() => window.printed === 1);
    await onPaper(page);
    await headOf(page);
    for (const part of ['Tiêu chí', 'Nội dung', 'Giấy tờ', 'Ý kiến', 'Diễn biến']) {
      await page.locator('main h2:visible', { hasText: new RegExp(`^${part}$`) }).waitFor();
    }
    await page.locator('main p:visible', { hasText: 'Tiêu chuẩn của hình thức khen thưởng' }).waitFor();
    assert.equal(await page.locator('#decide:visible').count(), 0);
    await page.locator('main ol li:visible', { hasText: 'Lập hồ sơ' }).last().waitFor();
    await page.locator('main strong', { hasText: dossier.code }).waitFor();
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.match(sheets, /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/, 'A4');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.locator('main h2', { hasText: /^Nội dung$/ }).waitFor({ state: 'detached' });
    await page.context().close();
  });
}

for (const [name, who, address] of [
  ['board', board, '/board'],
  ['list', board, '/dossiers'],
  ['verification', auditor, '/audit'],
]) {
  test(`${name} on paper`, async () => {
    const page = await open(who, address);
    await page.evaluate(() => window.print());
    await onPaper(page);
    await headOf(page);
    await page.context().close();
  });
}
