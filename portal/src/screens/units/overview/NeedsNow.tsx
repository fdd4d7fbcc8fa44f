// What somebody in the unit has to do now, in the order of urgency.
import { useQueries } from '@tanstack/react-query';
import { actionsQuery, checkQuery } from '../../../api/dossier';
import { useWords } from '../../../words/WordsProvider';
import { CalendarX } from 'lucide-react';
import { Link } from 'wouter';
import { useDuties } from '../../../api/duties';
import styles from '../Units.module.css';
import { NeedGroup } from './NeedGroup';
import { byCompleteness, isToSign, type Needs } from './needs';

const checkedAtOnce = 20;

function useComplete(ids: readonly string[]) {
  const checks = useQueries({ queries: ids.slice(0, checkedAtOnce).map(checkQuery) });
  return (id: string) => checks[ids.indexOf(id)]?.data?.complete;
}

/** Whether it is for the caller to sign and send them. */
function useSigns(ids: readonly string[]) {
  const actions = useQueries({ queries: ids.map(actionsQuery) });
  return (id: string) => isToSign(actions[ids.indexOf(id)]?.data?.actions);
}

export function NeedsNow({ needs, unit }: { needs: Needs; unit: string }) {
  const { t } = useWords();
  const complete = useComplete(needs.drafts.map((line) => line.id));
  const { finished, unfinished } = byCompleteness(needs.drafts, complete);
  const signs = useSigns(finished.map((line) => line.id));
  const toSign = finished.filter((line) => signs(line.id) === true);
  const forOthers = finished.filter((line) => signs(line.id) === false);
  const { data: late } = useDuties(unit, { late: true });
  const overdue = late?.pages[0]?.items.length ?? 0;
  const count = overdue +  needs.returned.length + needs.confirm.length + needs.drafts.length;
  return (
    <section className={styles.card} aria-labelledby="needs-title">
      <h2 id="needs-title">{t('units.needs')}</h2>
      {count === 0 && <p>{t('units.nothing')}</p>}
      <NeedGroup kind="returned" lines={needs.returned} />
      <NeedGroup kind="toSign" lines={toSign} />
      <NeedGroup kind="confirm" lines={needs.confirm} />
      <NeedGroup kind="drafts" lines={unfinished} />
      {overdue > 0 && (
        <p className={styles.overdue}>
          <CalendarX size={18} aria-hidden />
          <Link href="/duties?state=late">{t('units.lateDuties', { n: overdue })}</Link>
        </p>
      )}
      <NeedGroup kind="waitingForSigner" lines={forOthers} />
    </section>
  );
}
