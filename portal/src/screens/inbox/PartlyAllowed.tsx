// An act that only some of the chosen dossiers allow, and what stands against the others.
import layout from '../../parts/layout.module.css';
import { NamedReasons } from '../../parts/NamedReasons';
import { useWords } from '../../words/WordsProvider';
import type { CommonAction } from './bulk';

export function PartlyAllowed({ action, n }: { action: CommonAction; n: number }) {
  const { t } = useWords();
  return (
    <details className={layout.soft}>
      <summary>{t('desk.bulkPartly', { command: t(`command.${action.command}`), m: action.dossiers, n })}</summary>
      <NamedReasons reasons={action.reasons} />
    </details>
  );
}
