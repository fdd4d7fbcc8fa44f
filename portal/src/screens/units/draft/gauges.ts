// What of a criterion can be drawn: values against a threshold. The verdict itself is the server's.
import type { Predicate } from '../../../api/planRules';
import type { Fields } from './fields';

export interface GaugeBar {
  readonly year?: number;
  readonly value: number | undefined;
  readonly threshold: number;
  readonly met: boolean | undefined;
}

export interface Gauge {
  readonly kind: 'drops' | 'reduction' | 'plan' | 'range';
  readonly figure: string;
  readonly comparison: string;
  readonly bars: readonly GaugeBar[];
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

function number(fields: Fields, pointer: string): number | undefined {
  const text = fields[pointer];
  const value = text ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function holds(value: number, comparison: string, threshold: number): boolean {
  if (comparison === '>') return value > threshold;
  if (comparison === '<') return value < threshold;
  return comparison === '<=' ? value <= threshold : value >= threshold;
}

function bar(value: number | undefined, comparison: string, threshold: number, year?: number): GaugeBar {
  const met = value === undefined ? undefined : holds(value, comparison, threshold);
  return year === undefined ? { value, threshold, met } : { year, value, threshold, met };
}

export function gaugesOf(predicate: Predicate | undefined, fields: Fields, years: (figure: string) => readonly number[]): Gauge[] {
  if (!predicate) return [];
  const inYear = (figure: string, year: number) => number(fields, `/figures/yearly/${figure}/${year}/value`);
  const single = (figure: string) => number(fields, `/figures/single/${figure}/value`);
  switch (predicate.kind) {
    case 'consecutive_drops': {
      const { series, comparison } = predicate;
      const bars = years(series).slice(1).map((year) => {
        const [before, now] = [inYear(series, year - 1), inYear(series, year)];
        const drop = before === undefined || now === undefined ? undefined : round(before - now);
        return bar(drop, comparison, Number(predicate.threshold), year);
      });
      return bars.length > 0 ? [{ kind: 'drops', figure: series, comparison, bars }] : [];
    }
    case 'reduction': {
      const [before, now] = [single(predicate.baseline), single(predicate.current)];
      const share = before && now !== undefined ? round(((before - now) / before) * 100) : undefined;
      const bars = [bar(share, predicate.comparison, Number(predicate.threshold))];
      return [{ kind: 'reduction', figure: predicate.current, comparison: predicate.comparison, bars }];
    }
    case 'yearly_plan': {
      const { series, plan_series } = predicate;
      const bars = years(series).flatMap((year) => {
        const planned = inYear(plan_series, year);
        return planned === undefined ? [] : [bar(inYear(series, year), '>=', planned, year)];
      });
      return bars.length > 0 ? [{ kind: 'plan', figure: series, comparison: '>=', bars }] : [];
    }
    case 'range': {
      const limits = [['>=', predicate.minimum], ['<=', predicate.maximum]] as const;
      return limits.flatMap(([comparison, limit]): Gauge[] =>
        limit ? [{ kind: 'range', figure: predicate.figure, comparison, bars: [bar(single(predicate.figure), comparison, Number(limit))] }] : [],
      );
    }
    default:
      return predicate.of.flatMap((each) => gaugesOf(each, fields, years));
  }
}
