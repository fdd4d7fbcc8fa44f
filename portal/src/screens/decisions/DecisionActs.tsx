// Signing and numbering, for whoever may do it now; for others, who the decision waits for.
import { TextInput } from '@mantine/core';
import { type Decision, type DecisionAction, isForAnother, useDecisionAct } from '../../api/decisions';
import type { Me } from '../../api/me';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { NamedDateField } from '../../parts/NamedDateField';
import { useWords } from '../../words/WordsProvider';
import { QuotaEffect } from './QuotaEffect';
import { WhyNot } from './WhyNot';

interface DecisionActsProps {
  readonly decision: Decision;
  readonly actions: readonly DecisionAction[];
  readonly me: Me;
}

export function DecisionActs({ decision, actions, me }: DecisionActsProps) {
  const { t } = useWords();
  const act = useDecisionAct(decision.id);
  const { state, version, dossiers } = decision;
  const action = (command: DecisionAction['command']) => actions.find((each) => each.command === command);
  const count = dossiers.length;
  if (action('sign')?.allowed) {
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
  if (action('number')?.allowed) {
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
  const next = action(state === 'open' ? 'sign' : 'number');
  if (!next) return null;
  const waits = state === 'open' ? t('decisions.waitsForSigner') : t('decisions.waitsForNumber');
  return isForAnother(next) ? <p className={layout.soft}>{waits}</p> : <WhyNot reasons={next.reasons} />;
}
