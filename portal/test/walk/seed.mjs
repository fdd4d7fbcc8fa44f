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

/** An occasion of the district with so many places for households. */
export async function occasionOfDistrict(demo, places, name) {
  const board = [`${district}.board`, 'board_officer'];
  const { today } = await demo.api(...board, 'GET', '/v1/me');
  const later = new Date(Date.parse(today) + 14 * 86_400_000).toISOString().slice(0, 10);
  const occasion = await demo.api(...board, 'POST', '/v1/occasions', {
    plan: 'lang-son-2021-2025',
    milestone: 'final_review',
    name,
    document: { number: '45/HD-UBND', date: today },
    forms: ['unit_commendation'],
    places: [{ form: 'unit_commendation', subject_kind: 'household', limit: places }],
    opens: today,
    receipt_deadline: later,
    territory: district,
  });
  return { ...occasion, today };
}

/** Households named in the order of their dossiers, of which `places` can be awarded; received by the district. */
export async function householdsBeforeDistrict(demo, names, places, occasionName) {
  const clerk = [`${unit}.clerk`, 'unit_clerk'];
  const occasion = await occasionOfDistrict(demo, places, occasionName);
  const submission = await demo.api(...clerk, 'POST', '/v1/submissions', { occasion: occasion.id });
  const dossiers = [];
  for (const name of names) {
    const { id } = await demo.api(...clerk, 'POST', `/v1/submissions/${submission.id}/dossiers`, {
      form: 'unit_commendation',
      subject_kind: 'household',
      category: 'household',
      content: {
        nominee: { name, title: '' },
        achievement: 'Tự nguyện đăng ký thoát nghèo, giúp ba hộ cùng thôn.',
        achievement_from: '2022-01-01',
        achievement_to: '2024-12-31',
        figures: { single: {}, yearly: {} },
      },
    });
    await demo.api(...clerk, 'PUT', `/v1/dossiers/${id}/papers/achievement_report`, bytes, versioned(0));
    dossiers.push(id);
  }
  const { version } = await demo.api(...clerk, 'GET', `/v1/submissions/${submission.id}`);
  await demo.api(...clerk, 'PUT', `/v1/submissions/${submission.id}/papers/submission_letter`, bytes, versioned(version));
  for (const id of dossiers) {
    await act(demo, `${unit}.head`, 'unit_head', id, 'submit', { letter: { number: '12/TTr-UBND', date: occasion.today } });
    await act(demo, `${district}.clerk`, 'unit_clerk', id, 'receive', {});
  }
  return { occasion: occasion.id, dossiers, today: occasion.today };
}
