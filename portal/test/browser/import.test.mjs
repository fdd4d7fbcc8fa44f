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

test('a list is mended at once, cell by cell, and taken back', async () => {
  const submission = await openedSubmission();
  const page = await demo.pageOf(browser, clerk);
  const complaints = complaintsOf(page);
  await page.goto(`${demo.url}/submissions/${submission}/import`);
  await page.selectOption('select[name=kind]', 'household');
  const rows = [
    ['Tªn hé gia ®×nh', 'Tóm tắt thành tích', 'Từ ngày', 'Đến ngày'],
    ['Hé «ng NguyÔn V¨n A', 'Giúp xã nghèo', '01/01/2021', '31/12/2024'],
    ['Hộ bà  Trần Thị\u00A0B', 'Giúp xã nghèo', '2021/1/5', '31/12/2024'],
    ['Hộ ông C', 'Giúp xã nghèo', '03/04/21', '31/12/2024'],
    ['Hé bµ Lª ThÞ D', 'Giúp xã nghèo', '01/01/2021', '31/12/2024'],
    ['HỘ ÔNG NGUYỄN VĂN A', 'Giúp xã giàu', '01/01/2021', '31/12/2024'],
  ];
  await page.setInputFiles('input[type=file]', { name: 'a.xlsx', mimeType: 'application/x', buffer: workbookOf(rows) });
  await page.getByRole('button', { name: 'Tải lên và kiểm tra' }).click();
  const fonts = page.getByRole('listitem').filter({ hasText: 'Chữ phông cũ TCVN3 (ABC).' });
  await fonts.getByText('Hộ ông Nguyễn Văn A').waitFor();
  await judge(page, 'a list with mends', complaints);
  await fonts.getByRole('button', { name: 'Sửa cho cả 2 dòng' }).click();
  const mended = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Đã sửa' }) });
  await mended.getByText('Hộ bà Lê Thị D').waitFor();
  await fonts.waitFor({ state: 'detached' });
  await page.getByRole('listitem').filter({ hasText: 'Ngày viết theo dạng khác.' }).getByRole('button', { name: 'Sửa cho cả 1 dòng' }).click();
  await mended.getByText('05/01/2021').waitFor();
  await page.getByRole('button', { name: 'Xem dòng cần sửa' }).click();
  const cell = page.getByRole('textbox', { name: 'Từ ngày Dòng 4' });
  assert.equal(await cell.inputValue(), '03/04/21');
  await cell.fill('03/04/2021');
  await page.getByRole('button', { name: 'Lưu 1 ô và kiểm tra lại' }).click();
  await mended.getByText('Ô gõ lại').waitFor();
  await page.getByRole('button', { name: 'Tạo 4 hồ sơ nháp, bỏ 1 dòng' }).waitFor();
  await judge(page, 'a list that was mended', complaints);
  await page.getByRole('button', { name: 'Xem dòng trùng' }).click();
  const pair = page.getByRole('table', { name: 'Dòng 6 trùng với: Dòng 2' });
  await pair.getByRole('row', { name: /Giúp xã giàu Giúp xã nghèo/ }).waitFor();
  await judge(page, 'duplicates side by side', complaints);
  await mended.getByRole('button', { name: /^Lấy lại như trong tệp/ }).click();
  await page.getByRole('button', { name: 'Tạo 3 hồ sơ nháp, bỏ 2 dòng' }).click();
  await page.getByRole('link', { name: /^HS-/ }).first().waitFor();
  await page.goto(`${demo.url}/submissions/${submission}`);
  await page.getByText('Hộ ông Nguyễn Văn A').first().waitFor();
});
