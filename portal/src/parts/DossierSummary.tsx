// A dossier in short, beside the list: where it is, what was last said, failed checks first, papers, and the acts of the list.
import { Button } from '@mantine/core';
import { ArrowRight, Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import { useDossier } from '../api/dossier';
import { useWords } from '../words/WordsProvider';
import { ClaimButtons } from './ClaimButtons';
import styles from './DossierSummary.module.css';
import { LimitTag } from './LimitTag';
import { Loading } from './Loading';
import { MiniRoute } from './MiniRoute';
import { NextActs } from './NextActs';
import { StateTag } from './StateTag';
import { SummaryChecks } from './SummaryChecks';
import { SummaryNote } from './SummaryNote';
import { SummaryPapers } from './SummaryPapers';
import { Tag } from './Tag';
import { Trouble } from './Trouble';
import { Vi } from './Vi';

export function DossierSummary({ id }: { id: string }) {
  const { t } = useWords();
  const { data: dossier, error, refetch } = useDossier(id);
  if (error) return <Trouble error={error} retry={refetch} />;
  if (!dossier) return <Loading />;
  const openPoints = dossier.points.filter((point) => point.open).length;
  return (
    <div className={styles.summary}>
      <div>
        <p className={styles.code}>
          {dossier.code} · {t(`kind.${dossier.subject_kind}`)}
        </p>
        <h2 className={styles.name}>
          {dossier.nominee_name ? <Vi>{dossier.nominee_name}</Vi> : t('draft.unnamed')}
        </h2>
        <p className={styles.form}>
          <Vi>{dossier.form_name}</Vi>
        </p>
      </div>
      <div className={styles.tags}>
        <StateTag phase={dossier.phase} state={dossier.visible_state} />
        {dossier.limit && <LimitTag limit={dossier.limit} />}
        {openPoints > 0 && (
          <Tag tone="warn" icon={Undo2}>
            {t('dossier.openPoints', { n: openPoints })}
          </Tag>
        )}
      </div>
      <div>
        <MiniRoute dossier={dossier} />
        {dossier.stage_name && <p className={styles.stage}>{<Vi>{dossier.stage_name}</Vi>}</p>}
      </div>
      <SummaryNote id={id} />
      <SummaryChecks id={id} />
      <SummaryPapers dossier={dossier} />
      <div className={styles.acts}>
        <Button component={Link} href={`/dossiers/${id}`} fullWidth rightSection={<ArrowRight size={18} aria-hidden />}>
          {t('list.open')}
        </Button>
        <NextActs id={id} />
        <ClaimButtons id={id} />
      </div>
    </div>
  );
}
