// A box of the inbox: whole by its own address, narrowed to words by a body, so that no name is in a URL.
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '../src/api/client';
import { boxQuery } from '../src/api/lists';
import { nextTask } from '../src/parts/nextTask';
import { inboxAddress, usualOrder } from '../src/screens/inbox/address';

const page = (...ids: string[]) => ({ items: ids.map((id) => ({ id })) });
const answered = (data: unknown) => ({ data, response: new Response(null, { status: 200 }) }) as never;

afterEach(() => vi.restoreAllMocks());

test('words narrow the box by a search in its body, in the same order', async () => {
  const search = vi.spyOn(api, 'POST').mockResolvedValue(answered(page('a')));
  const whole = vi.spyOn(api, 'GET');
  await new QueryClient().fetchInfiniteQuery(boxQuery({ box: 'office', order: 'due', within: { text: 'Lục Thị Mây' } }));
  const body = { box: 'office', order: 'due', text: 'Lục Thị Mây', total: true, cursor: undefined };
  expect(search).toHaveBeenCalledExactlyOnceWith('/v1/dossiers/search', expect.objectContaining({ body }));
  expect(whole).not.toHaveBeenCalled();
});

test('without words the box itself is read', async () => {
  const search = vi.spyOn(api, 'POST');
  const whole = vi.spyOn(api, 'GET').mockResolvedValue(answered(page('a')));
  await new QueryClient().fetchInfiniteQuery(boxQuery({ box: 'done', order: 'changed', within: {} }));
  const params = { query: { box: 'done', order: 'changed', cursor: undefined } };
  expect(whole).toHaveBeenCalledExactlyOnceWith('/v1/inbox', expect.objectContaining({ params }));
  expect(search).not.toHaveBeenCalled();
});

test('the next task is that of the narrowed box which was read last', async () => {
  const cache = new QueryClient();
  vi.spyOn(api, 'GET').mockResolvedValue(answered(page('a', 'b', 'c')));
  vi.spyOn(api, 'POST').mockResolvedValue(answered(page('a', 'c')));
  await cache.fetchInfiniteQuery(boxQuery({ box: 'mine', order: 'due', within: {} }));
  expect(nextTask(cache, 'a')).toBe('b');
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1000);
  await cache.fetchInfiniteQuery(boxQuery({ box: 'mine', order: 'due', within: { text: 'xa' } }));
  expect(nextTask(cache, 'a')).toBe('c');
});

test('what is to be done stands by its due date, what others have by what happened last', () => {
  expect([usualOrder('mine'), usualOrder('overdue'), usualOrder('returned'), usualOrder('done')]).toEqual(['due', 'due', 'changed', 'changed']);
  expect(inboxAddress({ box: 'returned', order: undefined })).toBe('/?box=returned');
});
