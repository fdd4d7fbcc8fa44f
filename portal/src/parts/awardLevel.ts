// How high an award is, by the rank that the plan gives its form.
export const levels = ['unit', 'province', 'state'] as const;
export type Level = (typeof levels)[number];

export function levelOf(rank: number | undefined): Level | undefined {
  if (rank === undefined) return undefined;
  return rank > 2 ? 'state' : rank === 2 ? 'province' : 'unit';
}
