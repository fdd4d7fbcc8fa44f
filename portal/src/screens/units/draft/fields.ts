// The content of a dossier as flat texts by JSON Pointer, which is how it is edited, compared, merged and kept.
import type { Schema } from '../../../api/client';
import { answerFields, answersIn } from './answers';

export type Fields = Readonly<Record<string, string>>;

type Content = Schema['Content'];
type Figure = Schema['YearFigure'];

const figureText = /^-?\d{1,12}(\.\d{1,4})?$/;
const yearlyPlace = /^\/figures\/yearly\/([^/]+)\/(\d{4})\/(value|source)$/;
const singlePlace = /^\/figures\/single\/([^/]+)\/(value|source)$/;

function figureFields(place: string, figure: Figure): [string, string][] {
  return [
    [`${place}/value`, figure.value],
    [`${place}/source`, figure.source ?? ''],
  ];
}

export function fieldsOf(content: Content): Fields {
  const single = Object.entries(content.figures.single ?? {}).flatMap(([id, figure]) =>
    figureFields(`/figures/single/${id}`, figure),
  );
  const yearly = Object.entries(content.figures.yearly ?? {}).flatMap(([id, years]) =>
    Object.entries(years).flatMap(([year, figure]) => figureFields(`/figures/yearly/${id}/${year}`, figure)),
  );
  const members: [string, string | undefined][] = [
    ['/nominee/name', content.nominee.name],
    ['/nominee/title', content.nominee.title],
    ['/nominee/person', content.nominee.person],
    ['/nominee/office', content.nominee.office],
    ['/achievement', content.achievement],
    ['/achievement_from', content.achievement_from],
    ['/achievement_to', content.achievement_to],
  ];
  return withoutEmpty(Object.fromEntries([...members, ...single, ...yearly]));
}

/** The same texts without those that are empty, composed, so that two versions can be compared. */
export function withoutEmpty(fields: Readonly<Record<string, string | undefined>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([pointer, text]) => (text ? [[pointer, text.normalize('NFC')]] : [])),
  );
}

export function sameFields(one: Fields, other: Fields): boolean {
  const [left, right] = [withoutEmpty(one), withoutEmpty(other)];
  const pointers = Object.keys(left);
  return pointers.length === Object.keys(right).length && pointers.every((pointer) => left[pointer] === right[pointer]);
}

/** Those of the workspace: its content, and the answers to points of a return where there are any. */
export function workspaceFields({ content, answers }: Pick<Schema['Workspace'], 'content' | 'answers'>): Fields {
  return withoutEmpty({ ...fieldsOf(content), ...Object.fromEntries(answerFields(answers)) });
}

export interface Request {
  readonly content: Schema['SavedContent'];
  /** What the server could not take yet: figures that are not numbers, or have a source only. */
  readonly unsent: readonly string[];
}

/** What is sent: whatever can be, however unfinished; the rest stays on this computer. Answers only while points are open. */
export function requestOf(fields: Fields, points: readonly string[] = []): Request {
  const written = withoutEmpty(fields);
  const figures: { single: Record<string, Figure>; yearly: Record<string, Record<string, Figure>> } = { single: {}, yearly: {} };
  const unsent: string[] = [];
  for (const pointer of Object.keys(written)) {
    if (!pointer.startsWith('/figures/')) continue;
    const place = pointer.slice(0, pointer.lastIndexOf('/'));
    const value = written[`${place}/value`];
    if (value === undefined || !figureText.test(value)) {
      unsent.push(pointer);
      continue;
    }
    const source = written[`${place}/source`];
    const figure = source ? { value, source } : { value };
    const [, series, year] = yearlyPlace.exec(pointer) ?? [];
    const [, id] = singlePlace.exec(pointer) ?? [];
    if (series && year) figures.yearly[series] = { ...figures.yearly[series], [year]: figure };
    if (id) figures.single[id] = figure;
  }
  const text = (pointer: string) => written[pointer] ?? '';
  const orNull = (pointer: string) => written[pointer] ?? null;
  return {
    content: {
      nominee: {
        name: text('/nominee/name'),
        title: text('/nominee/title'),
        person: orNull('/nominee/person'),
        office: orNull('/nominee/office'),
      },
      achievement: text('/achievement'),
      achievement_from: orNull('/achievement_from'),
      achievement_to: orNull('/achievement_to'),
      figures,
      ...(points.length > 0 && { answers: answersIn(written, points) }),
    },
    unsent,
  };
}
