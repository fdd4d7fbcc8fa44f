// The strip of blocks that a chain of events is drawn as: whole until the first event that does not hold.
import type { Violation } from '../../api/audit';

export type BlockState = 'whole' | 'broken' | 'unproven';

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

/** At most `most` blocks for `events` events, numbered from 0. What follows a break is not proved by the chain. */
export function blocksOf(events: number, broken: number | undefined, most = 60): Block[] {
  const size = Math.max(1, Math.ceil(events / most));
  const blocks: Block[] = [];
  for (let from = 0; from < events; from += size) {
    const to = Math.min(from + size, events) - 1;
    const state = broken === undefined || to < broken ? 'whole' : from <= broken ? 'broken' : 'unproven';
    blocks.push({ from, to, state });
  }
  return blocks;
}
