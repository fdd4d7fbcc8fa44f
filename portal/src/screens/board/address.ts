// What the board is about, as it stands in the address.
import { idIn } from '../../parts/addressValues';
import { type Level, levels } from '../../parts/awardLevel';

export interface BoardAddress {
  readonly plan?: string | undefined;
  readonly occasion?: string | undefined;
  /** The year in which rounds were opened. */
  readonly year?: string | undefined;
  readonly form?: string | undefined;
  readonly level?: Level | undefined;
  /** An office: what lies under it. */
  readonly under?: string | undefined;
}

export function readBoardAddress(search: string): BoardAddress {
  const read = new URLSearchParams(search);
  const year = read.get('year') ?? '';
  return {
    plan: idIn(read.get('plan')),
    occasion: idIn(read.get('occasion')),
    year: /^\d{4}$/.test(year) ? year : undefined,
    form: idIn(read.get('form')),
    level: levels.find((each) => each === read.get('level')),
    under: idIn(read.get('under')),
  };
}

export function boardAddress(address: BoardAddress): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value) written.set(name, value);
  return written.size > 0 ? `/board?${written}` : '/board';
}
