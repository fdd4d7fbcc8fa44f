// The filters of the dossier list as they stand in the address: read, written, and as the search takes them.
import type { Schema } from '../../api/client';
import type { DossierFilter, ListOrder } from '../../api/lists';

export const phases = [
  'drafting',
  'awaiting_receipt',
  'under_review',
  'proposed',
  'returned',
  'decided',
  'signed',
  'awarded',
  'not_awarded',
  'ineligible',
  'withdrawn',
  'lapsed',
] as const satisfies readonly Schema['Phase'][];
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
}

const plainId = /^[A-Za-z0-9._-]{1,100}$/;
const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((each) => each === value);
const idIn = (value: string | null) => (value && plainId.test(value) ? value : undefined);
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
  };
}

export function dossierAddress(address: DossierAddress): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value !== undefined) written.set(name, String(value));
  return written.size > 0 ? `/dossiers?${written}` : '/dossiers';
}

export function filterOf({ phase, form, unit, kind, open, order }: DossierAddress, text: string): DossierFilter {
  return {
    ...(text && { text }),
    ...(phase && { phases: [phase] }),
    ...(form && { forms: [form] }),
    ...(unit && { units: [unit] }),
    ...(kind && { subject_kinds: [kind] }),
    ...(open !== undefined && { open }),
    ...(order && { order }),
  };
}

/** The address of a saved filter, and its words; members that the page has no field for are left out. */
export function addressOf(filter: DossierFilter): { address: string; text: string } {
  const address = dossierAddress({
    phase: filter.phases?.[0],
    form: filter.forms?.[0],
    unit: filter.units?.[0],
    kind: filter.subject_kinds?.[0],
    open: filter.open,
    order: filter.order,
  });
  return { address, text: filter.text ?? '' };
}
