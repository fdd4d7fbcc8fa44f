// Every screen: whose it is, where it is, and how its states come about. A route of `src/app/Screens.tsx` that is not here fails
// `screens.test.mjs`.
//   route     the route as Screens.tsx has it; none for what stands before the session
//   who       an account and its role; `signedOut` where nobody is signed in
//   address   in the browser, from what `fillWorld` made
//   loaded    what is there once it is loaded
//   empty     the same screen with nothing to show: another address or person, and what must not be there
//   dialog    the button that opens a dialog of the screen
//   reach     what has to be done on the page first
//   sameError leaves the state "error" out where another screen of the same route has it
import { readFile } from 'node:fs/promises';
import { settled } from './page.mjs';
import { act, district, householdsBeforeDistrict, occasionOfDistrict } from './seed.mjs';
import { sheetType, workbookOf } from './workbook.mjs';

const inProvince = (name, role) => ({ login: `so_noi_vu_lang_son.${name}`, role });
const appraiser = inProvince('specialist', 'appraiser');
const board = inProvince('board', 'board_officer');
const auditor = inProvince('auditor', 'auditor');
const administrator = { login: 'quan.tri', role: 'administrator' };
const definer = { login: 'dinh.nghia', role: 'definition_manager' };
const clerk = { login: 'huyen_cao_loc.clerk', role: 'unit_clerk' };
const decider = { login: `${district}.head`, role: 'decider' };
const sender = { login: 'so_khcn_lang_son.head', role: 'unit_head' };
const idleClerk = { login: 'ubnd_lang_son.clerk', role: 'unit_clerk' };
const freshClerk = { login: 'mttq_lang_son.clerk', role: 'unit_clerk' };
const lateBoard = { login: 'so_noi_vu_bac_kan.board', role: 'board_officer' };
const lateRecorder = { login: 'ban_tdkt_tw.recorder', role: 'recorder' };
const lateClerk = { login: 'trung_tam_cntt_tt_bac_kan.clerk', role: 'unit_clerk' };
const elsewhere = { login: 'bo_noi_vu.board', role: 'board_officer' };
const severalRoles = { login: 'so_noi_vu_lang_son.clerk', chooses: false };

const rows = '[data-row]';
const opener = 'main button[aria-haspopup=dialog]';

const tabs = ['content', 'papers', 'opinions', 'history'];
const tasks = ['achievement', 'figures', 'papers', 'check'];

const webhook = { id: 'w1', url: 'https://nhan.example.vn/su-kien', listed: true, types: [], paused: false, made: '2025-06-09T02:00:00Z', waiting: 3, dead: 1 };
const withWebhook = async (page) => {
  const mine = await page.evaluate(() => fetch('/v1/me').then((answer) => answer.json()));
  const own = { person: mine.person, appointment: mine.appointment };
  await page.route('**/v1/webhooks**', (route) => route.fulfill({ json: { items: [{ ...webhook, ...own }], names: { people: {}, offices: {} } } }));
  await page.reload();
};

/** Everybody is told of the first role. */
const withoutNotices = async (page) => {
  await page.route('**/v1/notices**', (route) => (route.request().url().includes('/count') ? route.fallback() : route.fulfill({ json: { items: [] } })));
  await page.reload();
};

const nobodyFound = async (page) => {
  await page.fill('main input[type=search]', 'không có ai');
  await page.locator('main tbody tr').first().waitFor({ state: 'detached' });
};

const searchWithin = (text) => async (page) => {
  await page.fill('main search input', text);
  await page.press('main search input', 'Enter');
  await page.locator('main [role=status]', { hasText: text }).waitFor();
};

const typePassword = (login) => async (page, world) => {
  await page.fill('input[name=login]', login);
  await page.fill('input[name=password]', world.passwords[login] ?? world.demo.password);
  await page.click('button[type=submit]');
};

/** The last row that can be ticked is chosen, the act's form is open. */
const choose = (command) => async (page) => page.locator(`#decide input[value=${command}]`).check();

export const screens = [
  { name: 'sign-in', who: 'signedOut', address: () => '/', loaded: 'input[name=login]' },
  { name: 'sign-in-code', who: 'signedOut', address: () => '/', reach: typePassword(decider.login), loaded: 'input[name=code]', sameError: true },
  { name: 'first-password', who: 'signedOut', address: () => '/', reach: typePassword('moi.den'), loaded: 'input[name=new]', sameError: true },
  { name: 'second-factor', who: 'signedOut', address: () => '/', reach: typePassword('huyen_cao_loc.head'), loaded: 'form:not(:has([name=login])) input[name=password]', sameError: true },
  { name: 'roles', who: severalRoles, address: () => '/', loaded: 'main ul button', sameError: true },

  { name: 'inbox', route: '/', who: appraiser, address: () => '/', loaded: rows, empty: { who: idleClerk, without: rows }, dialog: 'main button:has(kbd)' },
  { name: 'inbox-selected', route: '/', who: appraiser, address: () => '/', reach: (page) => page.locator(rows).first().focus(), loaded: 'aside h2', sameError: true },
  { name: 'inbox-late', route: '/', who: lateRecorder, address: () => '/', loaded: rows, sameError: true },
  { name: 'inbox-searched', route: '/', who: appraiser, address: () => '/?box=office', reach: searchWithin('HS'), loaded: rows, empty: { reach: searchWithin('không có ai'), without: `main:not(:has([data-stale])) ${rows}` }, sameError: true },
  { name: 'dossiers', route: '/dossiers', who: appraiser, address: () => '/dossiers', loaded: rows, empty: { address: () => '/dossiers?phase=withdrawn', without: rows }, dialog: 'main button:has(kbd)' },
  { name: 'dossier', route: '/dossiers/:id', who: appraiser, address: (world) => `/dossiers/${world.appraised}`, loaded: '#decide input[type=radio]', empty: { who: clerk, address: (world) => `/dossiers/${world.draft}`, without: '#decide input[value=propose]' } },
  ...tabs.map((tab) => ({
    name: `dossier-${tab}`, route: '/dossiers/:id', who: appraiser, address: (world) => `/dossiers/${world.awarded}?tab=${tab}`, loaded: '#decide', sameError: true,
    empty: { who: freshClerk, address: (world) => `/dossiers/${world.blank}?tab=${tab}`, without: '#decide input[value=propose]' },
  })),
  { name: 'dossier-returned', route: '/dossiers/:id', who: appraiser, address: (world) => `/dossiers/${world.returned}?tab=opinions`, loaded: '#decide', sameError: true },
  { name: 'dossier-form', route: '/dossiers/:id', who: appraiser, address: (world) => `/dossiers/${world.appraised}`, reach: choose('propose'), loaded: '#decide form', sameError: true },
  { name: 'dossier-decided', route: '/dossiers/:id', who: decider, address: (world) => `/dossiers/${world.households[0]}`, loaded: '#decide', sameError: true },

  { name: 'unit', route: '/unit', who: clerk, address: () => '/unit', loaded: '#needs-title', empty: { who: idleClerk, without: '[data-kind] a' } },
  { name: 'unit-late', route: '/unit', who: lateClerk, address: () => '/unit', loaded: '#needs-title', sameError: true },
  { name: 'submission', route: '/submissions/:id', who: clerk, address: (world) => `/submissions/${world.letter}`, loaded: 'main h2', empty: { who: { login: 'nhcsxh_lang_son.clerk', role: 'unit_clerk' }, address: (world) => `/submissions/${world.emptyLetter}`, without: 'main a[href^="/dossiers/"]' } },
  { name: 'submission-adding', route: '/submissions/:id', who: clerk, address: (world) => `/submissions/${world.letter}`, sameError: true, loaded: 'select[name=form]',
    reach: async (page) => {
      await page.locator('main button').first().waitFor();
      await page.locator('main button:has(svg.lucide-plus)').click();
      await page.locator('select[name=form]').selectOption('provincial_merit');
      await page.locator('select[name=kind]').selectOption('collective');
      await page.locator('select[name=category]').selectOption('other_district');
    } },
  { name: 'import-send', route: '/submissions/:id/import', who: clerk, address: (world) => `/submissions/${world.letter}/import`, loaded: 'main form' },
  { name: 'import', route: '/imports/:id', who: clerk, address: (world) => `/imports/${world.list}`, loaded: 'main table, main h2' },
  { name: 'jobs', route: '/jobs', who: clerk, address: () => '/jobs', loaded: 'main tbody tr', empty: { who: idleClerk, without: 'main tbody tr' } },
  { name: 'draft', route: '/dossiers/:id/edit', who: clerk, address: (world) => `/dossiers/${world.draft}/edit?task=nominee`, loaded: '#f-nominee-name', empty: { who: freshClerk, address: (world) => `/dossiers/${world.blank}/edit?task=nominee`, without: '[role=alert]' } },
  ...tasks.map((task) => ({
    name: `draft-${task}`, route: '/dossiers/:id/edit', who: clerk, address: (world) => `/dossiers/${world.draft}/edit?task=${task}`, loaded: 'nav[aria-label] li', sameError: true,
    empty: { who: freshClerk, address: (world) => `/dossiers/${world.blank}/edit?task=${task}`, without: '[role=alert]' },
  })),
  { name: 'draft-returned', route: '/dossiers/:id/edit', who: { login: 'so_gddt_lang_son.clerk', role: 'unit_clerk' }, address: (world) => `/dossiers/${world.returned}/edit`, loaded: 'nav[aria-label] li', sameError: true },
  { name: 'draft-locked', route: '/dossiers/:id/edit', who: sender, address: (world) => `/dossiers/${world.waiting}/edit`, loaded: 'main section h2', sameError: true },
  { name: 'receipt', route: '/dossiers/:id/receipt', who: sender, address: (world) => `/dossiers/${world.waiting}/receipt`, loaded: 'main code', empty: { who: clerk, address: (world) => `/dossiers/${world.draft}/receipt`, without: opener }, dialog: opener },
  { name: 'duties', route: '/duties', who: clerk, address: () => '/duties', loaded: 'main a[href^="/duties/"]', empty: { address: () => '/duties?state=done', without: 'main a[href^="/duties/"]' } },
  { name: 'duty', route: '/duties/:id', who: clerk, address: (world) => `/duties/${world.duty}`, loaded: 'main dl' },

  { name: 'decisions', route: '/decisions', who: decider, address: () => '/decisions', loaded: 'main article', empty: { address: () => '/decisions?state=signed', without: 'main article' }, dialog: opener },
  { name: 'decision', route: '/decisions/:id', who: decider, address: (world) => `/decisions/${world.decision}`, loaded: '#waiting', empty: { address: (world) => `/decisions/${world.emptyDecision}`, without: 'main tbody tr' },
    reach: (page) => page.locator('main tbody input[type=checkbox]').first().check(), dialog: `${opener}:not([disabled])` },
  { name: 'decision-numbered', route: '/decisions/:id', who: board, address: (world) => `/decisions/${world.numbered}`, loaded: 'main tbody tr', sameError: true },
  { name: 'occasions', route: '/occasions', who: board, address: () => '/occasions', loaded: 'main article', empty: { who: elsewhere, without: 'main article' }, dialog: opener },
  { name: 'board', route: '/board', who: board, address: () => '/board', loaded: 'main a[href^="/dossiers?"]', empty: { who: elsewhere, without: 'main a[href*="stages="]' } },
  { name: 'board-late', route: '/board', who: lateBoard, address: () => '/board', loaded: 'td[data-level="2"] a', sameError: true },
  { name: 'audit', route: '/audit', who: auditor, address: () => '/audit', loaded: 'main form', sameError: true },
  { name: 'audit-events', route: '/audit', who: auditor, address: () => '/audit?tab=events', loaded: 'main tbody tr', empty: { address: () => '/audit?tab=events&from=2000-01-01&to=2000-01-02', without: 'main tbody tr' } },
  { name: 'audit-access', route: '/audit', who: auditor, address: () => '/audit?tab=access', loaded: 'main tbody tr', empty: { address: () => '/audit?tab=access&from=2000-01-01&to=2000-01-02', without: 'main tbody tr' } },
  { name: 'admin-accounts', route: '/admin/:section?', who: administrator, address: () => '/admin', loaded: 'main tbody tr', empty: { reach: nobodyFound, without: 'main tbody tr' }, dialog: opener },
  { name: 'admin-appointments', route: '/admin/:section?', who: administrator, address: () => '/admin/appointments?state=in_force', loaded: 'main tbody tr', empty: { address: () => '/admin/appointments', without: 'main tbody tr' }, dialog: opener },
  { name: 'admin-definitions', route: '/admin/:section?', who: definer, address: () => '/admin/definitions', loaded: 'main tbody tr', dialog: opener },
  { name: 'admin-plan', route: '/admin/:section?', who: definer, address: () => '/admin/definitions?plan=ninh-binh-2016-2020&version=1', loaded: 'main ol li', sameError: true },
  { name: 'admin-webhooks', route: '/admin/:section?', who: administrator, address: () => '/admin/webhooks', reach: withWebhook, loaded: 'main article', empty: { reach: async () => {}, without: 'main article' }, dialog: opener },
  { name: 'admin-account', route: '/admin/:section?', who: administrator, address: () => '/admin/account', loaded: 'main tbody tr', dialog: opener },
  { name: 'notices', route: '/notices', who: { login: 'so_noi_vu_lang_son.clerk', role: 'intake_reviewer' }, address: () => '/notices', loaded: 'main li', empty: { reach: withoutNotices, without: 'main li' } },
  { name: 'not-found', route: '*', who: appraiser, address: () => '/khong-co', loaded: 'h1', sameError: true },
];

/** Routes that `src/app/Screens.tsx` has; `*` for the one without a path. */
export async function routesOfThePortal() {
  const source = await readFile(new URL('../../src/app/Screens.tsx', import.meta.url), 'utf8');
  return [...source.matchAll(/<Route(?: path="([^"]+)")?>/g)].map(([, path]) => path ?? '*');
}

const byReference = async (demo, reference) => {
  const { items } = await demo.api(board.login, board.role, 'GET', `/v1/dossiers?external_ref=${reference}`);
  return items[0];
};

/** Makes what the screens need beside the open work, and gives their ids. */
export async function fillWorld(demo) {
  await demo.administration();
  const first = await demo.newPerson('moi.den', 'Hoàng Thị Mới', []);
  const refs = { draft: 'du-thao', waiting: 'cho-tiep-nhan', appraised: 'tham-dinh', returned: 'tra-lai' };
  const found = await Promise.all(Object.entries(refs).map(async ([name, ref]) => [name, await byReference(demo, `viec-001-${ref}`)]));
  const dossiers = Object.fromEntries(found);
  const { occasion } = dossiers.draft;
  const letterOf = (account) => demo.api(account, 'unit_clerk', 'POST', '/v1/submissions', { occasion });
  const emptyLetter = await letterOf('nhcsxh_lang_son.clerk');
  const freshLetter = await letterOf(freshClerk.login);
  const nomination = { form: 'provincial_merit', subject_kind: 'collective', category: 'departments' };
  const blank = await demo.api(freshClerk.login, 'unit_clerk', 'POST', `/v1/submissions/${freshLetter.id}/dossiers`, nomination);

  const names = ['Hộ ông Nông Văn Bền', 'Hộ bà Lục Thị Mây', 'Hộ ông Lý Văn Ự'];
  const households = await householdsBeforeDistrict(demo, names, 2, 'Tổng kết phong trào tại huyện Bình Gia');
  const unused = await occasionOfDistrict(demo, 1, 'Đợt bổ sung tại huyện Bình Gia');
  const open = (id) => demo.api(decider.login, 'decider', 'POST', '/v1/decisions', { occasion: id, form: 'unit_commendation' });
  const decision = await open(households.occasion);
  const emptyDecision = await open(unused.id);
  await act(demo, decider.login, 'decider', households.dossiers[2], 'approve', { decision: decision.id });

  const sheet = workbookOf([['Tên tập thể', 'Cột lạ'], ['Tổ sản xuất số 1', 'x'], ['', 'y'], ['Tæ s¶n xuÊt sè 2', 'x'], ['Phòng  Tài chính', 'y']]);
  const list = await demo.api(clerk.login, 'unit_clerk', 'POST', `/v1/submissions/${dossiers.draft.submission}/imports?form=provincial_merit&subject_kind=collective`, sheet, {
    'Content-Type': sheetType,
  });

  const { items: decided } = await demo.api(board.login, board.role, 'GET', '/v1/decisions?state=numbered');
  const { items: awarded } = await demo.api(board.login, board.role, 'GET', '/v1/dossiers?phase=awarded');
  const { items: duties } = await demo.api(clerk.login, 'unit_clerk', 'GET', '/v1/duties?state=open');
  for (const login of [decider.login, sender.login]) await demo.secretOf(login);
  return {
    demo,
    passwords: { [first.login]: first.password },
    ...Object.fromEntries(found.map(([name, { id }]) => [name, id])),
    letter: dossiers.draft.submission,
    list: list.id,
    emptyLetter: emptyLetter.id,
    blank: blank.id,
    households: households.dossiers,
    decision: decision.id,
    emptyDecision: emptyDecision.id,
    numbered: decided[0].id,
    awarded: awarded[0].id,
    duty: duties[0].id,
  };
}

export const statesOf = (screen) => ['loaded', 'empty', 'error', 'dialog'].filter((state) => (state === 'error' ? !screen.sameError : screen[state]));

const broken = { type: '/problems/storage-unavailable', title: 'Storage unavailable', status: 503, code: 'storage_unavailable', trace_id: '0123456789abcdef0123456789abcdef' };
const frame = ['/v1/session', '/v1/me', '/v1/notices/count'];

async function breakServer(page) {
  await page.route('**/v1/**', (route) => {
    const { pathname } = new URL(route.request().url());
    return frame.includes(pathname) ? route.fallback() : route.fulfill({ status: 503, contentType: 'application/problem+json', json: broken });
  });
}

/** Opens a screen in one of its states and gives the page; `prepare` sees it before anything is loaded. */
export async function open(browser, world, screen, state, language, prepare = () => {}) {
  const { demo } = world;
  const varied = state === 'empty' ? { ...screen, reach: undefined, ...screen.empty } : screen;
  const page = varied.who === 'signedOut' ? await demo.visitor(browser, language) : await demo.pageOf(browser, varied.who, language);
  prepare(page);
  if (state === 'error') await breakServer(page);
  await page.goto(varied.address(world));
  if (state === 'error') {
    if (varied.who === 'signedOut') await typePassword(clerk.login)(page, world);
    await page.locator('main [role=alert]').first().waitFor();
    return page;
  }
  await varied.reach?.(page, world);
  if (state !== 'empty') await page.locator(varied.loaded).first().waitFor();
  if (state === 'dialog') {
    await page.locator(screen.dialog).first().click();
    await page.locator('dialog[open] button').first().waitFor();
  }
  return page;
}

/** Shows the page at this width in this language. */
export async function show(page, { width, language }) {
  await page.setViewportSize({ width, height: 900 });
  if ((await page.getAttribute('html', 'lang')) !== language) {
    // By script, as a dialog may lie over it.
    await page.locator(`button[lang=${language}]`).first().evaluate((button) => button.click());
    await page.waitForSelector(`html[lang=${language}]`);
  }
  await settled(page);
}
