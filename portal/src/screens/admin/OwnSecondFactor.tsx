// One's own second factor: setting one up, or giving it up where the role does not ask for it.
import { PasswordInput, TextInput } from '@mantine/core';
import { useGiveUpSecondFactor } from '../../api/ownSessions';
import { useBeginSecondFactor, useConfirmSecondFactor, useSession } from '../../api/session';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';

const digits = (form: FormData) => formText(form, 'code').replace(/\s/g, '');

export function OwnSecondFactor() {
  const { t } = useWords();
  const { data: session } = useSession();
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  const giveUp = useGiveUpSecondFactor();
  if (!session) return null;
  const { enrolled, required } = session.second_factor;
  const password = (
    <PasswordInput
      name="password"
      label={t('password.current')}
      autoComplete="current-password"
      required
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
    />
  );
  const code = <TextInput name="code" label={t('signIn.code')} autoComplete="one-time-code" inputMode="numeric" required />;
  return (
    <section className={layout.card} aria-labelledby="own-factor">
      <h2 id="own-factor">{t('admin.factor')}</h2>
      <p className={layout.soft}>{enrolled ? t('admin.factorOn') : t('admin.factorOff')}</p>
      {enrolled && required && <p className={layout.soft}>{t('admin.factorHeld')}</p>}
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
            done={t('admin.factorConfirmed')}
            run={async (form) => {
              await confirm.mutateAsync(digits(form));
              begin.reset();
            }}
          >
            {code}
          </ActDialog>
        ) : enrolled ? (
          !required && (
            <ActDialog
              key="again"
              label={t('admin.factorAgain')}
              text={t('admin.factorAgainEffect')}
              run={async (form) => {
                const known = String(form.get('password'));
                await giveUp.mutateAsync({ password: known, code: digits(form) });
                await begin.mutateAsync(known);
              }}
            >
              {password}
              {code}
            </ActDialog>
          )
        ) : (
          <ActDialog key="first" label={t('factor.title')} run={(form) => begin.mutateAsync(String(form.get('password')))}>
            {password}
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
            {password}
            {code}
          </ActDialog>
        )}
      </div>
    </section>
  );
}
