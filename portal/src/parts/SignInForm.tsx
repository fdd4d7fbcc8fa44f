// Login and password, and the code of the second factor once the server asks for it.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Refusal } from '../api/Refusal';
import { refusalWords } from '../api/refusalWords';
import { type Session, useSignIn } from '../api/session';
import { useWords } from '../words/WordsProvider';
import styles from './SignInForm.module.css';

interface SignInFormProps {
  readonly login?: string;
  onSignedIn?(session: Session): unknown;
}

export function SignInForm({ login = '', onSignedIn }: SignInFormProps) {
  const speech = useWords();
  const { t } = speech;
  const signIn = useSignIn();
  const [codeAsked, setCodeAsked] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const code = String(form.get('code') ?? '').replace(/\s/g, '');
    const credentials = { login: String(form.get('login')).trim(), password: String(form.get('password')) };
    signIn.mutate(code ? { ...credentials, code } : credentials, {
      onSuccess: (session) => onSignedIn?.(session),
      onError: (error) => {
        if (error instanceof Refusal && error.code === 'second_factor_code_needed') setCodeAsked(true);
      },
    });
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <TextInput name="login" label={t('signIn.login')} autoComplete="username" defaultValue={login} required withAsterisk={false} />
      <PasswordInput
        name="password"
        label={t('signIn.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
      />
      {codeAsked && (
        <TextInput
          name="code"
          label={t('signIn.code')}
          description={t('signIn.codeHelp')}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
        />
      )}
      {signIn.error && (
        <p className={styles.fault} role="alert">
          {refusalWords(signIn.error, speech).message}
        </p>
      )}
      <Button type="submit" loading={signIn.isPending}>
        {t('signIn.do')}
      </Button>
    </form>
  );
}
