// Which figures the criteria of the category look at, and of which years.
import type { Schema } from '../../../api/client';
import type { PlanCategory, Predicate } from '../../../api/planRules';
import type { Fields } from './fields';

export interface NeededFigure {
  readonly id: string;
  /** Empty for a figure that has no years. */
  readonly years: readonly number[];
}

function figuresIn(predicate: Predicate | undefined): string[] {
  if (!predicate) return [];
  switch (predicate.kind) {
    case 'consecutive_drops':
      return [predicate.series];
    case 'reduction':
      return [predicate.baseline, predicate.current];
    case 'yearly_plan':
      return [predicate.series, predicate.plan_series];
    case 'range':
      return [predicate.figure];
    default:
      return predicate.of.flatMap(figuresIn);
  }
}

export function neededFigures(category: PlanCategory | undefined, check: Schema['Check'], fields: Fields): NeededFigure[] {
  const asked = (check.criteria?.findings ?? []).flatMap((finding) => [...finding.missing, ...finding.figures]);
  const written = Object.keys(fields).flatMap((pointer) => {
    const [, area, group, figure = '', year] = pointer.split('/');
    if (area !== 'figures' || !fields[pointer]) return [];
    return [group === 'yearly' ? { figure, year: Number(year) } : { figure }];
  });
  const named = (category?.criteria ?? []).flatMap((criterion) => figuresIn(criterion.predicate));
  const all: readonly { figure: string; year?: number }[] = [...named.map((figure) => ({ figure })), ...asked, ...written];
  return [...new Set(all.map((each) => each.figure))].map((id) => ({
    id,
    years: [...new Set(all.flatMap((each) => (each.figure === id && each.year ? [each.year] : [])))].sort(),
  }));
}
