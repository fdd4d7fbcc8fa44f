// What of a list says something else than what was sent: by which mend, in how many rows, and the way back.
import { Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { type NomineeImport, useImportRows, usePutCells, usePutMends } from '../../../api/jobs';
import { Trouble } from '../../../parts/Trouble';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';
import { BeforeAfter } from './BeforeAfter';

type Mended = NomineeImport['mended'][number];

export function MendedCells({ data }: { data: NomineeImport }) {
  const { t } = useWords();
  if (data.mended.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('import.mended')}</h2>
      <p className={styles.soft}>{t('import.mended.about')}</p>
      <ul className={styles.lines}>
        {data.mended.map((each) => (
          <MendedLine key={each.code} data={data} mended={each} />
        ))}
      </ul>
    </section>
  );
}

function MendedLine({ data, mended: { code, rows } }: { data: NomineeImport; mended: Mended }) {
  const { t } = useWords();
  const typed = code === 'typed';
  const mends = usePutMends(data.id);
  const cells = usePutCells(data.id);
  const list = useImportRows(data, { mended: code, limit: typed ? 50 : 3 });
  const changed = (list.data?.pages.flatMap(({ items }) => items) ?? []).flatMap(({ row, mended }) =>
    mended.filter((each) => each.code === code).map(({ field, before, after }) => ({ row, field, before, after })),
  );
  const error = mends.error ?? cells.error;
  return (
    <li className={styles.line}>
      <span className={styles.said}>
        <strong>{t(typed ? 'import.mended.typed' : `import.mended.${code as NomineeImport['mends'][number]}`)}</strong>
        <span className={styles.soft}>{t('import.count', { n: rows })}</span>
      </span>
      {!typed && (
        <Button
          variant="default"
          size="sm"
          leftSection={<Undo2 size={16} aria-hidden />}
          loading={mends.isPending}
          onClick={() => mends.mutate(data.mends.filter((each) => each !== code))}
        >
          {t('import.mended.undo')}
        </Button>
      )}
      <div className={styles.mend}>
        {error && <Trouble error={error} title={t('import.mend.failed')} />}
        <BeforeAfter
          data={data}
          cells={changed}
          act={
            typed
              ? ({ row, field }) => (
                  <Button
                    variant="default"
                    size="sm"
                    loading={cells.isPending}
                    onClick={() => cells.mutate([{ row, field, text: null }])}
                  >
                    {t('import.typed.undo')}
                    <span className="visually-hidden"> {t('import.rowAt', { row })}</span>
                  </Button>
                )
              : undefined
          }
        />
        {list.hasNextPage && typed && (
          <Button variant="default" size="sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('jobs.more')}
          </Button>
        )}
      </div>
    </li>
  );
}
