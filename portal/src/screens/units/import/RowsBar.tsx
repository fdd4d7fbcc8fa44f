// How much of a list can be used: one bar of all its rows, and the same in words.
import { CircleCheck, Copy, OctagonX, TriangleAlert } from 'lucide-react';
import type { NomineeImport } from '../../../api/jobs';
import { Tag } from '../../../parts/Tag';
import { formatNumber } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import styles from './RowsBar.module.css';

const looks = {
  good: { tone: 'ok', icon: CircleCheck },
  warned: { tone: 'warn', icon: TriangleAlert },
  duplicate: { tone: 'paused', icon: Copy },
  bad: { tone: 'late', icon: OctagonX },
} as const;

type Part = keyof typeof looks;

const width = 1000;
const gap = 4;

export function RowsBar({ counts }: { counts: NomineeImport['counts'] }) {
  const { t, language } = useWords();
  // The server counts those to look over among the good ones.
  const numbers: Record<Part, number> = { ...counts, good: counts.good - counts.warned };
  const parts = (Object.keys(looks) as Part[]).filter((part) => numbers[part] > 0);
  const total = parts.reduce((sum, part) => sum + numbers[part], 0);
  if (total === 0) return null;
  let start = 0;
  return (
    <>
      <svg className={styles.bar} viewBox={`0 0 ${width} 16`} preserveAspectRatio="none" aria-hidden>
        {parts.map((part, at) => {
          const from = start;
          const share = (width * numbers[part]) / total;
          start += share;
          const apart = at + 1 < parts.length ? gap : 0;
          return (
            <rect
              key={part}
              className={styles.piece}
              data-tone={looks[part].tone}
              x={from}
              width={Math.max(share - apart, 2)}
              height={16}
            />
          );
        })}
      </svg>
      <ul className={styles.legend}>
        {parts.map((part) => (
          <li key={part}>
            <Tag tone={looks[part].tone} icon={looks[part].icon}>
              {t(`import.bar.${part}`, { n: formatNumber(numbers[part], language) })}
            </Tag>
          </li>
        ))}
      </ul>
    </>
  );
}
