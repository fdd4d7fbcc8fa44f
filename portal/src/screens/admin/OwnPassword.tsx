// Changing one's own password.
import { PasswordInput } from '@mantine/core';
import { useChangePassword } from '../../api/session';
import { ActDialog } from '../../parts/ActDialog';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';

export function OwnPassword() {
  const { t } = useWords();
  const change = useChangePassword();
  const toggle = { 'aria-label': t('signIn.show'), tabIndex: 0 };
  return (
    <section className={layout.card} aria-labelledby="own-password">
      <h2 id="own-password">{t('signIn.password')}</h2>
      <p className={layout.soft}>{t('admin.passwordText')}</p>
      <div className={layout.tools}>
        <ActDialog
          label={t('password.title')}
          done={t('admin.passwordChanged')}
          run={(form) =>
            change.mutateAsync({ current_password: String(form.get('current')), new_password: String(form.get('new')) })
          }
        >
          <PasswordInput name="current" label={t('password.current')} autoComplete="current-password" required visibilityToggleButtonProps={toggle} />
          <PasswordInput
            name="new"
            label={t('password.new')}
            description={t('password.help')}
            autoComplete="new-password"
            minLength={8}
            required
            visibilityToggleButtonProps={toggle}
          />
        </ActDialog>
      </div>
    </section>
  );
}
