// One account and what an administrator can do with it.
import { PasswordInput, TextInput } from '@mantine/core';
import { Ban, CircleCheck, KeyRound } from 'lucide-react';
import { Link } from 'wouter';
import { type Account, useGivePassword, useSetEmail, useSwitchAccount } from '../../api/accounts';
import { ActDialog } from '../../parts/ActDialog';
import { Facts } from '../../parts/Facts';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { Tag } from '../../parts/Tag';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';

export function AccountItem({ account, own }: { account: Account; own: boolean }) {
  const { t } = useWords();
  const turn = useSwitchAccount(account);
  const email = useSetEmail(account);
  const password = useGivePassword(account);
  const { login, name, disabled } = account;
  const who = { name: `${name} (${login})` };
  const passwordState = !account.has_password
    ? t('admin.noPassword')
    : account.must_change_password
      ? t('admin.firstPassword')
      : t('admin.ownPassword');
  return (
    <article className={layout.card}>
      <div className={layout.cardHead}>
        <h2>
          <Vi>{name}</Vi>
        </h2>
        <Tag tone={disabled ? 'late' : 'ok'} icon={disabled ? Ban : CircleCheck}>
          {disabled ? t('admin.disabled') : t('admin.enabled')}
        </Tag>
        {account.second_factor && (
          <Tag tone="primary" icon={KeyRound}>
            {t('admin.secondFactor')}
          </Tag>
        )}
      </div>
      <Facts
        items={[
          [t('signIn.login'), login],
          [t('admin.email'), account.email],
          [t('signIn.password'), passwordState],
        ]}
      />
      <div className={layout.tools}>
        <Link href={`/admin/appointments?person=${account.person}`}>{t('admin.rolesOf')}</Link>
        <ActDialog
          label={t('admin.setEmail')}
          text={who.name}
          done={t('admin.emailSet')}
          run={(form) => email.mutateAsync(formText(form, 'email'))}
        >
          <TextInput name="email" type="email" label={t('admin.email')} defaultValue={account.email} description={t('admin.emailHelp')} />
        </ActDialog>
        {!own && (
          <ActDialog
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
            label={disabled ? t('admin.enable') : t('admin.disable')}
            danger={!disabled}
            text={disabled ? t('admin.enableEffect', who) : t('admin.disableEffect', who)}
            done={disabled ? t('admin.enabledNow') : t('admin.disabledNow')}
            run={() => turn.mutateAsync(disabled)}
          />
        )}
      </div>
    </article>
  );
}
