// The person's saved filters as links to the list they filter.
import { X } from 'lucide-react';
import { Link } from 'wouter';
import { useDeleteView, useViews } from '../api/views';
import { addressOf } from '../screens/dossiers/address';
import { useWords } from '../words/WordsProvider';
import styles from './SavedViews.module.css';

export function SavedViews({ removable = false }: { removable?: boolean }) {
  const { t } = useWords();
  const { data: views } = useViews();
  const remove = useDeleteView();
  if (!views || views.items.length === 0) return null;
  return (
    <nav aria-label={t('views.title')}>
      <ul className={styles.views}>
        {views.items.map((view) => {
          const { address, text } = addressOf(view.filter);
          return (
            <li key={view.id} className={styles.view}>
              <Link href={address} state={{ text }}>
                {view.name}
              </Link>
              {removable && (
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={t('views.delete', { name: view.name })}
                  onClick={() => remove.mutate(view)}
                >
                  <X size={16} aria-hidden />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
