// The main menu: a rail beside the page, on telephones a bar below it.
import { Link, useLocation } from 'wouter';
import type { Me } from '../api/me';
import { useWords } from '../words/WordsProvider';
import { menuFor } from './menu';
import styles from './Rail.module.css';

const isAt = (location: string, href: string) => location === href || (href !== '/' && location.startsWith(`${href}/`));

export function Rail({ me }: { me: Me | undefined }) {
  const { t } = useWords();
  const [location] = useLocation();
  return (
    <nav className={`${styles.rail} no-print`} aria-label={t('app.menu')}>
      <ul className={styles.entries}>
        {menuFor(me).map(({ href, icon: Icon, word, fullWord }) => (
          <li key={href}>
            <Link href={href} className={styles.entry} aria-current={isAt(location, href) ? 'page' : undefined}>
              <Icon size={22} aria-hidden />
              <span aria-hidden>{t(word)}</span>
              <span className="visually-hidden">{t(fullWord)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
