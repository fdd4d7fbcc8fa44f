// "Việc của tôi": what somebody waits for from this person, by scope and by due date.
import { NativeSelect } from '@mantine/core';
import { lazy, Suspense, useRef } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { type ListOrder, linesOf, useBox, useBoxCounts } from '../../api/lists';
import { DossierList } from '../../parts/DossierList';
import { ListSettings } from '../../parts/ListSettings';
import { Loading } from '../../parts/Loading';
import { PageHeading } from '../../parts/PageHeading';
import { SavedViews } from '../../parts/SavedViews';
import { mostTicked, useTicks } from '../../parts/useTicks';
import { useWords } from '../../words/WordsProvider';
import { dossierAddress } from '../dossiers/address';
import { dueBoxes, inboxAddress, orders, readInboxAddress } from './address';
import { DueBuckets } from './DueBuckets';
import styles from './Inbox.module.css';
import { Scopes } from './Scopes';

const BulkBar = lazy(() => import('./BulkBar'));

export default function Inbox() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { box, order } = readInboxAddress(useSearch());
  const { data: counts } = useBoxCounts();
  const list = useBox(box, order);
  const lines = linesOf(list.data);
  const ticks = useTicks(lines.map(({ id }) => id));
  // What came of an act stays on the page when the dossiers it was for have left the list.
  const everTicked = useRef(false);
  everTicked.current ||= ticks.ids.length > 0;
  const isDue = dueBoxes.some((each) => each === box);
  const defaultOrder: ListOrder = ['returned', 'waiting_for_others', 'done'].includes(box) ? 'changed' : 'due';
  const empty = box === 'mine' ? t('inbox.empty.mine') : isDue ? t('inbox.empty.due') : t('inbox.empty.other');
  return (
    <>
      <div className={styles.head}>
        <div>
          <PageHeading title={t('inbox.title')} />
          {counts && <p className={styles.soft}>{t('inbox.summary', { n: counts.mine ?? 0, late: counts.overdue ?? 0 })}</p>}
        </div>
        <Scopes current={box} counts={counts} />
      </div>
      <DueBuckets current={box} counts={counts} />
      <div className={styles.tools}>
        <SavedViews />
        <Link href={dossierAddress({ box, order })} className={styles.within}>
          {t('desk.searchWithin')}
        </Link>
        <ListSettings />
        <NativeSelect
          className={styles.order}
          aria-label={t('inbox.order')}
          value={order ?? defaultOrder}
          onChange={(event) => navigate(inboxAddress({ box, order: event.currentTarget.value as ListOrder }))}
          data={orders.map((each) => ({ value: each, label: t(`order.${each}`) }))}
        />
      </div>
      <DossierList
        of={`${box} ${order ?? ''}`}
        lines={lines}
        list={list}
        empty={<p>{empty}</p>}
        ticks={ticks}
        bulk={
          everTicked.current && (
            <Suspense fallback={<Loading />}>
              <BulkBar
                chosen={lines.filter(({ id }) => ticks.has(id))}
                all={ticks.ids.length === Math.min(lines.length, mostTicked)}
                onAll={() => ticks.setAll(lines.map(({ id }) => id))}
                onClear={() => ticks.setAll([])}
              />
            </Suspense>
          )
        }
      />
    </>
  );
}
