// The page for addresses that lead nowhere, and for what the reader may not see: no hint which of the two.
import { Link } from 'wouter';
import { PageHeading } from '../../parts/PageHeading';
import { useWords } from '../../words/WordsProvider';

export default function NotFound() {
  const { t } = useWords();
  return (
    <>
      <PageHeading title={t('notFound.title')} />
      <p>{t('notFound.text')}</p>
      <Link href="/">{t('app.first')}</Link>
    </>
  );
}
