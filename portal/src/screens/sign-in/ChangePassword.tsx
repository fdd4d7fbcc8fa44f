// A first password must be changed before anything else.
import { Button, PasswordInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useChangePassword } from '../../api/session';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { Entrance } from './Entrance';
import styles from './form.module.css';

export default function ChangePassword({ login }: { login: string | undefined }) {
  const { t } = useWords();
  const change = useChangePassword();
  const toggle = { 'aria-label': t('signIn.show'), tabIndex: 0 };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    change.mutate({ current_password: String(form.get('current')), new_password: String(form.get('new')) });
  };
  return (
    <Entrance title={t('password.title')} why={t('password.why')}>
      <form className={styles.form} onSubmit={send}>
        <input type="text" autoComplete="username" value={login ?? ''} readOnly hidden />
        <PasswordInput
          name="current"
          label={t('password.current')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          name="new"
          label={t('password.new')}
          description={t('password.help')}
          autoComplete="new-password"
          minLength={8}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={toggle}
        />
        {change.error && <Trouble error={change.error} title={t('decide.problem')} />}
        <Button type="submit" loading={change.isPending}>
          {t('password.do')}
        </Button>
      </form>
    </Entrance>
  );
}
