// Accounts as rows: who, how they sign in, and what an administrator can do with each.
import { Ban, CircleCheck, KeyRound } from 'lucide-react';
import type { Account } from '../../api/accounts';
import type { Me } from '../../api/me';
import { CardTable } from '../../parts/CardTable';
import { Tag } from '../../parts/Tag';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import { AccountActs } from './AccountActs';
import styles from './rows.module.css';

export function AccountTable({ accounts, me }: { accounts: readonly Account[]; me: Me }) {
  const { t } = useWords();
  const password = ({ has_password, must_change_password }: Account) => {
    if (!has_password) return t('admin.noPassword');
    return must_change_password ? t('admin.firstPassword') : t('admin.ownPassword');
  };
  const name = ({ name, login, email }: Account) => (
    <>
      <Vi>{name}</Vi>
      <span className={styles.soft}>{email ? `${login} · ${email}` : login}</span>
    </>
  );
  const state = ({ disabled, second_factor }: Account) => (
    <span className={styles.tags}>
      <Tag tone={disabled ? 'late' : 'ok'} icon={disabled ? Ban : CircleCheck}>
        {disabled ? t('admin.disabled') : t('admin.enabled')}
      </Tag>
      {second_factor && (
        <Tag tone="primary" icon={KeyRound}>
          {t('admin.secondFactor')}
        </Tag>
      )}
    </span>
  );
  return (
    <CardTable
      caption={t('admin.accounts')}
      rows={accounts}
      keyOf={({ person }) => person}
      columns={[
        { key: 'name', label: t('admin.name'), heads: true, cell: name },
        { key: 'password', label: t('signIn.password'), cell: password },
        { key: 'state', label: t('admin.stateNow'), cell: state },
        { key: 'acts', label: t('admin.acts'), cell: (each) => <AccountActs account={each} own={each.person === me.person} /> },
      ]}
    />
  );
}
