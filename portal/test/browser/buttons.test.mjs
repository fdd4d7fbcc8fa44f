// For people and dossiers drawn at random: the acts that the dossier's page offers are those the API allows, and what it refuses stands
// there with its reason. PORTAL_SEED repeats a run; in a campaign (PORTAL_FULL) every person meets every dossier.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDemo } from '../walk/demo.mjs';
import { openBrowser, settled } from '../walk/page.mjs';
import { householdsBeforeDistrict } from '../walk/seed.mjs';

const people = [
  ['huyen_cao_loc.clerk', 'unit_clerk'],
  ['huyen_cao_loc.head', 'unit_head'],
  ['so_gddt_lang_son.clerk', 'unit_clerk'],
  ['so_khcn_lang_son.head', 'unit_head'],
  ['so_noi_vu_lang_son.clerk', 'intake_reviewer'],
  ['so_noi_vu_lang_son.specialist', 'appraiser'],
  ['so_noi_vu_lang_son.specialist', 'specialist'],
  ['so_noi_vu_lang_son.board', 'board_officer'],
  ['so_noi_vu_lang_son.auditor', 'auditor'],
  ['hoi_dong_tdkt_lang_son.secretary', 'council_secretariat'],
  ['ubnd_lang_son.clerk', 'registry_clerk'],
  ['ubnd_lang_son.head', 'decider'],
  ['huyen_binh_gia.head', 'decider'],
  ['huyen_binh_gia.clerk', 'registry_clerk'],
].map(([login, role]) => ({ login, role }));

/** Given on other pages: the draft's, the decision's; `lapse` by time alone. */
const elsewhere = ['edit_content', 'attach_paper', 'sign', 'number', 'lapse'];

const seed = Number(process.env.PORTAL_SEED ?? Math.floor(Math.random() * 2 ** 31));
function* randomNumbers(state = seed) {
  for (;;) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield state / 0x80000000;
  }
}
const random = randomNumbers();
const shuffled = (all) => all.map((each) => [random.next().value, each]).sort(([one], [other]) => one - other).map(([, each]) => each);

let demo;
let browser;
let pairs;
before(async () => {
  demo = await openDemo();
  await householdsBeforeDistrict(demo, ['Hộ ông Lý Văn Ự', 'Hộ bà Lục Thị Mây'], 1, 'Tổng kết tại huyện');
  for (const { login, role } of people) if (role === 'decider' || role === 'unit_head') await demo.secretOf(login);
  const seen = [];
  for (const who of people) {
    const { items } = await demo.api(who.login, who.role, 'GET', '/v1/dossiers?limit=100');
    seen.push(...items.map(({ id, code, phase }) => ({ who, id, code, phase })));
  }
  pairs = process.env.PORTAL_FULL ? seen : shuffled(seen).slice(0, 24);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

async function compare({ who, id, code, phase }) {
  const what = `seed ${seed}: ${who.login} as ${who.role}, ${code} (${phase})`;
  const page = await demo.pageOf(browser, who);
  await page.goto(`/dossiers/${id}`);
  await page.locator('#decide h2').waitFor();
  await settled(page);
  const { actions } = await page.evaluate((dossier) => fetch(`/v1/dossiers/${dossier}/actions`).then((answer) => answer.json()), id);
  const allowed = actions.filter((action) => action.allowed).map(({ command }) => command);
  const offered = await page.locator('#decide input[type=radio]').evaluateAll((all) => all.map(({ value }) => value));
  assert.deepEqual(offered.sort(), allowed.filter((command) => !elsewhere.includes(command)).sort(), what);
  assert.equal(await page.locator(`main a[href="/dossiers/${id}/edit"]`).count(), allowed.includes('edit_content') ? 1 : 0, `${what}: the way to the draft`);
  const refusals = await page.locator('#decide li:has(> strong)').evaluateAll((all) => all.map((each) => each.textContent));
  const refused = actions.filter((action) => !action.allowed);
  assert.equal(refusals.length, refused.length, `${what}: refused acts`);
  for (const { command, reasons } of refused) {
    for (const { sentence } of reasons) assert.ok(refusals.some((text) => text.includes(sentence.vi)), `${what}: why not ${command}`);
  }
  await page.close();
}

test('the acts on a page are those the API allows', { concurrency: 2 }, async (t) => {
  assert.ok(pairs.length >= 24, 'there are dossiers to look at');
  await Promise.all(pairs.map((pair) => t.test(`${pair.who.login} as ${pair.who.role}: ${pair.code}`, () => compare(pair))));
});
