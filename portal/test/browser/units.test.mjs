// A unit's walk through the built portal in Chromium: from a new letter to a sent dossier, and through one return. It needs a demo
// server with an open occasion of the Lạng Sơn plan for the unit, and acts as the reviewing offices through the API.
//   PORTAL_URL       a preview or a server that serves the build (http://127.0.0.1:4173)
//   PORTAL_TOKENS    the demo's demo-tokens.json; without it the walk is skipped
//   PORTAL_CLERK, PORTAL_HEAD, PORTAL_PASSWORD   accounts of one district with a changed password, the same for both
//   PORTAL_HEAD_SECRET   the head's second factor, as it was shown when it was enrolled
//   CHROMIUM         the browser (/usr/bin/chromium)
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const { PORTAL_URL: url = 'http://127.0.0.1:4173', PORTAL_TOKENS, PORTAL_CLERK, PORTAL_HEAD, PORTAL_PASSWORD, PORTAL_HEAD_SECRET } = process.env;
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const patience = 10_000;
const pdf = (text) => ({ name: `${text}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n%${text}\n%%EOF`) });
const tokens = PORTAL_TOKENS ? JSON.parse(readFileSync(PORTAL_TOKENS, 'utf8')) : {};

let browser;
before(async () => {
  if (!PORTAL_TOKENS) return;
  assert.ok(PORTAL_CLERK && PORTAL_HEAD && PORTAL_PASSWORD && PORTAL_HEAD_SECRET, 'set the accounts, see above');
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
});
after(() => browser?.close());

function code(secret) {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function tokenOf(office, roles) {
  const own = Object.entries(tokens).filter(([login]) => login.startsWith(`${office}.`)).flatMap(([, all]) => all);
  return own.find((each) => roles.includes(each.role) && each.capacity === 'holder').token;
}

async function call(token, method, path, body, version) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  const answer = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const said = await answer.json();
  assert.ok(answer.ok, `${path}: ${JSON.stringify(said)}`);
  return said;
}

/** Lets the reviewing office receive the dossier and return it with these points. */
async function returnDossier(id, letter, points) {
  const reader = tokenOf(PORTAL_CLERK.split('.')[0], ['unit_clerk']);
  const bodies = {
    receive: ['receive', {}],
    propose: ['propose', { kind: 'return_for_rework', text: 'Cần bổ sung' }],
    send: ['return-for-rework', { letter, points }],
  };
  for (let turn = 0; turn < 3; turn += 1) {
    const { version, next } = await call(reader, 'GET', `/v1/dossiers/${id}`);
    const [command, body] = bodies[next.hand];
    await call(tokenOf(next.office, next.roles), 'POST', `/v1/dossiers/${id}/actions/${command}`, body, version);
  }
}

async function violations(page) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return page.evaluate(`(() => { const module = undefined, exports = undefined, define = undefined; ${axe};
    return axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then((found) =>
      found.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ')).join(', '))); })()`);
}

async function judge(page, what, complaints) {
  await page.waitForSelector('main h1');
  await page.waitForLoadState('networkidle');
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await violations(page), [], `${what} at ${width}: accessibility`);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(sideways <= 0, `${what} at ${width}: ${sideways} px wider than the window`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  assert.equal(await page.locator('h1').count(), 1, `${what}: one h1`);
  assert.deepEqual(complaints, [], `${what}: console`);
}

async function enter(login, role, secret) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const complaints = [];
  page.on('console', (message) => message.type() !== 'log' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', PORTAL_PASSWORD);
  await page.click('button[type=submit]');
  if (secret) {
    await page.fill('input[name=code]', code(secret));
    await page.click('button[type=submit]');
  }
  await page.locator('main ul button', { hasText: role }).click();
  await page.click('nav a[href="/unit"]');
  await page.waitForSelector('#needs-title');
  complaints.length = 0; // The code of the second factor is asked for by a 401, which the browser notes.
  return { page, complaints };
}

const saved = (page) => page.locator('[role=status]', { hasText: 'Đã lưu nháp lúc' }).waitFor();
const openTask = (page, task) => page.click(`nav a[href$="task=${task}"]`);

async function attach(page, slot, file) {
  await page.setInputFiles(`input[data-slot=${slot}]`, file);
  await page.locator('li[data-status=done]', { hasText: file.name }).waitFor();
}

test('from a new letter to a sent dossier, and through one return', { skip: !PORTAL_TOKENS && 'PORTAL_TOKENS is not set' }, async (t) => {
  let broken = false;
  const step = (name, act) =>
    t.test(name, { skip: broken && 'an earlier step failed' }, async () => {
      broken = true;
      await act();
      broken = false;
    });
  const clerk = await enter(PORTAL_CLERK, 'Cán bộ lập hồ sơ');
  const { page, complaints } = clerk;
  let dossier;
  const edit = (task) => `${url}/dossiers/${dossier}/edit?task=${task}`;

  await step('the overview opens a letter', async () => {
    await judge(page, 'overview', complaints);
    await page.locator('li:has(h3)', { hasText: 'Hạn nhận hồ sơ' }).getByRole('button').last().click();
    await page.waitForURL('**/submissions/*');
    await page.getByRole('button', { name: 'Thêm hồ sơ' }).click();
    await page.selectOption('select[name=form]', 'provincial_merit');
    await page.selectOption('select[name=kind]', 'collective');
    await page.selectOption('select[name=category]', 'other_district');
    await judge(page, 'letter with a new dossier', complaints);
    await page.click('main button[type=submit]');
    await page.waitForURL('**/edit');
    dossier = page.url().split('/').at(-2);
    await judge(page, 'list of parts', complaints);
    assert.equal(await page.locator('nav li', { hasText: 'Chưa làm' }).count(), 5);
  });

  await step('what is typed is saved, through a lost network and a reload', async () => {
    await openTask(page, 'nominee');
    await page.fill('#f-nominee-name', 'Nhân dân và cán bộ huyện Văn Quan');
    await saved(page);
    await openTask(page, 'achievement');
    await page.fill('#f-achievement_from', '01/01/2021');
    await page.fill('#f-achievement_to', '31/12/2024');
    await page.fill('#f-achievement', 'Bốn năm liền giảm tỷ lệ nghèo.');
    await page.locator('#f-achievement').blur();
    await page.locator('nav li', { hasText: 'Thành tích' }).locator('text=Xong').waitFor();
    await judge(page, 'achievement', complaints);
    const cut = (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue());
    await page.route('**/content', cut);
    await page.fill('#f-achievement', 'Bốn năm liền giảm tỷ lệ nghèo, viết tiếp khi mất mạng.');
    const notSaved = page.locator('[role=status]', { hasText: 'Chưa lưu được. Nội dung vẫn còn trên máy này' });
    await notSaved.waitFor();
    await page.reload();
    await notSaved.waitFor();
    assert.match(await page.inputValue('#f-achievement'), /viết tiếp khi mất mạng/);
    await page.unroute('**/content', cut);
    await saved(page);
    complaints.length = 0; // The browser itself notes the requests that were cut.
  });

  await step('figures are drawn and judged while they are typed', async () => {
    await openTask(page, 'figures');
    for (const [year, value] of [[2021, '31,2'], [2022, '24,8'], [2023, '17,9'], [2024, '10,7']]) {
      await page.fill(`#f-figures-yearly-mdp_rate-${year}`, value);
      await page.fill(`#f-figures-yearly-mdp_rate-${year}-source`, 'Cục Thống kê tỉnh');
    }
    for (const [figure, value] of [['baseline', '2.400'], ['current', '900']]) {
      await page.fill(`#f-figures-single-poor_near_poor_${figure}`, value);
      await page.fill(`#f-figures-single-poor_near_poor_${figure}-source`, 'Phòng LĐTBXH huyện');
    }
    await page.getByText('Số liệu đạt tiêu chuẩn của nhóm đối tượng.').waitFor();
    assert.equal(await page.locator('figure li[data-verdict=met]').count(), 4);
    await page.locator('nav li', { hasText: 'Số liệu tiêu chuẩn' }).locator('text=Xong').waitFor();
    await judge(page, 'figures', complaints);
  });

  await step('papers go to their slots, a wrong one is explained', async () => {
    await openTask(page, 'papers');
    await page.setInputFiles('input[data-slot=achievement_report]', { name: 'x.html', mimeType: 'text/html', buffer: Buffer.from('<p>') });
    await page.locator('[role=alert]', { hasText: 'không thuộc loại được nhận' }).waitFor();
    await attach(page, 'submission_letter', pdf('to-trinh'));
    await attach(page, 'achievement_report', pdf('bao-cao'));
    await judge(page, 'papers', complaints);
    await openTask(page, 'check');
    await page.getByText('Hồ sơ đã đủ.').waitFor();
    await judge(page, 'check', complaints);
  });

  const head = await enter(PORTAL_HEAD, 'Thủ trưởng đơn vị', PORTAL_HEAD_SECRET);
  await step('the head signs and sees the receipt', async () => {
    await head.page.locator('[data-kind=toSign] a', { hasText: 'Văn Quan' }).first().waitFor();
    await judge(head.page, "the head's overview", head.complaints);
    await head.page.goto(edit('check'));
    await head.page.fill('input[name=letter-number]', `${Date.now() % 10_000}/TTr-UBND`);
    await head.page.getByRole('button', { name: 'Ký trình hồ sơ này' }).click();
    await head.page.waitForURL('**/receipt');
    await head.page.getByText('Đã nhận 2 tệp').waitFor();
    await judge(head.page, 'receipt', head.complaints);
  });

  await step('it is taken back and sent again, by itself and with its letter', async () => {
    await head.page.getByRole('button', { name: 'Lấy lại (chưa tiếp nhận)' }).click();
    await head.page.locator('dialog').getByRole('button', { name: 'Lấy lại (chưa tiếp nhận)' }).click();
    await head.page.waitForURL('**/edit');
    await head.page.goto(edit('check'));
    await head.page.getByRole('button', { name: 'Ký trình hồ sơ này' }).click();
    await head.page.waitForURL('**/receipt');
    await head.page.locator('main a[href^="/submissions/"]').click();
    await head.page.getByLabel('Lấy lại (chưa tiếp nhận) (1 hồ sơ)').check();
    await head.page.getByRole('button', { name: 'Lấy lại (chưa tiếp nhận) (1 hồ sơ)' }).click();
    await head.page.getByText('Đã ghi: Lấy lại (chưa tiếp nhận), 1 hồ sơ').waitFor();
    await judge(head.page, 'letter', head.complaints);
    await head.page.getByRole('button', { name: 'Nộp hồ sơ (1 hồ sơ)' }).click();
    await head.page.getByText('Đã ghi: Nộp hồ sơ, 1 hồ sơ').waitFor();
  });

  await step('a return is one list of points, each leading to its field', async () => {
    await returnDossier(dossier, { number: '301/SNV-TĐKT', date: '2025-06-09' }, [
      { code: 'figure_wrong', pointer: '/figures/yearly/mdp_rate/2024', text: 'Số liệu năm 2024 chưa khớp niên giám.' },
      { code: 'paper_invalid', pointer: '/papers/achievement_report', text: 'Báo cáo chưa có chữ ký.' },
    ]);
    await page.goto(`${url}/unit`);
    await page.locator('[data-kind=returned]', { hasText: '2 điểm cần sửa' }).first().waitFor();
    await page.goto(`${url}/dossiers/${dossier}/edit`);
    await page.getByRole('link', { name: /Đến chỗ cần sửa.*2024/ }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'f-figures-yearly-mdp_rate-2024');
    await page.fill('#f-figures-yearly-mdp_rate-2024', '10,9');
    await saved(page);
    await openTask(page, 'papers');
    await attach(page, 'achievement_report', pdf('bao-cao-co-ky'));
    assert.equal(await page.locator('a', { hasText: 'Bản 1' }).count(), 2, 'the earlier version stays');
    await judge(page, 'a returned dossier', complaints);
  });

  await step('two who change the same field see both texts', async () => {
    await head.page.goto(edit('achievement'));
    await openTask(page, 'achievement');
    await head.page.fill('#f-achievement', 'Câu của thủ trưởng.');
    await saved(head.page);
    await page.fill('#f-achievement', 'Câu của cán bộ.');
    await page.getByRole('heading', { name: 'Hai người sửa cùng một chỗ' }).waitFor();
    await page.locator('blockquote', { hasText: 'Câu của thủ trưởng.' }).waitFor();
    complaints.length = 0; // The browser notes the 412.
    await judge(page, 'two texts', complaints);
    await page.getByLabel('cả hai, nối tiếp nhau').check();
    await page.getByRole('button', { name: 'Lưu nội dung đã chọn' }).click();
    await saved(page);
    assert.equal(await page.inputValue('#f-achievement'), 'Câu của thủ trưởng.\n\nCâu của cán bộ.');
  });

  await step('the clerk answers each point, the head finds the answers and resubmits with the difference shown', async () => {
    await head.page.goto(edit('check'));
    const difference = head.page.locator('section', { has: head.page.getByRole('heading', { name: 'Thay đổi so với lần trình trước' }) }).last();
    await difference.getByText('(+0,2)').waitFor();
    await difference.getByText('bản mới').waitFor();
    await head.page.getByRole('button', { name: 'Nộp lại' }).click();
    await head.page.locator('[role=alert]', { hasText: 'Trả lời từng điểm' }).waitFor();
    await page.goto(edit('check'));
    await page.getByLabel('Trả lời điểm 1').fill('Đã sửa theo niên giám.');
    await page.getByLabel('Trả lời điểm 2').fill('Đã thay báo cáo có chữ ký.');
    await page.getByLabel('Trả lời điểm 2').blur();
    await saved(page);
    await judge(page, 'answered points', complaints);
    await head.page.goto(edit('check'));
    await head.page.getByText('Đã trả lời mọi điểm').first().waitFor();
    assert.equal(await head.page.getByLabel('Trả lời điểm 1').inputValue(), 'Đã sửa theo niên giám.');
    await judge(head.page, 'difference', head.complaints);
    await head.page.getByRole('button', { name: 'Nộp lại' }).click();
    await head.page.waitForURL('**/receipt');
    await judge(head.page, 'receipt of the second sending', head.complaints);
  });

  await step('a duty is handed in', async () => {
    await page.click('nav a[href="/duties"]');
    await page.locator('main a[href^="/duties/"]').first().click();
    await page.waitForSelector('input[data-slot=duty_paper]', { state: 'attached' });
    await judge(page, 'duty', complaints);
    await page.setInputFiles('input[data-slot=duty_paper]', pdf('bao-cao-nam'));
    await page.getByText('Đã nộp').waitFor();
    await judge(page, 'duty handed in', complaints);
  });
});
