// One decision: what it is, its dossiers, those that wait for it, and signing and numbering it.
import { useState } from 'react';
import { isForAnother, useDecision, useDecisionActions } from '../../api/decisions';
import { useMe } from '../../api/me';
import { useOccasion } from '../../api/occasions';
import { useFormNames } from '../../api/plans';
import { Facts } from '../../parts/Facts';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { PageHeading } from '../../parts/PageHeading';
import { TroublePage } from '../../parts/TroublePage';
import { Vi } from '../../parts/Vi';
import { formatDate } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { DecisionActs } from './DecisionActs';
import { DecisionDossiers } from './DecisionDossiers';
import { DecisionTag } from './DecisionTag';
import { WaitingDossiers } from './WaitingDossiers';

export default function DecisionPage({ id }: { id: string }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const { data: decision, error, refetch } = useDecision(id);
  const { data: occasion } = useOccasion(decision?.occasion);
  const { data: actions } = useDecisionActions(id);
  const formName = useFormNames();
  // Whoever took dossiers into it, or out of it, sees what came of that though nothing more is left to do.
  const [filling, setFilling] = useState(false);
  const approve = actions?.find((action) => action.command === 'approve');
  const removable = actions?.some((action) => action.command === 'remove_from_decision' && action.allowed) ?? false;
  const fillable = removable || (approve !== undefined && !isForAnother(approve));
  if (fillable && !filling) setFilling(true);
  if (error && !decision) return <TroublePage error={error} retry={refetch} />;
  if (!decision) return <Loading />;
  const form = occasion?.form_names[decision.form] ?? formName(occasion?.plan.id, decision.form);
  const numbered = decision.number && decision.date;
  const fills = decision.state === 'open' && (filling || fillable);
  return (
    <div className={layout.stack}>
      <div className={layout.cardHead}>
        <PageHeading title={t('decisions.one')}>
          {numbered
            ? t('decisions.numbered', { number: decision.number ?? '', date: formatDate(decision.date ?? '') })
            : t('decisions.draftOf', { authority: decision.authority_name })}
        </PageHeading>
        <DecisionTag state={decision.state} />
      </div>
      <section className={layout.card} aria-label={t('decisions.one')}>
        <Facts
          items={[
            [t('decisions.form'), <Vi key="form">{form}</Vi>],
            [t('decisions.occasion'), occasion && <Vi key="occasion">{occasion.name}</Vi>],
            [t('decisions.authority'), <Vi key="authority">{decision.authority_name}</Vi>],
            [t('decisions.signer'), decision.signer && (decision.names.people[decision.signer] ?? decision.signer)],
            [
              t('decisions.behalf'),
              decision.acting_for && (decision.names.people[decision.acting_for.person] ?? decision.acting_for.person),
            ],
          ]}
        />
        {me && actions && <DecisionActs decision={decision} actions={actions} me={me} />}
      </section>
      <DecisionDossiers decision={decision} removable={removable} />
      {fills && occasion && (
        <div className="no-print">
          <WaitingDossiers decision={decision} occasion={occasion} />
        </div>
      )}
    </div>
  );
}
