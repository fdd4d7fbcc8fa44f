// The sign-in page.
import { SignInForm } from '../../parts/SignInForm';
import { useWords } from '../../words/WordsProvider';
import { Entrance } from './Entrance';

export default function SignIn() {
  const { t } = useWords();
  return (
    <Entrance title={t('signIn.title')}>
      <SignInForm />
    </Entrance>
  );
}
