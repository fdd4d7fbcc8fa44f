// A list of dossiers as a table, on telephones as cards; the focused row is the selected one.
import { useFormNames } from '../api/plans';
import type { DossierLine } from '../api/lists';
import { useWords } from '../words/WordsProvider';
import { DossierRow } from './DossierRow';
import styles from './DossierTable.module.css';

interface DossierTableProps {
  readonly lines: readonly DossierLine[];
  readonly selected: string | undefined;
  onSelect(id: string): void;
}

export function DossierTable({ lines, selected, onSelect }: DossierTableProps) {
  const { t } = useWords();
  const formName = useFormNames();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('list.caption', { n: lines.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.due')}</th>
          <th scope="col">{t('list.dossier')}</th>
          <th scope="col">{t('list.form')}</th>
          <th scope="col">{t('list.where')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <DossierRow
            key={line.id}
            line={line}
            formName={formName(line.plan, line.form)}
            selected={line.id === selected}
            onSelect={() => onSelect(line.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
