// Live updates in Chromium: one stream for seven tabs, lists that stay still, an open form that nobody takes away, a server that goes.
// Starts a demo of its own, or takes the one of PORTAL_URL and PORTAL_DATA (see walk/demo.mjs); needs Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { complaintsOf, isStream, judge, openBrowser, patience } from '../walk/page.mjs';
import { act, district, householdsBeforeDistrict, nominationsBeforeProvince } from '../walk/seed.mjs';

const officer = { login: `${district}.board`, role: 'board_officer' };
const run = Date.now().toString(36);
const live = '[data-live=live]';

let demo;
let browser;
let seeded;
const received = (...names) => householdsBeforeDistrict(demo, names.map((name) => `${name} ${run}`), 2, `Đợt xét trực tiếp ${run}`);
before(async () => {
  demo = await openDemo();
  seeded = await received('Hộ ông Nông Văn Bền', 'Hộ bà Lục Thị Mây');
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

const claim = (dossier) => act(demo, `${district}.specialist`, 'specialist', dossier, 'claim', {});
const rows = (page) => page.locator('[data-row]').evaluateAll((all) => all.map((row) => row.getAttribute('data-row')));
const ofRound = () => `/dossiers?occasion=${seeded.occasion}`;
const row = (page, dossier) => page.locator('tr', { has: page.locator(`[data-row="${dossier}"]`) });

async function open(address, ready = '[data-row]', who = officer) {
  const page = await demo.pageOf(browser, who);
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  await page.waitForSelector(live);
  return page;
}

test('seven tabs have one stream, all hear, the server still answers, and another tab takes over', async () => {
  const first = await demo.pageOf(browser, officer);
  const context = first.context();
  const streams = [];
  context.on('request', (request) => isStream(request) && streams.push(request));
  const tabs = [first];
  while (tabs.length < 7) tabs.push(await context.newPage());
  for (const tab of tabs) {
    await tab.goto(ofRound());
    await tab.locator('[data-row]').first().waitFor();
    await tab.waitForSelector(live);
  }
  assert.equal(streams.length, 1, 'one stream for the browser');
  const holder = streams[0].frame().page();

  const elsewhere = await open(ofRound());
  await claim(seeded.dossiers[1]);
  for (const tab of [...tabs, elsewhere]) {
    await tab.bringToFront();
    await row(tab, seeded.dossiers[1]).and(tab.locator('[data-changed]')).waitFor();
  }

  const taken = context.waitForEvent('request', { predicate: isStream, timeout: patience });
  await holder.close();
  assert.match((await (await taken).allHeaders())['last-event-id'] ?? '', /^\d+-\d+$/, 'it goes on where the other stopped');
  for (const tab of tabs.filter((each) => each !== holder)) {
    assert.equal(await tab.evaluate(() => fetch('/v1/me').then(({ status }) => status)), 200);
    await tab.waitForSelector(live);
  }
  assert.equal(streams.length, 2);
  await context.close();
  await elsewhere.context().close();
});

test('new rows wait behind a pill; focus and the place of every row stay', async () => {
  const page = await open('/dossiers?unit=xa_thien_long&order=changed');
  const complaints = complaintsOf(page);
  const before = await rows(page);
  await page.locator('[data-row]').nth(1).focus();
  const places = () => page.locator('main tbody tr').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-row'));
  const [at, focus] = [await places(), await focused()];
  assert.equal(focus, before[1]);
  const { dossiers } = await received('Hộ bà Triệu Thị Ựng');
  const pill = page.getByRole('button', { name: 'Hiện 1 việc mới' });
  await pill.waitFor();
  assert.deepEqual(await rows(page), before, 'no row has come or moved');
  assert.deepEqual(await places(), at, 'nothing has shifted');
  assert.equal(await focused(), focus, 'the focus is where it was');
  await page.locator('[aria-live=polite]', { hasText: 'Có 1 việc mới' }).waitFor({ state: 'attached' });
  await judge(page, 'list with new rows', complaints);
  await pill.click();
  assert.deepEqual(await rows(page), [...dossiers, ...before]);
  assert.equal(await pill.count(), 0);
  await page.context().close();
});

test('the bar of checks says what the check of the dossier says, and follows what a colleague attests', async () => {
  const appraiser = ['so_noi_vu_lang_son.specialist', 'appraiser'];
  const { occasion, dossiers: [id] } = await nominationsBeforeProvince(demo, ['Phòng Tín dụng chính sách'], `Đợt kiểm tra ${run}`);
  const check = () => demo.api(...appraiser, 'GET', `/v1/dossiers/${id}/check`);
  const words = ({ papers, criteria }) => {
    const count = (verdict) => criteria.findings.filter((each) => each.verdict === verdict).length;
    const sent = papers.filter(({ required_at }) => required_at === 'submit');
    const met = count('met') + sent.filter(({ present }) => present).length;
    const failed = count('not_met') + sent.filter(({ present }) => !present).length;
    return `Kiểm tra: đạt ${met}/${met + count('unknown') + failed}, cần xem ${count('unknown')}, chưa đạt ${failed}`;
  };
  const page = await open(`/dossiers?occasion=${occasion}`, '[data-row]', { login: 'so_noi_vu_lang_son.board', role: 'board_officer' });
  const bar = row(page, id).locator('td').last();
  const tones = () => bar.locator('rect').evaluateAll((parts) => parts.map((part) => part.dataset.tone));
  const before = await check();
  await bar.getByText(words(before)).waitFor();
  assert.deepEqual(await tones(), ['ok', 'warn']);

  const [one, other] = before.criteria.findings.filter(({ attestation_missing }) => attestation_missing).map(({ criterion }) => criterion);
  await act(demo, ...appraiser, id, 'attest', { attestations: { [one]: { value: 'met' }, [other]: { value: 'not_met', reason: 'Chưa đạt' } } });
  const now = await check();
  assert.notEqual(words(now), words(before));
  await bar.getByText(words(now)).waitFor();
  assert.deepEqual(await tones(), ['ok', 'warn', 'late']);
  await page.context().close();
});

const typed = 'Đề nghị xem lại trong phiên họp tới';

test('an open dossier keeps what is being typed, says who acted, and reloads when asked', async () => {
  const page = await open(`/dossiers/${seeded.dossiers[0]}`, '#decide input[value=hold]');
  const complaints = complaintsOf(page);
  await page.locator('#decide input[value=hold]').check();
  const field = page.locator('#decide textarea').first();
  await field.fill(typed);
  const scroll = await page.evaluate(() => window.scrollY);
  await claim(seeded.dossiers[0]);
  await page.getByText(/^Hồ sơ vừa được .+ xử lý lúc \d\d:\d\d\. Nội dung đang viết vẫn còn\.$/).first().waitFor();
  const reload = page.getByRole('button', { name: 'Tải lại hồ sơ' });
  assert.equal(await page.locator('#decide [role=alert]').count(), 0, 'the page is as it was');
  assert.equal(await field.inputValue(), typed);
  assert.equal(await field.evaluate((each) => each === document.activeElement), true, 'the focus stays in the field');
  assert.equal(await page.evaluate(() => window.scrollY), scroll);
  await judge(page, 'dossier with news', complaints);
  await reload.click();
  await page.locator('#decide [role=alert]').waitFor();
  assert.equal(await reload.count(), 0);
  assert.equal(await field.inputValue(), typed);
  await page.context().close();
});

test('an act of one’s own is no news to oneself', async () => {
  const page = await open(`/dossiers/${seeded.dossiers[1]}`, '#decide input[value=comment]');
  const own = await page.evaluate(() => fetch('/v1/session').then((answer) => answer.json())).then(({ name }) => name);
  await page.evaluate(() => {
    window.notices = [];
    const look = () => window.notices.push(document.body.textContent.match(/Hồ sơ vừa được (.+?) xử lý/)?.[1]);
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.locator('#decide input[value=comment]').check();
  await page.locator('#decide textarea').fill(typed);
  await page.locator('#decide form button[type=submit]').click();
  await page.locator('[role=status]', { hasText: 'Đã ghi:' }).first().waitFor();
  // The event of one's own act has come when one of another's, made after it, has.
  await act(demo, `${district}.specialist`, 'specialist', seeded.dossiers[1], 'release', {});
  await page.getByRole('button', { name: 'Tải lại hồ sơ' }).waitFor();
  const named = await page.evaluate(() => [...new Set(window.notices)].filter(Boolean));
  assert.equal(named.length, 1);
  assert.ok(!named.includes(own), `${own} is told of what he did himself`);
  await page.context().close();
});

test('with the server gone the list stays, with the time it is from; it comes back by itself', async () => {
  const page = await open(ofRound());
  const before = await rows(page);
  await page.context().setOffline(true);
  await page.locator('[data-live=offline]', { hasText: /Ngoại tuyến, dữ liệu lúc \d\d:\d\d/ }).waitFor();
  assert.deepEqual(await rows(page), before);
  await page.context().setOffline(false);
  await page.waitForSelector(live);
  assert.deepEqual(await rows(page), before);
  await page.context().close();
});
