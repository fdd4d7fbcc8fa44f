// One dossier of a list.
import { Link } from 'wouter';
import type { DossierLine } from '../api/lists';
import { useMe } from '../api/me';
import { formatDate } from '../words/format';
import { useWords } from '../words/WordsProvider';
import styles from './DossierTable.module.css';
import { DueTag } from './DueTag';
import { StateTag } from './StateTag';
import { Vi } from './Vi';

interface DossierRowProps {
  readonly line: DossierLine;
  readonly formName: string;
  readonly selected: boolean;
  onSelect(): void;
}

export function DossierRow({ line, formName, selected, onSelect }: DossierRowProps) {
  const { t, say } = useWords();
  const { data: me } = useMe();
  const hand = line.hand ? t(`hand.${line.hand}`) : '';
  const elsewhere = line.office !== me?.office && line.office_name;
  const where = [hand !== say(line.visible_state) && hand, elsewhere].filter(Boolean);
  return (
    <tr className={styles.row} data-selected={selected || undefined} onClick={onSelect}>
      <td className={styles.due}>
        <DueTag line={line} />
        {line.due && line.overdue && <span className={styles.soft}>{formatDate(line.due)}</span>}
      </td>
      <td>
        <Link href={`/dossiers/${line.id}`} className={styles.name} data-row={line.id} onFocus={onSelect}>
          {line.nominee_name ? <Vi>{line.nominee_name}</Vi> : t('draft.unnamed')}
        </Link>
        <span className={styles.soft}>
          {line.code} · <Vi>{line.unit_name}</Vi>
        </span>
        {line.assignee_name && <span className={styles.soft}>{t('list.assignee', { name: line.assignee_name })}</span>}
      </td>
      <td lang="vi">{formName}</td>
      <td>
        <StateTag phase={line.phase} state={line.visible_state} />
        {where.length > 0 && <span className={styles.soft}>{where.join(' · ')}</span>}
      </td>
    </tr>
  );
}
