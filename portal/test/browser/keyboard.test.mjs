// Tasks of every day done by keys alone in Chromium, counted where a limit is set.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { enter, openBrowser, patience, settled, watch } from '../walk/page.mjs';
import { act, householdsBeforeDistrict } from '../walk/seed.mjs';

const board = ['so_noi_vu_lang_son.board', 'board_officer'];

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

const dossierOf = async (reference) => (await demo.api(...board, 'GET', `/v1/dossiers?external_ref=viec-001-${reference}`)).items[0];

/** Presses a key until what has the focus matches; gives how often. */
async function press(page, key, wanted, most = 80) {
  for (let times = 0; times <= most; times += 1) {
    if (await page.evaluate((css) => document.activeElement?.matches(css), wanted)) {
      assert.ok(await page.evaluate(isSeen), `${wanted} is on the screen when it has the focus`);
      return times;
    }
    await page.keyboard.press(key);
  }
  return assert.fail(`${wanted} is not reached by ${most} × ${key}`);
}

function isSeen() {
  const box = document.activeElement.getBoundingClientRect();
  return box.bottom > 0 && box.top < window.innerHeight;
}

test('the most urgent task is opened by two keys', async () => {
  const page = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.specialist', role: 'appraiser' });
  await page.goto('/');
  await page.locator('[data-row]').first().waitFor();
  const { items } = await page.evaluate(() => fetch('/v1/inbox?box=mine&order=due').then((answer) => answer.json()));
  assert.ok(items.length > 1, 'there is a choice');
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await page.waitForURL(`**/dossiers/${items[0].id}`);
  await page.close();
});

const withoutMarks = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

test('a box of the inbox is narrowed by words, with and without marks, and the keys go on in what was found', async () => {
  const page = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.specialist', role: 'appraiser' });
  await page.goto('/?box=office');
  await page.locator('[data-row]').first().waitFor();
  await settled(page);
  const { items } = await page.evaluate(() => fetch('/v1/inbox?box=office').then((answer) => answer.json()));
  const [wanted] = items;
  const search = async (text) => {
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.closest('main') !== null), true, 'the field of the page, not that of the bar');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await page.locator('main [role=status]', { hasText: text }).waitFor();
    await settled(page);
    return page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.dataset.row));
  };
  const marked = await search(wanted.nominee_name);
  assert.ok(marked.includes(wanted.id) && marked.length < items.length, `${marked.length} of ${items.length}`);
  assert.deepEqual(await search(withoutMarks(wanted.nominee_name)), marked);
  const { pathname, search: address } = new URL(page.url());
  assert.deepEqual([pathname, address], ['/', '?box=office'], 'still the inbox, its words nowhere in the address');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('Đã chọn 1 hồ sơ').waitFor();
  await page.locator('aside h2').waitFor();
  await page.keyboard.press('o');
  await page.waitForURL(`**/dossiers/${marked[0]}`);
  await page.goBack();
  await page.waitForSelector(`[data-row="${marked[0]}"]`);
  await settled(page);
  assert.equal(await page.locator('[data-row]').count(), marked.length, 'back to what was found');
  assert.equal(await page.locator('header input[type=search]').inputValue(), '', 'the bar searches all dossiers');

  assert.deepEqual(await search('khong co ho so nay'), []);
  await page.getByText('Không có hồ sơ khớp trong mục này.').waitFor();
  await page.getByRole('link', { name: 'Tìm trong mọi hồ sơ' }).click();
  await page.waitForURL('**/dossiers');
  await page.locator('main [role=status]', { hasText: 'khong co ho so nay' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Xem cả mục' }).click();
  await page.waitForSelector(`[data-row="${wanted.id}"]`);
  await settled(page);
  assert.equal(await page.locator('[data-row]').count(), items.length);
  await page.close();
});

test('a box is narrowed to a unit by keys, to as many as the choice says; back from a dossier all is as it was', async () => {
  const page = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.specialist', role: 'appraiser' });
  await page.goto('/?box=office');
  await page.locator('[data-row]').first().waitFor();
  const unit = page.getByLabel('Đơn vị trình');
  await unit.focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/[?&]unit=/);
  await page.locator('main [role=status]', { hasText: 'hồ sơ khớp' }).waitFor();
  await settled(page);
  const chosen = await unit.evaluate((select) => ({ id: select.value, label: select.selectedOptions[0].label }));
  const { items } = await page.evaluate(() => fetch('/v1/inbox?box=office&limit=200').then((answer) => answer.json()));
  const wanted = items.filter((line) => line.unit === chosen.id).map(({ id }) => id);
  assert.ok(wanted.length > 0 && wanted.length < items.length, `${wanted.length} of ${items.length}`);
  assert.ok(chosen.label.endsWith(` (${wanted.length})`), chosen.label);
  const shown = () => page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.dataset.row));
  assert.deepEqual(await shown(), wanted);
  await unit.blur();
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await page.waitForURL(`**/dossiers/${wanted[0]}`);
  await page.goBack();
  await page.waitForFunction((id) => document.activeElement?.dataset.row === id, wanted[0]);
  assert.deepEqual(await shown(), wanted);
  await page.getByRole('button', { name: 'Xem cả mục' }).click();
  await page.waitForFunction((all) => document.querySelectorAll('[data-row]').length === all, items.length);
  await page.close();
});

test('the summary beside the list opens the dossier with an act chosen', async () => {
  const { id } = await dossierOf('tham-dinh');
  const page = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.specialist', role: 'appraiser' });
  await page.goto('/');
  await page.locator(`[data-row="${id}"]`).focus();
  await page.locator('aside h2').waitFor();
  await settled(page);
  const { actions } = await page.evaluate((of) => fetch(`/v1/dossiers/${of}/actions`).then((answer) => answer.json()), id);
  const allowed = actions.filter((action) => action.allowed).map(({ command }) => command);
  const offered = await page.locator(`aside a[href="/dossiers/${id}"]`).count();
  assert.equal(offered, 1 + allowed.filter((command) => ['receive', 'propose', 'forward', 'return_for_rework'].includes(command)).length);
  await page.locator('aside').getByRole('link', { name: 'Đề xuất' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#decide input[value=propose]:checked').waitFor();
  await page.close();
});

test('g and a letter lead to a place of the menu, and the list of keys names exactly those places', async () => {
  const page = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.specialist', role: 'appraiser' });
  await page.goto('/');
  await page.locator('[data-row]').first().waitFor();
  await settled(page);
  const menu = await page.locator('nav ul').first().locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  await page.keyboard.press('?');
  const keys = page.locator('dialog[open] dl');
  await keys.waitFor();
  const named = await keys.locator('dt').evaluateAll((all) => all.map((term) => [...term.children].map((key) => key.textContent).join(' ')));
  const places = { 'g v': '/', 'g h': '/dossiers', 'g c': '/occasions', 'g t': '/board' };
  assert.deepEqual(named.filter((each) => each.startsWith('g ')), Object.keys(places).filter((each) => menu.includes(places[each])));
  assert.ok(named.includes('e') && named.includes('r'));
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  assert.equal(new URL(page.url()).pathname, '/', 'a dialog is no place to go from');
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.closest('search'));
  await page.keyboard.type('gh');
  assert.equal(new URL(page.url()).pathname, '/', 'what is typed goes nowhere');
  await page.locator('main h1').evaluate((heading) => heading.focus());
  for (const [press, path] of [['gh', '/dossiers'], ['gt', '/board'], ['gv', '/']]) {
    await page.keyboard.type(press);
    await page.waitForURL((url) => url.pathname === path);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await settled(page);
  }
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Tắt phím tắt' }).press('Enter');
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'hidden' });
  await page.keyboard.type('gh');
  await settled(page);
  assert.equal(new URL(page.url()).pathname, '/', 'switched off');
  await page.evaluate(() => localStorage.removeItem('vinhdanh.shortcuts'));
  await page.close();
});

test('the slash stands in the field that it goes to', async () => {
  const page = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.specialist', role: 'appraiser' });
  const hint = (place) => page.locator(`${place} search kbd`);
  await page.goto('/');
  await page.locator('[data-row]').first().waitFor();
  assert.deepEqual([await hint('header').isVisible(), await hint('main').isVisible()], [false, true]);
  await page.keyboard.press('/');
  assert.equal(await hint('main').isVisible(), false);
  await page.goto('/board');
  await hint('header').waitFor({ state: 'visible' });
  await page.close();
});

/** Waits until the form of this act has the focus. */
async function formOf(page, command) {
  await page.locator(`#decide input[value=${command}]:checked`).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('#decide form'));
  assert.ok(await page.evaluate(isSeen), `the form of ${command} is on the screen`);
  assert.equal(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'solid', 'the field with the focus has a ring');
}

/** Opens the person's list, goes down it to the dossier and presses a key there. */
async function pressInList(page, id, key) {
  await page.goto('/?box=office');
  await page.locator('[data-row]').first().waitFor();
  await settled(page);
  await press(page, 'j', `[data-row="${id}"]`);
  await page.keyboard.press(key);
  await page.waitForURL(`**/dossiers/${id}`);
}

test('one key opens the proposal of a dossier, from the list and on its page', async () => {
  const { id } = await dossierOf('tham-dinh');
  const page = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.specialist', role: 'appraiser' });
  await pressInList(page, id, 'e');
  await formOf(page, 'propose');
  await page.goto(`/dossiers/${id}`);
  await page.locator('#decide input[type=radio]').first().waitFor();
  await page.keyboard.press('e');
  await formOf(page, 'propose');
  await page.keyboard.press('r');
  await settled(page);
  await formOf(page, 'propose');
  await page.close();
});

test('an award is approved from the list by one key', async () => {
  const { occasion, dossiers: [id] } = await householdsBeforeDistrict(demo, ['Hộ ông Hoàng Văn Ba'], 1, 'Một hộ tại huyện');
  const decider = { login: 'huyen_binh_gia.head', role: 'decider' };
  const decision = await demo.api(decider.login, decider.role, 'POST', '/v1/decisions', { occasion, form: 'unit_commendation' });
  await demo.secretOf(decider.login);
  const page = await demo.pageOf(browser, decider);
  await pressInList(page, id, 'e');
  await formOf(page, 'approve');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await page.locator('#decide form').waitFor({ state: 'detached' });
  const { dossiers } = await demo.api(decider.login, decider.role, 'GET', `/v1/decisions/${decision.id}`);
  assert.ok(JSON.stringify(dossiers).includes(id), 'in the decision');
  await page.close();
});

test('a key whose act is refused says why, in the list and on the page, and chooses nothing', async () => {
  const { id } = await dossierOf('tham-dinh');
  const page = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.specialist', role: 'appraiser' });
  await page.goto('/?box=office');
  await page.locator('[data-row]').first().waitFor();
  await settled(page);
  const { actions } = await page.evaluate((of) => fetch(`/v1/dossiers/${of}/actions`).then((answer) => answer.json()), id);
  const { allowed, reasons } = actions.find(({ command }) => command === 'return_for_rework');
  assert.equal(allowed, false);
  const told = page.locator('[role=status]', { hasText: reasons[0].sentence.vi });
  await press(page, 'j', `[data-row="${id}"]`);
  await page.keyboard.press('r');
  await told.waitFor();
  assert.equal(new URL(page.url()).pathname, '/', 'still the list');
  await page.keyboard.press('o');
  await page.waitForURL(`**/dossiers/${id}`);
  await page.locator('#decide input[type=radio]').first().waitFor();
  await told.waitFor({ state: 'detached' });
  await page.keyboard.press('r');
  await told.waitFor();
  assert.equal(await page.locator('#decide form').count(), 0);
  await page.keyboard.press('e');
  await formOf(page, 'propose');
  await told.waitFor({ state: 'detached', timeout: 2_000 });
  await page.close();
});

test('an opinion is written and sent', async () => {
  const { id } = await dossierOf('tham-dinh');
  const page = await demo.pageOf(browser, { login: 'so_noi_vu_lang_son.specialist', role: 'appraiser' });
  await page.goto(`/dossiers/${id}`);
  await page.locator('#decide input[type=radio]').first().waitFor();
  await settled(page);
  await press(page, 'Tab', '#decide input[type=radio]');
  await press(page, 'ArrowDown', '#decide input[value=propose]');
  if (!(await page.locator('#decide form').count())) await page.keyboard.press('Space');
  await press(page, 'Tab', '#field-kind');
  await page.keyboard.press('ArrowDown');
  await press(page, 'Tab', '#field-text');
  await page.keyboard.type('Đủ tiêu chuẩn.');
  await page.keyboard.press('Control+Enter');
  await page.locator('#decide form').waitFor({ state: 'detached' });
  assert.equal((await dossierOf('tham-dinh')).phase, 'proposed');
  await page.close();
});

test('a return with three points, each tied to its place, begun from the list by one key', async () => {
  const { id } = await dossierOf('tham-dinh');
  const login = 'so_noi_vu_lang_son.head';
  await demo.secretOf(login);
  const page = await demo.pageOf(browser, { login, role: 'office_head' });
  await pressInList(page, id, 'e');
  await formOf(page, 'forward');
  await page.goto('/?box=office');
  await page.locator('[data-row]').first().waitFor();
  await settled(page);
  await press(page, 'j', `[data-row="${id}"]`);
  const note = page.locator('aside section', { has: page.locator('blockquote', { hasText: 'Đủ tiêu chuẩn.' }) });
  const { items: events, names } = await page.evaluate((of) => fetch(`/v1/dossiers/${of}/history`).then((answer) => answer.json()), id);
  const said = events.find(({ type }) => type === 'action_proposed');
  await note.getByText(names.people[said.actor.person]).waitFor();
  await page.keyboard.press('r');
  await formOf(page, 'return_for_rework');
  await press(page, 'Tab', '#field-letter', 3);
  await page.keyboard.type('330/SNV-TĐKT');
  const texts = ['Ghi rõ nguồn.', 'Nêu số hộ từng năm.', 'Đối chiếu với quyết định công nhận.'];
  for (const [at, text] of texts.entries()) {
    await press(page, 'Tab', `#decide fieldset > div:nth-of-type(${at + 1}) select:not([data-typed])`);
    for (let field = 0; field < 2; field += 1) {
      await page.evaluate(() => document.activeElement.setAttribute('data-typed', ''));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(text);
    if (at < texts.length - 1) {
      await press(page, 'Tab', '#decide fieldset > button');
      await page.keyboard.press('Enter');
      await page.locator(`#decide fieldset > div:nth-of-type(${at + 2}) select`).first().waitFor();
      await press(page, 'Shift+Tab', `#decide fieldset > div:nth-of-type(${at + 2}) select`);
      await press(page, 'Shift+Tab', `#decide fieldset > div:nth-of-type(${at + 1}) textarea`);
    }
  }
  await page.keyboard.press('Control+Enter');
  await page.locator('#decide form').waitFor({ state: 'detached' });
  const { points: recorded, phase } = await demo.api(...board, 'GET', `/v1/dossiers/${id}`);
  assert.equal(phase, 'returned');
  assert.deepEqual(recorded.map(({ pointer }) => pointer !== ''), [true, true, true], 'three points, each tied to its place');
  await page.close();
});

test('why an act is refused is there without a key', async () => {
  const names = ['Hộ ông Vi Văn Một', 'Hộ bà Vi Thị Hai'];
  const { occasion, dossiers } = await householdsBeforeDistrict(demo, names, 1, 'Một chỗ tại huyện');
  const decider = { login: 'huyen_binh_gia.head', role: 'decider' };
  const decision = await demo.api(decider.login, decider.role, 'POST', '/v1/decisions', { occasion, form: 'unit_commendation' });
  await act(demo, decider.login, decider.role, dossiers[0], 'approve', { decision: decision.id });
  await demo.secretOf(decider.login);
  const page = await demo.pageOf(browser, decider);
  await page.goto(`/dossiers/${dossiers[1]}`);
  const { actions } = await demo.api(decider.login, decider.role, 'GET', `/v1/dossiers/${dossiers[1]}/actions`);
  const { reasons } = actions.find(({ command }) => command === 'approve');
  assert.deepEqual(reasons.map(({ code }) => code), ['quota_full']);
  const reason = page.locator('#decide li', { hasText: reasons[0].sentence.vi });
  await reason.waitFor({ state: 'visible' });
  await page.close();
});

test('a unit sees where its dossier is from the sign-in on', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: demo.url });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  watch(page);
  await enter(page, demo.url, { login: 'nhcsxh_lang_son.clerk', password: demo.password, role: 'Cán bộ lập hồ sơ' });
  await settled(page);
  await press(page, 'Shift+Tab', 'nav a[href="/unit"]', 12);
  await page.keyboard.press('Enter');
  const sent = page.locator('main li', { hasText: 'Phòng Kế hoạch - Nghiệp vụ' }).first();
  await sent.getByText(/bước \d trên \d/i).first().waitFor();
  await context.close();
});

test('a number of the board opens exactly its list by one key', async () => {
  const page = await demo.pageOf(browser, { login: board[0], role: board[1] });
  await page.goto('/board?plan=lang-son-2021-2025');
  const numbers = page.locator('main a[href^="/dossiers?"]', { hasText: /[1-9]\d*$/ });
  await numbers.first().waitFor();
  await settled(page);
  const count = (await numbers.first().textContent()).match(/\d+$/)[0];
  await numbers.first().focus();
  await page.keyboard.press('Enter');
  const found = page.locator('main [role=status]', { hasText: 'hồ sơ khớp' });
  await found.first().waitFor();
  assert.equal((await found.first().textContent()).match(/(\d+) hồ sơ khớp/)?.[1], count);
  assert.equal(await page.locator('[data-row]').count(), Number(count));
  await page.close();
});

const focusedRow = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-row'));

test('single keys can be switched off, for good and by keys, and on again', async () => {
  const page = await demo.pageOf(browser, { login: board[0], role: board[1] });
  const open = async () => {
    await page.goto('/dossiers?plan=lang-son-2021-2025');
    await page.locator('[data-row]').first().waitFor();
    await settled(page);
    await page.keyboard.press('j');
    return focusedRow(page);
  };
  const turn = async (wanted) => {
    await press(page, 'Tab', 'main button:has(kbd)');
    await page.keyboard.press('Enter');
    await press(page, 'Tab', 'dialog[open] dl ~ button');
    await page.getByRole('button', { name: wanted }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  };
  assert.ok(await open());
  await turn('Tắt phím tắt');
  assert.equal(await open(), null);
  await page.keyboard.press('?');
  assert.equal(await page.locator('dialog[open]').count(), 0);
  await turn('Bật phím tắt');
  assert.ok(await open());
  await page.close();
});
