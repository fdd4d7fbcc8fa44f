// A list of dossiers as a table, on telephones as cards; the focused row is the selected one.
import { useFormNames } from '../api/plans';
import type { DossierLine } from '../api/lists';
import type { HeldList } from '../live/heldLines';
import { useWords } from '../words/WordsProvider';
import cards from './CardTable.module.css';
import { DossierRow } from './DossierRow';
import styles from './DossierTable.module.css';

interface DossierTableProps {
  readonly lines: readonly DossierLine[];
  readonly held: Pick<HeldList, 'gone' | 'changed'>;
  readonly selected: string | undefined;
  onSelect(id: string): void;
}

export function DossierTable({ lines, held, selected, onSelect }: DossierTableProps) {
  const { t } = useWords();
  const formName = useFormNames();
  return (
    <table className={`${cards.table} ${styles.dossiers}`}>
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
            gone={held.gone.has(line.id)}
            changed={held.changed.has(line.id)}
            onSelect={() => onSelect(line.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
