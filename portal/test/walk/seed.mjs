// Fills a demo server for a walk: an occasion of a district with few places, and dossiers received by the district.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

const unit = 'xa_thien_long';
export const district = 'huyen_binh_gia';
const pdf = '%PDF-1.4\n%%EOF';

export class Seed {
  constructor(url, tokensFile) {
    this.url = url;
    this.tokens = JSON.parse(readFileSync(tokensFile, 'utf8'));
  }

  async call(account, role, method, path, body, version) {
    const { token } = this.tokens[account].find((each) => each.role === role);
    const paper = body === pdf;
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': paper ? 'application/pdf' : 'application/json',
        'Idempotency-Key': randomUUID(),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      body: paper ? body : body && JSON.stringify(body),
    });
    const said = await answer.json();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${JSON.stringify(said)}`);
    return said;
  }

  async act(account, role, dossier, command, body) {
    const { version } = await this.call(account, role, 'GET', `/v1/dossiers/${dossier}`);
    return this.call(account, role, 'POST', `/v1/dossiers/${dossier}/actions/${command}`, body, version);
  }

  /** Households named in the order of their dossiers, of which `places` can be awarded. */
  async householdsBeforeDistrict(names, places, occasionName) {
    const { today } = await this.call(`${district}.board`, 'board_officer', 'GET', '/v1/me');
    const later = new Date(Date.parse(today) + 14 * 86_400_000).toISOString().slice(0, 10);
    const occasion = await this.call(`${district}.board`, 'board_officer', 'POST', '/v1/occasions', {
      plan: 'lang-son-2021-2025',
      milestone: 'final_review',
      name: occasionName,
      document: { number: '45/HD-UBND', date: today },
      forms: ['unit_commendation'],
      places: [{ form: 'unit_commendation', subject_kind: 'household', limit: places }],
      opens: today,
      receipt_deadline: later,
      territory: district,
    });
    const submission = await this.call(`${unit}.clerk`, 'unit_clerk', 'POST', '/v1/submissions', { occasion: occasion.id });
    const dossiers = [];
    for (const name of names) {
      const { id } = await this.call(`${unit}.clerk`, 'unit_clerk', 'POST', `/v1/submissions/${submission.id}/dossiers`, {
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
      await this.call(`${unit}.clerk`, 'unit_clerk', 'PUT', `/v1/dossiers/${id}/papers/achievement_report`, pdf, 0);
      dossiers.push(id);
    }
    const { version } = await this.call(`${unit}.clerk`, 'unit_clerk', 'GET', `/v1/submissions/${submission.id}`);
    const letter = `/v1/submissions/${submission.id}/papers/submission_letter`;
    await this.call(`${unit}.clerk`, 'unit_clerk', 'PUT', letter, pdf, version);
    for (const id of dossiers) {
      await this.act(`${unit}.head`, 'unit_head', id, 'submit', { letter: { number: '12/TTr-UBND', date: today } });
      await this.act(`${district}.clerk`, 'unit_clerk', id, 'receive', {});
    }
    return { occasion: occasion.id, dossiers, today };
  }
}
