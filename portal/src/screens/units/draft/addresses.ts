// Addresses of the parts of a draft and of the fields in them.
import { type TaskName, taskNames, taskOf } from './tasks';

export const fieldId = (pointer: string) => `f${pointer.replaceAll('/', '-')}`;

export function readTask(search: string): TaskName | undefined {
  const wanted = new URLSearchParams(search).get('task');
  return taskNames.find((name) => name === wanted);
}

export function draftAddress(dossier: string, task?: TaskName): string {
  return task ? `/dossiers/${dossier}/edit?task=${task}` : `/dossiers/${dossier}/edit`;
}

/** Where the thing can be mended that a JSON Pointer names. */
export function fieldAddress(dossier: string, pointer: string): string {
  return `${draftAddress(dossier, taskOf(pointer))}#${fieldId(pointer)}`;
}
