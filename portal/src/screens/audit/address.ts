// The filters of the access log as they stand in the address; days, as people count them in Viet Nam.
import type { AccessFilter, AccessKind, EventFilter } from '../../api/audit';
import { plainId } from '../../parts/addressValues';
import { shiftDate } from '../board/figures';

export const accessKinds = ['denied', 'marked_read', 'exported', 'signed_in', 'sign_in_failed', 'signed_out'] as const satisfies readonly AccessKind[];

export const auditTabs = ['verify', 'events', 'access'] as const;
export type AuditTab = (typeof auditTabs)[number];

export interface AuditAddress {
  readonly tab?: AuditTab | undefined;
  /** Of events: what was done, in which office, to which dossier, and for whom. */
  readonly type?: string | undefined;
  readonly office?: string | undefined;
  readonly code?: string | undefined;
  readonly behalf?: string | undefined;
  readonly kind?: AccessKind | undefined;
  readonly person?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const legalDate = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditAddress(search: string): AuditAddress {
  const read = new URLSearchParams(search);
  const matching = (name: string, form: RegExp) => {
    const value = read.get(name);
    return value && form.test(value) ? value : undefined;
  };
  return {
    tab: auditTabs.find((each) => each === read.get('tab')),
    type: matching('type', /^[a-z_]{1,60}$/),
    office: matching('office', plainId),
    code: matching('code', /^HS-\d{4}-\d{5,}$/),
    behalf: matching('behalf', plainId),
    kind: accessKinds.find((each) => each === read.get('kind')),
    person: matching('person', plainId),
    from: matching('from', legalDate),
    to: matching('to', legalDate),
  };
}

export function auditAddress(address: AuditAddress): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value) written.set(name, value);
  return written.size > 0 ? `/audit?${written}` : '/audit';
}

const midnight = (date: string) => new Date(`${date}T00:00:00+07:00`).toISOString();

/** The last day is meant whole. */
export function accessFilter({ kind, person, from, to }: AuditAddress): AccessFilter {
  return {
    ...(kind && { kind }),
    ...(person && { person }),
    ...(from && { from: midnight(from) }),
    ...(to && { to: midnight(shiftDate(to, 1)) }),
  };
}

/** The tab that is open; what was filtered by before tabs had names belongs to the access log. */
export const tabOf = ({ tab, kind, person }: AuditAddress): AuditTab => tab ?? (kind || person ? 'access' : 'verify');

export function eventFilter({ type, person, behalf, office, code, from, to }: AuditAddress): EventFilter {
  return {
    ...(type && { types: [type] }),
    ...(person && { person }),
    ...(behalf && { behalf_of: behalf }),
    ...(office && { office }),
    ...(code && { code }),
    ...(from && { from: midnight(from) }),
    ...(to && { to: midnight(shiftDate(to, 1)) }),
  };
}
