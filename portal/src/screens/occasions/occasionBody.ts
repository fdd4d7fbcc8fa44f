// The request that opens an occasion, made of what was typed.
import type { Schema } from '../../api/client';
import { kinds } from '../../parts/quota';

interface Typed {
  readonly plan: string;
  readonly milestone: Schema['MilestoneKind'];
  readonly name: string;
  readonly number: string;
  readonly date: string;
  readonly forms: readonly string[];
  readonly opens: string;
  readonly deadline: string;
  readonly closes: string;
  /** Empty for the whole of the plan's. */
  readonly territory: string;
  /** What stands in the fields of places; empty for no limit. */
  readonly limits: readonly { form: string; kind: string; limit: string }[];
}

export function occasionBody(typed: Typed): Schema['NewOccasion'] {
  const { plan, milestone, name, number, date, forms, opens, deadline, closes, territory } = typed;
  const places = typed.limits
    .filter(({ limit }) => /^\d+$/.test(limit))
    .map(({ form, kind, limit }) => {
      const subject_kind = kinds.find((each) => each === kind);
      return { form, ...(subject_kind && { subject_kind }), limit: Number(limit) };
    });
  return {
    plan,
    milestone,
    name,
    document: { number, ...(date && { date }) },
    forms: [...forms],
    ...(places.length > 0 && { places }),
    opens,
    receipt_deadline: deadline,
    ...(closes && { closes }),
    ...(territory && { territory }),
  };
}
