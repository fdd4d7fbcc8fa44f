// The phases of a dossier, and what the server counts some of them together for; a test holds this against the API file.
import type { Schema } from './client';

type Phase = Schema['Phase'];

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
] as const satisfies readonly Phase[];

/** Sent and not at their end: what `under_way` of the places counts. */
export const underWay = ['awaiting_receipt', 'under_review', 'proposed', 'returned', 'decided', 'signed'] as const satisfies readonly Phase[];

/** Sent and not decided: what a decision may still take. */
export const undecided = underWay.filter((phase) => phase !== 'returned' && phase !== 'decided' && phase !== 'signed');

/** Whether the unit has it: lists say whose hand it is in, letters only the phase. */
export const isWithUnit = ({ hand, phase }: { readonly hand?: Schema['Hand']; readonly phase: Phase }) =>
  hand ? hand === 'unit' : phase === 'drafting' || phase === 'returned';
