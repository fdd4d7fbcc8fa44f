// The strip of a chain, and the days of the access log.
import { expect, test } from 'vitest';
import { accessFilter, accessKinds, type AuditAddress, auditAddress, eventFilter, readAuditAddress, tabOf } from '../src/screens/audit/address';
import { blocksOf, blocksRead, firstBreak } from '../src/screens/audit/blocks';
import { eventTypes } from '../src/screens/audit/eventTypes';

test('every event stands in one block, in order, however many there are', () => {
  for (const events of [1, 59, 60, 61, 1234, 100_000]) {
    const blocks = blocksOf(events, undefined);
    expect(blocks.length).toBeLessThanOrEqual(60);
    expect(blocks[0]?.from).toBe(0);
    expect(blocks.at(-1)?.to).toBe(events - 1);
    for (const [index, block] of blocks.entries()) if (index > 0) expect(block.from).toBe((blocks[index - 1]?.to ?? 0) + 1);
    expect(new Set(blocks.map(({ state }) => state))).toEqual(new Set(['whole']));
  }
  expect(blocksOf(0, undefined)).toEqual([]);
});

test('before the break all is whole, the block of the break is broken, nothing behind it is proved', () => {
  expect(blocksOf(5, 2).map(({ state }) => state)).toEqual(['whole', 'whole', 'broken', 'unproven', 'unproven']);
  expect(blocksOf(120, 3).slice(0, 3).map(({ state }) => state)).toEqual(['whole', 'broken', 'unproven']);
});

test('while it is verified the blocks are read from the first on, the last only when all is', () => {
  expect(blocksRead(2, 3).map(({ state }) => state)).toEqual(['read', 'read', 'waiting']);
  expect(blocksRead(0, 2).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  const many = blocksRead(119, 120);
  expect(many).toHaveLength(60);
  expect(many.filter(({ state }) => state === 'waiting')).toEqual([{ from: 118, to: 119, state: 'waiting' }]);
});

test('the first break is the lowest event that is named', () => {
  expect(firstBreak([{ n: 7 }, {}, { n: 3 }])).toBe(3);
  expect(firstBreak([{ n: 0 }])).toBe(0);
  expect(firstBreak([{}])).toBeUndefined();
});

test('days are whole days of Viet Nam', () => {
  expect(accessFilter({ from: '2025-06-09', to: '2025-06-09' })).toEqual({
    from: '2025-06-08T17:00:00.000Z',
    to: '2025-06-09T17:00:00.000Z',
  });
});

test('the filters come back from the address, and nonsense is passed over', () => {
  for (const kind of [...accessKinds, undefined]) {
    const address = { kind, person: 'p-1', from: '2025-01-31', to: undefined };
    expect(readAuditAddress(auditAddress(address).slice('/audit'.length))).toEqual(address);
  }
  expect(readAuditAddress('?kind=x&person=%3C&from=today')).toEqual({});
});

test('the filters of events come back from the address, which holds ids and never a name', () => {
  const address: AuditAddress = {
    tab: 'events',
    type: 'dossier_returned',
    person: '0198-a',
    behalf: '0198-b',
    office: 'so_noi_vu',
    code: 'HS-2025-00417',
    from: '2025-06-09',
    to: '2025-06-09',
  };
  const written = auditAddress(address);
  expect(readAuditAddress(written.slice('/audit'.length))).toEqual({ ...address, kind: undefined });
  expect(eventFilter(address)).toEqual({
    types: ['dossier_returned'],
    person: '0198-a',
    behalf_of: '0198-b',
    office: 'so_noi_vu',
    code: 'HS-2025-00417',
    from: '2025-06-08T17:00:00.000Z',
    to: '2025-06-09T17:00:00.000Z',
  });
  expect(eventFilter(readAuditAddress('?tab=events&person=L%E1%BB%A5c%20Th%E1%BB%8B&code=drop&type=A%20b'))).toEqual({});
  expect(tabOf(readAuditAddress('?kind=denied'))).toBe('access');
  expect(tabOf(readAuditAddress(''))).toBe('verify');
});

test('every kind of event that is offered has a word', () => {
  expect(eventTypes).toContain('dossier_returned');
  expect(eventTypes).not.toContain('other');
});
