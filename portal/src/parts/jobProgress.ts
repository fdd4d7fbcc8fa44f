// How far a job is, in the title of the page and aloud.
import type { Job } from '../api/jobs';

export function percentOf({ state, done, total }: Pick<Job, 'state' | 'done' | 'total'>): number {
  if (state === 'done' || state === 'ready') return 100;
  return total > 0 ? Math.min(99, Math.floor((100 * done) / total)) : 0;
}

const marks = [100, 75, 50, 25] as const;

/** The last mark that lies between what was and what is. */
export function crossed(before: number, now: number): number | undefined {
  return marks.find((mark) => before < mark && now >= mark);
}

const prefix = /^\d{1,3}% /;

export const withoutPercent = (title: string): string => title.replace(prefix, '');
export const withPercent = (title: string, percent: number): string => `${percent}% ${withoutPercent(title)}`;
