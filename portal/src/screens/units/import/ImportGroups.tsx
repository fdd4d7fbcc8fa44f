// What is wrong with a list, by cause: how many rows, the first of them, what a mend would make of them, and each with its cells.
import { Button } from '@mantine/core';
import { CircleCheck, Copy, OctagonX, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ImportGroup, NomineeImport } from '../../../api/jobs';
import { Tag } from '../../../parts/Tag';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';
import { DuplicateRows } from './DuplicateRows';
import { FaultyRows } from './FaultyRows';
import { OfferedMend } from './OfferedMend';
import { RowsBar } from './RowsBar';

const looks = {
  error: { tone: 'late', icon: OctagonX },
  duplicate: { tone: 'paused', icon: Copy },
  warning: { tone: 'warn', icon: TriangleAlert },
} as const;

type Severity = keyof typeof looks;

export function ImportGroups({ data }: { data: NomineeImport }) {
  const { t, language } = useWords();
  const [open, setOpen] = useState<Severity>();
  const titleOf = (field: string) => data.fields.find((each) => each.id === field)?.title ?? '';
  const severities = (Object.keys(looks) as Severity[]).filter((each) => data.groups.some((group) => group.severity === each));
  const line = (group: ImportGroup) => (
    <li key={`${group.code} ${group.field} ${group.sentence.vi}`} className={styles.line}>
      <span className={styles.said}>
        <strong>{group.severity === 'duplicate' ? t(group.code === 'duplicate_in_file' ? 'import.code.duplicate_in_file' : 'import.code.duplicate_in_submission') : group.sentence[language]}</strong>
        <span className={styles.soft}>
          {group.field && (
            <>
              <Vi>{titleOf(group.field)}</Vi>
              {' · '}
            </>
          )}
          {group.count === 1 ? t('import.rowAt', { row: group.rows[0] ?? 0 }) : t('import.rows', { rows: group.rows.join(', ') })}
          {group.count > group.rows.length && ' …'}
        </span>
      </span>
      <Tag tone={looks[group.severity].tone} icon={looks[group.severity].icon}>
        {t('import.count', { n: group.count })}
      </Tag>
      {group.mendable && <OfferedMend data={data} group={group} />}
    </li>
  );
  return (
    <section className={styles.card}>
      <h2>{t('import.check')}</h2>
      <RowsBar counts={data.counts} />
      {data.groups.length === 0 && (
        <p className={styles.outcomeHead}>
          <CircleCheck size={18} aria-hidden />
          {t('import.allGood')}
        </p>
      )}
      <ul className={styles.lines}>{data.groups.map(line)}</ul>
      <div className={styles.acts}>
        {severities.map((each) => (
          <Button
            key={each}
            variant="default"
            size="sm"
            aria-expanded={open === each}
            onClick={() => setOpen(open === each ? undefined : each)}
          >
            {t(`import.show.${each}`)}
          </Button>
        ))}
      </div>
      {open === 'duplicate' && <DuplicateRows data={data} />}
      {open && open !== 'duplicate' && <FaultyRows key={open} data={data} severity={open} />}
    </section>
  );
}
