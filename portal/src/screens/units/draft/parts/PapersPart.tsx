// The papers of the dossier by slot: what is wanted, what is there in which versions, and sending files.
import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../../api/client';
import { useSubmission } from '../../../../api/submissions';
import { useWords } from '../../../../words/WordsProvider';
import { PaperSlot } from '../../papers/PaperSlot';
import { useUploads } from '../../papers/useUploads';
import styles from '../../Units.module.css';
import { fieldId } from '../addresses';
import { useDesk } from '../DraftContext';
import { PartHeading } from './PartHeading';

export function PapersPart() {
  const { t, lookUp } = useWords();
  const { dossier, check } = useDesk();
  const cache = useQueryClient();
  const { data: submission } = useSubmission(dossier.submission);
  const reload = () => {
    for (const queryKey of [['dossier', dossier.id], ['submission', dossier.submission]]) {
      void cache.invalidateQueries({ queryKey });
    }
  };
  const own = useUploads({
    address: (slot, kind) => `/v1/dossiers/${dossier.id}/papers/${slot}?kind=${kind}`,
    look: () => answer(api.GET('/v1/dossiers/{id}', { params: { path: { id: dossier.id } } })),
    onDone: reload,
  });
  const shared = useUploads({
    address: (slot, kind) => `/v1/submissions/${dossier.submission}/papers/${slot}?kind=${kind}`,
    look: () => answer(api.GET('/v1/submissions/{id}', { params: { path: { id: dossier.submission } } })),
    onDone: reload,
  });
  const stageName = (id: string) => dossier.route.find((stage) => stage.id === id)?.name ?? id;
  const atSubmit = check.papers.filter((paper) => paper.required_at === 'submit');
  const later = check.papers.filter((paper) => paper.required_at !== 'submit');
  return (
    <section className={styles.card}>
      <PartHeading name="papers" />
      <p className={styles.soft}>{t('draft.papersHelp')}</p>
      {atSubmit.map((wanted) => {
        const ofDossier = wanted.level === 'dossier';
        const there = (ofDossier ? dossier.papers : submission?.papers) ?? [];
        return (
          <PaperSlot
            key={wanted.level + wanted.slot}
            id={fieldId(`/papers/${wanted.slot}`)}
            slot={wanted.slot}
            note={ofDossier ? undefined : t('papers.submission')}
            source={wanted.source}
            papers={there.filter((paper) => paper.slot === wanted.slot)}
            uploads={ofDossier ? own : shared}
            address={({ id }) =>
              ofDossier ? `/v1/dossiers/${dossier.id}/papers/${id}` : `/v1/submissions/${dossier.submission}/papers/${id}`
            }
          />
        );
      })}
      {later.length > 0 && (
        <ul>
          {later.map((paper) => (
            <li key={paper.slot} className={styles.soft}>
              {lookUp(`slot.${paper.slot}`, paper.slot)}: {t('papers.later', { stage: stageName(paper.required_at) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
