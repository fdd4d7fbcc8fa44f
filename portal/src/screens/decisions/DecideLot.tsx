// The two answers that can be given to many dossiers at once, each confirmed first.
import { Textarea } from '@mantine/core';
import type { Decision } from '../../api/decisions';
import type { DossierLine } from '../../api/lists';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';
import type { BatchItem } from './batch';
import { QuotaEffect } from './QuotaEffect';
import type { BatchAct } from './useBatch';

interface DecideLotProps {
  readonly decision: Decision;
  readonly chosen: readonly DossierLine[];
  readonly disabled: boolean;
  onStart(act: BatchAct, items: readonly BatchItem[]): Promise<unknown>;
}

export function DecideLot({ decision, chosen, disabled, onStart }: DecideLotProps) {
  const { t } = useWords();
  const n = chosen.length;
  if (n === 0 || disabled) return <p className={layout.soft}>{t('decisions.chooseFirst')}</p>;
  const start = (command: BatchAct['command'], body: Record<string, unknown>) => {
    void onStart({ command, body }, chosen);
    return Promise.resolve();
  };
  return (
    <div className={layout.tools}>
      <ActDialog
        label={t('decisions.approveLot', { n })}
        title={t('command.approve')}
        submit={t('decisions.approveLot', { n })}
        // Once there is something to sign, that is the page's main act.
        primary={decision.dossiers.length === 0}
        text={
          <div className={layout.stack}>
            <p>{t('decisions.approveEffect', { n })}</p>
            <QuotaEffect occasion={decision.occasion} form={decision.form} added={chosen} />
          </div>
        }
        run={() => start('approve', { decision: decision.id })}
      />
      <ActDialog
        label={t('decisions.declineLot', { n })}
        title={t('command.decline')}
        submit={t('decisions.declineLot', { n })}
        danger
        text={<p>{t('decisions.declineEffect', { n })}</p>}
        run={(form) => start('decline', { reason: formText(form, 'reason') })}
      >
        <Textarea name="reason" label={t('field.reason')} required rows={3} />
      </ActDialog>
    </div>
  );
}
