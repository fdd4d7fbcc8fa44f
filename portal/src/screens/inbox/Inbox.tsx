// "Việc của tôi": what somebody waits for from this person, by scope and by due date.
import { NativeSelect } from '@mantine/core';
import { useLocation, useSearch } from 'wouter';
import { type ListOrder, linesOf, useBox, useBoxCounts } from '../../api/lists';
import { DossierList } from '../../parts/DossierList';
import { PageHeading } from '../../parts/PageHeading';
import { SavedViews } from '../../parts/SavedViews';
import { useWords } from '../../words/WordsProvider';
import { dueBoxes, inboxAddress, orders, readInboxAddress } from './address';
import { DueBuckets } from './DueBuckets';
import styles from './Inbox.module.css';
import { Scopes } from './Scopes';

export default function Inbox() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { box, order } = readInboxAddress(useSearch());
  const { data: counts } = useBoxCounts();
  const list = useBox(box, order);
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
        <NativeSelect
          className={styles.order}
          aria-label={t('inbox.order')}
          value={order ?? defaultOrder}
          onChange={(event) => navigate(inboxAddress({ box, order: event.currentTarget.value as ListOrder }))}
          data={orders.map((each) => ({ value: each, label: t(`order.${each}`) }))}
        />
      </div>
      <DossierList of={`${box} ${order ?? ''}`} lines={linesOf(list.data)} list={list} empty={<p>{empty}</p>} />
    </>
  );
}
