// Two people at one dossier, and a network that is cut while files are on their way, in Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { decide, openBrowser } from '../walk/page.mjs';
import { pdf } from '../walk/seed.mjs';

let demo;
let browser;
before(async () => {
  demo = await openDemo();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

const dossierOf = async (reference) => {
  const { items } = await demo.api('so_noi_vu_lang_son.board', 'board_officer', 'GET', `/v1/dossiers?external_ref=viec-001-${reference}`);
  return items[0];
};

test('who comes second keeps the text, learns who acted, and can send it', async () => {
  const { id } = await dossierOf('cho-tiep-nhan');
  const slow = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.board', role: 'board_officer' });
  await slow.route('**/v1/events**', (route) => route.abort()); // So that the page is not told in time.
  await slow.goto(`/dossiers/${id}`);
  await slow.locator('#decide input[value=comment]').check();
  await slow.locator('#field-text').fill('Đơn vị hỏi tiến độ, đã trả lời.');

  const quick = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.clerk', role: 'intake_reviewer' });
  await quick.goto(`/dossiers/${id}`);
  await decide(quick, 'receive');

  const refused = slow.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 412);
  await slow.locator('#decide form button[type=submit]').click();
  await refused;
  const notice = slow.locator('#decide [role=alert]', { hasText: /Hồ sơ vừa được .+ xử lý lúc \d\d:\d\d\. Ý kiến đang viết vẫn còn\./ });
  await notice.waitFor();
  const { name } = await quick.evaluate(() => fetch('/v1/session').then((answer) => answer.json()));
  assert.ok((await notice.textContent()).includes(name), 'the notice says who');
  assert.equal(await slow.inputValue('#field-text'), 'Đơn vị hỏi tiến độ, đã trả lời.');

  await slow.locator('#decide form button[type=submit]').click();
  await slow.locator('#decide form').waitFor({ state: 'detached' });
  const { items } = await demo.api('so_noi_vu_lang_son.board', 'board_officer', 'GET', `/v1/dossiers/${id}/history`);
  const recorded = items.slice(-2).map(({ type }) => type);
  assert.deepEqual(recorded, ['dossier_received', 'comment_added'], 'each is recorded once');
  await slow.close();
  await quick.close();
});

test('a file whose upload is cut is sent again by itself; the others are there', async () => {
  const { id } = await dossierOf('du-thao');
  const page = await demo.pageOf(browser, { login: 'huyen_cao_loc.clerk', role: 'unit_clerk' });
  await page.goto(`/dossiers/${id}/edit?task=papers`);
  const cut = (route) => (route.request().method() === 'PUT' ? route.abort('internetdisconnected') : route.continue());
  const place = '**/v1/dossiers/*/papers/achievement_report**';
  await page.route(place, cut);
  await page.setInputFiles('input[data-slot=achievement_report]', pdf('bao-cao'));
  await page.setInputFiles('input[data-slot=submission_letter]', pdf('to-trinh'));
  const broken = page.locator('li[data-status=cut]', { hasText: 'bao-cao.pdf' });
  await broken.waitFor();
  await page.locator('li[data-status=done]', { hasText: 'to-trinh.pdf' }).waitFor();
  await page.unroute(place, cut);
  const before = await demo.api('huyen_cao_loc.clerk', 'unit_clerk', 'GET', `/v1/dossiers/${id}`);
  await broken.getByRole('button', { name: 'Gửi lại' }).click();
  await page.locator('li[data-status=done]', { hasText: 'bao-cao.pdf' }).waitFor();
  const now = await demo.api('huyen_cao_loc.clerk', 'unit_clerk', 'GET', `/v1/dossiers/${id}`);
  assert.equal(now.papers.length, before.papers.length + 1, 'attached once');
  await page.close();
});
