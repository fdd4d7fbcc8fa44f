// What walks need and the demo's open work lacks: a district with few places, dossiers it has received, and paper to attach.
const unit = 'xa_thien_long';
export const district = 'huyen_binh_gia';

export const pdf = (text) => ({ name: `${text}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n%${text}\n%%EOF`) });
const bytes = '%PDF-1.4\n%%EOF';

const versioned = (version) => ({ 'If-Match': `"${version}"` });

export async function act(demo, account, role, dossier, command, body) {
  const { version } = await demo.api(account, role, 'GET', `/v1/dossiers/${dossier}`);
  return demo.api(account, role, 'POST', `/v1/dossiers/${dossier}/actions/${command}`, body, versioned(version));
}

const province = 'so_noi_vu_lang_son';

async function openOccasion(demo, office, { places = [], ...asked }) {
  const board = [`${office}.board`, 'board_officer'];
  const { today } = await demo.api(...board, 'GET', '/v1/me');
  const later = new Date(Date.parse(today) + 14 * 86_400_000).toISOString().slice(0, 10);
  const occasion = await demo.api(...board, 'POST', '/v1/occasions', {
    plan: 'lang-son-2021-2025',
    milestone: 'final_review',
    document: { number: '45/HD-UBND', date: today },
    places,
    opens: today,
    receipt_deadline: later,
    ...asked,
  });
  return { ...occasion, today };
}

/** An occasion of the district, with so many places for households if a number is given. */
export function occasionOfDistrict(demo, places, name) {
  const form = 'unit_commendation';
  const limits = places === undefined ? [] : [{ form, subject_kind: 'household', limit: places }];
  return openOccasion(demo, district, { name, forms: [form], places: limits, territory: district });
}

/** A unit's letter with a dossier for each name, all of them submitted. */
async function submitted(demo, unitName, { occasion, today }, names, nomination, content) {
  const clerk = [`${unitName}.clerk`, 'unit_clerk'];
  const submission = await demo.api(...clerk, 'POST', '/v1/submissions', { occasion });
  const dossiers = [];
  for (const name of names) {
    const { id } = await demo.api(...clerk, 'POST', `/v1/submissions/${submission.id}/dossiers`, {
      ...nomination,
      content: {
        nominee: { name, title: '' },
        achievement_from: '2022-01-01',
        achievement_to: '2024-12-31',
        figures: { single: {}, yearly: {} },
        ...content,
      },
    });
    await demo.api(...clerk, 'PUT', `/v1/dossiers/${id}/papers/achievement_report`, bytes, versioned(0));
    dossiers.push(id);
  }
  await attachToLetter(demo, clerk, submission.id, 'submission_letter');
  for (const id of dossiers) await act(demo, `${unitName}.head`, 'unit_head', id, 'submit', { letter: { number: '12/TTr-UBND', date: today } });
  return { submission: submission.id, dossiers };
}

async function attachToLetter(demo, hand, submission, slot) {
  const { version } = await demo.api(...hand, 'GET', `/v1/submissions/${submission}`);
  await demo.api(...hand, 'PUT', `/v1/submissions/${submission}/papers/${slot}`, bytes, versioned(version));
}

/** Households named in the order of their dossiers, of which `places` can be awarded; received by the district. */
export async function householdsBeforeDistrict(demo, names, places, occasionName) {
  const { id: occasion, today } = await occasionOfDistrict(demo, places, occasionName);
  const nomination = { form: 'unit_commendation', subject_kind: 'household', category: 'household' };
  const achievement = 'Tự nguyện đăng ký thoát nghèo, giúp ba hộ cùng thôn.';
  const { dossiers } = await submitted(demo, unit, { occasion, today }, names, nomination, { achievement });
  for (const id of dossiers) await act(demo, `${district}.clerk`, 'unit_clerk', id, 'receive', {});
  return { occasion, dossiers, today };
}

/** Collectives of the Bank for Social Policies nominated for the Prime Minister's merit; received by the province, nothing attested yet. */
export async function nominationsBeforeProvince(demo, names, occasionName) {
  const { id: occasion, today } = await openOccasion(demo, province, { name: occasionName, forms: ['pm_merit'] });
  const nomination = { form: 'pm_merit', subject_kind: 'collective', category: 'departments' };
  const achievement = 'Tín dụng chính sách đến 18.000 lượt hộ.';
  const { submission, dossiers } = await submitted(demo, 'nhcsxh_lang_son', { occasion, today }, names, nomination, { achievement });
  for (const id of dossiers) await act(demo, `${province}.clerk`, 'intake_reviewer', id, 'receive', {});
  return { occasion, submission, dossiers, today };
}

/** The same, which the province's chairman is to send up. */
export async function nominationsBeforeChairman(demo, names, occasionName) {
  const { occasion, submission, dossiers, today } = await nominationsBeforeProvince(demo, names, occasionName);
  const letter = { number: '77/TTr', date: today };
  const minutes = { number: '9/BB-HĐ', date: today, members_total: 15, members_present: 14, votes_for: 14 };
  const secretary = ['hoi_dong_tdkt_lang_son.secretary', 'council_secretariat'];
  const proposal = { kind: 'forward', text: 'Đủ điều kiện.' };
  const attested = ['a_guidance', 'a_resources', 'a_credit', 'a_credit_support'].map((criterion) => [criterion, { value: 'met' }]);
  for (const id of dossiers) {
    await act(demo, `${province}.specialist`, 'appraiser', id, 'attest', { attestations: Object.fromEntries(attested) });
    await act(demo, `${province}.specialist`, 'appraiser', id, 'propose', proposal);
    await act(demo, `${province}.head`, 'office_head', id, 'forward', { letter });
    await act(demo, ...secretary, id, 'receive', {});
  }
  await attachToLetter(demo, secretary, submission, 'council_minutes');
  for (const id of dossiers) {
    await act(demo, ...secretary, id, 'forward', { letter, minutes });
    await act(demo, 'van_phong_ubnd_lang_son.specialist', 'specialist', id, 'receive', {});
    await act(demo, 'van_phong_ubnd_lang_son.specialist', 'specialist', id, 'propose', proposal);
    await act(demo, 'van_phong_ubnd_lang_son.head', 'office_head', id, 'forward', { letter });
    await act(demo, 'ubnd_lang_son.clerk', 'registry_clerk', id, 'receive', {});
  }
  return { occasion, submission, dossiers, today };
}
