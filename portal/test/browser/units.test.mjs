// A unit's walk and its reviewers' in Chromium, from sign-in to the result: a clerk drafts and attaches, the head sets up a second
// factor, signs and sends; the Department of Home Affairs returns it with points, the unit answers, the department endorses it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { chooseRole, complaintsOf, decide, enrol, judge, openBrowser, patience, storyOf } from '../walk/page.mjs';
import { pdf } from '../walk/seed.mjs';

const unit = 'thanh_pho_lang_son';
const department = 'so_noi_vu_lang_son';
const nominee = 'Nhân dân và cán bộ thành phố Lạng Sơn';

let demo;
let url;
let browser;
before(async () => {
  demo = await openDemo();
  url = demo.url;
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Signs in, sets up a second factor where one is asked for, and chooses the role. */
async function enter(login, role, { decides = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: url });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto('/');
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', demo.password);
  await page.click('button[type=submit]');
  if (decides) await demo.learnSecret(login, await enrol(page, demo.password));
  await chooseRole(page, role);
  return { page, complaints };
}

const returned = [
  ['figure_wrong', '/figures/yearly/mdp_rate/2024', 'Số liệu năm 2024 chưa khớp niên giám.'],
  ['paper_invalid', '/papers/achievement_report', 'Báo cáo chưa có chữ ký.'],
];

const saved = (page) => page.locator('[data-phase=saved] [role=status]', { hasText: 'Đã lưu nháp lúc' }).waitFor();
const openTask = (page, task) => page.click(`nav a[href$="task=${task}"]`);

async function attach(page, slot, file) {
  await page.setInputFiles(`input[data-slot=${slot}]`, file);
  await page.locator('li[data-status=done]', { hasText: file.name }).waitFor();
}

test('from a new letter through one return to the endorsement', async (t) => {
  const step = storyOf(t);
  const clerk = await enter(`${unit}.clerk`, 'Cán bộ lập hồ sơ');
  const { page, complaints } = clerk;
  await page.click('nav a[href="/unit"]');
  await page.waitForSelector('#needs-title');
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
    await page.locator('nav li', { hasText: 'Chưa làm' }).nth(4).waitFor();
    await judge(page, 'list of parts', complaints);
  });

  await step('what is typed is saved, through a lost network and a reload', async () => {
    await openTask(page, 'nominee');
    await page.fill('#f-nominee-name', nominee);
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
    await page.getByText('Số liệu đạt tiêu chí của phong trào.').waitFor();
    assert.equal(await page.locator('figure li[data-verdict=met]').count(), 4);
    await page.locator('nav li', { hasText: 'Số liệu theo tiêu chí' }).locator('text=Xong').waitFor();
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

  const head = await enter(`${unit}.head`, 'Thủ trưởng đơn vị', { decides: true });
  await step('the head signs and sees the receipt', async () => {
    await head.page.click('nav a[href="/unit"]');
    await head.page.locator('[data-kind=toSign] a', { hasText: nominee }).first().waitFor();
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

  const intake = await enter(`${department}.clerk`, 'Cán bộ tiếp nhận');
  await step('the department receives it from the inbox', async () => {
    await intake.page.locator(`[data-row="${dossier}"]`).click();
    await decide(intake.page, 'receive');
    await judge(intake.page, 'dossier received', intake.complaints);
  });

  const appraiser = await enter(`${department}.specialist`, 'Cán bộ thẩm định');
  const propose = async (kind, text) => {
    await appraiser.page.goto('/');
    await appraiser.page.locator(`[data-row="${dossier}"]`).click();
    await decide(appraiser.page, 'propose', async (panel) => {
      await panel.locator('#field-kind').selectOption(kind);
      await panel.locator('#field-text').fill(text);
    });
  };
  await step('the appraiser proposes a return', async () => {
    await propose('return_for_rework', 'Cần bổ sung hai điểm.');
    await judge(appraiser.page, 'dossier with a proposal', appraiser.complaints);
  });

  const chief = await enter(`${department}.head`, 'Thủ trưởng cơ quan', { decides: true });
  await step('the head of the department returns it with every point at once', async () => {
    await chief.page.locator(`[data-row="${dossier}"]`).click();
    await decide(chief.page, 'return_for_rework', async (panel) => {
      await panel.locator('#field-letter').fill('301/SNV-TĐKT');
      await panel.getByRole('button', { name: 'Thêm điểm' }).click();
      for (const [at, [code, place, text]] of returned.entries()) {
        await panel.getByLabel('Loại').nth(at).selectOption(code);
        await panel.getByLabel('Chỗ cần sửa').nth(at).selectOption(place);
        await panel.getByLabel('Cần sửa gì').nth(at).fill(text);
      }
      await judge(chief.page, 'return with points', chief.complaints);
    });
  });

  await step('a return is one list of points, each leading to its field', async () => {
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

  await step('the department endorses it and it leaves for the council', async () => {
    await intake.page.goto('/');
    await intake.page.locator(`[data-row="${dossier}"]`).click();
    await decide(intake.page, 'receive');
    await propose('forward', 'Đủ tiêu chuẩn.');
    await chief.page.goto(`/dossiers/${dossier}`);
    await decide(chief.page, 'forward', async (panel) => {
      await panel.locator('#field-letter').fill('315/SNV-TĐKT');
      await panel.locator('#field-opinion').fill('Nhất trí trình Hội đồng.');
    });
    await chief.page.locator('main li[aria-current=step]', { hasText: 'Hội đồng' }).waitFor();
    await chief.page.goto(`/dossiers/${dossier}?tab=opinions`);
    await chief.page.locator('main blockquote, main li', { hasText: 'Nhất trí trình Hội đồng.' }).first().waitFor();
    await judge(chief.page, 'dossier endorsed', chief.complaints);
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
