// One's own second factor: setting one up, putting a new one in its place, or giving it up where the role does not ask for it.
import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useGiveUpSecondFactor, useRenewSecondFactor } from '../../api/ownSessions';
import { useBeginSecondFactor, useConfirmSecondFactor, useSession } from '../../api/session';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';

const digits = (form: FormData, name = 'code') => formText(form, name).replace(/\s/g, '');

export function OwnSecondFactor() {
  const { t } = useWords();
  const { data: session } = useSession();
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  const renew = useRenewSecondFactor();
  const giveUp = useGiveUpSecondFactor();
  const [password, setPassword] = useState('');
  if (!session) return null;
  const { enrolled, required } = session.second_factor;
  const code = (name: string, label: string) => (
    <TextInput name={name} label={label} autoComplete="one-time-code" inputMode="numeric" required />
  );
  const passwordField = (
    <PasswordInput
      name="password"
      label={t('password.current')}
      autoComplete="current-password"
      required
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
    />
  );
  const start = async (form: FormData) => {
    setPassword(String(form.get('password')));
    await begin.mutateAsync(String(form.get('password')));
  };
  const finish = async (form: FormData, secret: string) => {
    if (enrolled) await renew.mutateAsync({ password, secret, code: digits(form), new_code: digits(form, 'new_code') });
    else await confirm.mutateAsync(digits(form, 'new_code'));
    setPassword('');
    begin.reset();
  };
  return (
    <section className={layout.card} aria-labelledby="own-factor">
      <h2 id="own-factor">{t('admin.factor')}</h2>
      <p className={layout.soft}>{enrolled ? t('admin.factorOn') : t('admin.factorOff')}</p>
      {begin.data && (
        <>
          <p>{t('factor.secret')}</p>
          <p className={layout.secret}>{begin.data.secret.match(/.{1,4}/g)?.join(' ')}</p>
          <a href={begin.data.uri}>{t('factor.link')}</a>
        </>
      )}
      <div className={layout.tools}>
        {begin.data ? (
          <ActDialog
            label={t('factor.confirm')}
            text={t('factor.step')}
            done={t(enrolled ? 'admin.factorRenewed' : 'admin.factorConfirmed')}
            run={(form) => finish(form, begin.data.secret)}
          >
            {enrolled && code('code', t('factor.presentCode'))}
            {code('new_code', enrolled ? t('factor.newCode') : t('signIn.code'))}
          </ActDialog>
        ) : (
          <ActDialog
            label={t(enrolled ? 'admin.factorAgain' : 'factor.title')}
            {...(enrolled && { text: t('admin.factorAgainEffect') })}
            run={start}
          >
            {passwordField}
          </ActDialog>
        )}
        {enrolled && !required && (
          <ActDialog
            label={t('admin.factorGiveUp')}
            danger
            text={t('admin.factorGiveUpEffect')}
            done={t('admin.factorGivenUp')}
            run={(form) => giveUp.mutateAsync({ password: String(form.get('password')), code: digits(form) })}
          >
            {passwordField}
            {code('code', t('signIn.code'))}
          </ActDialog>
        )}
      </div>
    </section>
  );
}
