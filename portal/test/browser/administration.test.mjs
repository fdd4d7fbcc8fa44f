// What people do with their own accounts, and two administrators, two definition managers, a board officer and a decider with the
// system: each act in Chromium to its end, and what it does to whom it concerns.
// Starts a demo of its own that may post events to a receiver on this machine, or takes the one of PORTAL_URL and PORTAL_DATA (see
// walk/demo.mjs) that was started with --webhook-private-target http://127.0.0.1:PORTAL_RECEIVER; needs Chromium.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { chooseRole, codeOf, complaintsOf, judge, openBrowser, patience } from '../walk/page.mjs';
import { act, district, householdsBeforeDistrict, pdf } from '../walk/seed.mjs';

const board = { login: `${district}.board`, role: 'board_officer' };
const decider = { login: `${district}.head`, role: 'decider' };
const refusals = /Failed to load resource: the server responded with a status of (401|403|409|422|429)/;
const calendar = new URL('../../../workflows/calendars/vn.json', import.meta.url);

let demo;
let browser;
let people;
let secondDefiner;
const posted = [];
let answersWith = 204;
const receiver = createServer((request, response) => {
  posted.push(request.headers);
  request.resume();
  response.writeHead(answersWith).end();
});

before(async () => {
  await new Promise((resolve) => receiver.listen(Number(process.env.PORTAL_RECEIVER ?? 0), '127.0.0.1', resolve));
  demo = await openDemo(process.env.PORTAL_RECEIVER ? [] : ['--webhook-private-target', target()]);
  secondDefiner = await demo.person('dinh.nghia.hai', 'Lương Văn Quy', 'definition_manager');
  await demo.person('nguoi.xem', 'Hoàng Văn Tự', 'auditor');
  people = await demo.administration();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
  receiver.close();
});

const target = () => `http://127.0.0.1:${receiver.address().port}`;

async function signIn(login, password = demo.password, code) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: demo.url });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto('/');
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  if (code) {
    await page.fill('input[name=code]', await code());
    await page.click('button[type=submit]');
  }
  return page;
}

/** Opens the dialog of an act, fills it and sends it. */
async function carryOut(scope, label, fill = async () => {}) {
  await scope.getByRole('button', { name: label, exact: true }).first().click();
  const page = typeof scope.page === 'function' ? scope.page() : scope;
  const dialog = page.locator('dialog[open]');
  await fill(dialog);
  await dialog.locator('button[type=submit]').click();
  return dialog;
}

const told = (page, text) => page.locator('[role=status]', { hasText: text }).first().waitFor();
const close = (...pages) => Promise.all(pages.map((page) => page.context().close()));

test('one’s own sessions are listed, one is ended, then all', async () => {
  const [here, there] = [await signIn('nguoi.xem'), await signIn('nguoi.xem')];
  for (const page of [here, there]) await chooseRole(page);
  const complaints = complaintsOf(here);
  await here.goto('/admin/account');
  const others = here.locator('main tbody tr', { has: here.getByRole('button', { name: 'Kết thúc phiên', exact: true }) });
  await others.first().waitFor();
  await judge(here, 'own account', complaints);
  for (let left = await others.count(); left > 0; left -= 1) {
    await carryOut(others.first(), 'Kết thúc phiên');
    await told(here, 'Đã kết thúc phiên');
    await others.nth(left - 1).waitFor({ state: 'detached' });
  }
  await there.locator('dialog[open]', { hasText: 'Phiên làm việc đã kết thúc' }).waitFor();
  await carryOut(here, 'Kết thúc mọi phiên');
  await here.waitForSelector('main form input[name=login]');
  await close(here, there);
});

test('one’s own password: a wrong one is refused, a new one counts from then on', async () => {
  const next = 'mot mat khau moi cua toi';
  const page = await signIn('nguoi.xem');
  await chooseRole(page);
  await page.goto('/admin/account');
  const dialog = await carryOut(page, 'Đổi mật khẩu', async (form) => {
    await form.locator('input[name=current]').fill('khong phai mat khau');
    await form.locator('input[name=new]').fill(next);
  });
  await dialog.locator('[role=alert]').waitFor();
  assert.equal(await dialog.locator('input[name=new]').inputValue(), next, 'what was typed stays');
  await dialog.locator('input[name=current]').fill(demo.password);
  await dialog.locator('button[type=submit]').click();
  await told(page, 'Đã đổi mật khẩu');
  await page.goto('/audit');
  await page.waitForSelector('nav ul');
  await close(page);
  const old = await signIn('nguoi.xem');
  await old.locator('form [role=alert]').waitFor();
  const again = await signIn('nguoi.xem', next);
  await chooseRole(again);
  await again.goto('/admin/account');
  await carryOut(again, 'Đổi mật khẩu', async (form) => {
    await form.locator('input[name=current]').fill(next);
    await form.locator('input[name=new]').fill(demo.password);
  });
  await told(again, 'Đã đổi mật khẩu');
  await close(old, again);
});

test('one’s own second factor: set up, renewed, asked for at sign-in, given up', async () => {
  const login = 'nguoi.xem';
  const page = await signIn(login);
  await chooseRole(page);
  await page.goto('/admin/account');
  const password = (form) => form.locator('input[name=password]').fill(demo.password);
  const secrets = [];
  for (const [label, said] of [['Đăng ký xác thực hai lớp', 'Đã đăng ký xác thực hai lớp'], ['Đổi khóa bí mật', 'Đã đổi khóa bí mật']]) {
    await carryOut(page, label, password);
    const shown = page.locator('p', { hasText: /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/ });
    await shown.waitFor();
    const secret = (await shown.textContent()).replaceAll(' ', '');
    await carryOut(page, 'Xác nhận mã', async (form) => {
      if (secrets.length > 0) await form.locator('input[name=code]').fill(await demo.codeFor(login));
      await form.locator('input[name=new_code]').fill(codeOf(secret));
    });
    secrets.push(secret);
    await demo.learnSecret(login, secret);
    await told(page, said);
    await page.getByRole('button', { name: 'Đổi khóa bí mật' }).waitFor();
  }
  assert.notEqual(secrets[0], secrets[1]);
  const other = await signIn(login, demo.password, () => demo.codeFor(login));
  await chooseRole(other);
  await other.goto('/admin/account');
  await carryOut(other, 'Bỏ xác thực hai lớp', async (form) => {
    await password(form);
    await form.locator('input[name=code]').fill(await demo.codeFor(login));
  });
  await told(other, 'Đã bỏ xác thực hai lớp');
  await other.getByRole('button', { name: 'Đăng ký xác thực hai lớp' }).waitFor();
  demo.forgetSecret(login);
  await close(page, other);
});

test('an account: added, given a first password, its e-mail, disabled and enabled', async () => {
  const page = await demo.pageOf(browser, people.administrator);
  const complaints = complaintsOf(page, refusals);
  await page.goto('/admin/accounts');
  await page.locator('main tbody tr').first().waitFor();
  await carryOut(page, 'Thêm tài khoản', async (form) => {
    await form.locator('input[name=login]').fill('can.bo.moi');
    await form.locator('input[name=name]').fill('Vi Thị Mới');
  });
  await told(page, 'Đã thêm tài khoản');
  await page.locator('main input[type=search]').fill('vi thi moi');
  const item = page.locator('main tbody tr', { hasText: 'can.bo.moi' });
  const first = 'mat khau lan dau cap';
  await carryOut(item, 'Cấp mật khẩu lần đầu', (form) => form.locator('input[name=password]').fill(first));
  await told(page, 'Đã cấp mật khẩu lần đầu');
  await item.getByText('mật khẩu lần đầu, chưa đổi').waitFor();
  await carryOut(item, 'Sửa thư điện tử', (form) => form.locator('input[name=email]').fill('vi.thi.moi@example.vn'));
  await told(page, 'Đã sửa thư điện tử');
  await item.getByText('vi.thi.moi@example.vn').waitFor();

  const own = 'mat khau cua rieng toi';
  const newcomer = await signIn('can.bo.moi', first);
  await newcomer.fill('input[name=current]', first);
  await newcomer.fill('input[name=new]', own);
  await newcomer.click('button[type=submit]');
  await newcomer.getByText('Tài khoản chưa có vai trò nào đang hiệu lực').waitFor();
  await page.reload();
  await page.locator('main input[type=search]').fill('vi thi moi');
  await item.getByText('do người dùng tự đặt').waitFor();

  await carryOut(item, 'Khóa tài khoản');
  await told(page, 'Đã khóa tài khoản');
  await judge(page, 'account disabled', complaints);
  const locked = await signIn('can.bo.moi', own);
  await locked.locator('form [role=alert]').waitFor();
  await carryOut(item, 'Mở khóa');
  await told(page, 'Đã mở khóa tài khoản');
  const open = await signIn('can.bo.moi', own);
  await open.getByText('Tài khoản chưa có vai trò nào đang hiệu lực').waitFor();
  await close(page, newcomer, locked, open);
});

test('a deputy’s role: asked for with its document, refused; asked again, granted, ended at once', async () => {
  const asks = await demo.pageOf(browser, people.administrator);
  const grants = await demo.pageOf(browser, people.second);
  const complaints = complaintsOf(grants, refusals);
  const ask = async (number) => {
    await asks.goto('/admin/appointments');
    await carryOut(asks, 'Đề nghị giao vai trò', async (form) => {
      await form.getByLabel('Tìm tên, tên đăng nhập').fill('vi thi moi');
      await form.locator('select[name=person]').selectOption({ label: 'Vi Thị Mới (can.bo.moi)' });
      await form.getByLabel('Vai trò được giao').selectOption('unit_head');
      await form.getByLabel('Tìm cơ quan, đơn vị').fill('binh gia');
      await form.locator('select[name=office]').selectOption('huyen_binh_gia');
      await form.locator('select[name=deputy_for] option').nth(1).waitFor({ state: 'attached' });
      await form.locator('select[name=deputy_for]').selectOption({ index: 1 });
      await form.locator('input[name=number]').fill(number);
      await form.getByLabel('Ngày văn bản').fill('02/06/2025');
      await form.locator('input[type=file]').setInputFiles(pdf('uy quyen'));
    });
    await told(asks, 'Đã gửi đề nghị');
  };
  const waiting = (page, number) => page.locator('main tbody tr', { hasText: number });

  await ask('12/UQ-UBND');
  await waiting(asks, '12/UQ-UBND').getByText('Chờ người khác duyệt').waitFor();
  assert.equal(await waiting(asks, '12/UQ-UBND').getByRole('button').count(), 0, 'nobody grants what he asked for');
  await grants.goto('/admin/appointments');
  const file = waiting(grants, '12/UQ-UBND').getByRole('link', { name: 'Tải tệp' });
  const [saved] = await Promise.all([grants.waitForEvent('download'), file.click()]);
  assert.match(readFileSync(await saved.path(), 'latin1'), /^%PDF/);
  await judge(grants, 'role that waits', complaints);
  await carryOut(waiting(grants, '12/UQ-UBND'), 'Không duyệt vai trò');
  await told(grants, 'Đã ghi: không duyệt vai trò');
  await grants.goto('/admin/appointments?state=refused');
  await waiting(grants, '12/UQ-UBND').waitFor();

  await ask('13/UQ-UBND');
  await grants.goto('/admin/appointments');
  await carryOut(waiting(grants, '13/UQ-UBND'), 'Duyệt');
  await told(grants, 'Đã giao vai trò');
  await grants.goto(`/admin/appointments?state=in_force&person=${await personOf(grants, 'can.bo.moi')}`);
  await carryOut(waiting(grants, '13/UQ-UBND'), 'Kết thúc vai trò', (form) => form.locator('input[name=now]').check());
  await told(grants, 'Đã ghi ngày kết thúc vai trò');
  await grants.getByRole('link', { name: 'Đã kết thúc', exact: true }).click();
  await waiting(grants, '13/UQ-UBND').waitFor();
  await close(asks, grants);
});

const personOf = (page, login) =>
  page.evaluate(async (wanted) => {
    for (let next = '/v1/accounts?limit=200'; next; ) {
      const read = await (await fetch(next)).json();
      const found = read.items.find((each) => each.login === wanted);
      if (found) return found.person;
      next = read.next;
    }
  }, login);

test('a definition: a wrong file is refused with its faults, a new version brought, asked for, and put into use by another', async () => {
  const brings = await demo.pageOf(browser, people.definer);
  const complaints = complaintsOf(brings, refusals);
  const shipped = JSON.parse(readFileSync(calendar, 'utf8'));
  const version = shipped.version + 1;
  const file = (definition) => ({ name: 'vn.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(definition)) });
  await brings.goto('/admin/definitions');
  await brings.locator('main tbody tr').first().waitFor();
  const choose = (definition) => (form) => form.locator('input[type=file]').setInputFiles(file(definition));
  const dialog = await carryOut(brings, 'Nạp phiên bản mới', choose({ ...shipped, version, id: undefined }));
  await dialog.locator('[role=alert] li').first().waitFor();
  await choose({ ...shipped, version })(dialog);
  await dialog.locator('button[type=submit]').click();
  await told(brings, 'Đã nạp phiên bản mới');
  const line = (page) =>
    page.locator('main tbody tr', { hasText: 'Lịch làm việc' }).filter({ has: page.locator('td', { hasText: new RegExp(`^${version}$`) }) });
  await judge(brings, 'definition brought', complaints);
  await carryOut(line(brings), 'Đề nghị áp dụng');
  await told(brings, 'Đã đề nghị áp dụng');
  await line(brings).getByText('Chờ người khác duyệt').waitFor();
  const other = await demo.pageOf(browser, secondDefiner);
  await other.goto('/admin/definitions');
  await carryOut(line(other), 'Áp dụng');
  await told(other, 'Đã áp dụng');
  await line(other).getByText('Đang áp dụng').waitFor();
  await close(brings, other);
});

test('a round: opened with its places, and closed', async () => {
  const page = await demo.pageOf(browser, board);
  const name = 'Đợt xét bổ sung của huyện';
  await page.goto('/occasions?open=true');
  await carryOut(page, 'Mở đợt xét', async (form) => {
    await form.locator('select').first().selectOption('lang-son-2021-2025');
    await form.locator('select').nth(1).selectOption('final_review');
    await form.locator('select[name=territory]').selectOption(district);
    await form.locator('input[name=name]').fill(name);
    await form.locator('input[name=number]').fill('46/HD-UBND');
    await form.locator('input[name=forms][value=unit_commendation]').check();
    await form.locator('input[name="places.unit_commendation.household"]').fill('3');
    await form.getByLabel('Hạn nhận hồ sơ').fill('30/06/2025');
  });
  await told(page, 'Đã mở đợt xét');
  const item = page.locator('main article', { hasText: name });
  await item.getByText('0/3').first().waitFor();
  await carryOut(item, 'Đóng đợt xét');
  await told(page, 'Đã đóng đợt xét');
  await item.waitFor({ state: 'detached' });
  await page.goto('/occasions?open=false');
  await item.getByText('Đã đóng', { exact: true }).waitFor();
  await close(page);
});

test('several dossiers declined at once, each with the reason', async () => {
  const { dossiers } = await householdsBeforeDistrict(demo, ['Hộ ông Nông Văn Một', 'Hộ bà Lý Thị Hai'], 2, 'Đợt xét để từ chối');
  await demo.secretOf(decider.login);
  const page = await demo.pageOf(browser, decider);
  await page.goto('/decisions');
  await carryOut(page, 'Lập dự thảo quyết định', async (form) => {
    await form.locator('select[name=occasion]').selectOption({ label: 'Đợt xét để từ chối' });
    await form.locator('select[name=form]').selectOption('unit_commendation');
  });
  await page.waitForURL(/\/decisions\/[0-9a-f-]+$/);
  await page.getByLabel(/Chọn tất cả 2/).check();
  const reason = 'Chưa đủ thời gian thực hiện phong trào.';
  await carryOut(page, 'Chưa khen thưởng 2 hồ sơ', (form) => form.locator('textarea[name=reason]').fill(reason));
  await page.getByText('2 xong, 0 không được, 0 chưa gửi').waitFor();
  for (const id of dossiers) {
    const { phase } = await demo.api(`${district}.board`, 'board_officer', 'GET', `/v1/dossiers/${id}`);
    assert.equal(phase, 'not_awarded');
  }
  await page.goto(`/dossiers/${dossiers[0]}?tab=history`);
  await page.getByText(reason).first().waitFor();
  await close(page);
});

test('a webhook: refused where it is not listed, made, tried, paused, given up and tried again, deleted', async () => {
  const page = await demo.pageOf(browser, board);
  const complaints = complaintsOf(page, refusals);
  await page.goto('/admin/webhooks');
  const dialog = await carryOut(page, 'Thêm nơi nhận sự kiện', (form) => form.locator('input[name=url]').fill('https://khac.example.vn/'));
  await dialog.locator('[role=alert] li', { hasText: 'Người vận hành chưa cho phép' }).first().waitFor();
  await dialog.locator('input[name=url]').fill(`${target()}/su-kien`);
  await dialog.locator('button[type=submit]').click();
  const secret = page.getByRole('status').filter({ hasText: /^whsec_/ });
  await secret.waitFor();
  await judge(page, 'webhook made', complaints);
  await page.getByRole('button', { name: 'Đã lưu khóa, ẩn đi' }).click();
  assert.equal(await secret.count(), 0);

  const item = page.locator('main article', { hasText: target() });
  await item.getByRole('button', { name: 'Gửi thử' }).click();
  await item.getByText('Nơi nhận đã nhận tin thử (mã 204)').waitFor();
  assert.equal(posted.length, 1);
  answersWith = 500;
  const tooSoon = item.getByText(/Đợi \d+ giây rồi thử lại/);
  const failed = item.getByText(/Nơi nhận chưa nhận được tin thử/);
  await item.getByRole('button', { name: 'Gửi thử' }).click();
  await tooSoon.waitFor();
  for (const end = Date.now() + patience; (await failed.count()) === 0; ) {
    assert.ok(Date.now() < end, 'it can be tried again after a while');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await item.getByRole('button', { name: 'Gửi thử' }).click();
    await failed.or(tooSoon).first().waitFor();
  }
  answersWith = 204;
  await item.getByRole('button', { name: 'Tạm dừng gửi' }).click();
  await told(page, 'Đã tạm dừng');
  const before = posted.length;
  const { dossiers } = await householdsBeforeDistrict(demo, ['Hộ ông Nông Văn Ba'], 1, 'Đợt xét có nơi nhận');
  await act(demo, `${district}.specialist`, 'specialist', dossiers[0], 'claim', {});
  assert.equal(posted.length, before, 'nothing is posted while paused');
  await item.getByRole('button', { name: 'Gửi tiếp' }).click();
  await told(page, 'Đang gửi tiếp');
  for (const end = Date.now() + patience; posted.length === before; ) {
    assert.ok(Date.now() < end, 'what waited is posted');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await carryOut(item, 'Xóa nơi nhận');
  await told(page, 'Đã xóa nơi nhận sự kiện');
  await item.waitFor({ state: 'detached' });
  await close(page);
});
