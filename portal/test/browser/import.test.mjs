// A list of nominees through the portal in Chromium: template, upload, check by cause, commit, report; and an export with its file.
// Starts a demo of its own, or takes the one of PORTAL_URL and PORTAL_DATA (see walk/demo.mjs); needs Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { complaintsOf, judge, openBrowser } from '../walk/page.mjs';
import { workbookOf } from '../walk/workbook.mjs';

const clerk = { login: 'xa_thien_long.clerk', role: 'unit_clerk' };

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

async function openedSubmission() {
  const asBoard = (method, path, body) => demo.api('huyen_binh_gia.board', 'board_officer', method, path, body);
  const { today } = await asBoard('GET', '/v1/me');
  const occasion = await asBoard('POST', '/v1/occasions', {
    plan: 'lang-son-2021-2025',
    milestone: 'final_review',
    name: 'Đợt nhập danh sách',
    document: { number: '46/HD-UBND', date: today },
    forms: ['unit_commendation'],
    opens: today,
    receipt_deadline: new Date(Date.parse(today) + 14 * 86_400_000).toISOString().slice(0, 10),
    territory: 'huyen_binh_gia',
  });
  const submission = await demo.api(clerk.login, clerk.role, 'POST', '/v1/submissions', { occasion: occasion.id });
  return submission.id;
}

test('a list is sent, checked and becomes drafts', async () => {
  const submission = await openedSubmission();
  const page = await demo.pageOf(browser, clerk);
  const complaints = complaintsOf(page);
  await page.goto(`${demo.url}/submissions/${submission}`);
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
  await page.goto(`${demo.url}/dossiers`);
  await page.getByRole('button', { name: 'Xuất CSV' }).click();
  await page.getByRole('link', { name: /^Tải tệp/ }).first().waitFor();
  await judge(page, 'dossiers with the tray', complaints);
  await page.goto(`${demo.url}/jobs`);
  await page.getByRole('heading', { name: 'Việc nền' }).waitFor();
  await page.reload();
  const file = page.waitForEvent('download');
  await page.locator('main').getByRole('link', { name: /^Tải tệp/ }).first().click();
  assert.equal((await file).suggestedFilename(), 'ho-so.csv');
  await judge(page, 'jobs', complaints);
});
