// "Quyết định": the decisions in scope by their state, and opening a new one.
import { Button } from '@mantine/core';
import { useSearch } from 'wouter';
import { decisionStates, useDecisions } from '../../api/decisions';
import { may, useMe } from '../../api/me';
import { useOccasions } from '../../api/occasions';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { PageHeading } from '../../parts/PageHeading';
import { TabLinks } from '../../parts/TabLinks';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { decisionsAddress, readDecisionsAddress } from './address';
import { DecisionItem } from './DecisionItem';
import { OpenDecision } from './OpenDecision';

export default function Decisions() {
  const { t } = useWords();
  const { data: me } = useMe();
  const { state, occasion } = readDecisionsAddress(useSearch());
  const list = useDecisions({ state, occasion });
  const occasions = useOccasions({});
  const known = occasions.data?.pages.flatMap((page) => page.items) ?? [];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const tabs = [undefined, ...decisionStates].map((each) => ({
    href: decisionsAddress({ state: each, occasion }),
    label: each ? t(`decisions.state.${each}`) : t('decisions.state.all'),
    current: each === state,
  }));
  return (
    <>
      <div className={layout.head}>
        <PageHeading title={t('decisions.title')} />
        {may(me, 'open_decision') && <OpenDecision occasions={known} />}
      </div>
      <div className={layout.stack}>
        <TabLinks label={t('decisions.byState')} tabs={tabs} />
        {list.isPending && <Loading />}
        {list.error && <Trouble error={list.error} retry={list.refetch} />}
        {list.isSuccess && items.length === 0 && <p className={layout.empty}>{t('decisions.empty')}</p>}
        <ul className={layout.stack}>
          {items.map((each) => (
            <li key={each.id}>
              <DecisionItem decision={each} occasion={known.find((one) => one.id === each.occasion)} />
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('decisions.more')}
          </Button>
        )}
      </div>
    </>
  );
}
