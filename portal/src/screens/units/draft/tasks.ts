// The parts a unit works through to finish a dossier, and how far each one is.
import type { Schema } from '../../../api/client';
import type { Reason } from '../../../api/Refusal';
import type { Fields } from './fields';

export const taskNames = ['nominee', 'achievement', 'figures', 'papers', 'check'] as const;
export type TaskName = (typeof taskNames)[number];
export type TaskStatus = 'todo' | 'doing' | 'missing' | 'done' | 'not_applicable';

export interface Task {
  readonly name: TaskName;
  readonly status: TaskStatus;
  /** What the rules still want in this part. */
  readonly missing: readonly Reason[];
  /** Points of a return that lie in this part and have no answer yet. */
  readonly points: number;
}

export interface Progress {
  readonly fields: Fields;
  readonly check: Schema['Check'];
  readonly points: readonly { readonly pointer: string; readonly answered: boolean }[];
  readonly papers: number;
  readonly current: TaskName | undefined;
}

const areas: readonly (readonly [string, TaskName])[] = [
  ['/nominee', 'nominee'],
  ['/achievement', 'achievement'],
  ['/figures', 'figures'],
  ['/papers', 'papers'],
];

/** In which part the thing lies that a JSON Pointer of the content or of a reason names. */
export function taskOf(pointer: string | undefined): TaskName {
  return areas.find(([start]) => pointer?.startsWith(start))?.[1] ?? 'check';
}

function wantsFigures({ check, fields }: Progress): boolean {
  const asked = check.criteria?.findings.some((finding) => finding.kind === 'numeric') ?? false;
  const missing = check.missing?.some((reason) => taskOf(reason.pointer) === 'figures') ?? false;
  return asked || missing || Object.keys(fields).some((pointer) => taskOf(pointer) === 'figures' && fields[pointer]);
}

function begun(name: TaskName, { fields, papers }: Progress): boolean {
  if (name === 'papers') return papers > 0;
  return Object.entries(fields).some(([pointer, text]) => taskOf(pointer) === name && text.trim() !== '');
}

function statusOf(name: TaskName, progress: Progress, missing: number, points: number): TaskStatus {
  if (name === 'figures' && !wantsFigures(progress)) return 'not_applicable';
  if (missing === 0 && points === 0) return 'done';
  if (progress.current === name) return 'doing';
  if (points > 0) return 'missing';
  return begun(name, progress) ? 'missing' : 'todo';
}

export function tasksOf(progress: Progress): Task[] {
  const own = taskNames.slice(0, -1).map((name): Task => {
    const missing = (progress.check.missing ?? []).filter((reason) => taskOf(reason.pointer) === name);
    const points = progress.points.filter((point) => !point.answered && taskOf(point.pointer) === name).length;
    return { name, missing, points, status: statusOf(name, progress, missing.length, points) };
  });
  const rest = (progress.check.missing ?? []).filter((reason) => taskOf(reason.pointer) === 'check');
  const open = progress.points.filter((point) => !point.answered && taskOf(point.pointer) === 'check').length;
  const before = own.every((task) => task.status === 'done' || task.status === 'not_applicable');
  const ready = before && rest.length === 0 && open === 0;
  const waiting = progress.current === 'check' ? 'doing' : rest.length + open > 0 ? 'missing' : 'todo';
  return [...own, { name: 'check', missing: rest, points: open, status: ready ? 'done' : waiting }];
}
