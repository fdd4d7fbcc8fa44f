// Cells as they were sent and as they are or would be. What cannot be seen has a sign.
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NomineeImport } from '../../../api/jobs';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';
import { withVisibleSpaces } from './visibleSpaces';

export interface ChangedCell {
  readonly row: number;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

interface BeforeAfterProps {
  readonly data: NomineeImport;
  readonly cells: readonly ChangedCell[];
  readonly act?: (cell: ChangedCell) => ReactNode;
}

export function BeforeAfter({ data, cells, act }: BeforeAfterProps) {
  const { t } = useWords();
  const titleOf = (field: string) => data.fields.find(({ id }) => id === field)?.title ?? '';
  return (
    <ul className={styles.changes}>
      {cells.map((cell) => (
        <li key={`${cell.row} ${cell.field} ${cell.before}`} className={styles.change}>
          <span className={styles.soft}>
            {t('import.rowAt', { row: cell.row })}
            {' · '}
            <Vi>{titleOf(cell.field)}</Vi>
          </span>
          <span>
            <span className="visually-hidden">{t('import.before')} </span>
            <del className={styles.before}>{withVisibleSpaces(cell.before) || t('import.empty')}</del>{' '}
            <ArrowRight size={16} role="img" aria-label={t('import.after')} />{' '}
            <ins className={styles.after} lang="vi">
              {cell.after || t('import.empty')}
            </ins>
          </span>
          {act?.(cell)}
        </li>
      ))}
    </ul>
  );
}
