// A list of nominees through the portal in Chromium: template, upload, check by cause, commit, report; and an export with its file.
//   PORTAL_URL       a server that serves the build, with a filled demo
//   PORTAL_TOKENS    the demo's demo-tokens.json; without it the walk is skipped
//   PORTAL_PASSWORD  of the demo's accounts
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { complaintsOf, enter, judge, openBrowser } from '../walk/page.mjs';
import { Seed } from '../walk/seed.mjs';
import { workbookOf } from '../walk/workbook.mjs';

const { PORTAL_URL: url = 'http://127.0.0.1:8080', PORTAL_TOKENS: tokens, PORTAL_PASSWORD: password } = process.env;
const clerk = 'xa_thien_long.clerk';

let browser;
before(async () => {
  if (tokens) browser = await openBrowser();
});
after(() => browser?.close());

async function openedSubmission() {
  const seed = new Seed(url, tokens);
  const board = 'huyen_binh_gia.board';
  const { today } = await seed.call(board, 'board_officer', 'GET', '/v1/me');
  const occasion = await seed.call(board, 'board_officer', 'POST', '/v1/occasions', {
    plan: 'lang-son-2021-2025',
    milestone: 'final_review',
    name: 'Đợt nhập danh sách',
    document: { number: '46/HD-UBND', date: today },
    forms: ['unit_commendation'],
    opens: today,
    receipt_deadline: new Date(Date.parse(today) + 14 * 86_400_000).toISOString().slice(0, 10),
    territory: 'huyen_binh_gia',
  });
  const submission = await seed.call(clerk, 'unit_clerk', 'POST', '/v1/submissions', { occasion: occasion.id });
  return submission.id;
}

test('a list is sent, checked and becomes drafts', { skip: !tokens }, async () => {
  const submission = await openedSubmission();
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })).newPage();
  const complaints = complaintsOf(page);
  await enter(page, url, { login: clerk, password, role: 'Thiện Long' });
  await page.goto(`${url}/submissions/${submission}`);
  await page.getByRole('link', { name: 'Nhập danh sách từ bảng tính' }).click();
  await page.selectOption('select[name=kind]', 'household');
  const template = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải mẫu bảng tính' }).click();
  assert.equal((await template).suggestedFilename(), 'mau-danh-sach.xlsx');
  await judge(page, 'sending a list', complaints);
  const rows = [['Tên hộ gia đình', 'Cột lạ'], ['Hộ ông A', 'x'], ['Hộ bà B', 'y'], ['', 'z']];
  await page.setInputFiles('input[type=file]', { name: 'a.xlsx', mimeType: 'application/x', buffer: workbookOf(rows) });
  await page.getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  await page.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor();
  await page.getByText('Chưa ghi tên đối tượng.').first().waitFor();
  await page.getByRole('button', { name: 'Xem dòng cần sửa' }).click();
  await page.locator('table').waitFor();
  await judge(page, 'the check of a list', complaints);
  await page.getByRole('button', { name: 'Tạo 2 hồ sơ nháp, bỏ 1 dòng' }).click();
  await page.getByRole('link', { name: /^HS-/ }).first().waitFor();
  assert.equal(await page.getByRole('link', { name: /^HS-/ }).count(), 2);
  await judge(page, 'the report of a list', complaints);
  await page.goto(`${url}/dossiers`);
  await page.getByRole('button', { name: 'Xuất CSV' }).click();
  await page.getByRole('link', { name: /^Tải tệp/ }).first().waitFor();
  await judge(page, 'dossiers with the tray', complaints);
  await page.goto(`${url}/jobs`);
  await page.getByRole('heading', { name: 'Việc nền' }).waitFor();
  await page.reload();
  const file = page.waitForEvent('download');
  await page.locator('main').getByRole('link', { name: /^Tải tệp/ }).first().click();
  assert.equal((await file).suggestedFilename(), 'ho-so.csv');
  await judge(page, 'jobs', complaints);
});
