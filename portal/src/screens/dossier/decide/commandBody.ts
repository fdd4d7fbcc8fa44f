// Makes the body of a command from what was written, and says which required fields are still empty.
import type { Draft, DraftDocument } from './draft';
import { type Field, fieldName } from './commandFields';

type Body = Record<string, unknown>;

const clean = (text: string | undefined) => (text ?? '').normalize('NFC').trim();

function documentOf(written: DraftDocument | undefined): DraftDocument | undefined {
  const number = clean(written?.number);
  return number && written?.date ? { number, date: written.date } : undefined;
}

function minutesOf(draft: Draft): Body | undefined {
  const paper = documentOf(draft.documents.minutes);
  const count = (name: string) => Number(draft.values[name]);
  if (!paper) return undefined;
  return {
    ...paper,
    members_total: count('members_total'),
    members_present: count('members_present'),
    votes_for: count('votes_for'),
  };
}

function pointsOf(draft: Draft): Body | undefined {
  const points = draft.points.map(({ code, pointer, text }) => ({ code, pointer, text: clean(text) }));
  if (points.length === 0 || points.some((point) => !point.code || !point.text)) return undefined;
  const office = points.some((point) => point.code === 'wrong_route') ? draft.values.right_office : undefined;
  return office ? { points, right_office: office } : { points };
}

function attestationsOf(draft: Draft): Body | undefined {
  const made = Object.entries(draft.attestations)
    .filter(([, written]) => written.value)
    .map(([criterion, { value, reason }]) => [criterion, clean(reason) ? { value, reason: clean(reason) } : { value }]);
  return made.length > 0 ? { attestations: Object.fromEntries(made) } : undefined;
}

function groundsOf(draft: Draft): Body | undefined {
  const grounds = draft.grounds.map((ground) => {
    const [member, ...rest] = ground.split(':');
    return { [member === 'paper' ? 'paper_slot' : 'criterion']: rest.join(':') };
  });
  return grounds.length > 0 ? { grounds } : undefined;
}

function choiceOf(name: string, value: string | undefined): Body | undefined {
  if (!value) return undefined;
  return { [name]: name === 'approved' ? value === 'true' : value };
}

/** The members one field gives, or nothing while it is empty. */
function membersOf(field: Field, draft: Draft): Body | undefined {
  switch (field.kind) {
    case 'document': {
      const written = documentOf(draft.documents[field.name]);
      return written && { [field.name]: written };
    }
    case 'text': {
      const written = clean(draft.values[field.name]);
      return written ? { [field.name]: written } : undefined;
    }
    case 'choice':
      return choiceOf(field.name, draft.values[field.name]);
    case 'date':
      return draft.values[field.name] ? { [field.name]: draft.values[field.name] } : undefined;
    case 'number':
      return draft.values[field.name] ? { [field.name]: Number(draft.values[field.name]) } : undefined;
    case 'agrees':
      return draft.values.agrees ? { agrees: draft.values.agrees === 'true' } : undefined;
    case 'minutes': {
      const minutes = minutesOf(draft);
      return minutes && { minutes };
    }
    case 'points':
      return pointsOf(draft);
    case 'answers': {
      const answers = Object.entries(draft.answers).map(([point, text]) => ({ point, text: clean(text) }));
      return answers.length > 0 && answers.every((each) => each.text) ? { answers } : undefined;
    }
    case 'attestations':
      return attestationsOf(draft);
    case 'grounds':
      return groundsOf(draft);
  }
}

export function commandBody(fields: readonly Field[], draft: Draft): { body: Body; missing: string[] } {
  const made = fields.map((field) => ({ field, members: membersOf(field, draft) }));
  return {
    body: Object.assign({}, ...made.map((each) => each.members ?? {})),
    missing: made.filter((each) => each.field.required && !each.members).map((each) => fieldName(each.field)),
  };
}
