// The box of the inbox, what it is narrowed to and its order as they stand in the address.
import type { Box, BoxAsked, ListOrder } from '../../api/lists';
import { idIn, oneOf } from '../../parts/addressValues';

export const dueBoxes = ['overdue', 'due_today', 'due_this_week', 'due_later'] as const satisfies readonly Box[];
export const scopeBoxes = ['mine', 'office', 'returned', 'waiting_for_others', 'done'] as const satisfies readonly Box[];
export const orders = ['due', 'changed', 'opened'] as const satisfies readonly ListOrder[];

/** The order a box has unless another is chosen: by due date where there is something to do, else by what happened last. */
export const usualOrder = (box: Box): ListOrder =>
  box === 'returned' || box === 'waiting_for_others' || box === 'done' ? 'changed' : 'due';

/** What a box can be narrowed to by choice; words that were searched for stand in no address, as they may be a name. */
export const choices = ['plan', 'form', 'unit'] as const;

export interface InboxAddress extends Partial<Record<(typeof choices)[number], string | undefined>> {
  readonly box: Box;
  readonly order?: ListOrder | undefined;
}

export function readInboxAddress(search: string): InboxAddress {
  const read = new URLSearchParams(search);
  return {
    box: oneOf<Box>([...scopeBoxes, ...dueBoxes], read.get('box')) ?? 'mine',
    order: oneOf(orders, read.get('order')),
    plan: idIn(read.get('plan')),
    form: idIn(read.get('form')),
    unit: idIn(read.get('unit')),
  };
}

export function inboxAddress({ box, order, ...chosen }: InboxAddress): string {
  const written = new URLSearchParams();
  if (box !== 'mine') written.set('box', box);
  if (order) written.set('order', order);
  for (const name of choices) if (chosen[name]) written.set(name, chosen[name]);
  return written.size > 0 ? `/?${written}` : '/';
}

export function withinOf({ plan, form, unit }: InboxAddress, text: string): BoxAsked['within'] {
  return { ...(text && { text }), ...(plan && { plans: [plan] }), ...(form && { forms: [form] }), ...(unit && { units: [unit] }) };
}
