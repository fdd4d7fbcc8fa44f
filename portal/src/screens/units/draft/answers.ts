// The answers to the points of a return as fields of the draft, so that they are saved, merged and shared like its content.
import type { Fields } from './fields';

const area = '/answers/';

export const answerField = (point: string) => area + point;

export const isAnswer = (pointer: string) => pointer.startsWith(area);

export const answerOf = (fields: Fields, point: string): string => fields[answerField(point)] ?? '';

export function answerFields(answers: Readonly<Record<string, string>> | undefined): [string, string][] {
  return Object.entries(answers ?? {}).map(([point, text]) => [answerField(point), text]);
}

/** Those to these points, as they are sent; what answered an earlier return is over. */
export function answersIn(fields: Fields, points: readonly string[]): Record<string, string> {
  return Object.fromEntries(points.flatMap((point) => (answerOf(fields, point) ? [[point, answerOf(fields, point)]] : [])));
}
