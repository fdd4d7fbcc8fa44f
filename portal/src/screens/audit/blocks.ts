// The strip of blocks that a chain of events is drawn as: whole until the first event that does not hold.
import type { Violation } from '../../api/audit';

/** `read` and `waiting` while it is being verified. */
export type BlockState = 'whole' | 'broken' | 'unproven' | 'read' | 'waiting';

export interface Block {
  /** The events it stands for, first and last. */
  readonly from: number;
  readonly to: number;
  readonly state: BlockState;
}

export function firstBreak(violations: readonly Pick<Violation, 'n'>[]): number | undefined {
  const places = violations.flatMap(({ n }) => n ?? []);
  return places.length > 0 ? Math.min(...places) : undefined;
}

const mostBlocks = 60;

function spans(events: number, most: number): { from: number; to: number }[] {
  const size = Math.max(1, Math.ceil(events / most));
  return Array.from({ length: Math.ceil(events / size) }, (_, at) => ({ from: at * size, to: Math.min((at + 1) * size, events) - 1 }));
}

/** What has been read so far, of what is to be read. */
export const blocksRead = (done: number, total: number): Block[] =>
  spans(total, mostBlocks).map((span) => ({ ...span, state: span.to < done ? 'read' : 'waiting' }));

/** At most `most` blocks for `events` events, numbered from 0. What follows a break is not proved by the chain. */
export function blocksOf(events: number, broken: number | undefined, most = mostBlocks): Block[] {
  const state = ({ from, to }: { from: number; to: number }) =>
    broken === undefined || to < broken ? 'whole' : from <= broken ? 'broken' : 'unproven';
  return spans(events, most).map((span) => ({ ...span, state: state(span) }));
}
