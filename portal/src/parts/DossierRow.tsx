// One dossier of a list.
import { Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import type { Schema } from '../api/client';
import type { DossierLine } from '../api/lists';
import { useMe } from '../api/me';
import { usePlanRules } from '../api/planRoutes';
import { formatDate } from '../words/format';
import { useWords } from '../words/WordsProvider';
import { levelOf } from './awardLevel';
import { ChecksBar } from './ChecksBar';
import styles from './DossierTable.module.css';
import { DueTag } from './DueTag';
import { LineRoute } from './LineRoute';
import { StateTag } from './StateTag';
import { Vi } from './Vi';

interface DossierRowProps {
  readonly line: DossierLine;
  /** Not there while they are on their way. */
  readonly checks: Schema['CheckCounts'] | undefined;
  readonly selected: boolean;
  /** Whether it no longer belongs to the list, which still shows it. */
  readonly gone: boolean;
  /** Whether others have changed it since the list was shown. */
  readonly changed: boolean;
  /** Whether it is chosen for an act on many; undefined where nothing can be. */
  readonly ticked: boolean | undefined;
  onTick(): void;
  onSelect(): void;
}

export function DossierRow({ line, checks, selected, gone, changed, ticked, onTick, onSelect }: DossierRowProps) {
  const { t, say } = useWords();
  const { data: me } = useMe();
  const { data: rules } = usePlanRules(line.plan);
  const level = levelOf(rules?.award_forms.find(({ code }) => code === line.form)?.rank);
  const hand = line.hand ? t(`hand.${line.hand}`) : '';
  const elsewhere = line.office !== me?.office && line.office_name;
  const where = [hand !== say(line.visible_state) && hand, elsewhere].filter(Boolean);
  return (
    <tr
      className={styles.row}
      data-selected={selected || undefined}
      data-gone={gone || undefined}
      data-changed={changed ? (line.version % 2 ? 'odd' : 'even') : undefined}
      onClick={onSelect}
    >
      {ticked !== undefined && (
        <td className={styles.tick}>
          <input
            type="checkbox"
            aria-label={t('desk.tick', { name: line.nominee_name, code: line.code })}
            checked={ticked}
            onClick={(event) => event.stopPropagation()}
            onChange={onTick}
          />
        </td>
      )}
      <td className={styles.due}>
        <DueTag line={line} />
        {line.due && line.due !== me?.today && <span className={styles.soft}>{formatDate(line.due)}</span>}
      </td>
      <td>
        <Link href={`/dossiers/${line.id}`} className={styles.name} data-row={line.id} onFocus={onSelect}>
          {line.nominee_name ? <Vi>{line.nominee_name}</Vi> : t('draft.unnamed')}
        </Link>
        <span className={styles.soft}>
          {line.code} · <Vi>{line.unit_name}</Vi>
        </span>
        {(line.returns ?? 0) > 0 && (
          <span className={styles.returned}>
            <Undo2 size={15} aria-hidden /> {t('desk.returned', { n: line.returns ?? 0 })}
          </span>
        )}
        {line.assignee_name && <span className={styles.soft}>{t('list.assignee', { name: line.assignee_name })}</span>}
      </td>
      <td className={styles.form} lang="vi" data-level={level}>
        {line.form_name}
      </td>
      <td>
        {gone ? <span className={styles.soft}>{t('live.gone')}</span> : <StateTag phase={line.phase} state={line.visible_state} />}
        {!gone && where.length > 0 && <span className={styles.soft}>{where.join(' · ')}</span>}
        {!gone && (
          <span className={styles.dots}>
            <LineRoute line={line} />
          </span>
        )}
      </td>
      <td className={styles.checks} data-label={t('list.checks')}>
        {checks && !gone && <ChecksBar counts={checks} />}
      </td>
    </tr>
  );
}
