// What comes back from above, in Chromium: the chairman sends two nominations up in one act, the central board's recorder notes in one act
// that both go on, the Prime Minister's that one is awarded and one is not; the unit, the board and the registry see what came of each.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { complaintsOf, decide, judge, openBrowser, storyOf } from '../walk/page.mjs';
import { nominationsBeforeChairman } from '../walk/seed.mjs';

const run = Date.now().toString(36);
const [awarded, notAwarded] = ['Phòng giao dịch huyện Bình Gia', 'Phòng giao dịch huyện Cao Lộc'].map((name) => `${name} ${run}`);
const decision = `${run}/QĐ-TTg`;
const refusal = `${run}/VPCP-TĐKT`;
const notice = `${run}/TB-UBND`;
const chairman = { login: 'ubnd_lang_son.head', role: 'decider' };
const central = { login: 'ban_tdkt_tw.recorder', role: 'recorder' };
const primeMinister = { login: 'thu_tuong_chinh_phu.recorder', role: 'recorder' };
const board = { login: 'so_noi_vu_lang_son.board', role: 'board_officer' };
const registry = { login: 'ubnd_lang_son.clerk', role: 'registry_clerk' };
const clerk = { login: 'nhcsxh_lang_son.clerk', role: 'unit_clerk' };

let demo;
let browser;
let seeded;
before(async () => {
  demo = await openDemo();
  seeded = await nominationsBeforeChairman(demo, [awarded, notAwarded], `Đề nghị Thủ tướng khen thưởng ${run}`);
  await demo.secretOf(chairman.login);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

async function open(who, address) {
  const page = await demo.pageOf(browser, who);
  const complaints = complaintsOf(page);
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  return { page, complaints };
}

/** Ticks both dossiers in the inbox and gives the act its fields. */
async function actOnBoth(page, command, fill = async () => {}) {
  for (const id of seeded.dossiers) {
    await page.locator('tr', { has: page.locator(`[data-row="${id}"]`) }).getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: command, exact: true }).click();
  const dialog = page.locator('dialog[open]', { hasText: `${command}: 2 hồ sơ` });
  await fill(dialog);
  await dialog.locator('button[type=submit]').click();
  await page.getByText('2 xong, 0 không được, 0 chưa gửi').waitFor();
}

const shownDay = () => seeded.today.split('-').reverse().join('/');

async function fillDocument(fields, number) {
  await fields.getByLabel('Số, ký hiệu').fill(number);
  await fields.getByLabel('Ngày văn bản').fill(shownDay());
}

test('sent up, and what comes back', async (t) => {
  const step = storyOf(t);
  await step('the chairman sends both up in one act', async () => {
    const { page } = await open(chairman, '/');
    await actOnBoth(page, 'Đồng ý, trình tiếp', (dialog) => fillDocument(dialog, `${run}/TTr-UBND`));
    await page.close();
  });

  await step('the central board’s recorder receives both, and notes in one act that they go on', async () => {
    const { page, complaints } = await open(central, '/');
    await actOnBoth(page, 'Tiếp nhận');
    await page.reload();
    await actOnBoth(page, 'Ghi kết quả của cấp trên', async (dialog) => {
      const outcomes = await dialog.locator('select[name=approved] option').allTextContents();
      assert.deepEqual(outcomes, ['Chọn', 'Đồng ý, trình cấp có thẩm quyền', 'Chưa được khen thưởng'], 'here nobody is awarded yet');
      await dialog.locator('select[name=approved]').selectOption('true');
      await fillDocument(dialog.locator('fieldset').first(), `${run}/TTr-BTĐKT`);
      await fillDocument(dialog.locator('fieldset').last(), `${run}/TTr-UBND`);
      await judge(page, 'a result for many', complaints);
    });
    await judge(page, 'results recorded', complaints);
    for (const id of seeded.dossiers) {
      const { phase, stage, result } = await demo.api(board.login, board.role, 'GET', `/v1/dossiers/${id}`);
      assert.deepEqual([phase, stage, result], ['awaiting_receipt', 'pm_result', undefined], 'no award yet');
    }
    await page.goto(`/dossiers/${seeded.dossiers[0]}?tab=history`);
    const event = page.locator('main li', { hasText: 'Ghi kết quả của cấp trên: Đồng ý, trình cấp có thẩm quyền' });
    await event.getByText(`Văn bản số ${run}/TTr-BTĐKT ngày ${shownDay()}`).waitFor();
    await page.close();
  });

  await step('the Prime Minister’s decision is recorded with number and day, a refusal too', async () => {
    const { page, complaints } = await open(primeMinister, '/');
    await actOnBoth(page, 'Tiếp nhận');
    for (const [at, outcome, number] of [[0, 'Được khen thưởng', decision], [1, 'Chưa được khen thưởng', refusal]]) {
      await page.goto(`/dossiers/${seeded.dossiers[at]}`);
      await decide(page, 'record_result', async (panel) => {
        await panel.locator('#field-approved').selectOption({ label: outcome });
        await fillDocument(panel.locator('fieldset', { hasText: /^Văn bảnSố/ }), number);
        await judge(page, `recording: ${outcome}`, complaints);
      });
      await page.goto(`/dossiers/${seeded.dossiers[at]}?tab=history`);
      const event = page.locator('main li', { hasText: `Ghi kết quả của cấp trên: ${outcome}` });
      await event.getByText(`Văn bản số ${number} ngày ${shownDay()}`).waitFor();
    }
    await page.close();
  });

  await step('the registry tells the unit in writing why it is not awarded', async () => {
    const { page, complaints } = await open(registry, `/dossiers/${seeded.dossiers[1]}`);
    await decide(page, 'notify_not_awarded', async (panel) => {
      await fillDocument(panel.locator('fieldset').first(), notice);
      await panel.locator('#field-reason').fill('Chưa đủ thời gian tính thành tích.');
    });
    await page.getByText(`Đã thông báo cho đơn vị bằng văn bản số ${notice} ngày ${shownDay()}.`).waitFor();
    await judge(page, 'dossier with a notice', complaints);
    await page.close();
  });

  await step('the unit sees what came of each, and is told', async () => {
    const { page, complaints } = await open(clerk, `/dossiers/${seeded.dossiers[0]}`);
    await page.getByText(`Kết quả: ${decision} ngày ${shownDay()}`).waitFor();
    await judge(page, 'an awarded dossier', complaints);
    await page.goto(`/dossiers/${seeded.dossiers[1]}`);
    await page.getByText('Chưa đủ thời gian tính thành tích.').first().waitFor();
    await page.locator('main li', { hasText: 'Kết quả khen thưởng của Thủ tướng' }).getByText('Dừng ở bước này').waitFor();
    await page.goto(`/dossiers/${seeded.dossiers[1]}?tab=history`);
    await page.locator('main li', { hasText: 'Thông báo chưa khen thưởng' }).getByText(`Văn bản số ${notice} ngày ${shownDay()}`, { exact: true }).waitFor();
    await page.goto(`/submissions/${seeded.submission}`);
    for (const [name, state] of [[awarded, 'Đã có quyết định'], [notAwarded, 'Chưa khen thưởng']]) {
      await page.locator('main li', { hasText: name }).getByText(state).first().waitFor();
    }
    await page.goto('/notices');
    for (const number of [decision, refusal, notice]) await page.locator('main li', { hasText: number }).first().waitFor();
    await judge(page, 'notices of results', complaints);
    await page.close();
  });

  await step('the board finds one awarded and one not, and counts them so', async () => {
    const { page } = await open(board, `/dossiers?occasion=${seeded.occasion}`);
    for (const [phase, name] of [['awarded', awarded], ['not_awarded', notAwarded]]) {
      await page.goto(`/dossiers?occasion=${seeded.occasion}&phase=${phase}`);
      await page.locator('main [role=status]', { hasText: '1 hồ sơ khớp' }).first().waitFor();
      assert.equal(await page.locator('[data-row]', { hasText: name }).count(), 1);
    }
    await page.close();
  });
});
