// "Quản trị": accounts, roles, definitions, webhooks, and what concerns one's own account.
import { useMe } from '../../api/me';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { PageHeading } from '../../parts/PageHeading';
import { TabLinks } from '../../parts/TabLinks';
import { useWords } from '../../words/WordsProvider';
import { Accounts } from './Accounts';
import { Appointments } from './Appointments';
import { Definitions } from './Definitions';
import { OwnAccount } from './OwnAccount';
import { sectionsFor } from './sections';
import { Webhooks } from './Webhooks';

const screens = {
  accounts: Accounts,
  appointments: Appointments,
  definitions: Definitions,
  webhooks: Webhooks,
  account: OwnAccount,
} as const;

export default function Admin({ section }: { section: string | undefined }) {
  const { t } = useWords();
  const { data: me } = useMe();
  if (!me) return <Loading />;
  const possible = sectionsFor(me);
  const current = possible.find((each) => each === section) ?? possible[0] ?? 'account';
  const Screen = screens[current];
  return (
    <div className={layout.stack}>
      <PageHeading key={current} title={t(`admin.${current}`)} />
      <TabLinks
        label={t('admin.title')}
        tabs={possible.map((each) => ({ href: `/admin/${each}`, label: t(`admin.${each}`), current: each === current }))}
      />
      <Screen me={me} />
    </div>
  );
}
