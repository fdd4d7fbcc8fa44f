// The filters of the dossier list as they stand in the address: read, written, and as the search takes them.
import type { Schema } from '../../api/client';
import { limits } from '../../api/limits';
import type { Box, DossierFilter, ListOrder } from '../../api/lists';
import { phases } from '../../api/phases';
import { idIn, oneOf } from '../../parts/addressValues';

export const kinds = ['collective', 'individual', 'household', 'enterprise'] as const satisfies readonly Schema['SubjectKind'][];
const orders = ['opened', 'due', 'changed'] as const satisfies readonly ListOrder[];

/** What the address can hold; words that were searched for are not among it, as they may be a name. */
export interface DossierAddress {
  readonly phase?: Schema['Phase'] | undefined;
  readonly form?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: Schema['SubjectKind'] | undefined;
  readonly open?: boolean | undefined;
  readonly order?: ListOrder | undefined;
  /** What follows has no field on the page; links from other screens set it, and it can be taken away. */
  readonly phases?: readonly Schema['Phase'][] | undefined;
  readonly forms?: readonly string[] | undefined;
  readonly plan?: string | undefined;
  readonly occasion?: string | undefined;
  readonly occasions?: readonly string[] | undefined;
  readonly stages?: readonly string[] | undefined;
  readonly office?: string | undefined;
  readonly decision?: string | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  readonly held?: boolean | undefined;
  /** Stages that it has passed. */
  readonly passed?: readonly string[] | undefined;
  /** An office: its own and what lies under it. */
  readonly under?: string | undefined;
  readonly hasDue?: boolean | undefined;
  /** What would take a place under this key. */
  readonly quotaKey?: string | undefined;
  readonly box?: Box | undefined;
}

export const extraNames = [
  'phases',
  'forms',
  'plan',
  'occasion',
  'occasions',
  'stages',
  'office',
  'decision',
  'dueFrom',
  'dueTo',
  'held',
  'passed',
  'under',
  'hasDue',
  'quotaKey',
  'box',
] as const satisfies readonly (keyof DossierAddress)[];

export const boxes = [
  'mine',
  'office',
  'overdue',
  'due_today',
  'due_this_week',
  'due_later',
  'returned',
  'waiting_for_others',
  'done',
] as const satisfies readonly Box[];

const plainKey = /^[A-Za-z0-9._/-]{1,300}$/;
const keyIn = (value: string | null) => (value && plainKey.test(value) ? value : undefined);
const dateIn = (value: string | null) => (value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);
const listIn = <T extends string>(value: string | null, one: (each: string) => T | undefined): readonly T[] | undefined => {
  const found = (value ?? '').split(',').flatMap((each) => one(each) ?? []);
  return found.length > 0 ? found.slice(0, limits.values) : undefined;
};
const flagIn = (value: string | null) => (value === 'true' ? true : value === 'false' ? false : undefined);

export function readDossierAddress(search: string): DossierAddress {
  const read = new URLSearchParams(search);
  return {
    phase: oneOf(phases, read.get('phase')),
    form: idIn(read.get('form')),
    unit: idIn(read.get('unit')),
    kind: oneOf(kinds, read.get('kind')),
    open: flagIn(read.get('open')),
    order: oneOf(orders, read.get('order')),
    phases: listIn(read.get('phases'), (each) => oneOf(phases, each)),
    plan: idIn(read.get('plan')),
    forms: listIn(read.get('forms'), idIn),
    occasion: idIn(read.get('occasion')),
    occasions: listIn(read.get('occasions'), idIn),
    stages: listIn(read.get('stages'), idIn),
    office: idIn(read.get('office')),
    decision: idIn(read.get('decision')),
    dueFrom: dateIn(read.get('dueFrom')),
    dueTo: dateIn(read.get('dueTo')),
    held: flagIn(read.get('held')),
    passed: listIn(read.get('passed'), idIn),
    under: idIn(read.get('under')),
    hasDue: flagIn(read.get('hasDue')),
    quotaKey: keyIn(read.get('quotaKey')),
    box: oneOf(boxes, read.get('box')),
  };
}

export function dossierAddress(address: DossierAddress): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value !== undefined) written.set(name, String(value));
  return written.size > 0 ? `/dossiers?${written}` : '/dossiers';
}

export function filterOf(address: DossierAddress, text: string): DossierFilter {
  const { phase, form, unit, kind, open, order, plan, occasion, stages, office, decision, dueFrom, dueTo, held } = address;
  const { passed, under, hasDue, quotaKey, box } = address;
  const wanted = phase ? [phase] : address.phases;
  const forms = form ? [form] : address.forms;
  const occasions = occasion ? [occasion] : address.occasions;
  return {
    ...(text && { text }),
    ...(wanted && { phases: [...wanted] }),
    ...(forms && { forms: [...forms] }),
    ...(unit && { units: [unit] }),
    ...(kind && { subject_kinds: [kind] }),
    ...(open !== undefined && { open }),
    ...(order && { order }),
    ...(plan && { plans: [plan] }),
    ...(occasions && { occasions: [...occasions] }),
    ...(stages && { stages: [...stages] }),
    ...(office && { offices: [office] }),
    ...(decision && { decisions: [decision] }),
    ...(dueFrom && { due_from: dueFrom }),
    ...(dueTo && { due_to: dueTo }),
    ...(held !== undefined && { held }),
    ...(passed && { passed: [...passed] }),
    ...(under && { under }),
    ...(hasDue !== undefined && { has_due: hasDue }),
    ...(quotaKey && { quota_key: quotaKey }),
    ...(box && { box }),
  };
}

/** One value has a name of its own in the address, which fields of pages show. */
export const only = <T>(values: readonly T[] | undefined) => (values?.length === 1 ? values[0] : undefined);
export const several = <T>(values: readonly T[] | undefined) => (values && values.length > 1 ? values : undefined);

/** The address of a saved filter, and its words; members that the page has no field for are left out. */
export function addressOf(filter: DossierFilter): { address: string; text: string } {
  const address = dossierAddress({
    phase: only(filter.phases),
    phases: several(filter.phases),
    form: only(filter.forms),
    forms: several(filter.forms),
    unit: filter.units?.[0],
    kind: filter.subject_kinds?.[0],
    open: filter.open,
    order: filter.order,
    plan: filter.plans?.[0],
    occasion: only(filter.occasions),
    occasions: several(filter.occasions),
    stages: filter.stages,
    office: filter.offices?.[0],
    decision: filter.decisions?.[0],
    dueFrom: filter.due_from,
    dueTo: filter.due_to,
    held: filter.held,
    passed: filter.passed,
    under: filter.under,
    hasDue: filter.has_due,
    quotaKey: filter.quota_key,
    box: filter.box,
  });
  return { address, text: filter.text ?? '' };
}
