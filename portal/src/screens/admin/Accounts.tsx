// Who may sign in.
import { TextInput } from '@mantine/core';
import type { Me } from '../../api/me';
import { useAllAccounts, useAddAccount } from '../../api/accounts';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { AccountItem } from './AccountItem';
import { useNeedle } from './useNeedle';

const shownAtOnce = 30;

export function Accounts({ me }: { me: Me }) {
  const { t } = useWords();
  const list = useAllAccounts();
  const add = useAddAccount();
  const [needle, setNeedle, matches] = useNeedle();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = items.filter((each) => matches(`${each.login} ${each.name}`));
  const run = (form: FormData) => {
    const email = formText(form, 'email');
    return add.mutateAsync({ login: formText(form, 'login'), name: formText(form, 'name'), ...(email && { email }) });
  };
  return (
    <>
      <div className={layout.tools}>
        <TextInput
          type="search"
          aria-label={t('admin.find')}
          placeholder={t('admin.find')}
          value={needle}
          onChange={(event) => setNeedle(event.currentTarget.value)}
        />
        <ActDialog label={t('admin.addAccount')} primary done={t('admin.accountAdded')} run={run}>
          <TextInput name="login" label={t('signIn.login')} required pattern="[A-Za-z0-9._@\-]{2,64}" description={t('admin.loginHelp')} />
          <TextInput name="name" label={t('admin.name')} required maxLength={200} />
          <TextInput name="email" type="email" label={t('admin.email')} />
        </ActDialog>
      </div>
      {list.isPending && <Loading />}
      {list.error && <Trouble error={list.error} retry={list.refetch} />}
      <p role="status" className={layout.soft}>
        {list.isSuccess && t('admin.shown', { n: shown.length, total: items.length })}
      </p>
      <ul className={layout.stack}>
        {shown.slice(0, shownAtOnce).map((each) => (
          <li key={each.person}>
            <AccountItem account={each} own={each.person === me.person} />
          </li>
        ))}
      </ul>
      {shown.length > shownAtOnce && <p className={layout.soft}>{t('admin.narrow', { n: shownAtOnce })}</p>}
    </>
  );
}
