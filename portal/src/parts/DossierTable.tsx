// A list of dossiers as a table, on telephones as cards; the focused row is the selected one.
import { type DossierLine, useCheckCounts } from '../api/lists';
import type { HeldList } from '../live/heldLines';
import { useWords } from '../words/WordsProvider';
import cards from './CardTable.module.css';
import { DossierRow } from './DossierRow';
import styles from './DossierTable.module.css';
import { useDensity } from './density';
import type { Ticks } from './useTicks';

interface DossierTableProps {
  readonly lines: readonly DossierLine[];
  readonly held: Pick<HeldList, 'gone' | 'changed'>;
  readonly selected: string | undefined;
  /** Where many can be chosen for one act. */
  readonly ticks?: Ticks | undefined;
  onSelect(id: string): void;
}

export function DossierTable({ lines, held, selected, ticks, onSelect }: DossierTableProps) {
  const { t } = useWords();
  const density = useDensity();
  const { data: checks } = useCheckCounts(lines);
  const all = lines.length > 0 && lines.every(({ id }) => ticks?.has(id));
  return (
    <table className={`${cards.table} ${styles.dossiers}`} data-density={density} data-ticks={ticks ? true : undefined}>
      <caption className="visually-hidden">{t('list.caption', { n: lines.length })}</caption>
      <thead>
        <tr>
          {ticks && (
            <th scope="col" className={styles.tick}>
              <span className="visually-hidden">{t('desk.tickPage')}</span>
              <input
                type="checkbox"
                aria-label={t('desk.tickPage')}
                checked={all}
                onChange={() => ticks.setAll(all ? [] : lines.map(({ id }) => id))}
              />
            </th>
          )}
          <th scope="col" className={styles.dueHead}>
            {t('list.due')}
          </th>
          <th scope="col">{t('list.dossier')}</th>
          <th scope="col" className={styles.formHead}>
            {t('list.form')}
          </th>
          <th scope="col" className={styles.whereHead}>
            {t('list.where')}
          </th>
          <th scope="col" className={styles.checksHead}>
            {t('list.checks')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <DossierRow
            key={line.id}
            line={line}
            checks={checks?.get(line.id)}
            selected={line.id === selected}
            gone={held.gone.has(line.id)}
            changed={held.changed.has(line.id)}
            ticked={ticks?.has(line.id)}
            onTick={() => ticks?.toggle(line.id)}
            onSelect={() => onSelect(line.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
