// For the unit while it has the dossier: the way to where it is finished.
import { PenLine } from 'lucide-react';
import { Link } from 'wouter';
import { useActions } from '../../api/dossier';
import { useWords } from '../../words/WordsProvider';
import styles from './DossierHeader.module.css';

export function EditLink({ dossier }: { dossier: string }) {
  const { t } = useWords();
  const { data } = useActions(dossier);
  if (!data?.actions.some((action) => action.command === 'edit_content' && action.allowed)) return null;
  return (
    <Link href={`/dossiers/${dossier}/edit`} className={`${styles.back} no-print`}>
      <PenLine size={18} aria-hidden />
      {t('draft.open')}
    </Link>
  );
}
