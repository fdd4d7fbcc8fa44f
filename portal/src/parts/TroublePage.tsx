// A page whose content could not be had: it keeps its heading, so that it is named and can be read from the top.
import { useWords } from '../words/WordsProvider';
import layout from './layout.module.css';
import { PageHeading } from './PageHeading';
import { Trouble } from './Trouble';

export function TroublePage({ error, retry }: { error: unknown; retry(): unknown }) {
  const { t } = useWords();
  return (
    <div className={layout.stack}>
      <PageHeading title={t('err.pageTitle')} />
      <Trouble error={error} retry={retry} />
    </div>
  );
}
