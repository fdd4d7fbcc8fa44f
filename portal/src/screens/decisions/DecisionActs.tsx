// Signing and numbering, for whoever may do it now; for others, who the decision waits for.
import { TextInput } from '@mantine/core';
import { type Decision, useDecisionAct } from '../../api/decisions';
import type { Me } from '../../api/me';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { NamedDateField } from '../../parts/NamedDateField';
import { useWords } from '../../words/WordsProvider';
import { QuotaEffect } from './QuotaEffect';
import { decides, numbers } from './roles';

export function DecisionActs({ decision, me }: { decision: Decision; me: Me }) {
  const { t } = useWords();
  const act = useDecisionAct(decision.id);
  const { state, version, dossiers, authority } = decision;
  const own = me.office === authority;
  const count = dossiers.length;
  if (state === 'open' && own && decides(me.role)) {
    if (count === 0) return <p className={layout.soft}>{t('decisions.nothingToSign')}</p>;
    return (
      <div className={layout.tools}>
        <ActDialog
          label={t('command.sign')}
          primary
          text={
            <div className={layout.stack}>
              <p>{t('decisions.signEffect', { n: count })}</p>
              <QuotaEffect occasion={decision.occasion} form={decision.form} added={[]} />
            </div>
          }
          done={t('decisions.signed')}
          run={() => act.mutateAsync({ command: 'sign', version, body: {} })}
        />
      </div>
    );
  }
  if (state === 'signed' && own && numbers(me.role)) {
    return (
      <div className={layout.tools}>
        <ActDialog
          label={t('command.number')}
          primary
          text={<p>{t('decisions.numberEffect', { n: count })}</p>}
          done={t('decisions.numberedNow')}
          run={(form) =>
            act.mutateAsync({
              command: 'number',
              version,
              body: { number: formText(form, 'number'), date: formText(form, 'date') },
            })
          }
        >
          <TextInput name="number" label={t('field.number')} required maxLength={100} />
          <NamedDateField name="date" label={t('field.date')} required initial={me.today} />
        </ActDialog>
      </div>
    );
  }
  if (state === 'numbered') return null;
  return <p className={layout.soft}>{state === 'open' ? t('decisions.waitsForSigner') : t('decisions.waitsForNumber')}</p>;
}
