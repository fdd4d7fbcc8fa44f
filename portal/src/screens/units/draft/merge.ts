// Joins two people's changes of the same text: each keeps the fields that only he changed, the others are told apart.
import { type Fields, withoutEmpty } from './fields';

export interface Clash {
  readonly pointer: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface Merged {
  /** Mine where both changed, so that nothing typed is lost before it is decided. */
  readonly fields: Fields;
  readonly clashes: readonly Clash[];
  /** What came from the other side. */
  readonly taken: readonly string[];
}

export function merge(base: Fields, mine: Fields, theirs: Fields): Merged {
  const [was, own, other] = [withoutEmpty(base), withoutEmpty(mine), withoutEmpty(theirs)];
  const fields: Record<string, string> = {};
  const clashes: Clash[] = [];
  const taken: string[] = [];
  for (const pointer of new Set([...Object.keys(was), ...Object.keys(own), ...Object.keys(other)])) {
    const [before, left, right] = [was[pointer] ?? '', own[pointer] ?? '', other[pointer] ?? ''];
    const onlyTheirs = left === before && right !== before;
    if (onlyTheirs) taken.push(pointer);
    if (left !== right && left !== before && right !== before) clashes.push({ pointer, mine: left, theirs: right });
    fields[pointer] = onlyTheirs ? right : left;
  }
  return { fields: withoutEmpty(fields), clashes, taken };
}
