// A list of nominees through the portal in Chromium: template, upload, check by cause, commit, report; an export with its file; a long
// list whose page is reloaded, and looked at in another tab, while its drafts are made.
// Starts a demo of its own, or takes the one of PORTAL_URL and PORTAL_DATA (see walk/demo.mjs); needs Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { complaintsOf, judge, openBrowser } from '../walk/page.mjs';
import { occasionOfDistrict } from '../walk/seed.mjs';
import { sheetType, workbookOf } from '../walk/workbook.mjs';

const clerk = { login: 'xa_thien_long.clerk', role: 'unit_clerk' };
const asClerk = (...asked) => demo.api(clerk.login, clerk.role, ...asked);
const mostInLetter = 200;

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

async function openedSubmission(name) {
  const occasion = await occasionOfDistrict(demo, undefined, name);
  return (await asClerk('POST', '/v1/submissions', { occasion: occasion.id })).id;
}

test('a list is sent, checked and becomes drafts', async () => {
  const submission = await openedSubmission('Đợt nhập danh sách');
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
  await page.getByText('Chưa ghi tên tập thể, cá nhân.').first().waitFor();
  const shares = await page
    .locator('main section:has(h2) > svg rect')
    .evaluateAll((parts) => parts.map((part) => [part.dataset.tone, Math.round(part.getAttribute('width') / 100)]));
  assert.deepEqual(shares, [['warn', 7], ['late', 3]], 'two rows of three lack what a dossier needs to be sent, one has no name');
  await page.getByRole('button', { name: 'Xem dòng cần sửa' }).click();
  await page.locator('table').waitFor();
  await judge(page, 'the check of a list', complaints);
  await page.getByRole('button', { name: 'Lập 2 hồ sơ dự thảo, bỏ 1 dòng' }).click();
  await page.getByRole('link', { name: /^HS-/ }).first().waitFor();
  assert.equal(await page.getByRole('link', { name: /^HS-/ }).count(), 2);
  await judge(page, 'the report of a list', complaints);
  await page.goto(`${demo.url}/dossiers`);
  await page.getByRole('button', { name: 'Xuất CSV' }).click();
  await page.getByRole('link', { name: /^Tải tệp/ }).first().waitFor();
  await judge(page, 'dossiers with the tray', complaints);
  await page.goto(`${demo.url}/jobs`);
  await page.getByRole('heading', { name: 'Tác vụ hệ thống' }).waitFor();
  await page.reload();
  const file = page.waitForEvent('download');
  await page.locator('main').getByRole('link', { name: /^Tải tệp/ }).first().click();
  assert.equal((await file).suggestedFilename(), 'ho-so.csv');
  await judge(page, 'jobs', complaints);
});

test('a list is mended at once, cell by cell, and taken back', async () => {
  const submission = await openedSubmission('Đợt nhập danh sách có lỗi');
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
  await page.getByRole('button', { name: 'Lập 4 hồ sơ dự thảo, bỏ 1 dòng' }).waitFor();
  await judge(page, 'a list that was mended', complaints);
  await page.getByRole('button', { name: 'Xem dòng trùng' }).click();
  const pair = page.getByRole('table', { name: 'Dòng 6 trùng với: Dòng 2' });
  await pair.getByRole('row', { name: /Giúp xã giàu Giúp xã nghèo/ }).waitFor();
  await judge(page, 'duplicates side by side', complaints);
  await mended.getByRole('button', { name: /^Lấy lại như trong tệp/ }).click();
  await page.getByRole('button', { name: 'Lập 3 hồ sơ dự thảo, bỏ 2 dòng' }).click();
  await page.getByRole('link', { name: /^HS-/ }).first().waitFor();
  await page.goto(`${demo.url}/submissions/${submission}`);
  await page.getByText('Hộ ông Nguyễn Văn A').first().waitFor();
});

/** A list with as many rows as a letter may have dossiers, sent. */
async function sentList(submission) {
  const rows = Array.from({ length: mostInLetter }, (_, at) => [`Hộ số ${at + 1}`]);
  const { id } = await asClerk('POST', `/v1/submissions/${submission}/imports?form=unit_commendation&subject_kind=household`, workbookOf([['Tên hộ gia đình'], ...rows]), {
    'Content-Type': sheetType,
  });
  return id;
}

const inMain = (page) => page.locator('main progress');
const inTray = (page) => page.locator('aside progress');

/** Waits until the picture of progress has moved on from where it was. */
async function movesOn(progress) {
  const before = await progress.evaluate((bar) => bar.value);
  const bar = await progress.elementHandle();
  await progress.page().waitForFunction(([each, value]) => !each.isConnected || each.value > value, [bar, before]);
}

test('a reload and a second tab find the making of drafts where it is, and it ends once', async () => {
  const submission = await openedSubmission('Đợt nhập danh sách dài');
  const list = await sentList(submission);
  const page = await demo.pageOf(browser, clerk);
  const complaints = complaintsOf(page);
  const other = await page.context().newPage();
  const make = `Lập ${mostInLetter} hồ sơ dự thảo, bỏ 0 dòng`;
  for (const tab of [page, other]) {
    await tab.goto(`/imports/${list}`);
    await tab.getByRole('button', { name: make }).waitFor();
  }
  await demo.slowed(async () => {
    await page.getByRole('button', { name: make }).click();
    await inMain(page).waitFor();
    // The other tab has not heard of it: what it asks for again is not done again, and it shows how far it is.
    await other.getByRole('button', { name: make }).click();
    await inMain(other).waitFor();
    let now;
    do now = await asClerk('GET', `/v1/imports/${list}`);
    while (now.phase !== 'commit' || now.done === 0);
    assert.equal(now.state, 'running', 'it is in the middle');
    await page.reload();
    await page.waitForFunction(() => /^\d+% /.test(document.title));
    for (const progress of [inMain(page), inTray(page)]) await movesOn(progress);

    await other.goto('/jobs');
    await other.waitForFunction(() => /^\d+% /.test(document.title));
    for (const progress of [inMain(other), inTray(other)]) await movesOn(progress);
    assert.equal((await asClerk('GET', `/v1/imports/${list}`)).state, 'running', 'it was seen in the middle');
  });

  const made = `Đã lập ${mostInLetter} hồ sơ dự thảo`;
  for (const tab of [other, page]) {
    await tab.bringToFront();
    await tab.locator('main').getByText(made).first().waitFor();
    await tab.waitForFunction(() => !document.querySelector('progress') && !/^\d+% /.test(document.title));
  }
  assert.equal((await asClerk('GET', '/v1/jobs')).items.filter(({ id }) => id === list).length, 1);
  const { dossiers } = await asClerk('GET', `/v1/submissions/${submission}`);
  assert.equal(dossiers.length, mostInLetter);
  assert.equal(new Set(dossiers.map(({ nominee_name }) => nominee_name)).size, mostInLetter, 'a draft for each row');
  assert.deepEqual(complaints, []);
  await other.close();
  await page.close();
});
