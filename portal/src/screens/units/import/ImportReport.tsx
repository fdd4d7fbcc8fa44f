// What came of the list: the drafts that were made, the rows that were not, and the file of those.
import { CircleCheck, Download } from 'lucide-react';
import { Link } from 'wouter';
import type { NomineeImport } from '../../../api/jobs';
import { useWords } from '../../../words/WordsProvider';
import { draftAddress } from '../draft/addresses';
import styles from '../Units.module.css';

export function ImportReport({ data }: { data: NomineeImport }) {
  const { t, language } = useWords();
  const left = data.counts.bad + data.counts.duplicate + data.not_made.length;
  return (
    <section className={styles.card}>
      <h2 className={styles.outcomeHead}>
        <CircleCheck size={18} aria-hidden />
        {t('jobs.made', { n: data.made_dossiers.length, bad: data.not_made.length })}
      </h2>
      {left > 0 && <BadRowsLink id={data.id} />}
      {data.not_made.length > 0 && (
        <ul className={styles.bullets}>
          {data.not_made.map((each) => (
            <li key={each.row}>{t('import.notMadeRow', { row: each.row, why: each.sentence[language] })}</li>
          ))}
        </ul>
      )}
      <ul className={styles.lines}>
        {data.made_dossiers.map(({ row, dossier, code }) => (
          <li key={dossier} className={styles.line}>
            <Link href={draftAddress(dossier)}>{code}</Link>
            <span className={styles.soft}>{t('import.ofRow', { row })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function BadRowsLink({ id }: { id: string }) {
  const { t } = useWords();
  return (
    <p>
      <a href={`/v1/imports/${id}/bad-rows`} download>
        <Download size={16} aria-hidden /> {t('import.badRows')}
      </a>
    </p>
  );
}
