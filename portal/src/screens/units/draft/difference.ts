// What a unit changed since it sent the dossier last, field by field.
import type { Schema } from '../../../api/client';
import { type Fields, withoutEmpty } from './fields';

export interface Change {
  readonly pointer: string;
  readonly before: string;
  readonly after: string;
  /** For figures: by how much. */
  readonly by?: number;
}

const decimals = 10_000;

function change(pointer: string, before: string, after: string): Change {
  if (!/^\/figures\/.*\/value$/.test(pointer) || before === '' || after === '') return { pointer, before, after };
  return { pointer, before, after, by: Math.round((Number(after) - Number(before)) * decimals) / decimals };
}

export function differences(before: Fields, after: Fields): Change[] {
  const [was, is] = [withoutEmpty(before), withoutEmpty(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((pointer) => (was[pointer] ?? '') !== (is[pointer] ?? ''))
    .sort()
    .map((pointer) => change(pointer, was[pointer] ?? '', is[pointer] ?? ''));
}

/** Papers that came after the content was frozen last. */
export function newPapers(papers: readonly Schema['Paper'][], frozen: number): Schema['Paper'][] {
  return papers.filter((paper) => !paper.superseded && !paper.stage && (paper.frozen_before ?? 0) >= frozen && frozen > 0);
}
