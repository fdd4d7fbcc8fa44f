// "Việc của tôi": what somebody waits for from this person, by scope and by due date.
import { NativeSelect } from '@mantine/core';
import { lazy, Suspense, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { type ListOrder, linesOf, useBox, useBoxCounts } from '../../api/lists';
import { DossierList } from '../../parts/DossierList';
import { ListSettings } from '../../parts/ListSettings';
import { Loading } from '../../parts/Loading';
import { PageHeading } from '../../parts/PageHeading';
import { SavedViews } from '../../parts/SavedViews';
import { SearchBox } from '../../parts/SearchBox';
import { useSearchText } from '../../parts/useSearchText';
import { mostTicked, useTicks } from '../../parts/useTicks';
import { useWords } from '../../words/WordsProvider';
import { dueBoxes, type InboxAddress, inboxAddress, orders, readInboxAddress, usualOrder, withinOf } from './address';
import { Choices } from './Choices';
import { DueBuckets } from './DueBuckets';
import styles from './Inbox.module.css';
import { Scopes } from './Scopes';
import { Searched } from './Searched';

const BulkBar = lazy(() => import('./BulkBar'));

export default function Inbox() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const address = readInboxAddress(useSearch());
  const { box, order = usualOrder(box) } = address;
  const [text, setText] = useSearchText();
  const within = withinOf(address, text);
  const narrowed = Object.keys(within).length > 0;
  const { data: counts } = useBoxCounts();
  const list = useBox({ box, order, within });
  const lines = linesOf(list.data);
  const ticks = useTicks(lines.map(({ id }) => id));
  // What came of an act stays on the page when the dossiers it was for have left the list.
  const everTicked = useRef(false);
  everTicked.current ||= ticks.ids.length > 0;
  const isDue = dueBoxes.some((each) => each === box);
  const empty = box === 'mine' ? t('inbox.empty.mine') : isDue ? t('inbox.empty.due') : t('inbox.empty.other');
  const found = useRef<HTMLParagraphElement>(null);
  const total = list.data?.pages[0]?.total;
  const change = (wanted: InboxAddress) => navigate(inboxAddress(wanted), { state: { text } });
  // Keys that work on the list do so at once, as nothing is typed any more.
  const search = (wanted: string) => {
    setText(wanted);
    found.current?.focus({ preventScroll: true });
  };
  const clear = () => {
    navigate(inboxAddress({ box, order: address.order }));
    found.current?.focus({ preventScroll: true });
  };
  const ways = <Searched text={text} onClear={clear} />;
  return (
    <>
      <div className={styles.head}>
        <div className={styles.title}>
          <PageHeading title={t('inbox.title')} />
          {counts && <p className={styles.soft}>{t('inbox.summary', { n: counts.mine ?? 0, late: counts.overdue ?? 0 })}</p>}
        </div>
        <Scopes current={box} counts={counts} />
        <DueBuckets current={box} counts={counts} />
      </div>
      <div className={styles.tools}>
        <div className={styles.search}>
          <SearchBox label={t('desk.searchWithin')} text={text} onSearch={search} />
        </div>
        <Choices address={address} text={text} onChange={change} />
        <NativeSelect
          className={styles.choice}
          aria-label={t('inbox.order')}
          value={order}
          onChange={(event) => change({ ...address, order: event.currentTarget.value as ListOrder })}
          data={orders.map((each) => ({ value: each, label: t(`order.${each}`) }))}
        />
        <SavedViews />
        <ListSettings />
      </div>
      <div className={styles.found} data-searched={narrowed || undefined}>
        <p ref={found} role="status" tabIndex={-1}>
          {narrowed &&
            [text && t('dossiers.searched', { text }), total !== undefined && t('dossiers.found', { n: total })].filter(Boolean).join(' · ')}
        </p>
        {narrowed && lines.length > 0 && ways}
      </div>
      <DossierList
        of={`${box} ${order} ${JSON.stringify(within)}`}
        lines={lines}
        list={list}
        empty={
          narrowed ? (
            <>
              <p>{t('inbox.empty.searched')}</p>
              {ways}
            </>
          ) : (
            <p>{empty}</p>
          )
        }
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
