// Picks from the body of a stored event what a reader wants to see; unknown members are passed over.
import type { HistoryEvent } from '../../api/dossier';
import type { Schema } from '../../api/client';
import { personalText } from './personalText';
import { type ResultOutcome, resultOutcome } from './resultOutcome';

interface EventDetails {
  readonly texts: readonly string[];
  readonly document?: Schema['DocumentRef'] | undefined;
  readonly proposal?: Schema['ProposalKind'] | undefined;
  readonly person?: string | undefined;
  readonly paper?: string | undefined;
  readonly disagrees: boolean;
  readonly outcome?: ResultOutcome | undefined;
}

interface Body {
  readonly [member: string]: unknown;
  readonly letter?: Schema['DocumentRef'];
  readonly document?: Schema['DocumentRef'];
  readonly notice?: { document?: Schema['DocumentRef']; reason?: { value?: unknown } };
  /** Of an award, or of what a level above has said. */
  readonly result?: Schema['DocumentRef'];
  readonly approved?: boolean;
  readonly to_stage?: string;
  readonly kind?: Schema['ProposalKind'];
  readonly person?: string;
  readonly paper?: { slot?: string };
  readonly agrees?: boolean;
  readonly points?: readonly { text?: { value?: unknown } }[];
  readonly answers?: readonly { answer?: { value?: unknown } }[];
}

const textMembers = ['opinion', 'text', 'reason', 'late_reason', 'value'] as const;

const bodyOf = (event: HistoryEvent) => (event.body ?? {}) as Body;

/** Each text that went with it, undefined where it was erased. */
export function textsOf(event: HistoryEvent): (string | undefined)[] {
  const body = bodyOf(event);
  const single = textMembers.map((member) => body[member] as { value?: unknown } | undefined);
  const points = (body.points ?? []).map((point) => point.text);
  const answers = (body.answers ?? []).map((point) => point.answer);
  return [...single, body.notice?.reason, ...points, ...answers].filter((ref) => ref !== undefined).map(personalText);
}

export function detailsOf(event: HistoryEvent): EventDetails {
  const body = bodyOf(event);
  return {
    texts: textsOf(event).filter((text) => text !== undefined),
    document: body.letter ?? body.document ?? body.result ?? body.notice?.document,
    proposal: event.type === 'action_proposed' ? body.kind : undefined,
    person: event.type === 'dossier_assigned' ? body.person : undefined,
    paper: body.paper?.slot,
    disagrees: body.agrees === false,
    outcome: event.type === 'result_recorded' ? resultOutcome(body.approved !== false, body.to_stage === undefined) : undefined,
  };
}
