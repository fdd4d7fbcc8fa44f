// What was last said of a dossier: the newest event with words, even where these were erased.
import { expect, test } from 'vitest';
import type { HistoryEvent } from '../src/api/dossier';
import { lastNote } from '../src/parts/lastNote';

let n = 0;
const event = (type: string, body: Record<string, unknown> = {}): HistoryEvent => ({ n: n++, hash: '', type, body });
const ref = (value?: string) => ({ id: 'p', commitment: '', ...(value !== undefined && { value }) });

test('acts without words are passed over, and corrections of the content', () => {
  const proposed = event('action_proposed', { kind: 'award', text: ref('Đủ tiêu chuẩn.') });
  const events = [
    event('opinion_given', { agrees: true, text: ref('Nhất trí.') }),
    proposed,
    event('dossier_forwarded', { letter: { number: '1' } }),
    event('correction_recorded', { pointer: '/nominee/name', value: ref('Lý Văn Sơn') }),
  ];
  expect(lastNote(events)).toEqual({ event: proposed, texts: ['Đủ tiêu chuẩn.'] });
});

test('a return says each of its points', () => {
  const points = [{ text: ref('Ghi rõ nguồn.') }, { text: ref() }];
  expect(lastNote([event('comment_added', { text: ref('Đã xem.') }), event('dossier_returned', { points })])?.texts).toEqual([
    'Ghi rõ nguồn.',
    undefined,
  ]);
});

test('erased words are not replaced by older ones', () => {
  const events = [event('comment_added', { text: ref('Cũ.') }), event('comment_added', { text: ref() })];
  expect(lastNote(events)?.texts).toEqual([undefined]);
});

test('nobody has said anything', () => {
  expect(lastNote([event('dossier_opened'), event('dossier_received')])).toBeUndefined();
});
