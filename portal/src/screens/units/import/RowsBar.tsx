// How much of a list can be used: one bar of all its rows, and the same in words.
import { CircleCheck, Copy, OctagonX, TriangleAlert } from 'lucide-react';
import type { NomineeImport } from '../../../api/jobs';
import { ShareBar } from '../../../parts/ShareBar';
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

export function RowsBar({ counts }: { counts: NomineeImport['counts'] }) {
  const { t, language } = useWords();
  // The server counts those to look over among the good ones.
  const numbers: Record<Part, number> = { ...counts, good: counts.good - counts.warned };
  const parts = (Object.keys(looks) as Part[]).filter((part) => numbers[part] > 0);
  if (parts.length === 0) return null;
  return (
    <>
      <ShareBar className={styles.bar} gap={4} shares={parts.map((part) => ({ tone: looks[part].tone, n: numbers[part] }))} />
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
