// Whoever decides sets up a second factor: a secret for the authenticator, confirmed by one of its codes.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useBeginSecondFactor, useConfirmSecondFactor } from '../../api/session';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { Entrance } from './Entrance';
import styles from './form.module.css';

const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

export default function EnrolSecondFactor({ login }: { login: string | undefined }) {
  const { t } = useWords();
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  const field = (event: FormEvent<HTMLFormElement>, name: string) => {
    event.preventDefault();
    return String(new FormData(event.currentTarget).get(name));
  };
  if (!begin.data) {
    return (
      <Entrance title={t('factor.title')} why={t('factor.why')}>
        <form className={styles.form} onSubmit={(event) => begin.mutate(field(event, 'password'))}>
          <input type="text" autoComplete="username" value={login ?? ''} readOnly hidden />
          <PasswordInput
            name="password"
            label={t('password.current')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
          />
          {begin.error && <Trouble error={begin.error} title={t('decide.problem')} />}
          <Button type="submit" loading={begin.isPending}>
            {t('factor.begin')}
          </Button>
        </form>
      </Entrance>
    );
  }
  return (
    <Entrance title={t('factor.title')} why={t('factor.step')}>
      <form className={styles.form} onSubmit={(event) => confirm.mutate(field(event, 'code').replace(/\s/g, ''))}>
        <div>
          <p>{t('factor.secret')}</p>
          <p className={styles.secret}>{inGroups(begin.data.secret)}</p>
        </div>
        <a href={begin.data.uri}>{t('factor.link')}</a>
        <TextInput
          name="code"
          label={t('signIn.code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          withAsterisk={false}
        />
        {confirm.error && <Trouble error={confirm.error} title={t('decide.problem')} />}
        <Button type="submit" loading={confirm.isPending}>
          {t('factor.confirm')}
        </Button>
      </form>
    </Entrance>
  );
}
