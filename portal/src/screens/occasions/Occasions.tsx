// "Đợt xét và số lượng khen": the occasions in scope, how their places are used, opening and closing them.
import { Button } from '@mantine/core';
import { useSearch } from 'wouter';
import { may, useMe } from '../../api/me';
import { useOccasions } from '../../api/occasions';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { PageHeading } from '../../parts/PageHeading';
import { TabLinks } from '../../parts/TabLinks';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { OccasionItem } from './OccasionItem';
import { OpenOccasion } from './OpenOccasion';

const tabs = [undefined, true, false] as const;
const addressOf = (open: boolean | undefined) => (open === undefined ? '/occasions' : `/occasions?open=${open}`);

export default function Occasions() {
  const { t } = useWords();
  const { data: me } = useMe();
  const asked = new URLSearchParams(useSearch()).get('open');
  const open = asked === 'true' ? true : asked === 'false' ? false : undefined;
  const list = useOccasions({ open });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={layout.head}>
        <PageHeading title={t('occasions.title')} />
        {me && may(me, 'open_occasion') && <OpenOccasion me={me} />}
      </div>
      <div className={layout.stack}>
        <TabLinks
          label={t('occasions.byState')}
          tabs={tabs.map((each) => ({
            href: addressOf(each),
            label: each === undefined ? t('decisions.state.all') : each ? t('occasions.open') : t('occasions.closed'),
            current: each === open,
          }))}
        />
        {list.isPending && <Loading />}
        {list.error && <Trouble error={list.error} retry={list.refetch} />}
        {list.isSuccess && items.length === 0 && <p className={layout.empty}>{t('occasions.empty')}</p>}
        <ul className={layout.stack}>
          {items.map((each) => (
            <li key={each.id}>
              <OccasionItem occasion={each} closable={may(me, 'close_occasion')} />
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('occasions.more')}
          </Button>
        )}
      </div>
    </>
  );
}
