// The dossiers that stand in the decision; while it is open, each can be taken out again.
import { Link } from 'wouter';
import type { Decision } from '../../api/decisions';
import type { DossierLine } from '../../api/lists';
import { CardTable } from '../../parts/CardTable';
import layout from '../../parts/layout.module.css';
import { StateTag } from '../../parts/StateTag';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import { RemoveDossier } from './RemoveDossier';

export function DecisionDossiers({ decision, removable }: { decision: Decision; removable: boolean }) {
  const { t } = useWords();
  const { dossiers } = decision;
  return (
    <section className={layout.stack} aria-labelledby="in-decision">
      <h2 id="in-decision">{t('decisions.inside', { n: dossiers.length })}</h2>
      {dossiers.length === 0 ? (
        <p className={layout.empty}>{t('decisions.insideEmpty')}</p>
      ) : (
        <CardTable
          caption={t('decisions.inside', { n: dossiers.length })}
          rows={dossiers}
          keyOf={(line) => line.id}
          columns={[
            {
              key: 'name',
              label: t('content.nominee'),
              heads: true,
              cell: (line) => (
                <Link href={`/dossiers/${line.id}`}>
                  <Vi>{line.nominee_name}</Vi>
                </Link>
              ),
            },
            { key: 'code', label: t('decisions.code'), cell: (line) => line.code },
            { key: 'unit', label: t('filter.unit'), cell: (line) => <Vi>{line.unit_name}</Vi> },
            {
              key: 'state',
              label: t('filter.phase'),
              cell: (line) => <StateTag phase={line.phase} state={line.visible_state} />,
            },
            ...(removable
              ? [{ key: 'remove', label: t('decisions.acts'), cell: (line: DossierLine) => <RemoveDossier line={line} /> }]
              : []),
          ]}
        />
      )}
    </section>
  );
}
