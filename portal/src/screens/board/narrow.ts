// Levels of award forms and years of rounds: what they gather, and what the board is narrowed to by them.
import { limits } from '../../api/limits';
import type { Level } from '../../parts/awardLevel';
import { type DossierAddress, only, several } from '../dossiers/address';
import type { BoardAddress } from './address';
import type { Count } from './figures';

/** Year in which a round was opened. */
export const yearOf = (round: { readonly opens: string } | undefined) => round?.opens.slice(0, 4);

export interface Group<Name extends string> {
  readonly name: Name;
  readonly members: readonly string[];
  readonly count: number;
}

/** Each dossier has one form and one round, so that the counts of a group add up. */
export function groupsOf<Name extends string>(counts: readonly Count[], nameOf: (value: string) => Name | undefined): Group<Name>[] {
  const groups = new Map<Name, Group<Name>>();
  for (const { value, count } of counts) {
    const name = nameOf(value);
    if (name === undefined) continue;
    const group = groups.get(name);
    groups.set(name, { name, members: [...(group?.members ?? []), value], count: (group?.count ?? 0) + count });
  }
  return [...groups.values()];
}

/** Whether one search can ask for all of a group. */
export const isSearchable = ({ members }: Pick<Group<string>, 'members'>) => members.length <= limits.values;

/** What of the address holds: a form of another level and a round of another year are passed over, and so is what has no dossiers. */
export function narrowed(asked: BoardAddress, byLevel: readonly Group<Level>[], byYear: readonly Group<string>[]) {
  const level = byLevel.find((group) => group.name === asked.level && isSearchable(group));
  const year = byYear.find((group) => group.name === asked.year && isSearchable(group));
  const within = (group: { readonly members: readonly string[] } | undefined, value: string | undefined) =>
    value && group && !group.members.includes(value) ? undefined : value;
  const form = within(level, asked.form);
  const occasion = within(year, asked.occasion);
  const address: BoardAddress = { ...asked, form, level: level?.name, occasion, year: year?.name };
  const base: DossierAddress = {
    plan: asked.plan,
    under: asked.under,
    form: form ?? only(level?.members),
    forms: form ? undefined : several(level?.members),
    occasion: occasion ?? only(year?.members),
    occasions: occasion ? undefined : several(year?.members),
  };
  return { address, base };
}

/** Whether a value is the one that was chosen; all are where none was. */
export const isWithin = (chosen: string | undefined, value: string | undefined) => chosen === undefined || chosen === value;

/** Which rounds the board shows the places of: that or those that were chosen, else those that are open. */
export function isShown(round: { readonly id: string; readonly opens: string; readonly open: boolean }, { occasion, year }: BoardAddress): boolean {
  if (occasion === undefined && year === undefined) return round.open;
  return isWithin(occasion, round.id) && isWithin(year, yearOf(round));
}
