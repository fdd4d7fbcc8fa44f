// A decider's walk in Chromium, from enrolling a second factor to the result: a decision drafted, filled with several dossiers of
// which one is refused with its reason, signed, and numbered by the registry.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { chooseRole, complaintsOf, enrol, enter, judge, openBrowser, patience } from '../walk/page.mjs';
import { householdsBeforeDistrict } from '../walk/seed.mjs';

const decider = { login: 'huyen_binh_gia.head', role: 'Người có thẩm quyền quyết định' };
const registry = { login: 'huyen_binh_gia.clerk', role: 'Văn thư' };
const run = Date.now().toString(36);
const names = ['Hộ ông Nông Văn Bền', 'Hộ bà Lục Thị Mây', 'Hộ ông Lý Văn Ự'].map((name) => `${name} ${run}`);
const occasionName = `Tổng kết phong trào tại huyện, ${run}`;
// The browser itself notes each refusal on the console.
const refusals = /Failed to load resource: the server responded with a status of (401|409)/;

let demo;
let browser;
let seeded;
let address;
before(async () => {
  demo = await openDemo();
  seeded = await householdsBeforeDistrict(demo, names, 2, occasionName);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

async function openPage() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: demo.url });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  return { context, page, complaints: complaintsOf(page, refusals) };
}

test('drafted, filled with two of three, one refused with its reason, and signed', async () => {
  const { context, page, complaints } = await openPage();
  await page.goto('/');
  await page.fill('input[name=login]', decider.login);
  await page.fill('input[name=password]', demo.password);
  await page.click('button[type=submit]');
  await demo.learnSecret(decider.login, await enrol(page, demo.password));
  await chooseRole(page, decider.role);
  await page.goto('/decisions');
  await page.getByRole('button', { name: 'Lập dự thảo quyết định' }).click();
  await judge(page, 'decisions with dialog', complaints);
  await page.selectOption('select[name=occasion]', { label: occasionName });
  await page.selectOption('select[name=form]', 'unit_commendation');
  await page.locator('dialog[open] button[type=submit]').click();
  await page.waitForURL(/\/decisions\/[0-9a-f-]+$/);
  address = page.url();
  await page.getByText('Hồ sơ chờ quyết định (3)').first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'focus goes to the heading');

  await page.getByLabel(/Chọn tất cả 3/).check();
  await page.locator('main > div li', { hasText: 'Sau khi ký: 3/2' }).first().waitFor();
  await page.getByText('Vượt 1, sẽ có hồ sơ không duyệt được').first().waitFor();
  await judge(page, 'decision with lot', complaints);
  await page.getByRole('button', { name: 'Đồng ý khen thưởng 3 hồ sơ' }).click();
  await judge(page, 'decision confirming lot', complaints);
  await page.locator('dialog[open] button[type=submit]').click();
  await page.getByText('2 xong, 1 không được, 0 chưa gửi').waitFor();
  assert.equal(await page.locator('[data-batch=done]').count(), 2);
  const refused = page.locator('[data-batch=refused]');
  assert.equal(await refused.count(), 1);
  assert.match(await refused.textContent(), /số lượng/i, 'the reason is said');
  await page.getByText('Hồ sơ trong quyết định (2)').first().waitFor();
  await judge(page, 'decision with results', complaints);

  await page.getByRole('button', { name: 'Gửi lại 1 hồ sơ chưa xong' }).click();
  await page.getByText('2 xong, 1 không được, 0 chưa gửi').waitFor();
  assert.equal(await page.locator('[data-batch=done]').count(), 2, 'what was done is not sent again');

  await page.getByRole('button', { name: 'Ký ban hành' }).click();
  await page.locator('dialog[open]').getByText('Sau khi ký: 2/2').waitFor();
  await page.locator('dialog[open] button[type=submit]').click();
  await page.getByText('Chờ văn thư cấp số.').waitFor();
  await judge(page, 'decision signed', complaints);
  await context.close();
});

test('a page that is left in the middle of a lot has done what it did, once, and goes on from there', async () => {
  const more = ['Hộ ông Triệu Văn Một', 'Hộ bà Hoàng Thị Hai', 'Hộ ông Đặng Văn Ba'].map((name) => `${name} ${run}`);
  const { occasion, dossiers } = await householdsBeforeDistrict(demo, more, 3, `Xét thêm tại huyện, ${run}`);
  const opened = await demo.api(decider.login, 'decider', 'POST', '/v1/decisions', { occasion, form: 'unit_commendation' });
  const page = await demo.pageOf(browser, { login: decider.login, role: 'decider' });
  await page.goto(`/decisions/${opened.id}`);
  await page.getByLabel(/Chọn tất cả 3/).check();
  let sent = 0;
  await page.route('**/actions/approve', (route) => {
    sent += 1;
    return sent === 1 ? route.continue() : undefined; // The second is never answered.
  });
  await page.getByRole('button', { name: 'Đồng ý khen thưởng 3 hồ sơ' }).click();
  await page.locator('dialog[open] button[type=submit]').click();
  await page.locator('[data-batch=sending]').waitFor();
  await page.locator('[data-batch=done]').waitFor();
  await page.reload();
  await page.unroute('**/actions/approve');
  await page.getByText('Hồ sơ trong quyết định (1)').first().waitFor();
  await page.getByLabel(/Chọn tất cả 2/).check();
  await page.getByRole('button', { name: 'Đồng ý khen thưởng 2 hồ sơ' }).click();
  await page.locator('dialog[open] button[type=submit]').click();
  await page.getByText('Hồ sơ trong quyết định (3)').first().waitFor();
  for (const id of dossiers) {
    const { items } = await demo.api(decider.login, 'decider', 'GET', `/v1/dossiers/${id}/history`);
    assert.equal(items.filter(({ type }) => type === 'award_approved').length, 1, 'approved once');
  }
  await page.close();
});

test('numbered by the registry, and every dossier in it has its decision', async () => {
  const { context, page, complaints } = await openPage();
  await enter(page, demo.url, { ...registry, password: demo.password });
  await page.goto('/decisions?state=signed');
  await page.locator('main article').first().waitFor();
  await judge(page, 'decisions signed', complaints);
  await page.goto(address);
  await page.getByRole('button', { name: 'Cấp số' }).click();
  await page.fill('input[name=number]', `${run}/QĐ-UBND`);
  await page.locator('dialog[open] button[type=submit]').click();
  await page.locator('h1', { hasText: `Quyết định số ${run}/QĐ-UBND` }).waitFor();
  await page.locator('tbody tr', { hasText: 'Đã có quyết định' }).first().waitFor();
  assert.equal(await page.locator('tbody tr', { hasText: 'Đã có quyết định' }).count(), 2);
  await judge(page, 'decision numbered', complaints);
  await context.close();
});

test('the refused one is where it was', async () => {
  const phases = [];
  for (const id of seeded.dossiers) phases.push((await demo.api(decider.login, 'decider', 'GET', `/v1/dossiers/${id}`)).phase);
  assert.deepEqual([...phases].sort(), ['awarded', 'awarded', 'under_review']);
});
