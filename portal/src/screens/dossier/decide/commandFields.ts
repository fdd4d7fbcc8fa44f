// Which fields the form of each command has: the same members as the command's body in the API.
import type { Schema } from '../../../api/client';

export type Field =
  | { readonly kind: 'document'; readonly name: 'letter' | 'document' | 'sent'; readonly required: boolean }
  | { readonly kind: 'text'; readonly name: 'opinion' | 'text' | 'reason' | 'late_reason' | 'value'; readonly required: boolean }
  | {
      readonly kind: 'choice';
      readonly name: 'kind' | 'to_stage' | 'decision' | 'form' | 'approved' | 'pointer' | 'person';
      readonly required: boolean;
    }
  | { readonly kind: 'agrees' | 'minutes' | 'points' | 'answers' | 'attestations' | 'grounds'; readonly required: boolean }
  | { readonly kind: 'date'; readonly name: 'review'; readonly required: boolean }
  | { readonly kind: 'number'; readonly name: 'rank'; readonly required: boolean };

const required = true;
const optional = false;
const letter: Field = { kind: 'document', name: 'letter', required };
const document: Field = { kind: 'document', name: 'document', required };
const reason: Field = { kind: 'text', name: 'reason', required };
const text: Field = { kind: 'text', name: 'text', required };
const minutes: Field = { kind: 'minutes', required: optional };

/** In the order in which the page offers them: what moves the dossier first. */
const fields: Readonly<Partial<Record<Schema['Command'], readonly Field[]>>> = {
  receive: [],
  propose: [
    { kind: 'choice', name: 'kind', required },
    { kind: 'text', name: 'text', required: optional },
  ],
  forward: [letter, { kind: 'text', name: 'opinion', required: optional }, minutes],
  forward_with_disagreement: [letter, { kind: 'text', name: 'opinion', required }, minutes],
  approve: [{ kind: 'choice', name: 'decision', required }],
  approve_lower_form: [
    { kind: 'choice', name: 'form', required },
    { kind: 'choice', name: 'decision', required },
  ],
  record_result: [
    { kind: 'choice', name: 'approved', required },
    document,
    { kind: 'document', name: 'sent', required: optional },
  ],
  return_for_rework: [{ kind: 'choice', name: 'to_stage', required: optional }, letter, { kind: 'points', required }],
  conclude_ineligible: [letter, { kind: 'grounds', required }, text],
  decline: [reason],
  submit: [letter, { kind: 'text', name: 'late_reason', required: optional }],
  resubmit: [{ kind: 'answers', required }],
  confirm_correction: [],
  notify_not_awarded: [document, reason],
  attest: [{ kind: 'attestations', required }],
  give_opinion: [{ kind: 'agrees', required }, text],
  rank: [{ kind: 'number', name: 'rank', required }],
  claim: [],
  release: [],
  assign: [{ kind: 'choice', name: 'person', required }],
  hold: [document, { kind: 'date', name: 'review', required }, reason],
  lift_hold: [document, reason],
  record_correction: [
    { kind: 'choice', name: 'pointer', required },
    { kind: 'text', name: 'value', required },
  ],
  remove_from_decision: [reason],
  recall: [],
  withdraw: [reason],
  comment: [text],
};

const offered = Object.keys(fields);

/** Sorts commands as the page offers them. */
export const byOffer = (one: { command: string }, other: { command: string }) =>
  offered.indexOf(one.command) - offered.indexOf(other.command);

/** The fields of a command, or nothing where it is not given on the dossier's own page. */
export function fieldsOf(command: Schema['Command'], stageKind: Schema['StageKind'] | undefined): readonly Field[] | undefined {
  return fields[command]?.filter((field) => field.kind !== 'minutes' || stageKind === 'advise');
}

/** The name a field goes by in texts and in the ids of the page. */
export const fieldName = (field: Field) => ('name' in field ? field.name : field.kind);
