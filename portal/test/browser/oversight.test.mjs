// A walk through rounds, board, audit and administration in Chromium; each page is judged, each number meets its list.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { complaintsOf, enter, judge, openBrowser, patience, settled } from '../walk/page.mjs';

const board = { login: 'so_noi_vu_lang_son.board' };
const auditor = { login: 'so_noi_vu_lang_son.auditor' };
const lateBoard = { login: 'so_noi_vu_bac_kan.board' };

let demo;
let url;
let browser;
let people;
before(async () => {
  demo = await openDemo();
  url = demo.url;
  people = await demo.administration();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

async function openPage(who) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints = complaintsOf(page, /status of 401/);
  await enter(page, url, { ...who, password: demo.password });
  return { context, page, complaints };
}

async function walk(who, steps) {
  const { context, page, complaints } = await openPage(who);
  for (const [what, address, ready, also] of steps) {
    await page.goto(url + address);
    await page.locator(ready).first().waitFor();
    await judge(page, what, complaints);
    await also?.(page, complaints);
  }
  await context.close();
}

/** Of the links that filter by the same members, the two with the highest numbers. */
function twoOfEachKind(links) {
  const kind = ({ href }) => [...new URLSearchParams(href.split('?')[1]).keys()].sort().join();
  const highestFirst = [...links].sort((one, other) => other.number - one.number);
  return highestFirst.filter((link, at) => highestFirst.slice(0, at).filter((before) => kind(before) === kind(link)).length < 2);
}

async function numbersMeetLists(page) {
  await settled(page);
  const links = await page
    .locator('main a[href^="/dossiers?"]')
    .evaluateAll((all) => all.map((link) => ({ href: link.getAttribute('href'), number: link.textContent.match(/\d+$/)?.[0] })));
  const counted = [...new Map(links.filter(({ number }) => number).map((link) => [link.href, link])).values()];
  assert.ok(counted.length >= 8, 'the board has numbers');
  const looked = process.env.PORTAL_FULL ? counted : twoOfEachKind(counted);
  for (const { href, number } of looked) {
    await page.goto(url + href);
    const found = page.locator('main [role=status]', { hasText: 'hồ sơ khớp' });
    await found.first().waitFor();
    assert.equal((await found.first().textContent()).match(/(\d+) hồ sơ khớp/)?.[1], number, href);
  }
}

test('rounds and board of a board officer', () =>
  walk(board, [
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

test('the board narrowed to a level of award and to a year', async () => {
  const { context, page, complaints } = await openPage(board);
  await page.goto(`${url}/board?plan=lang-son-2021-2025`);
  const first = page.locator('main a[href^="/dossiers?"]').first();
  await first.waitFor();
  await settled(page);
  const drafted = Number(await first.textContent());
  const level = page.getByLabel('Cấp khen thưởng');
  assert.deepEqual(
    (await level.locator('option').allTextContents()).map((text) => text.replace(/ \(\d+\)$/, '')),
    ['Tất cả', 'Cấp cơ sở', 'Cấp tỉnh', 'Cấp Nhà nước'],
  );
  await level.selectOption('unit');
  await page.getByLabel('Năm mở đợt xét').selectOption({ index: 1 });
  await settled(page);
  assert.notEqual(Number(await first.textContent()), drafted, 'other dossiers');
  await judge(page, 'board of a level and a year', complaints);
  assert.match(page.url(), /level=unit/);
  await numbersMeetLists(page);
  await context.close();
});

test('audit of an auditor', () =>
  walk(auditor, [
    [
      'audit',
      '/audit',
      'main button',
      async (page, complaints) => {
        await page.getByRole('button', { name: 'Kiểm tra nhật ký', exact: true }).first().click();
        await page.getByText('Nhật ký nguyên vẹn').first().waitFor();
        await page.fill('input[name=code]', 'hs-2025-00001');
        await page.press('input[name=code]', 'Enter');
        await page.getByText('Nhật ký của HS-2025-00001 nguyên vẹn').first().waitFor();
        await judge(page, 'audit verified', complaints);
      },
    ],
    ['audit of what was done', '/audit?tab=events', 'main tbody tr'],
    ['audit of what was read', '/audit?tab=access&kind=marked_read', 'main tbody tr'],
    ['definitions of an auditor', '/admin/definitions?plan=lang-son-2021-2025&version=1', 'main ol li'],
  ]));

test('a changed event is shown red, with what to do', async () => {
  const { context, page, complaints } = await openPage(auditor);
  const violation = { invariant: 'I1', n: 3, text: 'hash 1f2e…, expected 9c0a…', promise: { vi: 'Chuỗi băm khớp.', en: 'The chain holds.' } };
  await page.route('**/v1/dossiers/*/verification', (route) =>
    route.fulfill({ json: { dossier: 'x', intact: false, events: 9, head: 'ab'.repeat(32), violations: [violation] } }),
  );
  await page.goto(`${url}/audit`);
  await page.fill('input[name=code]', 'HS-2025-00001');
  await page.press('input[name=code]', 'Enter');
  await page.getByText('Phát hiện nhật ký bị thay đổi tại sự kiện 3').waitFor();
  const strip = page.locator('section[aria-labelledby=dossier-check] svg');
  assert.equal(await strip.locator('[data-state=broken]').count(), 1);
  assert.equal(await strip.locator('[data-state=whole]').count(), 3);
  await judge(page, 'audit broken', complaints);
  await context.close();
});

test('the map of what is overdue', async () => {
  const { context, page, complaints } = await openPage(board);
  const stages = ['home_affairs_appraisal', 'council_advice', 'chairman_decision'];
  const counts = { huyen_cao_loc: [9, 4, 0], huyen_van_quan: [0, 2, 6] };
  await page.route('**/v1/dossiers/facets', (route) => {
    const asked = route.request().postDataJSON();
    if (!asked.due_to || asked.due_from || !asked.crossed) return route.fallback();
    const sum = (all) => all.reduce((a, b) => a + b);
    const rows = Object.keys(counts);
    const unit = rows.map((value) => ({ value, name: `Đơn vị ${value}`, count: sum(counts[value]), filter: {} }));
    const stage = stages.map((value, at) => ({ value, count: sum(rows.map((row) => counts[row][at])), filter: {} }));
    const items = rows.flatMap((row) => stages.map((each, at) => ({ values: [row, each], count: counts[row][at], filter: {} })));
    const crossed = [{ facets: ['unit', 'stage'], items: items.filter(({ count }) => count > 0), names: [{}, {}] }];
    return route.fulfill({ json: { total: 21, facets: { unit, stage }, crossed } });
  });
  await page.goto(`${url}/board`);
  await page.locator('td[data-level="4"] a').waitFor();
  const href = await page.locator('td[data-level="4"] a').first().getAttribute('href');
  const filter = new URLSearchParams(href.split('?')[1]);
  assert.deepEqual([filter.get('unit'), filter.get('stages'), filter.get('open')], ['huyen_cao_loc', stages[0], 'true']);
  await judge(page, 'board with what is overdue', complaints);
  await context.close();
});

test('what is overdue, from the map to the list to the dossier: the same number, the same days', async () => {
  const { context, page, complaints } = await openPage(lateBoard);
  await page.goto(`${url}/board`);
  const cells = page.locator('td[data-level]:not([data-level="0"]) a');
  await cells.first().waitFor();
  await judge(page, 'board with late dossiers', complaints);
  await numbersMeetLists(page);
  await page.goto(`${url}/board`);
  await cells.first().click();
  const row = page.locator('tr', { has: page.locator('[data-row]') }).first();
  await row.waitFor();
  const late = /Quá hạn \d+ ngày làm việc/;
  const [said] = (await row.textContent()).match(late);
  await row.locator('[data-row]').focus();
  await page.locator('aside', { hasText: late }).waitFor();
  assert.equal((await page.locator('aside').first().textContent()).match(late)[0], said, 'beside the list');
  await page.goto(`${url}/dossiers/${await row.locator('[data-row]').getAttribute('data-row')}`);
  const header = page.locator('main', { hasText: late });
  await header.waitFor();
  assert.equal((await header.textContent()).match(late)[0], said, 'on its page');
  await judge(page, 'an overdue dossier', complaints);
  await context.close();
});

test('administration', () =>
  walk(people.administrator, [
    [
      'accounts',
      '/admin/accounts',
      'main tbody tr',
      async (page, complaints) => {
        await page.fill('main input[type=search]', 'la thi hoa');
        await page.locator('main tbody tr', { hasText: 'La Thị Hoa' }).first().waitFor();
        await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
        await judge(page, 'account adding', complaints);
      },
    ],
    [
      'roles',
      '/admin/appointments?state=in_force',
      'main tbody tr',
      async (page, complaints) => {
        await page.getByRole('button', { name: 'Đề nghị giao vai trò' }).click();
        await judge(page, 'role asking', complaints);
      },
    ],
    ['roles that wait', '/admin/appointments', 'main p, main tbody tr'],
    ['definitions', '/admin/definitions', 'main tbody tr'],
    ['own account', '/admin/account', 'main tbody tr'],
  ]));

test('webhooks: made, its secret once, pinged, and a dead letter tried again', async () => {
  const { context, page, complaints } = await openPage(board);
  const { appointment, person } = await page.evaluate(() => fetch('/v1/me').then((answer) => answer.json()));
  const at = '2025-06-09T02:00:00Z';
  const hook = { id: 'w1', person, appointment, url: 'https://nhan.example.vn/su-kien', listed: true, types: [], paused: false, made: at, waiting: 3, dead: 1 };
  const asked = [];
  await page.route('**/v1/webhooks**', (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(`${route.request().method()} ${pathname}`);
    if (pathname.endsWith('/ping')) return route.fulfill({ json: { delivered: false, why: 'connection refused' } });
    if (pathname.endsWith('/retry')) return route.fulfill({ json: { retried: 1, dead: 0 } });
    if (pathname.endsWith('/dead')) {
      return route.fulfill({ json: { items: [{ event: 'e1', stream: 'dossier', id: 'd1', n: 4, attempts: 8, why: '500' }] } });
    }
    if (route.request().method() === 'POST') return route.fulfill({ status: 201, json: { ...hook, secret: 'whsec_abc' } });
    return route.fulfill({ json: { items: [hook], names: { people: { [person]: 'Nông Thị Thu' }, offices: {} } } });
  });
  await page.goto(`${url}/admin/webhooks`);
  await page.getByRole('button', { name: 'Thêm nơi nhận sự kiện' }).click();
  await page.fill('input[name=url]', hook.url);
  await page.locator('dialog[open] button[type=submit]').click();
  await page.getByText('whsec_abc').waitFor();
  await page.getByRole('button', { name: 'Gửi thử' }).click();
  await page.getByText('connection refused').waitFor();
  await page.locator('summary', { hasText: 'Tin không gửi được (1)' }).click();
  await page.locator('tbody tr').first().waitFor();
  await judge(page, 'webhooks', complaints);
  await page.getByRole('button', { name: 'Thử lại tin này' }).click();
  await page.getByText('Đang thử lại 1 tin').waitFor();
  assert.ok(asked.includes('POST /v1/webhooks/w1/dead/retry'));
  await page.getByRole('button', { name: 'Đã lưu khóa, ẩn đi' }).click();
  await page.getByText('whsec_abc').waitFor({ state: 'detached' });
  await context.close();
});

test('definitions of their manager', () =>
  walk(people.definer, [
    ['definitions of their manager', '/admin/definitions?plan=ninh-binh-2016-2020&version=1', 'main ol li'],
  ]));
