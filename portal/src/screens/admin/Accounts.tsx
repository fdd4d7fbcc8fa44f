// Who may sign in.
import { Button, TextInput } from '@mantine/core';
import type { Me } from '../../api/me';
import { useAccounts, useAddAccount } from '../../api/accounts';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { Trouble } from '../../parts/Trouble';
import { useSought } from '../../parts/useSought';
import { useWords } from '../../words/WordsProvider';
import { AccountTable } from './AccountTable';

export function Accounts({ me }: { me: Me }) {
  const { t } = useWords();
  const [typed, type, sought] = useSought();
  const list = useAccounts(sought);
  const add = useAddAccount();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
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
          maxLength={300}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
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
        {list.isSuccess && (items.length > 0 ? t('admin.shown', { n: items.length }) : t('find.nothing'))}
      </p>
      {items.length > 0 && <AccountTable accounts={items} me={me} />}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
    </>
  );
}
