// What an administrator can do with one account.
import { PasswordInput, TextInput } from '@mantine/core';
import { Link } from 'wouter';
import { type Account, useGivePassword, useSetEmail, useSwitchAccount } from '../../api/accounts';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import { useWords } from '../../words/WordsProvider';
import styles from './rows.module.css';

export function AccountActs({ account, own }: { account: Account; own: boolean }) {
  const { t } = useWords();
  const turn = useSwitchAccount(account);
  const email = useSetEmail(account);
  const password = useGivePassword(account);
  const { login, name, disabled } = account;
  const who = { name: `${name} (${login})` };
  return (
    <div className={styles.acts}>
      <Link href={`/admin/appointments?person=${account.person}`}>{t('admin.rolesOf')}</Link>
      <ActDialog
        quiet
        label={t('admin.setEmail')}
        text={who.name}
        done={t('admin.emailSet')}
        run={(form) => email.mutateAsync(formText(form, 'email'))}
      >
        <TextInput name="email" type="email" label={t('admin.email')} defaultValue={account.email} description={t('admin.emailHelp')} />
      </ActDialog>
      {!own && (
        <ActDialog
          quiet
          label={t('admin.givePassword')}
          text={t('admin.givePasswordEffect', who)}
          done={t('admin.passwordGiven')}
          run={(form) => password.mutateAsync(String(form.get('password')))}
        >
          <PasswordInput
            name="password"
            label={t('admin.newFirstPassword')}
            description={t('password.help')}
            autoComplete="off"
            minLength={8}
            required
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
          />
        </ActDialog>
      )}
      {!own && (
        <ActDialog
          quiet
          label={disabled ? t('admin.enable') : t('admin.disable')}
          danger={!disabled}
          text={disabled ? t('admin.enableEffect', who) : t('admin.disableEffect', who)}
          done={disabled ? t('admin.enabledNow') : t('admin.disabledNow')}
          run={() => turn.mutateAsync(disabled)}
        />
      )}
    </div>
  );
}
