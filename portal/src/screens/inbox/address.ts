// The box and the order of the inbox as they stand in the address.
import type { Box, ListOrder } from '../../api/lists';

export const dueBoxes = ['overdue', 'due_today', 'due_this_week', 'due_later'] as const satisfies readonly Box[];
export const scopeBoxes = ['mine', 'office', 'returned', 'waiting_for_others', 'done'] as const satisfies readonly Box[];
export const orders = ['due', 'changed', 'opened'] as const satisfies readonly ListOrder[];

/** The order a box has unless another is chosen: by due date where there is something to do, else by what happened last. */
export const usualOrder = (box: Box): ListOrder =>
  box === 'returned' || box === 'waiting_for_others' || box === 'done' ? 'changed' : 'due';

export interface InboxAddress {
  readonly box: Box;
  readonly order?: ListOrder | undefined;
}

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((each) => each === value);

export function readInboxAddress(search: string): InboxAddress {
  const read = new URLSearchParams(search);
  return {
    box: oneOf<Box>([...scopeBoxes, ...dueBoxes], read.get('box')) ?? 'mine',
    order: oneOf(orders, read.get('order')),
  };
}

export function inboxAddress({ box, order }: InboxAddress): string {
  const written = new URLSearchParams();
  if (box !== 'mine') written.set('box', box);
  if (order) written.set('order', order);
  return written.size > 0 ? `/?${written}` : '/';
}
