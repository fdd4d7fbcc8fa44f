// Switches between the parts of the dossier.
import { Link } from 'wouter';
import { useWords } from '../../words/WordsProvider';
import { type SectionName, sectionAddress, sections } from './sections';
import styles from './SectionNav.module.css';

export function SectionNav({ dossier, current }: { dossier: string; current: SectionName }) {
  const { t } = useWords();
  return (
    <nav className={`${styles.nav} no-print`} aria-label={t('dossier.tabs')}>
      <ul className={styles.list}>
        {sections.map(({ name }) => (
          <li key={name}>
            <Link
              href={sectionAddress(dossier, name)}
              className={styles.link}
              replace
              aria-current={name === current ? 'page' : undefined}
            >
              {t(`dossier.tab.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
